// The finding and the sentence that the reader is at.
let current = -1;
let ours = 0;  // when we scrolled last
let strayed = false;
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const intoView = (element, block = "nearest") => {
  ours = performance.now();
  strayed = false;
  element?.scrollIntoView({ block, behavior: calm.matches ? "instant" : "auto" });
};

const unmark = () => { for (const element of $$(".on")) element.classList.remove("on"); };
const selectSentence = (number, { scroll = true } = {}) => {
  const sentence = document.getElementById(`S${number}`);
  if (!sentence) return;
  unmark();
  current = -1;
  anchor = `S${number}`;
  sentence.classList.add("on");
  const card = cardOf.get(number);
  card?.classList.add("on");
  if (scroll) {
    intoView(card, "start");
    if (sentence.checkVisibility()) intoView(sentence, "center");
  }
  writeAddress(anchor, asQuery(wanted()));
};
const selectFinding = (index, { focus = true } = {}) => {
  const finding = findings[index];
  const note = noteOf[index];
  if (!finding || !note) return;
  unmark();
  current = index;
  anchor = `f-${finding.key}`;
  for (const words of [...marksOf[index], ...quotedBy[index]]) words.classList.add("on");
  note.classList.add("on");
  note.closest(".card")?.classList.add("on");
  dress(index);
  const fold = note.closest(".folded");
  if (fold) fold.open = true;
  intoView(note, "center");
  const mark = marksOf[index].find((element) => element.closest(".prose"));
  if (mark?.checkVisibility() && getComputedStyle($(".cards")).position === "sticky") intoView(mark, "center");
  if (focus) { note.tabIndex = -1; note.focus({ preventScroll: true }); }
  writeAddress(anchor, asQuery(wanted()));
};
// Marked words, their note and the source's words for them light each other, under the pointer or the focus.
const light = ({ target }) => {
  for (const lit of $$(".near")) lit.classList.remove("near");
  const note = target.closest(".note");
  const words = target.closest(".m[data-f], .quoted");
  for (const index of note ? [note.dataset.i] : words?.dataset.f.split(" ") ?? []) {
    const others = note ? marksOf[index] : [noteOf[index], ...(words.matches(".quoted") ? marksOf[index] : [])];
    for (const element of visible[index] ? [...others, ...quotedBy[index]] : []) element.classList.add("near");
  }
};
for (const kind of ["mouseover", "focusin"]) document.addEventListener(kind, light);

// Who has scrolled since the last finding is somewhere else: the next one is the next from there.
const OUR_SCROLL = 1000;  // milliseconds that a smooth one may take
addEventListener("scroll", () => { strayed ||= performance.now() - ours > OUR_SCROLL; }, { passive: true });
const firstInView = () => {
  const bar = form.getBoundingClientRect();
  const top = getComputedStyle(form).position === "sticky" ? Math.max(bar.bottom, 0) : 0;
  const places = $(".prose").checkVisibility() ? $$(".s") : $$(".card[id^=C]").filter((card) => card.checkVisibility());
  return Number(places.find((element) => element.getBoundingClientRect().bottom > top)?.id.slice(1) ?? 1);
};
const step = (by) => {
  const open = readingOrder().filter((index) => visible[index]);
  if (!open.length) return;
  const at = strayed ? -1 : open.indexOf(current);
  let next = Math.min(Math.max(at + by, 0), open.length - 1);
  if (at < 0) {
    const place = firstInView();
    const sentence = (index) => findings[index].sentence ?? (findings[index].severity === "neutral" ? Infinity : 0);
    const ahead = open.findIndex((index) => sentence(index) >= place);
    if (by > 0) next = ahead < 0 ? open.length - 1 : ahead;
    else next = ahead < 0 ? open.length - 1 : Math.max(ahead - 1, 0);
  }
  selectFinding(open[next]);
};
const sentences = $$(".s").map((element) => Number(element.id.slice(1)));
const currentSentence = () =>
  (anchor.startsWith("S") ? Number(anchor.slice(1)) : findings[current]?.sentence ?? 0);
const stepSentence = (by) => {
  const at = strayed ? -1 : sentences.indexOf(currentSentence());
  const next = at < 0 ? sentences.indexOf(firstInView()) : Math.min(Math.max(at + by, 0), sentences.length - 1);
  if (sentences.length) selectSentence(sentences[next]);
};
const follow = () => {
  const { anchor: wish, query } = readAddress();
  anchor = "";
  readFilters(query);
  applyFilters({ quiet: true });
  if (indexOf.has(wish)) {
    if (!visible[indexOf.get(wish)]) { readFilters(new URLSearchParams()); applyFilters({ quiet: true }); }
    selectFinding(indexOf.get(wish));
  } else if (/^S\d+$/.test(wish)) selectSentence(Number(wish.slice(1)));
};
