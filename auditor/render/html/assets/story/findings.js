// The findings and the elements that show them. In a vast story a card leaves its sentence to the prose: it is copied.
for (const card of $$(".vast .card[id^=C]")) {
  const sentence = document.getElementById(`S${card.id.slice(1)}`).cloneNode(true);
  const target = document.createElement("p");
  target.className = "target";
  target.dir = "auto";
  target.append(...[...sentence.childNodes].slice(1));
  $(".texts", card).prepend(target);
}
const data = JSON.parse($("#data").textContent);
const findings = data.findings;
for (const finding of findings) {
  finding.kind = data.kinds[finding.category];
  for (const name of ["category", "rule", "check"]) finding[name] = data[name][finding[name]];
  finding.key ??= finding.fingerprint;
  finding.elsewhere ??= [];
  finding.suggestions ??= [];
}
const rank = { critical: 3, major: 2, minor: 1, neutral: 0 };
const noteOf = [];
for (const element of $$(".note")) noteOf[element.dataset.i] = element;
const indexOf = new Map(findings.map((finding, index) => [`f-${finding.key}`, index]));
const marks = $$(".m[data-f]").map((element) => ({ element, of: element.dataset.f.split(" ").map(Number) }));
const marksOf = findings.map(() => []);
for (const mark of marks) for (const index of mark.of) marksOf[index].push(mark.element);
const quotedBy = findings.map(() => []);  // the words of the source that a finding quotes
for (const element of $$(".quoted")) for (const index of element.dataset.f.split(" ")) quotedBy[index].push(element);
const cards = $$(".card");
const cardOf = new Map(cards.map((card) => [Number(card.id.slice(1)), card]));
const visitors = $$(".visitor").map((element) => ({ element, of: Number(element.dataset.f) }));
const readingOrder = () => $$(".note").map((note) => Number(note.dataset.i));
const say = (words) => { $("#status").textContent = words; };
