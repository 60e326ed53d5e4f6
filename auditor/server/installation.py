"""Which code and data this process was made of."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import auditor

Stamp = tuple[int, int, int]
"""How many files there are, their bytes, and when the newest was changed, in nanoseconds."""


def installation() -> tuple[Stamp, tuple[int, ...]]:
    """Return a stamp of our own files, and when packages were last installed or removed.

    What we were started from is stale when this differs: an upgrade by pip, or an edit in a checkout.
    """
    states = list(_files(Path(auditor.__file__).parent))
    stamp = (len(states), sum(state.st_size for state in states), max(state.st_mtime_ns for state in states))
    return stamp, tuple(_changed(folder) for folder in sys.path[1:])


def _files(folder: Path | str) -> Iterator[os.stat_result]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                yield entry.stat()


def _changed(folder: str) -> int:
    try:
        return Path(folder).stat().st_mtime_ns
    except OSError:
        return 0
