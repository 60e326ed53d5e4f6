"""Years, days, months and spans of time that a text tells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.analysis import Firmness, Number
from auditor.bilingual.side import Side
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span

_YEARS = range(1500, 2200)

_ORDINAL = re.compile(r"(?:first|second|third|th|\d(?:st|nd|rd))$", re.IGNORECASE)
"""How English numbers end that count a day, and not days."""


@dataclass(frozen=True, slots=True)
class Time:
    """A year, a day, a month or a span of time; ``worth`` is the same in every language."""

    kind: str
    worth: tuple[object, ...]
    span: Span


def fillers(language: str) -> str:
    """Return an expression for the small words that may stand between a time and what relates it to now."""
    words = "|".join(map(re.escape, language_of(language).times.fillers.split()))
    return rf"(?:(?:{words})\s?){{0,3}}" if words else ""


def times_of(side: Side) -> list[Time]:
    """Return the times that ``side`` tells, kind by kind."""
    spans = [
        m
        for m in side.measures
        if any(unit.dimension == "time" for unit in m.units)
        and not _is_year(m.number)  # “с 1924 года”
        and not (side.language == ENGLISH and _ORDINAL.search(m.number.text))
    ]
    found = [
        Time("span", (m.number.values[0], *sorted(unit.name for unit in m.units if unit.dimension == "time")), m.span)
        for m in spans
    ]
    taken = {measure.number for measure in spans}
    found += [
        Time("year", (number.values[0],), number.span)
        for number in side.numbers
        if _is_year(number) and number not in taken
    ]
    found += [
        Time("day" if word.kind == "weekday" else "month", (word.kind, word.number), word.span)
        for word in side.calendar
    ]
    return found


def _is_year(number: Number) -> bool:
    return number.firmness is Firmness.FIGURES and len(number.span) == 4 and number.values[0] in _YEARS
