// The story with other words in it. A change replaces text[start, end) of the story as it was read; none are empty
// stretches, and none overlap. `by` is the fingerprint of the finding whose suggestion it is; null: somebody's own words.
const edit = data.edit ?? null;
const story = data.text ?? "";
let changes = [];

const overlap = (one, other) => one.start < other.end && other.start < one.end;
const touching = (range) => changes.filter((each) => overlap(each, range));
const put = (change) => {
  changes = [...changes.filter((each) => !overlap(each, change)), change].sort((a, b) => a.start - b.start);
};
// A range as pieces: what was left as it was, and the changes in it. `at` is where a piece begins in what stands there now.
const piecesOf = ({ start, end }) => {
  const pieces = [];
  let from = start;
  let at = 0;
  const add = (piece) => { pieces.push({ ...piece, at }); at += piece.text.length; };
  for (const change of changes.filter((each) => each.start >= start && each.end <= end)) {
    if (from < change.start) add({ start: from, end: change.start, text: story.slice(from, change.start), change: null });
    add({ start: change.start, end: change.end, text: change.text, change });
    from = change.end;
  }
  if (from < end) add({ start: from, end, text: story.slice(from, end), change: null });
  return pieces;
};
const textOf = (range) => piecesOf(range).map((piece) => piece.text).join("");
const wholeText = () => textOf({ start: 0, end: story.length });

// The sentences, and the other parts such as the headline, that can be edited, each by itself.
const sentenceRange = data.sentences?.map(([start, end]) => ({ start, end })) ?? [];
const parts = [...sentenceRange, ...(edit?.furniture ?? []).map(([start, end]) => ({ start, end }))];
const whole = (range) => {  // with all parts and changes that reach into it
  for (;;) {
    const all = [range, ...parts.filter((each) => overlap(each, range)), ...touching(range)];
    const grown = { start: Math.min(...all.map((each) => each.start)), end: Math.max(...all.map((each) => each.end)) };
    if (grown.start === range.start && grown.end === range.end) return range;
    range = grown;
  }
};
const numberAt = (offset) => sentenceRange.findIndex(({ start, end }) => start <= offset && offset < end) + 1;

const WORD = /[\p{L}\p{N}]/u;
const HALF = /[\uDC00-\uDFFF]/;
const betweenWords = (words, at) =>
  !HALF.test(words[at] ?? "") && !(WORD.test(words[at - 1] ?? "") && WORD.test(words[at] ?? ""));
// Let a range read `words`: the change is as small as whole words allow, so that markup beside it stays where it is.
const rewrite = (range, words, by = null) => {
  const before = textOf(range);
  if (before === words) return;
  if (!before) { put({ ...range, text: words, by }); return; }
  let head = 0;
  while (head < Math.min(before.length, words.length) && before[head] === words[head]) head += 1;
  while (head > 0 && !(betweenWords(before, head) && betweenWords(words, head))) head -= 1;
  let tail = 0;
  const most = Math.min(before.length, words.length) - head;
  while (tail < most && before.at(-1 - tail) === words.at(-1 - tail)) tail += 1;
  while (tail > 0 && !(betweenWords(before, before.length - tail) && betweenWords(words, words.length - tail))) tail -= 1;
  let [from, to] = [head, before.length - tail];
  if (from === to && from > 0) from = before.lastIndexOf(" ", from - 2) + 1;
  else if (from === to) to = before.indexOf(" ") + 1 || before.length;
  const pieces = piecesOf(range);
  for (const { at, text, change } of pieces) {  // a change is replaced as a whole
    if (change && at < to && from < at + text.length) [from, to] = [Math.min(from, at), Math.max(to, at + text.length)];
  }
  const first = pieces.find(({ at, text }) => at <= from && from < at + text.length);
  const last = pieces.find(({ at, text }) => at < to && to <= at + text.length);
  const change = {
    start: first.change ? first.start : first.start + from - first.at,
    end: last.change ? last.end : last.start + to - last.at,
    text: words.slice(from, words.length - (before.length - to)),
    by,
  };
  put(change);
  if (change.text === story.slice(change.start, change.end)) changes = changes.filter((each) => each !== change);
};

// The file with the changes in it; `left` are those that cannot be written there.
const inFile = () => {
  if (!edit.stretches) return { text: wholeText(), left: [] };
  const file = edit.file ?? story;
  const refused = edit.refused ? new RegExp(edit.refused, "u") : null;
  const left = [];
  let [at, written] = [0, ""];
  for (const change of changes) {
    const home = edit.stretches.find(([start, end]) => start <= change.start && change.end <= end);
    if (!home || refused?.test(change.text)) { left.push(change); continue; }
    const [start, end] = [change.start, change.end].map((offset) => offset - home[0] + home[2]);
    const words = edit.entities ? change.text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;") : change.text;
    written += file.slice(at, start) + words;
    at = end;
  }
  return { text: written + file.slice(at), left };
};
