"""The lines of a text: for places as editors count them, for layout as writers break them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Place, Run, Span

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank: its span without the white space around it.

    ``indent`` counts the white space before it in code points; ``gap`` says that a blank line, or
    nothing, stands before it.
    """

    span: Span
    indent: int
    gap: bool


def plain_runs(text: str) -> tuple[Run, ...]:
    """Return one run per line of a plain text file, line end included.

    LF, CRLF and a lone CR end a line, as in editors and in ``grep -n``; form feeds and Unicode
    separators do not. An empty text has one empty run.
    """
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    if starts[-1] == len(text) and len(starts) > 1:
        starts.pop()
    ends = [*starts[1:], len(text)]
    return tuple(
        Run(Span(start, end), Place(number, 1))
        for number, (start, end) in enumerate(zip(starts, ends, strict=True), start=1)
    )


def lines(text: str) -> Iterator[Line]:
    """Yield the lines that are not blank.

    Here a form feed, a vertical tab, NEL, U+2028 and U+2029 end a line too.
    """
    offset = 0
    gap = True
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            start = offset + indent
            yield Line(Span(start, start + len(stripped)), indent, gap)
        gap = not stripped
        offset += len(raw)
