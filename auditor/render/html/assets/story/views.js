// Prose, sentences or side by side; the source shown or not.
const showView = (name) => {
  root.dataset.view = name;
  remember("view", name);
};
const showBeside = (on) => {
  root.dataset.beside = on ? "on" : "off";
  if (form.elements.beside) form.elements.beside.checked = on;
};
const toggleBeside = () => showBeside(root.dataset.beside === "off");
const measureBar = () => {
  const bar = getComputedStyle(form).position === "sticky" ? form.offsetHeight : 0;
  root.style.setProperty("--bar", `${bar + 8}px`);
};
new ResizeObserver(measureBar).observe(form);
const openForPrint = [];
addEventListener("beforeprint", () => {
  for (const details of $$("details.folded:not([open])")) { details.open = true; openForPrint.push(details); }
});
addEventListener("afterprint", () => { for (const details of openForPrint.splice(0)) details.open = false; });
