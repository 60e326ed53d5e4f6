"""Places in a file, and the runs of a text that stand unbroken there."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TypeAlias, overload

from auditor.model.span import Span


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
        passed = _bytes_before(text, offset) - _bytes_before(text, self.span.start)
        return (self.place.byte_column or self.place.column) + passed

    def goes_on(self, after: Run, text: str) -> bool:
        """Tell whether ``after`` follows in the file as it does in ``text``, with nothing between the two."""
        if text[self.span.start : self.span.end].endswith(("\n", "\r")):
            return (after.place.line, after.place.column) == (self.place.line + 1, 1)
        there = self.at(self.span.end)
        return (after.place.line, after.place.column) == (there.line, there.column)


_STEP = 1_000
"""Code points between those places of a text whose distance from its start in bytes is kept."""


def _bytes_before(text: str, offset: int) -> int:
    """Return the bytes of UTF-8 before ``offset``; asked at every finding, it may not count a long line each time."""
    if text.isascii():
        return offset
    step = offset // _STEP
    return _bytes_at_steps(text)[step] + len(text[step * _STEP : offset].encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=4)
def _bytes_at_steps(text: str) -> tuple[int, ...]:
    pieces = (text[start : start + _STEP] for start in range(0, len(text), _STEP))
    return (0, *accumulate(len(piece.encode("utf-8", "surrogatepass")) for piece in pieces))


_NUMBERS = 5
"""Of each place; a line of 0 is no place."""

_NONE = 0xFFFFFFFF


PlaceNumbers: TypeAlias = tuple[int, int, int, int | None, str | None]
"""A place as numbers: line, column, column in bytes, offset in its element and what names that."""


class Runs(Sequence[Run]):
    """Runs that are made when they are asked for: as values they would take ten times the memory of their text.

    ``starts`` are where they begin in the text, and last its end.
    """

    __slots__ = ("_locators", "_places", "starts")

    def __init__(self, runs: Iterable[tuple[int, PlaceNumbers, PlaceNumbers | None]], end: int) -> None:
        """Take where each run begins in the text and in the file, and perhaps where it ends there; ``end`` is all's."""
        self.starts = array("I")
        self._places = array("I")
        names: dict[str | None, int] = {}
        for at, place, last in runs:
            self.starts.append(at)
            for each in (place, last):
                self._places.extend(_numbers(each, names))
        self.starts.append(end)
        self._locators = tuple(names)

    def __len__(self) -> int:
        return len(self.starts) - 1

    @overload
    def __getitem__(self, index: int) -> Run: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Run, ...]: ...
    def __getitem__(self, index: int | slice) -> Run | tuple[Run, ...]:
        if isinstance(index, slice):
            return tuple(self[each] for each in range(*index.indices(len(self))))
        number = range(len(self))[index]
        place = self._place(2 * number)
        assert place is not None
        return Run(Span(self.starts[number], self.starts[number + 1]), place, self._place(2 * number + 1))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Runs, tuple)) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _place(self, index: int) -> Place | None:
        line, column, bytes_, offset, name = self._places[_NUMBERS * index : _NUMBERS * (index + 1)]
        if not line:
            return None
        return Place(line, column, self._locators[name], None if offset == _NONE else offset, bytes_)


def _numbers(mark: PlaceNumbers | None, names: dict[str | None, int]) -> tuple[int, int, int, int, int]:
    if mark is None:
        return 0, 0, 0, 0, 0
    line, column, bytes_, offset, locator = mark
    return line, column, bytes_, _NONE if offset is None else offset, names.setdefault(locator, len(names))
