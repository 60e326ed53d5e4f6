"""Text with places: a document's text is made of pieces, each of which knows the stretch of the file it stands for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.model import Block, Document, InputError, Metadata, PlaceNumbers, Role, Runs, Span
from auditor.readers.places import Places
from auditor.segmentation import document_from_markup

_BREAK = "\n\n"
"""What parts two parts in the document's text."""

MOST_PIECES = 300_000
"""Pieces of a text beyond which each of them would cost more than a file of its size is worth."""

_WHITE = " \t\n\r\f\v"
_GAP = re.compile(rf"[{_WHITE}]{{2,}}|[{_WHITE.strip(' ')}]")
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of the text, and the stretch of the file, ``start`` to ``end``, that stands for them.

    ``locator`` names the element they stand in, where the format has elements with names.
    """

    text: str
    start: int
    end: int
    locator: str | None = None

    @property
    def whole(self) -> bool:
        """Whether it may be parted: as many characters stand for it as it has."""
        return self.end - self.start == len(self.text)

    def cut(self, start: int, end: int) -> Piece:
        """Return its characters ``start`` to ``end``; all of it where it cannot be parted."""
        if not self.whole:
            return self
        end = min(end, len(self.text))
        return Piece(self.text[start:end], self.start + start, self.start + end, self.locator)


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, a headline or the like: its pieces in order, and its role; None: to be told by its words."""

    role: Role | None
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(piece.text for piece in self.pieces)

    def at(self, locator: str) -> Part:
        """Return the same part as the element that ``locator`` names."""
        return Part(self.role, tuple(Piece(each.text, each.start, each.end, locator) for each in self.pieces))


