"""What is sent to LanguageTool: runs of text and of markup, cut into requests that each end well."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from auditor.engines.languagetool.characters import WayBack, composed
from auditor.model import Span

Piece = tuple[str, bool]
"""A run of characters, and whether it is markup (kept for the count of characters, never checked)."""

REQUEST_CHARACTERS = 40_000
"""A long feature whole, so that rules which look across paragraphs see it; books in parts."""

_BETWEEN: Piece = ("\n\n", True)
"""Stands between two texts: LanguageTool takes it for the end of a paragraph."""

_ENDS = (r"\n[^\S\n]*\n", r"\n", r"[.!?][\"”’)]*\s", r"\s")
"""Where a request may end, best first: paragraph, line, sentence, word."""


@dataclass(frozen=True, slots=True)
class Request:
    """One part of a text: where it starts (code points of the whole) and its pieces."""

    start: int
    pieces: tuple[Piece, ...]

    @property
    def size(self) -> int:
        """Return the number of characters, markup too."""
        return sum(len(run) for run, _ in self.pieces)

    def way_back(self) -> WayBack:
        """Return what turns LanguageTool's offsets in its answer into code points of this part."""
        return WayBack(run for run, _ in self.pieces)

    def payload(self) -> str:
        """Return the ``data`` parameter of LanguageTool's ``/check``."""
        return json.dumps({"annotation": [_annotation(piece) for piece in self.pieces]})


@dataclass(frozen=True, slots=True)
class Pack:
    """Several texts as one: ``starts`` are where each begins, in code points of ``pieces`` together."""

    texts: tuple[Sequence[Piece], ...]
    starts: tuple[int, ...]
    pieces: tuple[Piece, ...]


def packed(texts: Iterable[Sequence[Piece]], limit: int = REQUEST_CHARACTERS) -> Iterator[Pack]:
    """Yield ``texts`` in packs of at most ``limit`` characters, in order; a longer text is a pack by itself."""
    held: list[Sequence[Piece]] = []
    size = 0
    for text in texts:
        length = _length(text) + len(_BETWEEN[0])
        if held and size + length > limit:
            yield _pack(held)
            held, size = [], 0
        held.append(text)
        size += length
    if held:
        yield _pack(held)


def _pack(texts: Sequence[Sequence[Piece]]) -> Pack:
    starts: list[int] = []
    pieces: list[Piece] = []
    start = 0
    for text in texts:
        starts.append(start)
        pieces += (*text, _BETWEEN)
        start += _length(text) + len(_BETWEEN[0])
    return Pack(tuple(texts), tuple(starts), tuple(pieces))


def _length(text: Sequence[Piece]) -> int:
    return sum(len(run) for run, _ in text)


def requests_for(pieces: Iterable[Piece], limit: int = REQUEST_CHARACTERS) -> Iterator[Request]:
    """Yield ``pieces`` as requests of at most ``limit`` characters, in order, nothing lost."""
    whole = [piece for piece in pieces if piece[0]]
    text = "".join(run for run, _ in whole)
    start = 0
    while start < len(text):
        end = _end(text, start, limit)
        part = Span(start, end)
        yield Request(start, tuple(_within(whole, part)))
        start = end


def _end(text: str, start: int, limit: int) -> int:
    if len(text) - start <= limit:
        return len(text)
    first, last = start + limit // 2, start + limit
    for pattern in _ENDS:
        ends = [match.end() for match in re.compile(pattern).finditer(text, first, last)]
        if ends:
            return ends[-1]
    return last


def _within(pieces: Sequence[Piece], part: Span) -> Iterator[Piece]:
    offset = 0
    for run, is_markup in pieces:
        cut = run[max(part.start - offset, 0) : max(part.end - offset, 0)]
        if cut:
            yield cut, is_markup
        offset += len(run)


def _annotation(piece: Piece) -> dict[str, str]:
    run, is_markup = piece
    if not is_markup:
        return {"text": composed(run)}
    # Furniture on lines of its own still parts what stands before it from what follows.
    return {"markup": composed(run), "interpretAs": "\n\n" if "\n" in run else ""}
