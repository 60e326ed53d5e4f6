// The findings and the elements that show them.
const data = JSON.parse($("#data").textContent);
const findings = data.findings;
for (const finding of findings) {
  finding.kind = data.kinds[finding.category];
  finding.elsewhere ??= [];
  finding.suggestion ??= null;
}
const rank = { critical: 3, major: 2, minor: 1, neutral: 0 };
const noteOf = [];
for (const element of $$(".note")) noteOf[element.dataset.i] = element;
const indexOf = new Map(findings.map((finding, index) => [`f-${finding.key}`, index]));
const marks = $$(".m[data-f]").map((element) => ({ element, of: element.dataset.f.split(" ").map(Number) }));
const marksOf = findings.map(() => []);
for (const mark of marks) for (const index of mark.of) marksOf[index].push(mark.element);
const cards = $$(".card");
const cardOf = new Map(cards.map((card) => [Number(card.dataset.s), card]));
const readingOrder = $$(".note").map((note) => Number(note.dataset.i));
const visitors = $$(".visitor").map((element) => ({ element, of: Number(element.dataset.f) }));
const say = (text) => { $("#status").textContent = text; };
