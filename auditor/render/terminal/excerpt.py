"""A sentence as it stands in the story, wrapped, with the flagged words marked beneath."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from auditor.model import Severity, Span
from auditor.render.terminal.style import SEVERITY
from auditor.render.visible import visible_character

_UNDERLINE = {Severity.CRITICAL: "^", Severity.MAJOR: "~", Severity.MINOR: "-", Severity.NEUTRAL: "."}


@dataclass(frozen=True, slots=True)
class Mark:
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


def excerpt(text: str, span: Span, marks: Sequence[Mark], width: int) -> Iterator[Text]:
    """Yield the words of ``text`` in ``span``, at most ``width`` cells a line, each with its marks below."""
    rows = _rows(marks)
    for line in _wrap(list(_glyphs(text, span)), width):
        yield _words(line, marks)
        yield from _underlines(line, rows)


def _glyphs(text: str, span: Span) -> Iterator[_Glyph]:
    """Yield what is shown of each code point; a line end with the blanks around it is one space."""
    words = span.of(text)
    offset = 0
    while offset < len(words):
        blank = len(words[offset:]) - len(words[offset:].lstrip())
        if any(end in words[offset : offset + blank] for end in "\r\n"):
            yield _Glyph(" ", span.start + offset, 1)
            offset += blank
            continue
        shown = visible_character(words[offset])
        yield _Glyph(shown, span.start + offset, cell_len(shown))
        offset += 1


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


def _words(line: list[_Glyph], marks: Sequence[Mark]) -> Text:
    shown = Text()
    for glyph in line:
        here = [mark for mark in marks if mark.span.start <= glyph.offset < mark.span.end]
        worst = max((mark.severity for mark in here), key=lambda severity: severity.rank, default=None)
        shown.append(glyph.shown, SEVERITY[worst] if worst else None)
    shown.rstrip()
    return shown


def _rows(marks: Sequence[Mark]) -> list[list[Mark]]:
    """Deal the marks into rows so that no two in a row overlap, nor their labels."""
    rows: list[list[Mark]] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.label)):
        free = next((row for row in rows if _room(row[-1]) < mark.span.start), None)
        if free is None:
            rows.append([mark])
        else:
            free.append(mark)
    return rows


def _room(mark: Mark) -> int:
    return max(mark.span.end, mark.span.start + len(mark.label))


def _underlines(line: list[_Glyph], rows: list[list[Mark]]) -> Iterator[Text]:
    for row in rows:
        beneath = Text()
        for mark in row:
            _underline(line, mark, beneath)
        if beneath.plain.strip():
            yield beneath


def _underline(line: list[_Glyph], mark: Mark, beneath: Text) -> None:
    first, last = line[0].offset, line[-1].offset
    empty = not mark.span
    if mark.span.start > last or (mark.span.end <= first and not (empty and mark.span.start == first)):
        return
    before = sum(glyph.cells for glyph in line if glyph.offset < mark.span.start)
    cells = sum(glyph.cells for glyph in line if mark.span.start <= glyph.offset < mark.span.end)
    label = mark.label if mark.span.start >= first else ""
    strokes = (label + _UNDERLINE[mark.severity] * max(cells - len(label), 0)) or _UNDERLINE[mark.severity]
    beneath.append(" " * max(before - len(beneath.plain), 0))
    beneath.append(strokes, SEVERITY[mark.severity])
