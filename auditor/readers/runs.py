"""The runs of a text in a structured format, kept as numbers: there are many, and few of them are ever asked for."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import TypeAlias, overload

from auditor.model import Place, Run, Span

_NUMBERS = 5
"""Of each place; a line of 0 is no place."""

_NONE = 0xFFFFFFFF


Mark: TypeAlias = tuple[int, int, int, int | None, str | None]
"""A place as numbers: line, column, column in bytes, offset in its element and what names that."""


class Runs(Sequence[Run]):
    """Runs that are made when they are asked for: as values they would take ten times the memory of their text."""

    __slots__ = ("_locators", "_places", "_starts")

    def __init__(self, runs: Iterable[tuple[int, Mark, Mark | None]], end: int) -> None:
        """Take where each run begins in the text and in the file, and perhaps where it ends there; ``end`` is all's."""
        self._starts = array("I")
        self._places = array("I")
        names: dict[str | None, int] = {}
        for at, place, last in runs:
            self._starts.append(at)
            for each in (place, last):
                self._places.extend(_numbers(each, names))
        self._starts.append(end)
        self._locators = tuple(names)

    def __len__(self) -> int:
        return len(self._starts) - 1

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
        return Run(Span(self._starts[number], self._starts[number + 1]), place, self._place(2 * number + 1))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Runs, tuple)) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def _place(self, index: int) -> Place | None:
        line, column, bytes_, offset, name = self._places[_NUMBERS * index : _NUMBERS * (index + 1)]
        if not line:
            return None
        return Place(line, column, self._locators[name], None if offset == _NONE else offset, bytes_)


def _numbers(mark: Mark | None, names: dict[str | None, int]) -> tuple[int, int, int, int, int]:
    if mark is None:
        return 0, 0, 0, 0, 0
    line, column, bytes_, offset, locator = mark
    return line, column, bytes_, _NONE if offset is None else offset, names.setdefault(locator, len(names))
