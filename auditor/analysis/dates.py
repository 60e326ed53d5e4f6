"""Months and days of the week in the languages that stories are translated from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache

from auditor.languages import language as language_of
from auditor.model import Span

_BESIDE = 24
"""Code points before a month in which the end that is meant is sought."""


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


class Edge(Enum):
    """Which end of a month is meant."""

    BEGINS = "begins"
    ENDS = "ends"


@dataclass(frozen=True, slots=True)
class MonthEdge:
    """A month of which one end is meant; ``span`` takes in the words that say which."""

    month: CalendarWord
    edge: Edge
    span: Span


def month_edges(text: str, language: str | None, words: Iterable[CalendarWord]) -> tuple[MonthEdge, ...]:
    """Return those of ``words``, the calendar of ``text``, that are months whose beginning or end is meant."""
    return tuple(
        MonthEdge(word, edge, Span(min(word.span.start, match.start()), max(word.span.end, match.end())))
        for word in words
        if word.kind is CalendarKind.MONTH
        for edge, before, behind in _edges(language or "")
        if (match := before.search(text, max(word.span.start - _BESIDE, 0), word.span.start))
        or (match := behind.match(text, word.span.end))
    )


@cache
def _edges(language: str) -> tuple[tuple[Edge, re.Pattern[str], re.Pattern[str]], ...]:
    """Return for each end of a month what says so before it and, in a writing without spaces, behind it."""
    known = language_of(language)
    opens, gap = (r"(?<!\w)", r"[\s-]?$") if known.writing.spaced else ("", "$")
    forms = ((Edge.BEGINS, known.calendar.begins), (Edge.ENDS, known.calendar.ends))
    return tuple(
        (
            edge,
            re.compile(f"{opens}(?:{form}){gap}", re.IGNORECASE),
            re.compile(r"(?!)" if known.writing.spaced else form),
        )
        for edge, form in forms
        if form
    )


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
