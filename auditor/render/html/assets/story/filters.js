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
  [$(".what", noteOf[index]).textContent, finding.suggestions[0] ?? "", finding.rule, finding.kind, sentenceText(finding.sentence)]
    .some((part) => part.toLowerCase().includes(words));
const isTaken = (finding) => changes.some((change) => change.by === finding.key);
const decisionOn = (finding) => (isTaken(finding) ? "taken" : decisions.get(finding.fingerprint)?.decision ?? "open");
const FITS = {
  severity: ({ severity }, filter) => filter.severities.has(severity) || severityBoxes.every(({ value }) => value !== severity),
  category: (finding, filter) => !filter.category || finding.category === filter.category,
  rule: (finding, filter) => !filter.rule || finding.rule === filter.rule,
  check: (finding, filter) => !filter.check || finding.check === filter.check,
  sentence: (finding, filter) => !filter.sentence
    || [finding.sentence, ...finding.elsewhere.map(([, sentence]) => sentence)].includes(Number(filter.sentence)),
  decision: (finding, filter) => !filter.decision || decisionOn(finding) === filter.decision,
  source: (finding, filter) => !filter.source || finding.source,
  text: (finding, filter, index) => !filter.text || has(finding, index, filter.text),
};
const hiddenBy = (finding, filter, index) => Object.keys(FITS).filter((name) => !FITS[name](finding, filter, index));

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

// Beside each choice stands what it would show, whatever else is chosen in the same place.
const recount = (hidden) => {
  const offered = (field) => {
    const counts = new Map();
    findings.forEach((finding, index) => {
      if (hidden[index].every((name) => name === field)) counts.set(finding[field], (counts.get(finding[field]) ?? 0) + 1);
    });
    return counts;
  };
  const severities = offered("severity");
  for (const count of $$("[data-count]", form)) count.textContent = severities.get(count.dataset.count) ?? 0;
  for (const field of ["category", "rule", "check"]) {
    const counts = offered(field);
    for (const option of [...form.elements[field].options].slice(1)) {
      option.label = `${option.text} (${counts.get(option.value) ?? 0})`;
    }
  }
};

const applyFilters = ({ quiet = false } = {}) => {
  const filter = wanted();
  const hidden = findings.map((finding, index) => hiddenBy(finding, filter, index));
  const before = visible;
  visible = hidden.map(({ length }) => length === 0);
  const shownFindings = findings.filter((_, index) => visible[index]);
  recount(hidden);
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
