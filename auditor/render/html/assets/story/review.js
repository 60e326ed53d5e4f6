// From `auditor review`: what was edited is audited again at once, and saved where it came from.
let heard = null;  // the last audit, and of what
let asking = false;
const PAUSE = 150;  // milliseconds after the last change
const ALIVE = 60_000;  // between signs of life
const asked = () => JSON.stringify([changes, [...decisions].map(([name, { decision }]) => [name, decision])]);
const reviewed = () => Boolean(edit?.served && heard && heard.of === JSON.stringify(changes));
const audited = () => (reviewed() && heard.asked === asked() ? heard.standing : null);
const question = () => ({
  base: edit.digest,
  changes: changes.map(({ start, end, text }) => ({ start, end, text })),
  decisions: entries().filter(isOurs),
});
const post = async (what, body) => {
  const answer = await fetch(what, { method: "POST", headers: { "Content-Type": JSON_TYPE }, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error((await answer.text()).replace(/^Error: /, ""));
  return answer.json();
};
const gone = (error) => say(error instanceof TypeError
  ? "The process behind this page has ended; run auditor review again. What you changed is still on this page: copy or download it."
  : error.message);

const cardFor = (number) => {
  if (cardOf.has(number)) return cardOf.get(number);
  const card = $("#card").content.firstElementChild.cloneNode(true);
  card.id = `C${number}`;
  Object.assign($("a", card), { href: `#S${number}`, textContent: number ? `Sentence ${number}` : "Outside the sentences" });
  const next = cards.find((other) => other.id.startsWith("C") && Number(other.id.slice(1)) > number);
  if (next) next.before(card); else $("#cards").append(card);
  cardOf.set(number, card);
  cards.push(card);
  return card;
};
// Where a finding of the last audit stands: by the text of its sentence, which an edit may have made one of two.
const homeOf = ({ home, at }) => {
  const places = [...parts].sort((a, b) => touching(b).length - touching(a).length).map(whole);
  const range = places.find((each) => textOf(each).includes(home));
  if (!range) return null;
  const begin = textOf(range).indexOf(home);
  return { fresh: range, at: at.map((offset) => offset + begin) };
};
const addFinding = (told) => {  // one that the page was not written with
  const place = homeOf(told);
  if (!place) return;
  const finding = { ...told, ...place, key: told.fingerprint, elsewhere: [], sentence: numberAt(place.fresh.start) || null };
  const index = findings.push(finding) - 1;
  const note = $("#note").content.firstElementChild.cloneNode(true);
  note.id = `f-${finding.key}`;
  note.dataset.i = index;
  note.classList.add(finding.severity);
  Object.assign($(".sev", note), { textContent: finding.severity, className: `sev ${finding.severity}` });
  $(".kind", note).textContent = finding.kind;
  $(".what", note).id = `w${index}`;
  $("q.words", note).textContent = finding.text;
  $(".message", note).textContent = ` ${finding.message}`;
  const line = $(".try", note);
  for (const suggestion of finding.suggestions) {
    const next = line.cloneNode(true);
    $("ins", next).textContent = suggestion || "(leave it out)";
    line.before(next);
  }
  line.remove();
  noteOf[index] = note;
  indexOf.set(note.id, index);
  marksOf[index] = [];
  quotedBy[index] = [];
  fingerprints.add(finding.fingerprint);
  const card = cardFor(finding.sentence ?? 0);
  const list = $(".notes", card) ?? card.appendChild(Object.assign(document.createElement("ol"), { className: "notes" }));
  list.prepend(note);
  card.classList.remove("clean");
  dress(index);
};
const hear = (answer, of, question_) => {
  heard = { of, asked: question_, standing: answer.standing };
  const found = new Map(answer.findings.map((finding) => [finding.fingerprint, finding]));
  findings.forEach((finding, index) => {
    const still = found.get(finding.fingerprint);
    finding.gone = !still && !answer.silenced.includes(finding.fingerprint);
    if (finding.fresh && still) Object.assign(finding, homeOf(still));
    if (finding.fresh) noteOf[index].classList.toggle("over", finding.gone && !isTaken(finding));
    found.delete(finding.fingerprint);
  });
  for (const finding of found.values()) addFinding(finding);
  keep();
  showStanding();
  applyFilters({ quiet: true });
  say(`Audited again in ${answer.seconds.toLocaleString("en", { maximumFractionDigits: 1 })} s. ${$("#ahead").textContent}`);
};
let timer = 0;
const audit = async () => {
  if (asking) return;
  asking = true;
  const [of, what] = [JSON.stringify(changes), asked()];
  try {
    hear(await post("audit", question()), of, what);
  } catch (error) {
    gone(error);
  } finally {
    asking = false;
  }
  if (heard && asked() !== what) auditSoon();
};
const auditSoon = () => {
  clearTimeout(timer);
  timer = setTimeout(audit, PAUSE);
};
const save = async () => {
  const reviewer = $("#reviewer").value.trim();
  if (!reviewer) { $("#reviewer").focus(); say("Say first who reviews it."); return; }
  try {
    const answer = await post("save", { ...question(), findings: reviewOf().findings, changed: reviewOf().changes, reviewer, cleared: $("#cleared").checked });
    say(answer.said);
  } catch (error) {
    gone(error);
  }
};
if (edit?.served) {
  $("#save").addEventListener("click", save);
  setInterval(() => post("alive", {}).catch(() => {}), ALIVE);
  addEventListener("pagehide", () => { fetch("leave", { method: "POST", body: "{}", keepalive: true }).catch(() => {}); });
}
