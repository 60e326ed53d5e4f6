"""Times of the day, in the ways that newsrooms write them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.model import Span

_COLON = r"(?P<h>\d{1,2}):(?P<m>\d\d)(?![:\d])(?:\s?(?:Uhr|h\b))?"
_FORMS = {
    "en": (
        r"(?P<h>\d{1,2})(?:[:.](?P<m>\d\d))?\s?[ap]\.?m\b",
        r"(?P<h>[01]\d|2[0-3])(?P<m>\d\d)(?=\s(?:GMT|UTC|hours|local))",
    ),
    "fr": (r"(?P<h>\d{1,2})\s?[hH]\s?(?P<m>\d\d)?\b", r"(?P<h>\d{1,2}) heures?(?: (?P<m>\d\d))?"),
    "pt": (r"(?P<h>\d{1,2})\s?h\s?(?P<m>\d\d)?\b", r"(?P<h>\d{1,2}) horas"),
    "es": (r"(?P<h>\d{1,2})[:.](?P<m>\d\d)(?=\s?h(?:oras|s)?\b|\s(?:local|GMT))", r"(?P<h>\d{1,2}) horas"),
    "de": (r"(?P<h>\d{1,2})(?:[.:](?P<m>\d\d))?\sUhr(?:\s(?P<m2>\d\d)\b)?",),
    "it": (r"(?<=ore )(?P<h>\d{1,2})(?:[.:,](?P<m>\d\d))?",),
    "zh": (r"(?P<h>\d{1,2})[点點时時](?:(?P<m>\d{1,2})分)?",),
    "ja": (r"(?P<h>\d{1,2})時(?:(?P<m>\d{1,2})分)?",),
}


def times(text: str, language: str) -> Iterator[tuple[Span, int, int]]:
    """Yield the place, the hour (0-24) and the minute of each time of day; places may overlap."""
    for form in (*_FORMS.get(language, ()), _COLON):
        for match in re.finditer(rf"(?<![\d.,:]){form}", text):
            parts = match.groupdict()
            hour, minute = int(parts["h"]), int(parts.get("m") or parts.get("m2") or 0)
            if hour <= 24 and minute < 60:
                yield Span(*match.span()), hour, minute
