"""A text cut at every boundary of the findings' anchors, so that overlaps can be marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model import Span


@dataclass(frozen=True, slots=True)
class NoteMark:
    """Words in the document's text that a note is about; ``note`` is the note's index on the page."""

    span: Span
    note: int


@dataclass(frozen=True, slots=True)
class MarkedPiece:
    """A stretch of text under one set of notes: their indexes, in the order given; empty where unmarked.

    ``text`` is empty where a note marks a point between two characters. ``ends`` are the notes whose
    mark ends here.
    """

    text: str
    notes: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def cut(text: str, span: Span, marks: Iterable[NoteMark]) -> tuple[MarkedPiece, ...]:
    """Return ``span`` of ``text`` as pieces that, put end to end, are its characters.

    ``marks`` may reach over the span's ends or lie outside it; an empty mark gives an empty piece.
    """
    here = [m for m in marks if m.span.overlaps(span) or (not m.span and span.covers(m.span))]
    bounds = {span.start, span.end}
    for mark in here:
        bounds |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    points = [mark for mark in here if not mark.span]
    pieces: list[MarkedPiece] = []
    edges = sorted(bounds)
    for index, start in enumerate(edges):
        at = tuple(mark.note for mark in points if mark.span.start == start)
        if at:
            pieces.append(MarkedPiece("", at, at))
        if index + 1 < len(edges):
            pieces.append(_piece(text, Span(start, edges[index + 1]), here))
    return tuple(pieces)


def _piece(text: str, span: Span, marks: Iterable[NoteMark]) -> MarkedPiece:
    over = [mark for mark in marks if mark.span.overlaps(span)]
    return MarkedPiece(
        span.of(text),
        tuple(dict.fromkeys(mark.note for mark in over)),
        tuple(dict.fromkeys(mark.note for mark in over if mark.span.end == span.end)),
    )
