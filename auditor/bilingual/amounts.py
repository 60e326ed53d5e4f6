"""Amounts that two texts put together from other numbers and units: 90 minutes and an hour and a half, 6ft 1in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from auditor.analysis import Number, Unit, durations
from auditor.bilingual.side import Side

_NEAR = {"time": 0.085}
"""How far the same amount may be rounded, as a share of it: six weeks are a month and a half."""

_NEAR_OTHERWISE = 0.07

_CLOCKED = 0.005
"""Seconds by which a time of sport may differ: less than a hundredth."""

_INCHES = 12
_HUNDREDTHS = 100
_SIXTIES = (3600, 60, 1)
_JOIN = re.compile(r"[\s,']{0,2}(?:(?:and|et|e|y|und|и|і|i|a) )?")


@dataclass(frozen=True, slots=True)
class Amount:
    """What numbers come to together: ``sizes`` in the first unit of ``dimension``; ``unit`` if one alone.

    ``exact``: a clock of sport shows it, to the hundredth of a second.
    """

    numbers: tuple[Number, ...]
    dimension: str
    sizes: tuple[float, ...]
    unit: Unit | None
    exact: bool = False


_WITH_TENTHS = {"metres", "seconds"}
"""Units behind which a bare number is of tenths or hundredths: 1米85, 39秒11."""


def without_amounts(numbers: Iterable[Number], side: Side, other: Side) -> list[Number]:
    """Return those of ``numbers``, from ``side``, that are no part of an amount that ``other`` tells as well."""
    left = list(numbers)
    ours, theirs = (tuple(_amounts(side)), tuple(_amounts(other))) if left else ((), ())
    return [
        number
        for number in left
        if not any(number in one.numbers and _same(one, another) for one in ours for another in theirs)
        and not _in_seconds(number, ours, other)
        and not any(another.exact and _is_worth(number, another) for another in theirs)
    ]


def _in_seconds(number: Number, own: Iterable[Amount], other: Side) -> bool:
    """Tell whether ``number`` is part of a time of sport that ``other`` tells in seconds without a unit: "20.53"."""
    return any(one.exact and number in one.numbers and any(_is_worth(n, one) for n in other.numbers) for one in own)


def _is_worth(number: Number, time: Amount) -> bool:
    return any(abs(float(number.values[0]) - size) < _CLOCKED for size in time.sizes)


def _same(one: Amount, other: Amount) -> bool:
    if one.dimension != other.dimension or (one.unit is not None and one.unit == other.unit):
        return False
    if one.exact or other.exact:
        return any(abs(first - second) < _CLOCKED for first in one.sizes for second in other.sizes)
    near = _NEAR.get(one.dimension, _NEAR_OTHERWISE)
    return any(abs(first / second - 1) <= near for first in one.sizes for second in other.sizes)


def _amounts(side: Side) -> Iterator[Amount]:
    for measure in side.measures:
        for unit in measure.units:
            if unit.size and (sizes := tuple(float(v) * unit.size for v in measure.number.values if v > 0)):
                yield Amount((measure.number,), unit.dimension, sizes, unit)
    yield from _compounds(side)
    yield from _hours_on(side)
    for span, seconds in durations(side.text):
        yield Amount(tuple(n for n in side.numbers if span.overlaps(n.span)), "time", (seconds,), None, exact=True)


def _compounds(side: Side) -> Iterator[Amount]:
    """Yield amounts of two numbers: "6 feet 1 inch", "2 h 30 min", and 1米85, where the second has no unit."""
    measures = {measure.number: measure for measure in side.measures}
    units = [(measure.number, measure.span) for measure in side.measures]  # “minute” is a number too: sixty
    counts = [n for n in side.numbers if not any(span.covers(n.span) and n is not own for own, span in units)]
    for first, second in pairwise(counts):
        measure, smaller = measures.get(first), measures.get(second)
        if not first.values[0] or not second.values[0]:
            continue
        if measure is None:
            if side.text[first.span.end : second.span.start] == "'":
                yield _together(first, second, "length", 0.3048, 0.0254)
            continue
        if not _JOIN.fullmatch(side.text, measure.span.end, second.span.start):
            continue
        for unit in measure.units:
            if not unit.size:
                continue
            for part in smaller.units if smaller else ():
                if part.dimension == unit.dimension and part.size and part.size < unit.size:
                    yield _together(first, second, unit.dimension, unit.size, part.size)
            if smaller is None and unit.name == "feet" and second.values[0] < _INCHES:
                yield _together(first, second, unit.dimension, unit.size, unit.size / _INCHES)
            elif smaller is None and unit.name in _WITH_TENTHS and second.values[0] < _HUNDREDTHS:
                tenths = 10 if second.values[0] < 10 else _HUNDREDTHS
                yield _together(first, second, unit.dimension, unit.size, unit.size / tenths)


def _hours_on(side: Side) -> Iterator[Amount]:
    """Yield times told in hours, minutes and seconds."""
    for told in zip(side.measures, side.measures[1:], side.measures[2:], strict=False):
        if [{unit.name for unit in measure.units} for measure in told] == [{"hours"}, {"minutes"}, {"seconds"}]:
            seconds = sum(float(each.number.values[0]) * size for each, size in zip(told, _SIXTIES, strict=True))
            yield Amount(tuple(each.number for each in told), "time", (seconds,), None)


def _together(first: Number, second: Number, dimension: str, size: float, smaller: float) -> Amount:
    whole = float(first.values[0]) * size + float(second.values[0]) * smaller
    return Amount((first, second), dimension, (whole,), None)
