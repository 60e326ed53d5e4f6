"""The sentences of a story beside those of the source (or the reference) that they answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.analysis import Sentence, plain
from auditor.bilingual.story import Story
from auditor.model import Document, Link, Span, primary_language


@dataclass(frozen=True, slots=True)
class Pair:
    """Target sentences and the other text's that they answer.

    ``text`` is the target's, ``other`` the source's, both with plain quotes and spaces; an offset in ``text`` plus
    ``start`` is one in the document. ``around`` and ``other_around`` are the same with a sentence more on each side:
    what stands there was moved, not lost.
    """

    sentences: tuple[Sentence, ...]
    start: int
    text: str
    other: str
    around: str
    other_around: str
    link: Link

    @property
    def span(self) -> Span:
        """Where the target sentences stand."""
        return Span(self.start, self.start + len(self.text))

    def place(self, span: Span) -> Span:
        """Return the document span of a span of ``text``."""
        return span.shift(self.start)


def source_pairs(story: Story) -> Iterator[Pair]:
    """Yield the target sentences with the source that they answer; sentences without an answer are left out."""
    if story.source is not None:
        yield from _pairs(story, story.source, story.source_links)


def reference_pairs(story: Story) -> Iterator[Pair]:
    """Yield the target sentences with those of the reference that they answer."""
    if story.reference is not None:
        yield from _pairs(story, story.reference, story.reference_links)


def source_sentences(story: Story, number: int) -> str | None:
    """Return the source of the target sentence ``number`` (1-based), or None where none is in hand."""
    if story.source is None:
        return None
    numbers = sorted({n for link in story.source_links if number in link.target for n in link.other})
    spans = [story.source.segments[n - 1].span for n in numbers]
    return plain(" ".join(span.of(story.source.text) for span in spans)) if spans else None


def language(story: Story) -> str:
    """Return the bare language subtag of the source, or nothing where it is not known."""
    return primary_language(story.source_language) or ""


def _pairs(story: Story, other: Document, links: Sequence[Link]) -> Iterator[Pair]:
    sentences = story.analysis.sentences
    for link in links:
        if not link.target or not link.other:
            continue
        span = _stretch(story.target, link.target, 0)
        yield Pair(
            sentences=tuple(sentences[number - 1] for number in link.target),
            start=span.start,
            text=plain(span.of(story.target.text)),
            other=plain(_stretch(other, link.other, 0).of(other.text)),
            around=plain(_stretch(story.target, link.target, 1).of(story.target.text)),
            other_around=plain(_stretch(other, link.other, 1).of(other.text)),
            link=link,
        )


def _stretch(document: Document, numbers: tuple[int, ...], more: int) -> Span:
    """Return the text from the first to the last of the sentences, with ``more`` on each side."""
    first, last = max(numbers[0] - 1 - more, 0), min(numbers[-1] - 1 + more, len(document.segments) - 1)
    return Span(document.segments[first].span.start, document.segments[last].span.end)
