"""Times of the day, in the ways that newsrooms write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.languages import language as language_of
from auditor.model import Span

_COLON = r"(?P<h>\d{1,2}):(?P<m>\d\d)(?![:\d])(?:\s?(?:Uhr|h\b))?"


def times(text: str, language: str) -> Iterator[tuple[Span, int, int]]:
    """Yield the place, the hour (0-24) and the minute of each time of day; places may overlap."""
    for form in (*language_of(language).clock.forms, _COLON):
        for match in re.finditer(rf"(?<![\d.,:]){form}", text):
            parts = match.groupdict()
            hour, minute = int(parts["h"]), int(parts.get("m") or parts.get("m2") or 0)
            if hour <= 24 and minute < 60:
                yield Span(*match.span()), hour, minute
