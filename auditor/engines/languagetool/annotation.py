"""What is sent to LanguageTool: runs of text and of markup, by paragraphs, many in one request."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from auditor.engines.languagetool.characters import WayBack, composed
from auditor.model import Span

Piece = tuple[str, bool]
"""A run of characters, and whether it is markup (kept for the count of characters, never checked)."""

REQUEST_CHARACTERS = 40_000
LEAST_CHARACTERS = 400
"""Of a request that is one of several for the same text: a shorter one would not be worth its way."""

_BREAK = re.compile(r"\r?\n(?:[^\S\n]*\n)+")
"""The blank lines between two paragraphs."""

_ENDS = (r"\n", r"[.!?][\"”’)]*\s", r"\s")
"""Where a paragraph without end may be cut, best first: line, sentence, word."""

_BETWEEN: Piece = ("\n\n", True)
_NEUTRAL = "\n\nYes.\n\n"
"""How LanguageTool reads what stands after a paragraph that does not end as a sentence does: rules that look back are
to see the same before each paragraph."""

_ENDED = re.compile(r"[.?!…][\"'„«»‘’“”]?\s*\Z")

_PAIRS = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a text, or a part of one that is very long: where it starts (code points) and its pieces."""

    start: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Request:
    """Paragraphs that are asked about together, each by its pieces."""

    paragraphs: tuple[tuple[Piece, ...], ...]

    @property
    def size(self) -> int:
        """Return the number of characters, markup too."""
        return sum(map(_length, self.paragraphs))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each paragraph begins, in code points of all pieces and what stands between them."""
        starts = [0]
        for paragraph in self.paragraphs:
            starts.append(starts[-1] + _length(paragraph) + len(_BETWEEN[0]))
        return tuple(starts[:-1])

    def way_back(self) -> WayBack:
        """Return what turns LanguageTool's offsets in its answer into code points, as ``starts`` counts them."""
        return WayBack(run for paragraph in self.paragraphs for run, _ in (*paragraph, _BETWEEN))

    def payload(self) -> str:
        """Return the ``data`` parameter of LanguageTool's ``/check``."""
        pieces = [[*map(_annotation, paragraph), _between(paragraph)] for paragraph in self.paragraphs]
        return json.dumps({"annotation": [piece for paragraph in pieces for piece in paragraph]})


def requests_for(paragraphs: Iterable[tuple[Piece, ...]], limit: int = REQUEST_CHARACTERS) -> Iterator[Request]:
    """Yield ``paragraphs`` in requests of at most ``limit`` characters, in order; a longer one is asked alone.

    So is one that leaves a bracket open or closes one that it did not open: LanguageTool pairs brackets of different
    paragraphs.
    """
    held: list[tuple[Piece, ...]] = []
    size = 0
    for paragraph in paragraphs:
        if not _balanced(paragraph):
            yield Request((paragraph,))
            continue
        length = _length(paragraph)
        if held and size + length > limit:
            yield Request(tuple(held))
            held, size = [], 0
        held.append(paragraph)
        size += length
    if held:
        yield Request(tuple(held))


def shared_out(paragraphs: Sequence[tuple[Piece, ...]], among: int) -> list[Request]:
    """Return ``paragraphs`` in requests that take ``among`` of them about as long; none is very short or long."""
    share = sum(map(_length, paragraphs)) // among + max(map(_length, paragraphs), default=0) // 2
    return list(requests_for(paragraphs, min(max(share, LEAST_CHARACTERS), REQUEST_CHARACTERS)))


def _balanced(paragraph: Iterable[Piece]) -> bool:
    opened: list[str] = []
    for character in (character for run, is_markup in paragraph if not is_markup for character in run):
        if character in _PAIRS.values():
            opened.append(character)
        elif character in _PAIRS and (not opened or opened.pop() != _PAIRS[character]):
            return False
    return not opened


def _length(paragraph: Iterable[Piece]) -> int:
    return sum(len(run) for run, _ in paragraph)


def paragraphs(pieces: Iterable[Piece], limit: int = REQUEST_CHARACTERS) -> Iterator[Paragraph]:
    """Yield the paragraphs in which there is something to check, in parts of at most ``limit`` characters.

    The blank lines after a paragraph are no part of it.
    """
    whole = [piece for piece in pieces if piece[0]]
    text = "".join(run for run, _ in whole)
    starts = [0, *(found.end() for found in _BREAK.finditer(text)), len(text)]
    ends = [*(found.start() for found in _BREAK.finditer(text)), len(text)]
    for start, end in zip(starts, ends, strict=False):
        for part in _parts(text, start, end, limit):
            within = tuple(_within(whole, part))
            if any(not is_markup and not run.isspace() for run, is_markup in within):
                yield Paragraph(part.start, within)


def _parts(text: str, start: int, end: int, limit: int) -> Iterator[Span]:
    while end - start > limit:
        cut = _end(text, start, limit)
        yield Span(start, cut)
        start = cut
    if start < end:
        yield Span(start, end)


def _end(text: str, start: int, limit: int) -> int:
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


def _between(paragraph: Iterable[Piece]) -> dict[str, str]:
    body = "".join(run for run, is_markup in paragraph if not is_markup)
    return {"markup": _BETWEEN[0], "interpretAs": _BETWEEN[0] if _ENDED.search(body) else _NEUTRAL}


def _annotation(piece: Piece) -> dict[str, str]:
    run, is_markup = piece
    if not is_markup:
        return {"text": composed(run)}
    # Furniture on lines of its own still parts what stands before it from what follows.
    return {"markup": composed(run), "interpretAs": "\n\n" if "\n" in run else ""}
