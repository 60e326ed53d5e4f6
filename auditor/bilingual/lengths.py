"""How long a translation is against what its source lets expect."""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp, log
from statistics import median

from auditor.alignment.lexicon import coverage
from auditor.alignment.sketch import length_of
from auditor.bilingual.pairs import Pair, stretch
from auditor.bilingual.story import Story
from auditor.languages import language as language_of
from auditor.model import Document, Link

_FREE = 0.35
"""Difference of length, as a logarithm, beyond which a translation is free."""

_LONGER = 0.45
"""The same where the translation is the longer one: it explains and spells out."""

_AS_EXPECTED = 0.3
"""Difference of length, as a logarithm, within which three sentences hold what they should: one more is 0.4."""

_ACRONYM = 6
"""Letters of the longest acronym that is counted."""

_ENOUGH = 8
"""Pairs from which a story's own ratio is used."""

_ANSWERED = 0.5
_KNOWN = 3
"""Share of a sentence's words, and how many of them, that answer the source of a neighbour and show it cut in two."""

_FOR_READERS = re.compile(
    r"\s?\((?:about |some |around )?[$€£]?\d[^()]{0,30}\)"
    r"|(?:the )?(?:\w+ ){0,2}(?:city|town|village|region|province|state|district|island|port|capital) of (?=[A-Z])"
)
"""What a desk adds for its readers: a measure or a sum in other units, and what a place is."""


def excess(pairs: Sequence[Pair]) -> list[float]:
    """Return for each pair how much longer than usual the translation is, as a logarithm; less than 0 if shorter."""
    ratios = [log(_told(pair.ours.text) / pair.theirs.sketch.length) for pair in pairs]
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
    return len(pair.sentences) == 1 and len(pair.link.other) == 1 and -_FREE <= beyond <= _LONGER


def resegmented(story: Story, link: Link) -> bool:
    """Tell whether sentences were cut elsewhere.

    ``link`` and its neighbours together are as long as expected, or a sentence that answers none, or that none answers,
    has the words of a neighbour.
    """
    if story.source is None:
        return False
    where = story.source_links.index(link)
    around = story.source_links[max(where - 1, 0) : where + 2]
    lonely = (one for one in around if not one.other or not one.target)
    if any(_answer_each_other(story, one, other) for one in lonely for other in around if link in (one, other)):
        return True
    ours = sum(_length(story.target, one.target) for one in around)
    theirs = sum(_length(story.source, one.other) for one in around)
    return ours > 0 and theirs > 0 and abs(log(ours / theirs) - language_of(story.spoken).length) < _AS_EXPECTED


def _answer_each_other(story: Story, lonely: Link, neighbour: Link) -> bool:
    """Tell whether a sentence that answers none, or that none answers, says what the ``neighbour`` does."""
    numbers = (lonely.target, neighbour.other) if lonely.target else (neighbour.target, lonely.other)
    if story.source is None or not all(numbers):
        return False
    ours, theirs = stretch(story.target, numbers[0]), stretch(story.source, numbers[1])
    found = coverage(theirs.of(story.source.text), ours.of(story.target.text), story.spoken)
    if found is None:
        return False
    told, without = len(found.answered), len(found.unfounded)
    if not lonely.target:
        told, without = found.known - told - without - len(found.lost), len(found.lost)
    return told >= _KNOWN and told >= _ANSWERED * (told + without)


def _length(document: Document, sentences: tuple[int, ...]) -> float:
    return sum(_told(document.segments[number - 1].span.of(document.text)) for number in sentences)


def _told(text: str) -> float:
    """Return the length of ``text`` without what is there for its readers alone."""
    return length_of(_FOR_READERS.sub("", text))


def share(excess_: float) -> int:
    """Return the length in per cent of what was to be expected."""
    return round(100 * exp(excess_))
