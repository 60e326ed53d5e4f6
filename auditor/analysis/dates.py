"""Months and days of the week in the languages that stories are translated from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from auditor.config import gazetteer
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
        CalendarWord(Span(*match.span()), match.group(), kind, numbers[match.group().lower()])
        for kind, pattern, numbers in _tables(language or "")
        for match in pattern.finditer(text)
    )
    return tuple(sorted(found, key=lambda word: word.span))


@cache
def _tables(language: str) -> tuple[tuple[CalendarKind, re.Pattern[str], dict[str, int]], ...]:
    table = gazetteer("calendar_words").get(language)
    if table is None:
        return ()
    tables = []
    for kind in CalendarKind:
        numbers = {form.replace("_", " "): n for n, forms in enumerate(table[f"{kind}s"], 1) for form in forms.split()}
        words = "|".join(map(re.escape, sorted(numbers, key=len, reverse=True)))
        # A Chinese or Japanese word has no space before or after it; English tells "may" and "march" by the capital.
        bounds = ("", "") if language in {"zh", "ja"} else (r"(?<!\w)", r"(?!\w)")
        if language == "en":
            words = "|".join(map(str.capitalize, words.split("|")))
        flags = re.NOFLAG if language == "en" else re.IGNORECASE
        tables.append((kind, re.compile(f"{bounds[0]}(?:{words}){bounds[1]}", flags), numbers))
    return tuple(tables)
