"""Numbers of two texts that answer each other, and those that do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from math import log10

from auditor.analysis import CalendarKind, Firmness, Number, calendar_words, numbers
from auditor.checks.accuracy.linked import Pair

ENGLISH = "en"

_CONVERTED = re.compile(
    r"[\s-]?(?:miles?|mph|feet|foot|ft|inch(?:es)?|yards?|pounds?|lbs?|acres?|gallons?|ounces?"
    r"|(?:degrees? |°\s?)?(?:F\b|Fahrenheit))"
)
_FACTORS = (0.621, 3.281, 0.394, 1.094, 2.205, 2.471, 0.264, 0.0353, 1.8)
"""Miles in a kilometre, feet and yards in a metre, and so on: what one measure is in another."""

_NEAR = 0.07
"""How far a converted measure may be rounded."""

_SIGNS = {
    "$": ("dollar", "dólar", "$", "доллар", "dolar", "美元", "ドル", "डॉलर", "دولار"),
    "£": ("livre", "libra", "pfund", "sterlin", "£", "funt", "фунт", "liber", "英镑", "ポンド", "पाउंड"),
    "€": ("euro", "eur", "€", "евро", "欧元", "ユーロ", "यूरो", "يورو"),
}
"""Currency signs of English copy and the words for the currency elsewhere."""

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
    lost, new = _without_conversions(lost, new, text, other)
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
    lost: list[Number], new: list[Number], text: str, other: str
) -> tuple[list[Number], list[Number]]:
    """Leave out measures and sums of money that the translation tells in another unit."""
    for number in tuple(new):
        answers = [n for n in lost if _converts(n, number, text, other)]
        if answers:
            new = [n for n in new if n is not number]
            lost = [n for n in lost if n.values != answers[0].values]
    return lost, new


def _converts(theirs: Number, ours: Number, text: str, other: str) -> bool:
    words = _SIGNS.get(text[ours.span.start - 1 : ours.span.start])
    if words is not None:
        return not any(word in other.lower() for word in words)
    if not _CONVERTED.match(text, ours.span.end):
        return False
    ratios = [float(ours.values[0] / value) for value in theirs.values if value > 0]
    return any(abs(ratio / factor - 1) < _NEAR for factor in _FACTORS for ratio in ratios)


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
