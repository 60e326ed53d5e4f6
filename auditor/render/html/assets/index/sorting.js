// Headings that sort. Numbers begin with the largest, names and verdicts with the first.
const table = $("#stories");
const heads = $$("thead th", table);
const asNumber = (cell) => Number(cell.dataset.v);
const sortBy = (column) => {
  const head = heads[column];
  const rows = $$("tbody tr", table);
  const worded = column < 1;
  const first = column < 2 ? "ascending" : "descending";
  const opposite = { ascending: "descending", descending: "ascending" };
  const order = head.ariaSort ? opposite[head.ariaSort] : first;
  const sign = order === "ascending" ? 1 : -1;
  rows.sort(({ cells: a }, { cells: b }) =>
    sign * (worded ? a[column].dataset.v.localeCompare(b[column].dataset.v) : asNumber(a[column]) - asNumber(b[column])));
  for (const other of heads) other.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", order);
  $("tbody", table).append(...rows);
  $("#status").textContent = `Sorted by ${head.textContent}, ${order}.`;
};
heads.forEach((head, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = head.textContent;
  button.addEventListener("click", () => sortBy(column));
  head.replaceChildren(button);
});
for (const element of $$("[data-js]")) element.hidden = false;
