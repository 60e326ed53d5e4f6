"""How long a translation is against what its source lets expect."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, log
from statistics import median

from auditor.alignment.sketch import sketch
from auditor.bilingual.pairs import Pair
from auditor.bilingual.story import Story
from auditor.languages import language as language_of
from auditor.model import Document, Link

_FREE = 0.35
"""Difference of length, as a logarithm, beyond which a translation is free."""

_AS_EXPECTED = 0.3
"""Difference of length, as a logarithm, within which three sentences hold what they should: one more is 0.4."""

_ACRONYM = 6
"""Letters of the longest acronym that is counted."""

_ENOUGH = 8
"""Pairs from which a story's own ratio is used."""


def excess(pairs: Sequence[Pair]) -> list[float]:
    """Return for each pair how much longer than usual the translation is, as a logarithm; less than 0 if shorter."""
    ratios = [log(pair.ours.sketch.length / pair.theirs.sketch.length) for pair in pairs]
    own = median(ratios) if len(pairs) >= _ENOUGH else None
    usual = [language_of(pair.theirs.language).length if own is None else own for pair in pairs]
    return [ratio - expected for ratio, expected in zip(ratios, usual, strict=True)]


def acronyms_gone(pair: Pair) -> int:
    """Return how many acronyms of the source the translation does not have: it may write them out."""
    kept = {word.replace(".", "") for word in pair.ours.words}
    return len({word for word in pair.theirs.words if word.isupper() and 1 < len(word) <= _ACRONYM} - kept)


def is_close(pair: Pair) -> bool:
    """Tell whether one sentence answers one of about its length: it may be compared word by word."""
    [beyond] = excess([pair])
    return len(pair.sentences) == 1 and len(pair.link.other) == 1 and abs(beyond) <= _FREE


def resegmented(story: Story, link: Link) -> bool:
    """Tell whether ``link`` and its neighbours together are as long as expected: sentences were cut elsewhere."""
    if story.source is None:
        return False
    where = story.source_links.index(link)
    around = story.source_links[max(where - 1, 0) : where + 2]
    ours = sum(_length(story.target, one.target) for one in around)
    theirs = sum(_length(story.source, one.other) for one in around)
    return ours > 0 and theirs > 0 and abs(log(ours / theirs) - language_of(story.spoken).length) < _AS_EXPECTED


def _length(document: Document, sentences: tuple[int, ...]) -> float:
    return sum(sketch(document.segments[number - 1].span.of(document.text)).length for number in sentences)


def share(excess_: float) -> int:
    """Return the length in per cent of what was to be expected."""
    return round(100 * exp(excess_))
