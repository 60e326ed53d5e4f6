"""Numbers of two texts that answer each other, and those that do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import log10

from auditor.analysis import (
    CalendarKind,
    Firmness,
    Measure,
    Number,
    Unit,
    calendar_words,
    measures,
    names_unit,
    numbers,
    units_of,
)
from auditor.bilingual.pairs import Pair
from auditor.model import ENGLISH

_NEAR = 0.07
"""How far a converted measure may be rounded, as a share of it."""

_DEGREES = {"degrees Celsius", "degrees Fahrenheit"}
_DEGREE = 1.5
"""How far a converted temperature, or a difference of two, may be rounded."""

_ROUNDED = re.compile(
    r"(?:about|around|nearly|almost|some|over|under|than|roughly|approximately|up to|an? )\s*\S?$", re.IGNORECASE
)
_ROUGHLY = Fraction(3, 100)
"""How far a number said to be rounded may lie from the exact one."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Numbers without an answer: those of the source beside what stands in their place, lost ones, new ones."""

    altered: tuple[tuple[Number, Number], ...]
    missing: tuple[Number, ...]
    added: tuple[Number, ...]


def differences(pair: Pair, language: str) -> Differences:
    """Return how the numbers of ``pair`` differ; ``language`` is that of its other text."""
    return _differences(pair.text, pair.other, pair.around, pair.other_around, language)


@lru_cache(maxsize=512)
def _differences(text: str, other: str, around: str, other_around: str, language: str) -> Differences:
    ours, theirs = numbers(text, ENGLISH), numbers(other, language)
    lost, new = _unanswered(theirs, ours)
    lost = [n for n in lost if not _answered(n, (*ours, *_months(text, ENGLISH)))]
    new = [n for n in new if not _answered(n, (*theirs, *_months(other, language)))]
    new = [n for n in new if not _in_brackets(n, text)]
    lost, new = _without_roundings(lost, new, text)
    lost, new = _without_conversions(lost, new, measures(text, ENGLISH), other, language)
    altered = tuple(_couples(lost, new))
    lost = [n for n in lost if n not in [first for first, _ in altered]]
    new = [n for n in new if n not in [second for _, second in altered]]
    return Differences(
        altered,
        tuple(n for n in lost if not _answered(n, numbers(around, ENGLISH))),
        tuple(n for n in new if not _answered(n, numbers(other_around, language))),
    )


def _firm(found: Iterable[Number]) -> list[Number]:
    return [number for number in found if number.firmness > Firmness.LOOSE]


def _unanswered(theirs: Sequence[Number], ours: Sequence[Number]) -> tuple[list[Number], list[Number]]:
    """Pair off firm numbers one by one and return those that are left over on each side."""
    lost, new = _firm(theirs), _firm(ours)
    for likeliest in (True, False):
        for number in tuple(lost):
            answer = next((n for n in new if _equal(number, n, likeliest)), None)
            if answer is not None:
                lost.remove(number)
                new.remove(answer)
    return lost, new


def _equal(one: Number, other: Number, likeliest: bool = False) -> bool:
    if one.clock is not None and other.clock is not None:
        return one.clock == other.clock
    if likeliest:
        return one.values[0] == other.values[0]
    return not set(one.values).isdisjoint(other.values)


def _answered(number: Number, others: Iterable[Number]) -> bool:
    """Tell whether any of ``others`` says the same; a time of day may be told as a count of hours and minutes."""
    others = tuple(others)
    if any(_equal(number, other) for other in others):
        return True
    if number.clock is None:
        return False
    told = {value for other in others for value in other.values}
    hours, minutes = divmod(number.clock, 60)
    return minutes > 0 and {hours, minutes} <= told


def _months(text: str, language: str) -> Iterator[Number]:
    """Yield each month named in ``text`` as the number that a date in figures has for it."""
    for word in calendar_words(text, language):
        if word.kind is CalendarKind.MONTH:
            yield Number(word.span, word.text, (Fraction(word.number),), Firmness.LOOSE)


def _in_brackets(number: Number, text: str) -> bool:
    before = text[: number.span.start]
    return before.rfind("(") > before.rfind(")") or before.rfind("[") > before.rfind("]")


