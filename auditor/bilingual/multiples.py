"""Halves, thirds and multiples that two texts tell: which of them say another, and which turn a part round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from auditor.analysis import Firmness, Number, in_hundred
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

_TOLD_AS_ORDINAL = 4
"""Lower places are told in many ways: "again", "runner-up"."""

_BEFORE_PART = re.compile(r"\b(?:an?|one|two)[\s-]$", re.IGNORECASE)
"""Makes a part of an English ordinal: "a third"."""

_OF_SHARES = re.compile(r"\b(?:of|in|every|each|per|out of|to|for|-)[\s-](?:the |every |all )?$", re.IGNORECASE)

_BY = re.compile(r"\b(?:rise|rises|rose|risen|grow\w*|grew|increas\w+|jump\w*|climb\w*|surg\w+|up) by (?:about )?$")
"""Stands before a half that is added to the whole."""

_ADJOINING = 1
"""Code points between two numbers that are one, as "un" and "tiers" are."""

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
    if len(halves) == len(ours) == 1:
        half_more = halves[0].values[0] == _HALF_MORE and not _adds_half(pair.ours, ours[0])
        if half_more or same_thing(pair, halves[0], ours[0]):
            yield halves[0], ours[0]
    whole = [n for n in pair.ours.numbers if n.values[0] >= 1]  # "half" may be thirty minutes
    lost = [n for n in loose if n.values[0] >= _ROUND and not is_answered(n, whole)]
    for number in pair.figures.added:
        if number.firmness is not Firmness.FIGURES:
            continue
        met = [n for n in lost if _near(n, number) and same_thing(pair, n, number)]
        if len(met) == 1:
            yield met[0], number


def _adds_half(side: Side, half: Number) -> bool:
    """Tell whether an English half is by how much a thing grew, which makes it half as much again: “rose by half”."""
    unit = side.text.startswith(" a", half.span.end)  # “by half a point”
    return not unit and _BY.search(side.text, 0, half.span.start) is not None


def ordinals_altered(pair: Pair) -> Iterator[tuple[Number, Number]]:
    """Yield the ordinal of the source with another of the translation, before what surely is the same thing."""
    lost = [n for n in pair.theirs.numbers if n.ordinal and not n.whole and n.values[0] >= _TOLD_AS_ORDINAL]
    lost += [n for n in pair.figures.missing if n.firmness is Firmness.FIGURES and n.clock is None]
    lost = [n for n in lost if not is_answered(n, pair.ours.numbers)]
    ours = [n for n in pair.ours.numbers if n.ordinal and not is_answered(n, pair.theirs.numbers)]
    if len(lost) == len(ours) == 1:
        late = lost[0].ordinal and lost[0].values[0] >= _ROUND
        if late or same_thing(pair, lost[0], ours[0]):
            yield lost[0], ours[0]


def parts_altered(pair: Pair) -> Iterator[tuple[Number, Number]]:
    """Yield the part of the source that the translation tells as another: a third for a tenth."""
    theirs, ours = _told_parts(pair.theirs), _told_parts(pair.ours)
    if len(theirs) != 1 or len(ours) != 1:
        return
    (part, number), (other, answer) = *theirs.items(), *ours.items()
    if part == other or is_answered(answer, _whole(pair.theirs)):
        return
    shares = {Fraction(share) for share in (*in_hundred(part), *in_hundred(1 - part))}
    if not any(not shares.isdisjoint(each.values) for each in pair.ours.numbers):
        yield number, answer


def _told_parts(side: Side) -> dict[Fraction, Number]:
    """Return the parts that ``side`` tells in words, each with the number that tells it."""
    found: dict[Fraction, Number] = {}
    for number in side.numbers:
        part = next((value for value in number.values if 0 < value < 1), None)
        if part and (not number.ordinal or _BEFORE_PART.search(side.text, 0, number.span.start)):
            found[part] = number
    return found


def _whole(side: Side) -> list[Number]:
    return [number for number in side.numbers if number.values[0] > 1 and not any(0 < v < 1 for v in number.values)]


def shares_lost(pair: Pair) -> Iterator[tuple[Number, Number]]:
    """Yield the wholes of which the source tells a share and the translation makes a count: seven for one in seven."""
    measured = {measure.number for measure in pair.theirs.measures}  # "3,9 % sur 12 mois"
    wholes = [number for number in pair.theirs.numbers if number.whole and number not in measured]
    if len(wholes) != 1:
        return
    whole = wholes[0]
    if pair.theirs.denials_around(whole.span):
        return  # «ни один из 11»: “none of its 11”
    shares = {value for value in whole.values[1:] if value not in {1, whole.values[0]}}
    answers = [n for n in pair.ours.numbers if whole.values[0] in n.values]
    told = any(n.whole or any(0 < v < 1 for v in n.values) or shares & set(n.values) for n in pair.ours.numbers)
    if len(answers) == 1 and not told and _is_count(answers[0], pair.ours):
        yield whole, answers[0]


def _is_count(number: Number, side: Side) -> bool:
    """Tell whether a number of the translation counts, and is no part of a share, a percentage or a rate."""
    if number.ordinal or number.firmness is Firmness.LOOSE:
        return False
    if any(unit.dimension == "share" for unit in side.units_of(number)):
        return False
    return _OF_SHARES.search(side.text, 0, number.span.start) is None


def _near(one: Number, other: Number) -> bool:
    first, second = one.values[0], other.values[0]
    return first > 0 and second > 0 and max(first, second) / min(first, second) <= _FAR


def parts_turned(pair: Pair) -> Iterator[tuple[Number, Number]]:
    """Yield the parts that are gone in the one text and left in the other: "a third less" for "a third of"."""
    for number in pair.theirs.numbers:
        if number.firmness is not Firmness.LOOSE:
            continue  # “deux fois moins” has its word for less
        for part in (value for value in number.values[:3] if 0 < value < 1):
            rivals, answers = (_worth(side, part) for side in (pair.theirs, pair.ours))
            if len(rivals) != 1 or len(answers) != 1:
                continue
            theirs, ours = _is_gone(pair.theirs, number), _is_gone(pair.ours, answers[0])
            if None not in {theirs, ours} and theirs != ours:
                yield number, answers[0]


def _worth(side: Side, part: Fraction) -> list[Number]:
    """Return the numbers that may be ``part``; of two that adjoin the last."""
    found = [number for number in side.numbers if part in number.values]
    return [
        one for at, one in enumerate(found) if at + 1 == len(found) or one.span.gap(found[at + 1].span) > _ADJOINING
    ]


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
