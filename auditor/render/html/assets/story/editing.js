// Suggestions accepted, sentences edited in place, and all of it undone.
const past = [];
const future = [];
const snapshot = () => ({ changes, decisions: [...decisions].map(([name, made]) => [name, { ...made }]) });
const remind = () => { past.push(snapshot()); future.length = 0; };  // of how it stands, before it is changed
const goBack = (from, to, done) => {
  if (!from.length) { say(`Nothing to ${done}.`); return; }
  to.push(snapshot());
  const then = from.pop();
  changes = then.changes;
  decisions.clear();
  for (const [name, made] of then.decisions) decisions.set(name, made);
  settle();
  say(done === "undo" ? "Undone." : "Done again.");
};
const undo = () => goBack(past, future, "undo");
const redo = () => goBack(future, past, "redo");

const changesKey = `changes:${data.name}`;
const settle = () => {
  if (edit) remember(changesKey, { of: edit.digest, changes });
  showChanges();
  keep();
  showStanding();
};
const recallChanges = () => {  // those of the same file alone
  const kept = recall(changesKey);
  if (edit && kept?.of === edit.digest) changes = kept.changes;
};

// What became of a finding: its words may be others by now, or their sentence.
const rangeOf = ({ at: [start, end] }) => ({ start, end: Math.max(end, start + 1) });
const isOver = (finding) => !isTaken(finding) && (finding.gone || (!finding.fresh && touching(rangeOf(finding)).length > 0));
const isOutdated = (finding) => {
  if (!edit || isTaken(finding)) return false;
  if (isOver(finding)) return true;
  const home = sentenceRange[finding.sentence - 1];
  return Boolean(home) && !finding.fresh && !reviewed() && touching(home).some(({ by }) => by === null);
};
const showState = (element, finding) => {
  const taken = isTaken(finding);
  const old = isOutdated(finding);
  element.classList.toggle("taken", taken);
  element.classList.toggle("outdated", old);
  for (const button of $$("[data-do=take]", element)) {
    const suggestion = finding.suggestions[button.dataset.nth];
    button.setAttribute("aria-pressed", String(taken && changes.some(({ by, nth }) => by === finding.key && (nth ?? 0) === Number(button.dataset.nth))));
    button.hidden = isOver(finding) || suggestion === undefined;
  }
  const mark = $(".state-of", element) ?? $(".head", element).appendChild(document.createElement("b"));
  mark.className = "state-of";
  mark.textContent = taken ? "Accepted" : old ? "Out of date: edited since" : "";
};
const acceptButton = (nth) => {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", textContent: "Accept", className: "take" });
  Object.assign(button.dataset, { do: "take", nth });
  button.setAttribute("aria-pressed", "false");
  return button;
};
const takeSuggestion = (index, nth = 0) => {
  const finding = findings[index];
  const words = finding.suggestions[nth];
  if (!edit) { say("This page cannot be edited."); return; }
  if (isTaken(finding) && finding.fresh) { say("Undo takes it back: u."); return; }
  if (isTaken(finding)) {
    remind();
    changes = changes.filter(({ by }) => by !== finding.key);
    settle();
    say("Taken back.");
    return;
  }
  if (words === undefined) { say("It suggests nothing; e edits the sentence."); return; }
  if (isOver(finding)) { say("Its words were changed already; edit the sentence."); return; }
  const [start, end] = finding.at;
  const before = finding.fresh ? textOf(finding.fresh) : "";  // its place is one in the text as it stood then
  if (finding.fresh && before.slice(start, end) !== finding.text) { say("Its sentence is being audited again."); return; }
  remind();
  if (finding.fresh) {
    rewrite(finding.fresh, before.slice(0, start) + words + before.slice(end), finding.key);
  } else if (start < end) put({ start, end, text: words, by: finding.key, nth });
  else {
    const width = HALF.test(story[start - 1] ?? "") ? 2 : 1;
    const from = start > 0 ? start - width : start;
    const to = start > 0 ? end : end + 1;
    put({ start: from, end: to, text: story.slice(from, start) + words + story.slice(end, to), by: finding.key, nth });
  }
  settle();
  say(`Accepted. ${$("#ahead").textContent}`);
};

// One sentence, or another part, in a box of its own below its paragraph.
let editor = null;
let focused = null;  // what had the focus
const closeEditor = () => {
  if (!editor) return;
  editor.remove();
  editor = null;
  if (focused.isConnected) focused.focus({ preventScroll: true });
};
const openEditor = (part, name, home) => {
  closeEditor();
  focused = document.activeElement;
  const range = whole(part);
  const ends = story.includes("\r\n") ? "\r\n" : "\n";
  editor = $("#editor").content.firstElementChild.cloneNode(true);
  const area = $("textarea", editor);
  $(".name", editor).textContent = name;
  area.value = textOf(range);
  home.after(editor);
  const done = () => {
    const words = area.value.replaceAll("\n", ends);
    closeEditor();
    if (words === textOf(range)) return;
    remind();
    rewrite(range, words);
    settle();
    say(`${name} edited. ${$("#ahead").textContent}`);
  };
  editor.addEventListener("submit", (event) => { event.preventDefault(); done(); });
  editor.addEventListener("reset", (event) => { event.preventDefault(); closeEditor(); });
  area.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { event.stopPropagation(); closeEditor(); }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) done();
  });
  area.focus();
  intoView(editor, "nearest");
};
const editSentence = (number) => {
  if (!edit || !sentenceRange[number - 1]) return;
  const prose = document.getElementById(`S${number}`);
  const home = prose.checkVisibility() ? prose.closest("p") : $(".texts", cardOf.get(number));
  openEditor(sentenceRange[number - 1], `Sentence ${number}`, home);
};
const editFinding = (index) => {
  const { sentence, at: [start] } = findings[index];
  if (sentence) { editSentence(sentence); return; }
  const part = parts.find((each) => each.start <= start && start < each.end);
  if (edit && part) editPart(part);
};
const editPart = (part) => {
  const surface = surfaces.find((each) => each.start === part.start);
  if (surface) openEditor(part, surface.element.className === "headline" ? "Headline" : "This part", surface.element);
};
const editHere = () => editSentence(strayed || !currentSentence() ? firstInView() : currentSentence());

if (edit) {
  $(".text").addEventListener("dblclick", ({ target }) => {
    const sentence = target.closest(".s");
    if (sentence) { editSentence(Number(sentence.id.slice(1))); return; }
    const surface = surfaces.find(({ element }) => element === target.closest("p"));
    const part = surface && parts.find(({ start }) => start === surface.start);
    if (part && part.start !== sentenceRange.find(({ start }) => start === part.start)?.start) editPart(part);
  });
  const headline = surfaces.find(({ element }) => element.className === "headline");
  if (headline) {
    const pen = document.createElement("button");
    Object.assign(pen, { type: "button", className: "pen", textContent: "Edit the headline" });
    pen.addEventListener("click", () => editPart(parts.find(({ start }) => start === headline.start)));
    headline.element.append(pen);
  }
  $("#undo").addEventListener("click", undo);
  $("#redo").addEventListener("click", redo);
  $("#edit").addEventListener("click", editHere);
}