class Layered:
    """A text that a file holds in another writing, such as HTML in a string of JSON: from its offsets to the file's."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = [piece for piece in bounded(pieces) if piece.text]
        self.text = "".join(piece.text for piece in self._pieces)
        self._starts: list[int] = []
        at = 0
        for piece in self._pieces:
            self._starts.append(at)
            at += len(piece.text)

    def slice(self, start: int, end: int) -> Iterator[Piece]:
        """Yield the pieces of the file for the characters ``start`` to ``end`` of the text."""
        index = max(bisect_right(self._starts, start) - 1, 0)
        while index < len(self._pieces) and self._starts[index] < end:
            piece, first = self._pieces[index], self._starts[index]
            if piece.whole:
                yield piece.cut(max(start - first, 0), end - first)
            else:
                part = piece.text[max(start - first, 0) : end - first]
                yield replace(piece, text=part)
            index += 1

    def project(self, piece: Piece) -> Iterator[Piece]:
        """Yield ``piece``, which stands in the text, as pieces of the file."""
        inner = self.text[piece.start : piece.end]
        if inner == piece.text:
            yield from self.slice(piece.start, piece.end)
            return
        covered = list(self.slice(piece.start, piece.end))
        if covered:
            yield Piece(piece.text, covered[0].start, covered[-1].end, piece.locator or covered[0].locator)
        else:
            there = self._point(piece.start)
            yield Piece(piece.text, there, there, piece.locator)

    def projected(self, parts: Iterable[Part]) -> Iterator[Part]:
        """Yield ``parts``, whose pieces stand in the text, with pieces of the file."""
        for part in parts:
            yield Part(part.role, tuple(outer for piece in part.pieces for outer in self.project(piece)))

    def _point(self, offset: int) -> int:
        if not self._pieces:
            return 0
        index = max(bisect_right(self._starts, offset) - 1, 0)
        piece = self._pieces[index]
        step = offset - self._starts[index]
        return piece.start + step if piece.whole else (piece.start if step < len(piece.text) else piece.end)


def _too_many() -> InputError:
    return InputError(
        f"A text has more than {MOST_PIECES:,} lines, spaces, entities and escapes, as no story has; split it."
    )


def bounded(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield ``pieces``; raises ``InputError`` after more than a text may have."""
    for number, piece in enumerate(pieces):
        if number >= MOST_PIECES:
            raise _too_many()
        yield piece


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return ``pieces`` with their white space joined to single spaces, none around them.

    A no-break space is a letter: it holds words together.
    """
    kept: list[Piece] = []
    spaced = True
    for piece in bounded(pieces):
        for part in _words_and_gaps(piece) if _GAP.search(piece.text) else (piece,):
            if spaced and part.text.startswith(" "):
                part = part.cut(1, len(part.text)) if part.whole else replace(part, text=part.text[1:])
            if part.text:
                kept.append(part)
                spaced = part.text.endswith(" ")
        if len(kept) > MOST_PIECES:
            raise _too_many()
    if kept and spaced:
        last = kept.pop()
        if text := last.text[:-1]:
            kept.append(last.cut(0, len(text)) if last.whole else replace(last, text=text))
    return tuple(kept)


def _words_and_gaps(piece: Piece) -> Iterator[Piece]:
    """Yield the words of ``piece`` with the single spaces around them, and as one space each other gap."""
    text = piece.text
    if not piece.whole:
        yield replace(piece, text=" ") if text and not text.strip(_WHITE) else piece
        return
    at = 0
    for match in _GAP.finditer(text):
        if at < match.start():
            yield piece.cut(at, match.start())
        yield replace(piece.cut(match.start(), match.end()), text=" ")
        at = match.end()
    if at:
        piece = piece.cut(at, len(text))
    yield piece


def lines_of(pieces: Iterable[Piece]) -> Iterator[tuple[Piece, ...]]:
    """Yield the lines that line feeds part ``pieces`` into, each without white space around it; blank ones too."""
    held: list[Piece] = []
    for piece in bounded(pieces):
        at = 0
        for match in _LINE_END.finditer(piece.text):
            held.append(
                piece.cut(at, match.start()) if piece.whole else replace(piece, text=piece.text[at : match.start()])
            )
            yield joined(held)
            held = []
            at = match.end()
        rest = piece.cut(at, len(piece.text)) if piece.whole else replace(piece, text=piece.text[at:])
        if rest.text:
            held.append(rest)
    yield joined(held)


def document_of(
    name: str,
    file: str,
    parts: Sequence[Part],
    language: str | None = None,
    *,
    part: str | None = None,
    metadata: Metadata | None = None,
) -> Document:
    """Return the story that ``parts`` make up, which stand in the text ``file``; blank lines part them.

    ``part`` names the story among several of one file.
    """
    text, known, runs = _laid_out(file, [each for each in parts if each.text.strip()])
    document = document_from_markup(name, text, known, runs, language)
    return replace(document, part=part, metadata=metadata)


def spans_of(parts: Iterable[Part]) -> tuple[Span, ...]:
    """Return where each of ``parts`` stands in the text of the document that they make up."""
    found: list[Span] = []
    at = 0
    begun = False
    for part in parts:
        size = len(part.text)
        if not part.text.strip():
            found.append(Span(at, at))
            continue
        at += len(_BREAK) if begun else 0
        begun = True
        found.append(Span(at, at + size))
        at += size
    return tuple(found)


def _laid_out(file: str, parts: Iterable[Part]) -> tuple[str, list[Block], Runs]:
    """Return the whole text of ``parts``, the blocks whose role is known, and its runs."""
    pieces, known = _woven(parts)
    if len(pieces) > MOST_PIECES:
        raise _too_many()
    text = "".join(piece.text for piece in pieces)
    return text, known, Runs(_runs(file, pieces), len(text))


def _woven(parts: Iterable[Part]) -> tuple[list[Piece], list[Block]]:
    """Return the pieces of the whole text, with breaks between the parts, and the blocks whose role is known."""
    pieces: list[Piece] = []
    known: list[Block] = []
    at = 0
    for part in parts:
        own = [piece for piece in part.pieces if piece.text]
        if pieces:
            end = pieces[-1].end
            pieces.append(Piece(_BREAK, end, max(end, own[0].start)))
            at += len(_BREAK)
        words = part.text
        if part.role is not None:
            known.append(Block(part.role, Span(at + len(words) - len(words.lstrip()), at + len(words.rstrip()))))
        pieces += own
        at += len(words)
    return pieces, known


def _runs(file: str, pieces: Sequence[Piece]) -> Iterator[tuple[int, PlaceNumbers, PlaceNumbers | None]]:
    """Yield the runs of the text that ``pieces`` make up: as long as they stand unbroken on a line of the file.

    The offset in an element counts what the text has of it before.
    """
    there = Places(file)
    passed: dict[str, int] = {}
    at = 0
    unbroken = False
    for before, piece in zip((None, *pieces), pieces, strict=False):
        size = len(piece.text)
        verbatim = piece.whole and file.startswith(piece.text, piece.start)
        follows = before is not None and before.end == piece.start and before.text[-1] not in "\r\n"
        within = passed.get(piece.locator, 0) if piece.locator is not None else None
        if not (unbroken and verbatim and follows and before and before.locator == piece.locator):
            first = (*there.of(piece.start), within, piece.locator)
            last = None if within is None else within + size
            yield at, first, None if verbatim else (*there.of(piece.end), last, piece.locator)
        if piece.locator is not None:
            passed[piece.locator] = (within or 0) + size
        unbroken = verbatim
        at += size
