"""How much of a sentence, and of the source that it answers, stands between quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.alignment.sketch import sketch
from auditor.bilingual.pairs import Pair, stretch
from auditor.model import Document, Span

DIRECT = 30
"""Letters from which quoted words are somebody's speech; less is a title, a term or a doubt."""

_ENDS = re.compile(r"[”»“«\"」』]$")
_MARK = re.compile(r"[“”„«»\"「」『』]")
_INSIDE_WORD = re.compile(r"\w[\"“”]\w")
_UNCOUNTED = re.compile(r"^\s*[-–—]\s?\w|(?<!\w)[`'‘’]|['’](?!\w)|\"\"")
"""Speech behind a dash, single marks, which nobody can tell from apostrophes, and doubled ones, as tables have them."""


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


def quoted_pairs(
    target: Document, here: Sequence[Span], source: Document, there: Sequence[Span], pairs: Iterable[Pair]
) -> Iterator[Quoted]:
    """Yield the pairs of which either side quotes, where all marks are paired and none is single or a dash.

    ``here`` are the quotations of ``target``, ``there`` those of ``source``.
    """
    for pair in pairs:
        ours, theirs = _quoting(target, here, pair.link.target), _quoting(source, there, pair.link.other)
        texts = (pair.ours.text, pair.theirs.text)
        if not (ours or theirs) or any(_UNCOUNTED.search(text) or _INSIDE_WORD.search(text) for text in texts):
            continue
        if not (_are_closed(target, ours) and _are_closed(source, theirs)):
            continue
        if (not ours and _MARK.search(pair.ours.text)) or (not theirs and _MARK.search(pair.theirs.text)):
            continue
        length = pair.ours.sketch.length
        ratio = length / pair.theirs.sketch.length
        yield Quoted(
            pair=pair,
            ours=tuple(_within(ours, stretch(target, pair.link.target))),
            theirs=tuple(span.of(source.text) for span in _within(theirs, stretch(source, pair.link.other))),
            letters=_quoted_letters(target, here, pair.link.target),
            length=length,
            expected=_quoted_letters(source, there, pair.link.other) * ratio,
            around=_quoted_letters(target, here, pair.link.target, 1),
            expected_around=_quoted_letters(source, there, pair.link.other, 1) * ratio,
        )


def closed_in_source(pair: Pair, source: Document, there: Sequence[Span]) -> bool:
    """Tell whether the source of ``pair`` quotes, and closes all that it quotes in it.

    ``there`` are the quotations of ``source``.
    """
    reach = stretch(source, pair.link.other)
    theirs = _quoting(source, there, pair.link.other)
    return bool(theirs) and all(map(reach.covers, theirs)) and _are_closed(source, theirs)


def _quoting(document: Document, quoted: Sequence[Span], sentences: Sequence[int]) -> tuple[Span, ...]:
    """Return those of ``quoted`` that reach into ``sentences``."""
    reach = stretch(document, sentences)
    return tuple(span for span in quoted if span.overlaps(reach))


def _are_closed(document: Document, quoted: Sequence[Span]) -> bool:
    """Tell whether all that is ``quoted`` ends with its mark; a mark alone is no quotation."""
    return all(len(span) > 1 and _ENDS.search(span.of(document.text)) for span in quoted)


def _within(quoted: Sequence[Span], reach: Span) -> Iterator[Span]:
    """Yield the parts of ``quoted`` that lie in ``reach``."""
    for span in quoted:
        if span.overlaps(reach):
            yield Span(max(span.start, reach.start), min(span.end, reach.end))


def _quoted_letters(document: Document, quoted: Sequence[Span], sentences: Sequence[int], more: int = 0) -> float:
    return sum(_letters(span.of(document.text)) for span in _within(quoted, stretch(document, sentences, more)))


def _letters(text: str) -> float:
    return sketch(text).length