def _without_roundings(lost: list[Number], new: list[Number], text: str) -> tuple[list[Number], list[Number]]:
    for number in tuple(lost):
        answer = next((n for n in new if _rounds(number, n, text)), None)
        if answer is not None:
            lost = [n for n in lost if n is not number]
            new = [n for n in new if n is not answer]
    return lost, new


def _rounds(exact: Number, rounded: Number, text: str) -> bool:
    for one in exact.values:
        for other in rounded.values:
            if one <= 0 or other <= 0 or not _rounder(one, other):
                continue
            hedged = _ROUNDED.search(text, 0, rounded.span.start)
            if abs(one - other) <= _ROUGHLY * one if hedged else _rounding_of(one, other):
                return True
    return False


def _rounder(exact: Fraction, rounded: Fraction) -> bool:
    return _significant(rounded) < _significant(exact)


def _significant(value: Fraction) -> int:
    return len(f"{float(value):.10g}".replace(".", "").split("e")[0].strip("0"))


def _rounding_of(exact: Fraction, rounded: Fraction) -> bool:
    """Tell whether ``rounded`` is ``exact`` told with fewer places, two at least."""
    places = _significant(rounded)
    year = exact.denominator == 1 and 1900 <= exact < 2100
    return places >= 2 and not year and float(f"{float(exact):.{places - 1}e}") == float(rounded)


def _without_conversions(
    lost: list[Number], new: list[Number], ours: Sequence[Measure], other: str, language: str
) -> tuple[list[Number], list[Number]]:
    """Leave out measures and sums of money that the translation tells in another unit."""
    told = {measure.number: measure for measure in ours}
    meant = {measure.number: measure.units for measure in measures(other, language)}
    for number in tuple(new):
        if number not in told:
            continue
        units = told[number].units
        answers = [n for n in lost if _converts(n, meant.get(n), number, units, names_unit(other, language, units))]
        if answers:
            new = [n for n in new if n is not number]
            lost = [n for n in lost if n.values != answers[0].values]
    return lost, new


def _converts(theirs: Number, meant: frozenset[Unit] | None, ours: Number, units: frozenset[Unit], named: bool) -> bool:
    """Tell whether ``ours``, in ``units``, is ``theirs`` in another unit: in those ``meant``, or in any where unknown.

    Rates of exchange move, so that a sum passes in any currency that the source does not name (``named``).
    """
    for unit in units:
        if unit.dimension == "money" and not named:
            return True
        for other in meant or units_of(unit.dimension):
            if other != unit and other.dimension == unit.dimension and _is_told_in(theirs, other, ours, unit):
                return True
    return False


def _is_told_in(theirs: Number, their_unit: Unit, ours: Number, our_unit: Unit) -> bool:
    told = float(ours.values[0])
    if {their_unit.name, our_unit.name} == _DEGREES:
        fahrenheit = our_unit.name == "degrees Fahrenheit"
        shown = [degrees * 1.8 if fahrenheit else degrees / 1.8 for degrees in map(float, theirs.values)]
        zero = 32 if fahrenheit else -32 / 1.8
        return any(abs(told - one - start) < _DEGREE for one in shown for start in (0, zero))
    if not their_unit.size or not our_unit.size:
        return False
    factor = their_unit.size / our_unit.size
    return any(abs(told / (float(value) * factor) - 1) < _NEAR for value in theirs.values if value > 0)


def _couples(lost: list[Number], new: list[Number]) -> Iterator[tuple[Number, Number]]:
    """Yield the lost numbers with the new ones that most likely stand in their place: the nearest first."""
    fitting = [(one, other) for one in lost for other in new if (one.clock is None) == (other.clock is None)]
    taken: set[Number] = set()
    for one, other in sorted(fitting, key=lambda couple: _distance(*couple)):
        if one not in taken and other not in taken:
            taken |= {one, other}
            yield one, other


def _distance(one: Number, other: Number) -> float:
    return abs(log10(max(one.values[0], Fraction(1, 100))) - log10(max(other.values[0], Fraction(1, 100))))
