"""Time in a unit that a slow or busy machine stretches as much as the work that is timed."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable

_WORD = re.compile(r"\w+")
_TEXT = "The council of the town voted on Monday to lead the works at the old bridge again. " * 40


def _unit() -> None:
    seen: dict[str, int] = {}
    for _ in range(20):
        for found in _WORD.finditer(_TEXT):
            seen[found.group()] = seen.get(found.group(), 0) + 1


def _seconds(work: Callable[[], object]) -> float:
    started = time.process_time()
    work()
    return time.process_time() - started


def pace(work: Callable[[], object]) -> float:
    """Return by how many times ``work``, done once, takes longer than counting 12,800 words (2 to 4 ms).

    Processor time of this process, without the collection of what other tests left; the unit is the mean of before and
    after.
    """
    enabled = gc.isenabled()
    gc.collect()
    gc.disable()
    try:
        units = [_seconds(_unit) for _ in range(10)]
        seconds = _seconds(work)
        units += [_seconds(_unit) for _ in range(10)]
    finally:
        if enabled:
            gc.enable()
    return seconds / (sum(units) / len(units))
