"""Times that a clock of sport shows: 1'52"34, 2:08.71, 2h05'42"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.model import Span

_FORMS = tuple(
    re.compile(rf"(?<![\d.,:'])(?:{form})(?![\d:])")
    for form in (
        r"(?P<hours>\d{1,2}) ?(?:h|:) ?(?P<minutes>\d\d) ?(?:'|:|min\.?) ?(?P<seconds>\d\d)(?:[.,](?P<parts>\d{1,3}))?",
        r"(?P<minutes>\d{1,3}) ?(?:'|:|min\.?) ?(?P<seconds>\d{1,2})(?:\"|''| ?s(?:ec)?\.? |[.,])(?P<parts>\d{1,3})",
        r"(?P<seconds>\d{1,2})(?:\"|''| s(?:ec)?\.? )(?P<parts>\d{1,3})",
    )
)


def durations(text: str) -> Iterator[tuple[Span, float]]:
    """Yield each time of more parts than a time of day has, with its seconds; ``text`` has plain quotes."""
    taken: list[Span] = []
    for form in _FORMS:
        for match in form.finditer(text):
            span, told = Span(*match.span()), match.groupdict()
            if any(span.overlaps(other) for other in taken):
                continue
            taken.append(span)
            whole = int(told.get("hours") or 0) * 3600 + int(told.get("minutes") or 0) * 60 + int(told["seconds"])
            yield span, float(f"{whole}.{told['parts'] or 0}")
