"""A story as it was read: its text, its parts and the place of each character in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from auditor.model.runs import Place, Run, Runs
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
        return self.runs[max(self._after(offset) - 1, 0)]

    def _after(self, offset: int) -> int:
        """Return the index of the first run that begins after ``offset``."""
        if isinstance(self.runs, Runs):
            return bisect_right(self.runs.starts, offset, hi=len(self.runs))
        return bisect_right(self.runs, offset, key=lambda run: run.span.start)

    def place(self, offset: int) -> Place:
        """Return where the code point at ``offset`` of ``text`` begins in the file."""
        return self.run_at(offset).at(offset)

    def end(self, offset: int) -> Place:
        """Return where the code point before ``offset`` of ``text`` ends in the file."""
        return self.run_at(offset - 1).at(offset)

    def is_verbatim(self, span: Span) -> bool:
        """Tell whether the words of ``span`` stand in the file just so, without markup or entities among them."""
        first, last = map(self._after, (span.start, span.end - 1))
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
