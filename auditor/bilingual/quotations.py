"""How much of a sentence, and of the source that it answers, stands between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from auditor.alignment.sketch import sketch
from auditor.analysis import quotations
from auditor.bilingual.pairs import Pair, source_pairs
from auditor.bilingual.story import Story
from auditor.model import Document, Span

DIRECT = 30
"""Letters from which quoted words are somebody's speech; less is a title, a term or a doubt."""

_ENDS = re.compile(r"[”»“«\"」』]$")
_MARK = re.compile(r"[“”„«»\"「」『』]")
_INSIDE_WORD = re.compile(r"\w[\"“”]\w")
_UNCOUNTED = re.compile(r"^\s*[-–—]\s?\w|(?<!\w)[`'‘’]|['’](?!\w)")
"""Speech behind a dash and single marks, which nobody can tell from apostrophes."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A pair with its quoted words.

    ``ours`` are the quoted stretches of the target, in the story, and ``theirs`` the quoted words of the source. The
    rest counts letters: of ``ours``, of the whole target sentence (``length``), of what the source lets ``ours`` expect
    (``expected``), and of both with a sentence more on each side (``around``, ``expected_around``).
    """

    pair: Pair
    ours: tuple[Span, ...]
    theirs: tuple[str, ...]
    letters: float
    length: float
    expected: float
    around: float
    expected_around: float


def quoted_pairs(story: Story) -> Iterator[Quoted]:
    """Yield the pairs of which either side quotes, where all marks are paired and none is single or a dash."""
    if story.source is None:
        return
    here, there = story.analysis.quotations, quotations(story.source)
    for pair in source_pairs(story):
        ours, theirs = _quoting(story.target, here, pair.link.target), _quoting(story.source, there, pair.link.other)
        texts = (pair.text, pair.other)
        if not (ours or theirs) or any(_UNCOUNTED.search(text) or _INSIDE_WORD.search(text) for text in texts):
            continue
        if not (_are_closed(story.target, ours) and _are_closed(story.source, theirs)):
            continue
        if (not ours and _MARK.search(pair.text)) or (not theirs and _MARK.search(pair.other)):
            continue
        length, ratio = _letters(pair.text), _letters(pair.text) / _letters(pair.other)
        yield Quoted(
            pair=pair,
            ours=tuple(_within(ours, _stretch(story.target, pair.link.target))),
            theirs=tuple(
                span.of(story.source.text) for span in _within(theirs, _stretch(story.source, pair.link.other))
            ),
            letters=_quoted_letters(story.target, here, pair.link.target),
            length=length,
            expected=_quoted_letters(story.source, there, pair.link.other) * ratio,
            around=_quoted_letters(story.target, here, pair.link.target, 1),
            expected_around=_quoted_letters(story.source, there, pair.link.other, 1) * ratio,
        )


def _stretch(document: Document, sentences: Sequence[int], more: int = 0) -> Span:
    first, last = max(sentences[0] - 1 - more, 0), min(sentences[-1] - 1 + more, len(document.segments) - 1)
    return Span(document.segments[first].span.start, document.segments[last].span.end)


def _quoting(document: Document, quoted: Sequence[Span], sentences: Sequence[int]) -> tuple[Span, ...]:
    """Return those of ``quoted`` that reach into ``sentences``."""
    stretch = _stretch(document, sentences)
    return tuple(span for span in quoted if span.overlaps(stretch))


def _are_closed(document: Document, quoted: Sequence[Span]) -> bool:
    return all(_ENDS.search(span.of(document.text)) for span in quoted)


def _within(quoted: Sequence[Span], stretch: Span) -> Iterator[Span]:
    """Yield the parts of ``quoted`` that lie in ``stretch``."""
    for span in quoted:
        if span.overlaps(stretch):
            yield Span(max(span.start, stretch.start), min(span.end, stretch.end))


def _quoted_letters(document: Document, quoted: Sequence[Span], sentences: Sequence[int], more: int = 0) -> float:
    return sum(_letters(span.of(document.text)) for span in _within(quoted, _stretch(document, sentences, more)))


def _letters(text: str) -> float:
    return sketch(text).length
