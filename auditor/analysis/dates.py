"""Months and days of the week in the languages that stories are translated from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from auditor.languages import language as language_of
from auditor.model import Span


class CalendarKind(StrEnum):
    """What a word of the calendar names."""

    MONTH = "month"
    WEEKDAY = "weekday"


@dataclass(frozen=True, slots=True)
class CalendarWord:
    """A month (1-12) or a day of the week (1 is Monday) named in a text."""

    span: Span
    text: str
    kind: CalendarKind
    number: int


def calendar_words(text: str, language: str | None) -> tuple[CalendarWord, ...]:
    """Return the months and weekdays that ``text`` names, in its order; none in a language without a list."""
    found = (
        CalendarWord(Span(*match.span()), match.group(), kind, number)
        for kind, pattern, numbers in _tables(language or "")
        for match in pattern.finditer(text)
        if (number := numbers.get(match.group().lower()))  # none for a capital İ, which has no plain small letter
    )
    return tuple(sorted(found, key=lambda word: word.span))


@cache
def _tables(language: str) -> tuple[tuple[CalendarKind, re.Pattern[str], dict[str, int]], ...]:
    calendar = language_of(language).calendar
    tables = []
    for kind, names in ((CalendarKind.MONTH, calendar.months), (CalendarKind.WEEKDAY, calendar.weekdays)):
        numbers = {form.replace("_", " "): number for number, forms in enumerate(names, 1) for form in forms.split()}
        if not numbers:
            continue
        words = "|".join(map(re.escape, sorted(numbers, key=len, reverse=True)))
        bounds = ("", "") if calendar.attached else (r"(?<!\w)", r"(?!\w)")
        if calendar.capitalised:
            words = "|".join(map(str.capitalize, words.split("|")))
        flags = re.NOFLAG if calendar.capitalised else re.IGNORECASE
        tables.append((kind, re.compile(f"{bounds[0]}(?:{words}){bounds[1]}", flags), numbers))
    return tuple(tables)
