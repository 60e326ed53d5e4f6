"""Items that are one story: their texts joined as paragraphs, and the way back from the whole to each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, groupby

from auditor.alignment import align_segments
from auditor.batch.item import Item
from auditor.model import Anchor, Document, Finding, Link, Segment, Span
from auditor.segmentation import document_from_text
from auditor.segmentation.lines import lines

Bundle = tuple[Item, ...]
"""Items that are audited as one story."""

Chunk = tuple[Bundle, ...]
"""Stories that are worked on together."""

CHUNK_CHARACTERS = 20_000
"""Characters of targets in a chunk: enough to parse and to ask LanguageTool in one go (of 5,000, 20,000 and 40,000
the last two were equally fast), few enough to share among processes."""

STORY_CHARACTERS = 1_000_000
"""Characters of targets after which a story ends, though its document goes on: no story of the trade is as long, and a
stream of one document would have to be held as a whole."""

_LEAST = 20
"""Characters that an item counts for at least: of empty ones, too, a chunk holds only so many."""

_BREAK = "\n\n"


def chunks(items: Iterable[Item]) -> Iterator[Chunk]:
    """Yield ``items`` as stories in chunks, in order; how they are cut depends on the items alone."""
    held: list[Bundle] = []
    size = 0
    for bundle in bundles(items):
        held.append(bundle)
        size += sum(map(_size, bundle))
        if size >= CHUNK_CHARACTERS:
            yield tuple(held)
            held, size = [], 0
    if held:
        yield tuple(held)


def bundles(items: Iterable[Item]) -> Iterator[Bundle]:
    """Yield neighbours of one document and source language together, as far as a story goes, others one by one."""
    for _, group in groupby(enumerate(items), _story_of):
        held: list[Item] = []
        size = 0
        for _, item in group:
            if held and size + _size(item) > STORY_CHARACTERS:
                yield tuple(held)
                held, size = [], 0
            held.append(item)
            size += _size(item)
        yield tuple(held)


def _size(item: Item) -> int:
    return max(len(item.target), _LEAST)


def is_whole(bundle: Bundle) -> bool:
    """Tell whether ``bundle`` is a story by itself: one item of several paragraphs."""
    return len(bundle) == 1 and bundle[0].document is None and sum(line.gap for line in lines(bundle[0].target)) > 1


def _story_of(numbered: tuple[int, Item]) -> tuple[object, ...]:
    number, item = numbered
    return (number,) if item.document is None else (item.document, item.source_language)


def joined(texts: Iterable[str]) -> str:
    """Return ``texts`` as the paragraphs of one text."""
    return _BREAK.join(texts)


@dataclass(frozen=True, slots=True)
class Joined:
    """One side of a bundle as a document; ``starts`` are where the text of each item begins in it."""

    document: Document
    texts: tuple[str, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, texts: Sequence[str], language: str | None = None, *, whole: bool = False) -> Joined:
        """Return ``texts``, one of each item, as a story: all body unless it is ``whole``, as a file would hold it."""
        steps = accumulate((len(text) + len(_BREAK) for text in texts), initial=0)
        starts = tuple(start for start, _ in zip(steps, texts, strict=False))
        document = document_from_text("batch", joined(texts), furniture=whole, language=language)
        return cls(document, tuple(texts), starts)

    def item_at(self, offset: int) -> int:
        """Return the index of the item whose text holds the code point at ``offset`` or stands before it."""
        return bisect_right(self.starts, offset) - 1

    def segments(self) -> tuple[tuple[Segment, ...], ...]:
        """Return the sentences of each item."""
        found: list[list[Segment]] = [[] for _ in self.texts]
        for segment in self.document.segments:
            found[self.item_at(segment.span.start)].append(segment)
        return tuple(map(tuple, found))

    def findings(self, found: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
        """Return the findings by the item that their primary anchor is in, spans in that item's text.

        Their other anchors may lie in other items and are left out.
        """
        shares: list[list[Finding]] = [[] for _ in self.texts]
        for finding in found:
            index = self.item_at(finding.primary.span.start)
            here = self.place(finding.primary.span, index)
            anchor = Anchor(here, here.of(self.texts[index]))
            shares[index].append(replace(finding, anchors=(anchor,)))
        return tuple(map(tuple, shares))

    def place(self, span: Span, index: int) -> Span:
        """Return where ``span``, which begins in the item at ``index``, lies in the text of that item."""
        start, length = self.starts[index], len(self.texts[index])
        return Span(min(span.start - start, length), min(span.end - start, length))


def links(target: Joined, other: Joined) -> tuple[tuple[Link, ...], ...]:
    """Return, for each item, which sentences answer which; those of one item answer only each other."""
    return tuple(
        align_segments(target.document, ours, other.document, theirs)
        for ours, theirs in zip(target.segments(), other.segments(), strict=True)
    )
