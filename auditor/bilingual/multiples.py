"""Halves, thirds and multiples that two texts tell: which of them say another, and which turn a part round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from auditor.analysis import Firmness, Number
from auditor.bilingual.counted import same_thing
from auditor.bilingual.figures import is_answered
from auditor.bilingual.pairs import Pair
from auditor.bilingual.side import Side, clause_around
from auditor.languages import language as language_of
from auditor.model import Span

_HALF, _HALF_MORE = Fraction(1, 2), Fraction(3, 2)
_PARTS = {_HALF, _HALF_MORE, Fraction(1, 4), Fraction(3, 4)}
_ROUND = 10
"""The least that a word such as "dozen" stands for."""

_FAR = 20
"""Ratio of two numbers beyond which neither was put for the other."""

_REACH = 24
"""Code points beside a part in which a word says whether it is what is left or what is gone."""


def altered(pair: Pair) -> Iterator[tuple[Number, Number]]:
    """Yield the loose numbers of the source for which the translation has another: a half for one and a half.

    A round one ("une trentaine") is met by a figure alone, and both must count the same.
    """
    loose = [n for n in pair.theirs.numbers if n.firmness is Firmness.LOOSE]
    halves = [n for n in loose if n.values[0] in _PARTS and not is_answered(n, pair.ours.numbers)]
    ours = [n for n in pair.ours.numbers if n.firmness is Firmness.LOOSE and n.values[0] in _PARTS]
    ours = [n for n in ours if not is_answered(n, pair.theirs.numbers)]
    if len(halves) == len(ours) == 1 and (halves[0].values[0] == _HALF_MORE or same_thing(pair, halves[0], ours[0])):
        yield halves[0], ours[0]
    whole = [n for n in pair.ours.numbers if n.values[0] >= 1]  # "half" may be thirty minutes
    lost = [n for n in loose if n.values[0] >= _ROUND and not is_answered(n, whole)]
    for number in pair.figures.added:
        if number.firmness is not Firmness.FIGURES:
            continue
        met = [n for n in lost if _near(n, number) and same_thing(pair, n, number)]
        if len(met) == 1:
            yield met[0], number


def _near(one: Number, other: Number) -> bool:
    first, second = one.values[0], other.values[0]
    return first > 0 and second > 0 and max(first, second) / min(first, second) <= _FAR


def parts_turned(pair: Pair) -> Iterator[tuple[Number, Number]]:
    """Yield the parts that are gone in the one text and left in the other: "a third less" for "a third of"."""
    for number in pair.theirs.numbers:
        for part in (value for value in number.values[:3] if 0 < value < 1):
            rivals, answers = (_worth(side, part) for side in (pair.theirs, pair.ours))
            if len(rivals) != 1 or len(answers) != 1:
                continue
            theirs, ours = _is_gone(pair.theirs, number), _is_gone(pair.ours, answers[0])
            if None not in {theirs, ours} and theirs != ours:
                yield number, answers[0]


def _worth(side: Side, part: Fraction) -> list[Number]:
    """Return the numbers that may be ``part``; of two that adjoin ("un" and "tiers") the last."""
    found = [number for number in side.numbers if part in number.values]
    return [one for at, one in enumerate(found) if at + 1 == len(found) or not _adjoin(one, found[at + 1])]


def _adjoin(one: Number, behind: Number) -> bool:
    return behind.span.start - one.span.end <= 1


def _is_gone(side: Side, number: Number) -> bool | None:
    """Tell whether a part is gone ("a third less") or left ("a third of what it was"); None where neither is sure."""
    less, left = _forms(side.language)
    if less is None or left is None:
        return None
    clause = clause_around(side.text, number.span)
    around = Span(max(number.span.start - _REACH, clause.start), min(number.span.end + _REACH, clause.end))
    if less.search(side.text, around.start, around.end):
        return True
    return False if left.search(side.text, around.start, around.end) else None


@cache
def _forms(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    told = language_of(language).multiples
    edges = (r"(?<!\w)", r"(?!\w)") if language_of(language).writing.spaced else ("", "")
    found = (re.compile(f"(?:{form})".join(edges), re.IGNORECASE) if form else None for form in (told.less, told.left))
    less, left = found
    return less, left
