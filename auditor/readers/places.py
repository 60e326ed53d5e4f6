"""From offsets in the file to lines and columns."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from functools import lru_cache

from auditor.model import Place
from auditor.segmentation.lines import plain_runs


@lru_cache(maxsize=2)  # a file of many stories asks for each
def _starts(file: str) -> tuple[int, ...]:
    return tuple(run.span.start for run in plain_runs(file))


def places(file: str, offsets: Iterable[int]) -> dict[int, Place]:
    """Return where each of ``offsets`` (code points) stands in the text of a file; lines end as in plain text."""
    starts = _starts(file)
    found: dict[int, Place] = {}
    before, beyond = 0, 0
    for offset in sorted(set(offsets)):
        line = bisect_right(starts, offset)
        start = starts[line - 1]
        if start > before:
            before, beyond = start, 0
        beyond += len(file[before:offset].encode("utf-8", "surrogatepass")) - (offset - before)
        before = offset
        column = offset - start + 1
        found[offset] = Place(line, column, byte_column=column + beyond)
    return found
