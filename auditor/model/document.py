"""A story as it was read: its text, its parts and the place of each character in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

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
    ``offset`` the code points from that element's start; plain text has none. ``byte_column`` is the
    1-based column in UTF-8 bytes at the ends of a run; None means that before it on its line
    stands only what the text has there.
    """

    line: int
    column: int
    locator: str | None = None
    offset: int | None = None
    byte_column: int | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of document text that stands unbroken in the file, at most one line long.

    ``place`` is where its first character stands. Plain text has one run per line; a reader of
    a structured format gives one per stretch without markup or entities. What such a format writes in
    other characters (``&eacute;``, a tag that ends a line) is a run of its own, which cannot be
    parted: it ends in the file at ``end``.
    """

    span: Span
    place: Place
    end: Place | None = None

    def at(self, offset: int) -> Place:
        """Return where the code point at ``offset`` of the text begins, or where the run ends."""
        if self.end is not None:
            return self.place if offset < self.span.end else self.end
        step = min(max(offset - self.span.start, 0), len(self.span))
        if step == 0:
            return self.place
        first = self.place
        return Place(
            first.line, first.column + step, first.locator, None if first.offset is None else first.offset + step
        )

    def byte_column(self, offset: int, text: str) -> int:
        """Return the column of ``offset`` of ``text`` as ``at`` has it, in UTF-8 bytes."""
        there = self.at(offset)
        if there is self.place or there is self.end:
            return there.byte_column or there.column
        passed = text[self.span.start : offset].encode("utf-8", "surrogatepass")
        return (self.place.byte_column or self.place.column) + len(passed)

    def goes_on(self, after: Run, text: str) -> bool:
        """Tell whether ``after`` follows in the file as it does in ``text``, with nothing between the two."""
        if text[self.span.start : self.span.end].endswith(("\n", "\r")):
            return (after.place.line, after.place.column) == (self.place.line + 1, 1)
        there = self.at(self.span.end)
        return (after.place.line, after.place.column) == (there.line, there.column)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of its story, in its own words; ``format`` is that of the file.

    ``digital_source_type`` is IPTC's code for who or what made the copy (https://cv.iptc.org/newscodes/digitalsourcetype),
    without what stands before a colon or a slash; ``translated_from`` names the story or the language it comes from.
    """

    format: str
    id: str | None = None
    provider: str | None = None
    slug: str | None = None
    version: str | None = None
    embargo: str | None = None
    digital_source_type: str | None = None
    translated_from: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One story.

    ``text`` is what is audited, character for character as read (no normalisation, line ends kept), of
    a structured format what it shows; ``blocks`` are in reading order and do not overlap; every segment
    lies inside a body block; ``runs`` are sorted and map every character back to the file. ``language``
    is a BCP 47 tag or None. ``part`` names the story among several of one file.
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...]
    runs: Sequence[Run]
    language: str | None = None
    part: str | None = None
    metadata: Metadata | None = None

    @property
    def label(self) -> str:
        """The file and, where it holds several stories, which of them this is."""
        return self.name if self.part is None else f"{self.name}#{self.part}"

    def run_at(self, offset: int) -> Run:
        """Return the run that holds the code point at ``offset`` of ``text``."""
        return self.runs[max(bisect_right(self.runs, offset, key=lambda run: run.span.start) - 1, 0)]

    def place(self, offset: int) -> Place:
        """Return where the code point at ``offset`` of ``text`` begins in the file."""
        return self.run_at(offset).at(offset)

    def end(self, offset: int) -> Place:
        """Return where the code point before ``offset`` of ``text`` ends in the file."""
        return self.run_at(offset - 1).at(offset)

    def is_verbatim(self, span: Span) -> bool:
        """Tell whether the words of ``span`` stand in the file just so, without markup or entities among them."""
        first, last = (bisect_right(self.runs, at, key=lambda run: run.span.start) for at in (span.start, span.end - 1))
        runs = self.runs[max(first - 1, 0) : last]
        return all(run.end is None for run in runs) and all(
            before.goes_on(after, self.text) for before, after in pairwise(runs)
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
