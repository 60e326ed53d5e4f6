// Which findings are shown. The story's own score never changes with them.
const form = $("#filters");
const severityBoxes = $$('[name="severity"]', form);
const fields = ["category", "rule", "check", "sentence", "decision", "text"];
const decisions = new Map();
let anchor = "";

const wanted = () => {
  const filter = Object.fromEntries(fields.map((name) => [name, form.elements[name].value.trim()]));
  filter.severities = new Set(severityBoxes.filter((box) => box.checked).map((box) => box.value));
  filter.source = form.elements.source?.checked ?? false;
  filter.text = filter.text.toLowerCase();
  return filter;
};
const sentenceText = (number) => (cardOf.has(number) ? $(".texts", cardOf.get(number)).textContent : "");
const has = (finding, index, words) =>
  [$(".what", noteOf[index]).textContent, finding.suggestion ?? "", finding.rule, finding.kind, sentenceText(finding.sentence)]
    .some((part) => part.toLowerCase().includes(words));
const decisionOn = (finding) => decisions.get(finding.fingerprint)?.decision ?? "open";
const fits = (finding, index, filter) =>
  (!filter.category || finding.category === filter.category)
  && (!filter.rule || finding.rule === filter.rule)
  && (!filter.check || finding.check === filter.check)
  && (!filter.sentence || finding.sentence === Number(filter.sentence)
    || finding.elsewhere.some(([, sentence]) => sentence === Number(filter.sentence)))
  && (!filter.decision || decisionOn(finding) === filter.decision)
  && (!filter.source || finding.source)
  && (!filter.text || has(finding, index, filter.text));

let visible = findings.map(() => true);
const asQuery = (filter) => {
  const query = new URLSearchParams();
  if (severityBoxes.some((box) => !box.checked)) query.set("severity", [...filter.severities].join(","));
  for (const name of fields) if (filter[name]) query.set(name, filter[name]);
  if (filter.source) query.set("source", "1");
  return query;
};
const points = (chosen) => chosen.reduce((sum, finding) => sum + (data.weights[finding.severity] ?? 0), 0);
const pointsText = (value) => value.toLocaleString("en", { maximumFractionDigits: 1 });

let wasFiltered = false;
const showMatches = (before, filtered) => {
  const changed = (index) => visible[index] !== before[index];
  noteOf.forEach((note, index) => { if (changed(index)) note.hidden = !visible[index]; });
  for (const { element, of } of visitors) element.hidden = !visible[of];
  for (const { element, of } of marks) if (of.some(changed)) showMark(element, of);
  const open = ".note:not([hidden]), .visitor:not([hidden])";
  for (const card of cards) card.hidden = filtered && !card.querySelector(open);
  for (const fold of $$(".folded")) fold.hidden = !fold.querySelector(open);
};
const showMark = (element, of) => {
  const worst = of.filter((index) => visible[index])
    .reduce((a, b) => (a === null || rank[findings[b].severity] > rank[findings[a].severity] ? b : a), null);
  element.classList.remove("critical", "major", "minor", "neutral", "off");
  element.classList.add(worst === null ? "off" : findings[worst].severity);
  if (worst !== null && element.href) {
    element.setAttribute("href", `#f-${findings[worst].key}`);
    element.setAttribute("aria-describedby", `w${worst}`);
  }
};

const applyFilters = ({ quiet = false } = {}) => {
  const filter = wanted();
  const besides = findings.map((finding, index) => fits(finding, index, filter));
  const before = visible;
  visible = findings.map((finding, index) => besides[index] && filter.severities.has(finding.severity));
  const shownFindings = findings.filter((_, index) => visible[index]);
  for (const count of $$("[data-count]", form)) {
    count.textContent = findings.filter((f, i) => besides[i] && f.severity === count.dataset.count).length;
  }
  const query = asQuery(filter);
  const filtered = query.size > 0;
  if (visible.some((now, index) => now !== before[index]) || filtered !== wasFiltered) showMatches(before, filtered);
  wasFiltered = filtered;
  $("#nothing").hidden = !filtered || shownFindings.length > 0;
  $("#reset").hidden = !filtered;
  const score = $("#true-score")?.textContent;
  say(filtered
    ? `${shownFindings.length} of ${findings.length} findings shown, ${pointsText(points(shownFindings))} of ${pointsText(points(findings))} penalty points.${score ? ` The story’s score stays ${score}.` : ""}`
    : findings.length === 1 ? "One finding." : `All ${findings.length} findings shown.`);
  if (!quiet) writeAddress(anchor, query);
};

const readFilters = (query) => {
  const severities = query.get("severity")?.split(",");
  for (const box of severityBoxes) box.checked = !severities || severities.includes(box.value);
  for (const name of fields) form.elements[name].value = query.get(name) ?? "";
  if (form.elements.source) form.elements.source.checked = query.get("source") === "1";
};
