// What the editor decided, by fingerprint, so that it holds for the next run of the same story too.
// An imported file may speak of other stories as well; it is exported whole again, but not kept.
const SCHEMA = "auditor-baseline-1";
const KINDS = ["accept", "dismiss", "later"];
const DONE = { accept: "Left as it is", dismiss: "Dismissed", later: "Kept for later" };
const memoryKey = `decisions:${data.name}`;
const fingerprints = new Set(findings.map(({ fingerprint }) => fingerprint));
const isOurs = ({ fingerprint }) => fingerprints.has(fingerprint);

const BATCH = 200;
const actions = $("#actions").content.firstElementChild;
const dressed = new Set();
const dress = (index) => {
  if (dressed.has(index)) return;
  dressed.add(index);
  noteOf[index].append(actions.cloneNode(true));
  if (edit) $$(".try", noteOf[index]).forEach((line, nth) => line.append(acceptButton(nth)));
  showDecision(index);
};
const dressFrom = (start, order = readingOrder()) => {  // in batches, so that a long story can be read meanwhile
  const end = Math.min(start + BATCH, order.length);
  for (let place = start; place < end; place += 1) dress(order[place]);
  if (end < order.length) setTimeout(dressFrom, 0, end, order);
};

const entries = () => {
  const known = new Map(findings.map((finding) => [finding.fingerprint, finding]));
  return [...decisions].map(([fingerprint, { decision, note, rule, text, story }]) => ({
    fingerprint,
    rule: known.get(fingerprint)?.rule ?? rule,
    decision,
    text: known.get(fingerprint)?.text ?? text,
    note,
    story: known.has(fingerprint) ? data.name : story ?? "",
  })).sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : 1));
};
const showDecision = (index) => {
  const element = noteOf[index];
  const made = decisions.get(findings[index].fingerprint);
  element.classList.remove("decided", ...KINDS);
  if (made) element.classList.add("decided", made.decision);
  for (const button of $$(".decide button", element)) {
    button.setAttribute("aria-pressed", String(made?.decision === button.dataset.do));
  }
  const remark = $(".remark", element);
  remark.hidden = !made;
  if (made) $("input", remark).value = made.note;
  showState(element, findings[index]);
  const settled = (other) => ["accept", "dismiss", "taken"].includes(decisionOn(findings[other]));
  for (const mark of marksOf[index]) {
    mark.classList.toggle("settled", mark.dataset.f.split(" ").map(Number).every(settled));
  }
};
const showDecisions = () => {
  for (const index of dressed) showDecision(index);
  const made = entries();
  const words = { accept: "left as it is", dismiss: "dismissed", later: "for later" };
  const counted = KINDS.map((kind) => [made.filter((entry) => entry.decision === kind).length, words[kind]]);
  const told = counted.filter(([count]) => count).map(([count, done]) => `${count} ${done}`);
  $("#tally").textContent = told.length ? `${told.join(", ")}.` : "No decisions yet.";
};
const keep = () => {
  remember(memoryKey, entries().filter(isOurs));
  showDecisions();
};
const decide = (index, decision) => {
  const { fingerprint, rule, text } = findings[index];
  const before = decisions.get(fingerprint);
  remind();
  if (before?.decision === decision) decisions.delete(fingerprint);
  else decisions.set(fingerprint, { decision, note: before?.note ?? "", rule, text });
  keep();
  showStanding();
  if (wanted().decision) applyFilters();
  else say(`${before?.decision === decision ? "Taken back" : DONE[decision]}. ${$("#ahead")?.textContent ?? ""}`.trim());
};
const take = (list) => {
  for (const { fingerprint, decision, ...rest } of list) {
    if (typeof fingerprint !== "string" || !KINDS.includes(decision)) continue;
    const [note, rule, text, story] = [rest.note, rest.rule, rest.text, rest.story].map((words) => String(words ?? ""));
    decisions.set(fingerprint, { decision, note, rule, text, story });
  }
};
const exported = () => `${JSON.stringify({ schema: SCHEMA, entries: entries() }, null, 2)}\n`;

const download = (name, parts, type) => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(parts, { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
};
$("#export").addEventListener("click", () => {
  download("auditor-baseline.json", [exported()], "application/json");
  say("Decisions exported.");
});
$("#import").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  if (!file) return;
  try {
    const read = JSON.parse(await file.text());
    if (read.schema !== SCHEMA || !Array.isArray(read.entries)) throw new TypeError("another format");
    remind();
    take(read.entries);
    keep();
    showStanding();
    applyFilters();
    say(`${read.entries.length} decisions imported.`);
  } catch {
    say(`${file.name} holds no exported decisions; choose a file that this page wrote.`);
  }
  target.value = "";
});
$("#copy-all").addEventListener("click", () => {
  const list = readingOrder().filter((index) => visible[index]).map((index) => asMarkdown(findings[index]));
  copy(list.join("\n"), `${list.length} notes`);
});
document.addEventListener("click", ({ target }) => {
  const button = target.closest("[data-do]");
  const index = Number(button?.closest(".note")?.dataset.i);
  if (!button || Number.isNaN(index)) return;
  const finding = findings[index];
  const todo = button.dataset.do;
  if (KINDS.includes(todo)) decide(index, todo);
  else if (todo === "take") takeSuggestion(index, Number(button.dataset.nth));
  else if (todo === "edit") editFinding(index);
  else if (todo === "note") copy(asText(finding), "Note");
  else if (todo === "markdown") copy(asMarkdown(finding), "Markdown");
  else copy(linkTo(`f-${finding.key}`), "Link");
});
document.addEventListener("change", ({ target }) => {
  if (!target.matches(".remark input")) return;
  const { fingerprint } = findings[target.closest(".note").dataset.i];
  decisions.get(fingerprint).note = target.value;
  keep();
});
