"""A seal on files that were read and found right: it shows whether anything has happened to them since.

It holds where each file lies on its disk, its size and when it was last written and changed, as the system keeps it.
The time of the change is out of everybody's hands but root's: a file that was written or put in another's place, and
one that a cache has brought back, is read again before it is believed, whatever seal came with it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from auditor.engines.languagetool.places import installation
from auditor.whole import replace_file, stamp

_MOST = 1 << 20
"""Bytes of the largest seal."""

Mark = list[int]


def is_on(files: Iterable[Path]) -> bool:
    """Tell whether each of ``files`` is as it was when the seal was put on it."""
    known = _read()
    marks = ((file.name, _mark(file)) for file in files)
    return all(mark is not None and mark == known.get(name) for name, mark in marks)


def put_on(files: Iterable[Path]) -> None:
    """Put the seal on ``files``; where that cannot be kept, they are read again each time."""
    marks = _read() | {file.name: _mark(file) for file in files}
    with suppress(OSError):
        replace_file(_path(), json.dumps(marks).encode())


def _mark(file: Path) -> Mark | None:
    try:
        return list(stamp(file.stat()))
    except OSError:
        return None


def _read() -> dict[str, Mark | None]:
    try:
        with _path().open("rb") as file:
            marks = json.loads(file.read(_MOST))
    except (OSError, ValueError, RecursionError):
        return {}
    return marks if isinstance(marks, dict) else {}


def _path() -> Path:
    return installation() / "seal.json"
