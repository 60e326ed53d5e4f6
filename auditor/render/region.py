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
    return Region(start, document.end(span.end) if span else start)


def byte_columns(document: Document, span: Span) -> tuple[int, int]:
    """Return the 1-based start and end columns of ``span``, counted in UTF-8 bytes of its lines."""
    start = document.run_at(span.start).byte_column(span.start, document.text)
    if not span:
        return start, start
    return start, document.run_at(span.end - 1).byte_column(span.end, document.text)
