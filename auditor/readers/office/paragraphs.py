"""The paragraphs of a document as the lines of a text: line 3, column 5 is the fifth character of the third one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model import Role
from auditor.readers.pieces import Part, Piece, joined


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its characters with their places in the part's XML, its role, and its XPath there."""

    pieces: tuple[Piece, ...]
    role: Role | None
    path: str

    @property
    def text(self) -> str:
        """Its characters, on one line."""
        return "".join(piece.text for piece in self.pieces).replace("\n", " ").replace("\r", " ")


def lines_of(paragraphs: Iterable[Paragraph]) -> str:
    """Return the text in which places are told: each paragraph a line, empty ones too."""
    return "".join(f"{each.text}\n" for each in paragraphs)


def parts_of(paragraphs: Iterable[Paragraph]) -> list[Part]:
    """Return the paragraphs with places in ``lines_of`` them."""
    parts: list[Part] = []
    at = 0
    for each in paragraphs:
        text = each.text
        pieces = joined([Piece(text, at, at + len(text), each.path)]) if text else ()
        parts.append(Part(each.role, pieces))
        at += len(text) + 1
    return parts
