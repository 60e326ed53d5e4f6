// What only works with a script appears now; then the address says where to begin.
for (const element of $$("[data-js]")) element.hidden = false;
recallChanges();
take((recall(memoryKey) ?? []).filter(isOurs));
showDecisions();
dressFrom(0);
const firstView = $$('[name="view"]', form).find(({ value }) => value === recall("view"));
if (firstView) firstView.checked = true;
showView(firstView?.value ?? "story");
showBeside(true);
showDoubts(false);
showChanges();
showStanding();

form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", ({ target }) => {
  if (target.name === "view") showView(target.value);
  else if (target.name === "beside") showBeside(target.checked);
  else if (target.name === "doubts") showDoubts(target.checked);
  else applyFilters();
});
form.addEventListener("reset", (event) => {
  event.preventDefault();
  readFilters(new URLSearchParams());
  applyFilters();
});
document.addEventListener("click", (event) => {
  const bar = event.target.closest(".course [data-s]");
  if (bar) selectSentence(Number(bar.dataset.s));
  const link = event.target.closest('a[href^="#"]');
  if (!link) return;
  const wish = link.getAttribute("href").slice(1);
  if (indexOf.has(wish)) {
    event.preventDefault();
    selectFinding(indexOf.get(wish));
  } else if (/^S\d+$/.test(wish)) {
    event.preventDefault();
    selectSentence(Number(wish.slice(1)));
  }
});
addEventListener("hashchange", follow);
follow();
