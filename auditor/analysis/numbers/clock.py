"""Times of the day, in the ways that newsrooms write them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from auditor.languages import language as language_of
from auditor.model import Span

_COLON = r"(?P<h>\d{1,2}):(?P<m>\d\d)(?![:\d])(?:\s?(?:Uhr|h\b))?"
_DAY = 24 * 60
_MINUTES = 10
"""Fewer are not told behind the hour: in "um 15 Uhr drei Frauen" the number goes with what follows."""
_WORD = r"\d{1,2}|[^\W\d_]+"


@dataclass(frozen=True, slots=True)
class Time:
    """A time of the day: the hour (0-24) and the minute; ``spoken`` where it is in words."""

    span: Span
    hour: int
    minute: int
    spoken: bool = False


def times(text: str, language: str, worth: Callable[[str], int | None]) -> Iterator[Time]:
    """Yield each time of day; places may overlap. ``worth`` gives the value of a word that is a number."""
    clock = language_of(language).clock
    for form in (*clock.forms, _COLON):
        for match in re.finditer(rf"(?<![\d.,:]){form}", text):
            parts = match.groupdict()
            hour, minute = int(parts["h"]), int(parts.get("m") or parts.get("m2") or 0)
            if hour <= 24 and minute < 60:
                yield Time(Span(*match.span()), hour, minute)
    for minutes, forms in clock.words.items():
        for form in forms:
            yield from _spoken(text, form, minutes, worth)


def _spoken(text: str, form: str, minutes: str, worth: Callable[[str], int | None]) -> Iterator[Time]:
    pattern = form.replace("{h}", f"(?P<h>{_WORD})").replace("{m}", f"(?P<m>{_WORD})")
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text, re.IGNORECASE):
        hour = worth(match["h"])
        told = worth(match["m"]) if minutes.endswith("m") else int(minutes)
        if hour is None or told is None or not 0 < hour <= 24 or told >= 60 or (minutes == "m" and told < _MINUTES):
            continue
        hour, minute = divmod((hour * 60 + (-told if minutes == "-m" else told)) % _DAY, 60)
        yield Time(Span(*match.span()), hour, minute, spoken=True)
