// The changes where the story is shown: the old words stay in the page, unseen, so that undo finds all as it was.
const UNREAD = ".num, .vh, .point, .role, .now";
const lettersIn = (element, offset) => {  // its text nodes, and where each stands in the story
  const found = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) =>
    node.nodeType === Node.ELEMENT_NODE && node.matches(UNREAD) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
  let at = offset;
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.ELEMENT_NODE) continue;
    const sign = node.parentElement.matches(".code");  // one character, whatever is shown for it
    const end = at + (sign ? String.fromCodePoint(story.codePointAt(at)).length : node.data.length);
    found.push({ node: sign ? node.parentElement : node, start: at, end });
    at = end;
  }
  return found;
};
const blockElements = $$(".text > p");
const surfaces = [
  ...(data.blocks ?? []).map((start, index) => ({
    element: blockElements[index], start, end: data.blocks[index + 1] ?? story.length,
  })),
  ...sentenceRange.map(({ start, end }, index) => ({ element: $(`#C${index + 1} .target`), start, end })),
].filter(({ element }) => element);

const restore = (element) => {
  for (const added of $$(".now", element)) added.remove();
  for (const old of $$(".was", element)) old.replaceWith(...old.childNodes);
  element.normalize();
};
const overlay = (element, start, change) => {
  let first = true;
  for (const { node, ...span } of lettersIn(element, start)) {
    if (!overlap(span, change)) continue;
    let covered = node;
    if (node.nodeType === Node.TEXT_NODE) {
      if (change.start > span.start) covered = node.splitText(change.start - span.start);
      if (change.end < span.end) covered.splitText(change.end - Math.max(span.start, change.start));
    }
    const old = document.createElement("del");
    old.className = "was";
    covered.replaceWith(old);
    old.append(covered);
    if (!first) continue;
    first = false;
    const now = document.createElement("ins");
    now.className = "now";
    now.textContent = change.text;
    old.before(now);
  }
};
const showChanges = () => {
  for (const { element, ...range } of surfaces) {
    const here = touching(range);
    if (!here.length && !$(".now, .was", element)) continue;
    restore(element);
    for (const change of here) overlay(element, range.start, change);
  }
};

// Doubtful words on demand: they prove nothing, and cost nothing.
const showDoubts = (on) => {
  root.dataset.doubts = on ? "on" : "off";
  if (!globalThis.Highlight) return;  // their list is on the page in any case
  const ranges = on ? (data.doubts ?? []).flatMap(([start, end]) => surfaces.flatMap(({ element, ...range }) =>
    overlap(range, { start, end }) ? lettersIn(element, range.start).filter((span) => overlap(span, { start, end })
      && span.node.nodeType === Node.TEXT_NODE).map((span) => {
      const words = new Range();
      words.setStart(span.node, Math.max(start - span.start, 0));
      words.setEnd(span.node, Math.min(end, span.end) - span.start);
      return words;
    }) : [])) : [];
  CSS.highlights.set("doubt", new Highlight(...ranges));
};
