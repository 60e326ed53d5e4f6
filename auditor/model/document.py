"""A story as it was read: its text, its parts and the place of each character in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from auditor.model.span import Span


class Role(StrEnum):
    """What a block of a wire story is; only ``BODY`` is audited, the rest is furniture."""

    HEADLINE = "headline"
    SLUG = "slug"
    BYLINE = "byline"
    DATELINE = "dateline"
    BODY = "body"
    CROSS_HEAD = "cross-head"
    PAGE_MARK = "page-mark"
    SIGN_OFF = "sign-off"
    TRAILER = "trailer"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of the document's text that plays one role, such as a paragraph or a dateline."""

    role: Role
    span: Span


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of the body.

    ``number`` is 1-based in reading order; ``paragraph`` is the 1-based number of its paragraph;
    ``span`` lies in the document's text.
    """

    number: int
    paragraph: int
    span: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a character stands in the file: 1-based line and column (code points).

    ``locator`` names the element in a structured format (an XPath, a JSON pointer, a unit id) and
    ``offset`` the code points from that element's start; plain text has none.
    """

    line: int
    column: int
    locator: str | None = None
    offset: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of document text that stands unbroken in the file, at most one line long.

    ``place`` is where its first character stands. Plain text has one run per line; a reader of
    a structured format gives one per stretch without markup or entities.
    """

    span: Span
    place: Place


@dataclass(frozen=True, slots=True)
class Document:
    """One story.

    ``text`` is what is audited, character for character as read (no normalisation, line ends kept);
    ``blocks`` are in reading order and do not overlap; every segment lies inside a body block;
    ``runs`` are sorted and map every character back to the file. ``language`` is a BCP 47 tag or None.
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    runs: tuple[Run, ...]
    language: str | None = None

    def place(self, offset: int) -> Place:
        """Return where the code point at ``offset`` of ``text`` stands in the file."""
        index = max(bisect_right(self.runs, offset, key=lambda run: run.span.start) - 1, 0)
        run = self.runs[index]
        step = min(max(offset - run.span.start, 0), len(run.span))
        first = run.place
        return Place(
            first.line,
            first.column + step,
            first.locator,
            None if first.offset is None else first.offset + step,
        )

    def segment_at(self, offset: int) -> Segment | None:
        """Return the sentence that holds the code point at ``offset``, if any."""
        index = bisect_right(self.segments, offset, key=lambda segment: segment.span.start) - 1
        if index < 0 or offset >= self.segments[index].span.end:
            return None
        return self.segments[index]

    def furniture(self) -> tuple[Block, ...]:
        """Return the blocks that are kept but never audited."""
        return tuple(block for block in self.blocks if block.role is not Role.BODY)

    def headline(self) -> str | None:
        """Return the headline's text, or None where the story has none."""
        return next((b.span.of(self.text) for b in self.blocks if b.role is Role.HEADLINE), None)
