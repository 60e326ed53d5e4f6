// Single keys; never while typing, and off on request (WCAG 2.1.4).
const help = $("#help");
const keysOn = $("#keys-on");
keysOn.checked = recall("keys") !== false;
keysOn.addEventListener("change", () => remember("keys", keysOn.checked));
$("#help-open").addEventListener("click", () => help.showModal());

const toggleSeverity = (name) => {
  const box = severityBoxes.find(({ value }) => value === name);
  if (!box) return;
  box.checked = !box.checked;
  applyFilters();
};
const here = (action) => () => { if (current >= 0) action(current); else say("No finding is chosen; j goes to the next."); };
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  n: () => stepSentence(1),
  p: () => stepSentence(-1),
  1: () => toggleSeverity("critical"),
  2: () => toggleSeverity("major"),
  3: () => toggleSeverity("minor"),
  4: () => toggleSeverity("neutral"),
  s: toggleBeside,
  "/": () => form.elements.text.focus(),
  c: here((index) => copy(asText(findings[index]), "Note")),
  C: here((index) => copy(asMarkdown(findings[index]), "Markdown")),
  a: here((index) => takeSuggestion(index)),
  e: editHere,
  u: undo,
  U: redo,
  o: here((index) => decide(index, "accept")),
  x: here((index) => decide(index, "dismiss")),
  l: here((index) => decide(index, "later")),
  "?": () => help.showModal(),
};
const typing = (element) => element.matches("input:not([type=checkbox], [type=radio]), select, textarea");
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && typing(event.target)) { event.target.blur(); return; }
  if (event.key === "Escape" && $(".filters").open) { $(".filters").open = false; return; }
  if (!keysOn.checked || help.open || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const action = KEYS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
