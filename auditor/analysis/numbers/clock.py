"""Times of the day, in the ways that newsrooms write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from auditor.languages import language as language_of
from auditor.model import Span

_COLON = r"(?P<h>\d{1,2}):(?P<m>\d\d)(?![:\d])(?:\s?(?:Uhr|h\b))?"
_DAY = 24 * 60
_NOON = 12
_ABOUT_TWELVE = {0, _NOON, 24}
_BESIDE = 24
"""Code points beside a time in which the part of the day is sought."""
_GAP = re.compile(r"\W{0,2}(?:[^\W\d]{1,6}\s|[约約近])?")
_MINUTES = 10
"""Fewer are not told behind the hour: in "um 15 Uhr drei Frauen" the number goes with what follows."""
_WORD = r"\d{1,2}|[^\W\d_]+(?:['’][^\W\d_]+)?"
_IDEOGRAPHS = r"\d{1,2}|[一二两兩三四五六七八九十]{1,3}"


@dataclass(frozen=True, slots=True)
class Time:
    """A time of the day: the hour (0-24) and the minute; ``spoken`` where it is in words.

    ``morning`` tells whether it is before noon; None where nothing says so.
    """

    span: Span
    hour: int
    minute: int
    spoken: bool = False
    morning: bool | None = None


def times(text: str, language: str, worth: Callable[[str], int | None]) -> Iterator[Time]:
    """Yield each time of day; places may overlap. ``worth`` gives the value of a word that is a number."""
    for form in _in_figures(language):
        for match in form.finditer(text):
            parts = match.groupdict()
            hour, minute = int(parts["h"]), int(parts.get("m") or parts.get("m2") or 0)
            if (hour < 24 and minute < 60) or (hour, minute) == (24, 0):
                span = Span(*match.span())
                yield Time(span, hour, minute, morning=_before_noon(hour, span, text, language))
    for form, minutes in _in_words(language):
        for match in form.finditer(text):
            start, told = worth(match["h"]), worth(match["m"]) if minutes.endswith("m") else int(minutes)
            if not start or start > 24 or told is None or told >= 60 or (minutes == "m" and told < _MINUTES):
                continue
            hour, minute = divmod((start * 60 + (-told if minutes == "-m" else told)) % _DAY, 60)
            span = Span(*match.span())
            yield Time(span, hour, minute, spoken=True, morning=_before_noon(hour, span, text, language))


def _before_noon(hour: int, span: Span, text: str, language: str) -> bool | None:
    """Tell in which half of the day a time at ``span`` is; None about twelve, and where it may be either."""
    if hour in _ABOUT_TWELVE:
        return None
    if hour > _NOON:
        return False
    told = {half for half, says in _halves(language) if _stands_beside(says, span, text)}
    return told.pop() if len(told) == 1 else None


def _stands_beside(says: re.Pattern[str], span: Span, text: str) -> bool:
    """Tell whether what ``says`` finds is a part of the time at ``span``, or stands next to it."""
    for found in says.finditer(text, max(span.start - _BESIDE, 0), span.end + _BESIDE):
        between = text[found.end() : span.start] or text[span.end : found.start()]
        if _GAP.fullmatch(between):
            return True
    return False


@cache
def _halves(language: str) -> tuple[tuple[bool, re.Pattern[str]], ...]:
    """Return what says that a time is before noon (True) and after it."""
    spoken = language_of(language)
    edges = (r"(?<![^\W\d])", r"(?!\w)") if spoken.writing.spaced else ("", "")
    forms = ((True, spoken.clock.morning), (False, spoken.clock.afternoon))
    return tuple((half, re.compile(f"(?:{form})".join(edges), re.IGNORECASE)) for half, form in forms if form)


@cache
def _in_figures(language: str) -> tuple[re.Pattern[str], ...]:
    forms = (*language_of(language).clock.forms, _COLON)
    return tuple(re.compile(rf"(?<![\d.,:]){form}") for form in forms)


@cache
def _in_words(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the expressions for times in words, with how many minutes from the hour they are."""
    spoken = language_of(language)
    number, edges = (_WORD, (r"(?<!\w)", r"(?!\w|[.,]\d)")) if spoken.writing.spaced else (_IDEOGRAPHS, ("", ""))
    return tuple(
        (re.compile(_filled(form, number).join(edges), re.IGNORECASE), minutes)
        for minutes, forms in spoken.clock.words.items()
        for form in forms
    )


def _filled(form: str, number: str) -> str:
    return form.replace("{h}", f"(?P<h>{number})").replace("{m}", f"(?P<m>{number})")
