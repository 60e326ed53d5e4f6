"""A passage of the page: text that stands by itself, with what the markup says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from auditor.readers.pieces import Piece
from auditor.segmentation import count_words
from auditor.segmentation.layout import is_finished

_BLANK = " \t\n\r\f\v\x1c-\x1e\x85\u2028\u2029"
"""What a browser shows as one space: all that ends a line, but no space that holds words together."""

_SPACE = re.compile(f"[{_BLANK}]+")
_UNEVEN = re.compile(f"\\A[{_BLANK}]++|[{_BLANK}]{{2,}}+|[{_BLANK[1:]}]")
"""White space that may not stand as it is."""

_LINE = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n)?")
_SOFT_HYPHEN = re.compile("\u00ad")
"""Shown only where a line breaks; no part of the word."""


class PassageKind(Enum):
    """What a passage is by the elements around it."""

    TEXT = auto()
    TITLE = auto()
    """The page's heading of the first rank."""
    HEADING = auto()
    ITEM = auto()
    CELL = auto()
    BYLINE = auto()
    NOTE = auto()
    """A caption, a box beside the story, what stands before it."""
    DIRECTIVE = auto()
    PRESERVED = auto()
    """Text whose spaces and line ends are kept (``pre``)."""

    @property
    def is_running(self) -> bool:
        """Whether it may be text of the story."""
        return self in (PassageKind.TEXT, PassageKind.ITEM, PassageKind.CELL, PassageKind.PRESERVED)

    @property
    def breaks(self) -> bool:
        """Whether ``br`` ends a line in it; elsewhere it is a space."""
        return self in (PassageKind.TEXT, PassageKind.PRESERVED)


@dataclass(slots=True)
class Passage:
    """Text between two breaks of the page, as it is gathered: pieces of the file, spaces joined as a browser does.

    ``scope`` is the number of the part of the page it stands in; ``banner`` says that it stands in the page's
    own header; ``linked`` and ``unlinked`` that it has words in links or dates, and words elsewhere. ``words`` counts
    its running text, once it is ended: links, headings and scraps have none.
    """

    kind: PassageKind
    scope: int
    banner: bool = False
    pieces: list[Piece] = field(default_factory=list)
    linked: bool = False
    unlinked: bool = False
    words: int = 0

    def add(self, piece: Piece, *, linked: bool) -> None:
        """Add what one stretch of the file stands for."""
        for part in self._lines(piece) if self.kind is PassageKind.PRESERVED else self._words(piece):
            self.pieces.append(part)
        if any(map(str.isalnum, piece.text)):
            self.linked, self.unlinked = self.linked or linked, self.unlinked or not linked

    def end_line(self, start: int, end: int) -> None:
        """Add the line end that the tag from ``start`` to ``end`` of the file makes."""
        if self.kind.breaks:
            self.pieces.append(Piece("\n", start, end))
        else:
            self.add(Piece(" ", start, end), linked=True)

    @property
    def is_link(self) -> bool:
        """Whether it holds links or dates and no other words."""
        return self.linked and not self.unlinked

    def ended(self) -> bool:
        """Take the passage as whole; return whether it shows anything."""
        text = self.text().strip()
        if self.kind.is_running and not self.is_link and any(map(is_finished, text.split("\n"))):
            self.words = count_words(text)
        return bool(text)

    def text(self) -> str:
        """Return the whole text."""
        return "".join(piece.text for piece in self.pieces)

    def trimmed(self) -> tuple[Piece, ...]:
        """Return the pieces without the white space around them."""
        first, last = 0, len(self.pieces)
        while first < last and not self.pieces[first].text.strip():
            first += 1
        while last > first and not self.pieces[last - 1].text.strip():
            last -= 1
        return tuple(self.pieces[first:last])

    def _words(self, piece: Piece) -> Iterator[Piece]:
        for part in _parted(piece, _UNEVEN):
            if not _SPACE.fullmatch(part.text):
                yield from (each for each in _parted(part, _SOFT_HYPHEN) if not _SOFT_HYPHEN.fullmatch(each.text))
            elif self.pieces and not self.pieces[-1].text.endswith((" ", "\n")):
                yield Piece(" ", part.start, part.end)

    def _lines(self, piece: Piece) -> Iterator[Piece]:
        if piece.end - piece.start != len(piece.text):
            yield piece
            return
        for line in _LINE.finditer(piece.text):
            if line[0]:
                yield Piece(line[0], piece.start + line.start(), piece.start + line.end())


def _parted(piece: Piece, pattern: re.Pattern[str]) -> Iterator[Piece]:
    """Yield the stretches of ``piece`` that match ``pattern`` and those between them; an entity stays whole."""
    if piece.end - piece.start != len(piece.text):
        yield piece
        return
    at = 0
    for match in pattern.finditer(piece.text):
        if at < match.start():
            yield Piece(piece.text[at : match.start()], piece.start + at, piece.start + match.start())
        yield Piece(match[0], piece.start + match.start(), piece.start + match.end())
        at = match.end()
    if at < len(piece.text):
        yield Piece(piece.text[at:], piece.start + at, piece.end)
