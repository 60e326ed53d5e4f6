"""Sums and measures: the numbers of a text together with their units."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache

from auditor.analysis.durations import durations
from auditor.analysis.numbers import Number
from auditor.config import gazetteer
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of money or measure, by its English name.

    ``size`` is how many of the dimension's first unit it is; None where no factor tells one in the other. ``of`` is the
    unit of which it is a rate, if of any: kilometres an hour of kilometres.
    """

    name: str
    dimension: str
    size: float | None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A number with what it counts; ``units`` are all that the word may mean."""

    span: Span
    number: Number
    units: frozenset[Unit]


_LETTER = "A-Za-z\u00b5-\u024f\u0370-\u052f\u0621-\u064a"
_ENDED = rf"(?:(?<![{_LETTER}])|(?![{_LETTER}]))"
"""A word of an alphabet must end; an ideograph or a sign may have any neighbour."""

_AHEAD = 16
"""Code points in front of a number in which words for a rate are sought."""

_NATIONS = r"(?:(?:U\.S\.|US|American|Canadian|Australian|British|Swiss|Hong Kong)[ -])?"


def measures(text: str, language: str, counts: Sequence[Number]) -> tuple[Measure, ...]:
    """Return those of ``counts``, the numbers of ``text``, that have a unit of money or measure, in its order.

    ``language`` is a bare language subtag. The unit may stand before the number (“€5”), after it, or behind the second
    number of a range.
    """
    found: list[Measure] = []
    clocked = [span for span, _ in durations(text)]
    for number in reversed(counts):
        if any(span.overlaps(number.span) for span in clocked):
            continue
        measure = _before(number, text) or _after(number, text, language)
        if (
            measure is None
            and found
            and _onwards(language).fullmatch(text, number.span.end, found[-1].number.span.start)
        ):
            measure = Measure(number.span, number, found[-1].units)
        if measure is not None:
            found.append(measure)
    return tuple(reversed(found))


def names_unit(text: str, language: str, units: Collection[Unit]) -> bool:
    """Tell whether ``text`` names any of ``units``, with a number or without."""
    return any(_anywhere(language, unit).search(text) for unit in units)


def units_of(dimension: str) -> tuple[Unit, ...]:
    """Return every unit of ``dimension``."""
    return tuple(unit for unit in _units(ENGLISH) if unit.dimension == dimension)


def _before(number: Number, text: str) -> Measure | None:
    """Return the sum whose sign stands in front of ``number``."""
    head = text[max(number.span.start - 5, 0) : number.span.start]
    found = {unit: match for unit, sign in _signs_before() if (match := sign.search(head))}
    if not found:
        return None
    longest = max(len(match[1]) for match in found.values())
    units = frozenset(unit for unit, match in found.items() if len(match[1]) == longest)
    start = number.span.start - len(next(m for m in found.values() if len(m[1]) == longest).group())
    return Measure(Span(start, number.span.end), number, units)


def _after(number: Number, text: str, language: str) -> Measure | None:
    between = _between(language).match(text, number.span.end)
    starts = {number.span.end, between.end() if between else number.span.end}
    if text[number.span.end : number.span.end + 1] in {" ", "-", "\u00a0"}:
        starts.add(number.span.end + 1)
    found = [
        (match.end(), unit)
        for unit, patterns in _units(language).items()
        for pattern in patterns
        for start in starts
        if (match := pattern.match(text, start)) and match.end() > number.span.end
    ]
    if not found:
        return None
    end = max(where for where, _ in found)
    units = frozenset(unit for where, unit in found if where == end)
    return Measure(Span(number.span.start, end), number, units | _rates(number, text, units))


def _rates(number: Number, text: str, units: frozenset[Unit]) -> frozenset[Unit]:
    """Return the rates that ``units`` are behind words in front of ``number``: 每小时25公里."""
    head = text[max(number.span.start - _AHEAD, 0) : number.span.start]
    names = {unit.name for unit in units}
    return frozenset(rate for rate, whole, ahead in _rates_ahead() if whole in names and ahead.search(head))


@cache
def _rates_ahead() -> tuple[tuple[Unit, str, re.Pattern[str]], ...]:
    """Return each rate with the unit of which it is one, and what says so in front of the number."""
    return tuple(
        (_unit(name, entry), entry["of"], re.compile(rf"(?:{entry['ahead']})[^\d,.;，。；]*$", re.IGNORECASE))
        for name, entry in gazetteer("units").items()
        if "ahead" in entry
    )


@cache
def _between(language: str) -> re.Pattern[str]:
    """Return what may stand between a number and its unit."""
    known = language_of(language)
    space = " " if known.writing.spaced else ""
    words = [re.escape(word) + ("" if word.endswith(("'", "’")) else space) for word in known.of]
    return re.compile(rf"[\s-]?(?:{'|'.join(words)})?{_NATIONS}")


@cache
def _onwards(language: str) -> re.Pattern[str]:
    """Return what joins the first number of a range to the second, which alone has the unit."""
    words = "".join(f"|{re.escape(word)}" for word in language_of(language).ranges)
    return re.compile(rf"\s?(?:[-–~～]{words})\s?")


@cache
def _signs_before() -> tuple[tuple[Unit, re.Pattern[str]], ...]:
    table = gazetteer("units")
    return tuple(
        (_unit(name, entry), re.compile(rf"(?<![{_LETTER}])({entry['signs']})\s?$"))
        for name, entry in table.items()
        if entry["dimension"] == "money" and "signs" in entry
    )


@cache
def _anywhere(language: str, unit: Unit) -> re.Pattern[str]:
    """Return an expression for ``unit`` wherever it stands."""
    patterns = _units(language)[unit]
    forms = "|".join(f"(?i:{p.pattern})" if p.flags & re.IGNORECASE else p.pattern for p in patterns)
    return re.compile(rf"(?<![{_LETTER}])(?:{forms})")


@cache
def _units(language: str) -> dict[Unit, tuple[re.Pattern[str], ...]]:
    """Return the expressions of each unit: its signs, its words, its words in one language."""
    own = language_of(language).units
    return {
        _unit(name, entry): tuple(
            re.compile(f"(?:{forms}){_ENDED}", flags)
            for forms, flags in (
                (entry.get("signs"), re.NOFLAG),
                (entry.get("forms"), re.IGNORECASE),
                (own.get(name), re.IGNORECASE),
            )
            if forms
        )
        for name, entry in gazetteer("units").items()
    }


def _unit(name: str, entry: dict[str, object]) -> Unit:
    size = entry.get("size")
    of = entry.get("of")
    return Unit(name, str(entry["dimension"]), float(str(size)) if size is not None else None, str(of) if of else None)
