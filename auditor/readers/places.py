"""From offsets in the file to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from auditor.segmentation.lines import plain_runs


@lru_cache(maxsize=2)  # a file of many stories asks for each
def _starts(file: str) -> tuple[int, ...]:
    return tuple(run.span.start for run in plain_runs(file))


class Places:
    """Where code points stand in the text of a file; lines end as in plain text.

    Offsets are best asked for in their order: what stands before one on its line is counted in bytes, once.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._starts = _starts(file)
        self._ascii = file.isascii()
        self._before = self._beyond = 0

    def of(self, offset: int) -> tuple[int, int, int]:
        """Return the line, the column and the column in bytes of the code point at ``offset``, from 1."""
        line = bisect_right(self._starts, offset)
        start = self._starts[line - 1]
        column = offset - start + 1
        return line, column, column + self._bytes_beyond(start, offset)

    def _bytes_beyond(self, start: int, offset: int) -> int:
        """Return how many bytes more than code points stand on the line from ``start`` to ``offset``."""
        if self._ascii:
            return 0
        if not start <= self._before <= offset:
            self._before, self._beyond = start, 0
        passed = self._file[self._before : offset].encode("utf-8", "surrogatepass")
        self._beyond += len(passed) - (offset - self._before)
        self._before = offset
        return self._beyond
