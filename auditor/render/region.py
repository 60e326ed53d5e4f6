"""Where a span stands in the file, in the units that reports use."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model import Document, Place, Span


@dataclass(frozen=True, slots=True)
class Region:
    """First and last line and column, 1-based; ``end.column`` is one past the last code point."""

    start: Place
    end: Place


def region(document: Document, span: Span) -> Region:
    """Return the place of ``span``, which lies in the document's text."""
    start = document.place(span.start)
    if not span:
        return Region(start, start)
    last = document.place(span.end - 1)
    offset = None if last.offset is None else last.offset + 1
    return Region(start, Place(last.line, last.column + 1, last.locator, offset))


def byte_columns(document: Document, span: Span) -> tuple[int, int]:
    """Return the 1-based start and end columns of ``span``, counted in UTF-8 bytes of its lines."""
    place = region(document, span)
    return (
        _byte_column(document, span.start, place.start),
        _byte_column(document, span.end, place.end),
    )


def _byte_column(document: Document, offset: int, place: Place) -> int:
    before = document.text[max(offset - (place.column - 1), 0) : offset]
    return place.column + len(before.encode("utf-8", "surrogatepass")) - len(before)
