"""A sentence as it stands in the story, wrapped, with the flagged words marked beneath."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len
from rich.text import Text

from auditor.model import Severity, Span
from auditor.render.terminal.style import SEVERITY, STROKE
from auditor.text.visible import visible_character

_PIECE = re.compile(r"(?<!\s)\s*[\r\n]\s*|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class ExcerptMark:
    """Words to mark: their span in the document's text, how bad, and the number of their finding."""

    span: Span
    severity: Severity
    label: str = ""


@dataclass(frozen=True, slots=True)
class _Glyph:
    """One code point as shown, from which offset of the text, and its width in cells."""

    shown: str
    offset: int
    cells: int


def excerpt(text: str, span: Span, marks: Sequence[ExcerptMark], width: int) -> Iterator[Text]:
    """Yield the words of ``text`` in ``span``, at most ``width`` cells a line, each with its marks below."""
    rows, painted = _rows(marks), _painted(marks)
    for line in _wrap(list(_glyphs(text, span)), width):
        yield _words(line, painted)
        yield from _underlines(line, rows)


def _glyphs(text: str, span: Span) -> Iterator[_Glyph]:
    """Yield what is shown of each code point; a line end with the blanks around it is one space."""
    for piece in _PIECE.finditer(text, span.start, span.end):
        shown = visible_character(piece[0][0])
        yield _Glyph(shown, piece.start(), cell_len(shown))


def _wrap(glyphs: list[_Glyph], width: int) -> Iterator[list[_Glyph]]:
    start = 0
    while start < len(glyphs):
        end, cells, blank = start, 0, None
        while end < len(glyphs) and cells + glyphs[end].cells <= width:
            cells += glyphs[end].cells
            if glyphs[end].shown == " ":
                blank = end
            end += 1
        if end < len(glyphs) and glyphs[end].shown != " " and blank is not None and blank > start:
            end = blank
        end = max(end, start + 1)
        yield glyphs[start:end]
        start = end + (end < len(glyphs) and glyphs[end].shown == " ")


def _painted(marks: Sequence[ExcerptMark]) -> dict[int, Severity]:
    """Return the worst severity at each marked offset."""
    mildest_first = sorted(marks, key=lambda mark: mark.severity.rank)
    return {at: mark.severity for mark in mildest_first for at in range(mark.span.start, mark.span.end)}


def _words(line: list[_Glyph], painted: dict[int, Severity]) -> Text:
    shown = Text()
    for severity, glyphs in groupby(line, key=lambda glyph: painted.get(glyph.offset)):
        shown.append("".join(glyph.shown for glyph in glyphs), SEVERITY[severity] if severity else None)
    shown.rstrip()
    return shown


def _rows(marks: Sequence[ExcerptMark]) -> list[list[ExcerptMark]]:
    """Deal the marks into rows so that no two in a row overlap, nor their labels."""
    rows: list[list[ExcerptMark]] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.label)):
        free = next((row for row in rows if _room(row[-1]) < mark.span.start), None)
        if free is None:
            rows.append([mark])
        else:
            free.append(mark)
    return rows


def _room(mark: ExcerptMark) -> int:
    return max(mark.span.end, mark.span.start + len(mark.label))


def _underlines(line: list[_Glyph], rows: list[list[ExcerptMark]]) -> Iterator[Text]:
    for row in rows:
        beneath = Text()
        for mark in row:
            _underline(line, mark, beneath)
        if beneath.plain.strip():
            yield beneath


def _underline(line: list[_Glyph], mark: ExcerptMark, beneath: Text) -> None:
    first, last = line[0].offset, line[-1].offset
    empty = not mark.span
    if mark.span.start > last or (mark.span.end <= first and not (empty and mark.span.start == first)):
        return
    before = sum(glyph.cells for glyph in line if glyph.offset < mark.span.start)
    cells = sum(glyph.cells for glyph in line if mark.span.start <= glyph.offset < mark.span.end)
    label = mark.label if mark.span.start >= first else ""
    strokes = (label + STROKE[mark.severity] * max(cells - len(label), 0)) or STROKE[mark.severity]
    beneath.append(" " * max(before - len(beneath.plain), 0))
    beneath.append(strokes, SEVERITY[mark.severity])
