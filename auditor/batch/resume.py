"""Going on with a batch that was stopped: what is written already, and whether it belongs to this input."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.batch.item import Item
from auditor.model import InputError, Skipped

_ANEW = "begin anew with --restart, or name another file."


_START = b'{"id": '
"""How the line of every result begins."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The whole lines of an earlier run: how many they are and the bytes that they take."""

    path: Path
    lines: int
    size: int

    def rows(self) -> Iterator[tuple[object, tuple[Skipped, ...]]]:
        """Yield the id of each line, and what could not run for it; raises ``InputError`` for what is no result."""
        if not self.lines:
            return
        with self.path.open("rb") as file:
            for number in range(1, self.lines + 1):
                yield _row(file.readline(), self.path, number)


def kept_lines(path: Path) -> Kept:
    """Return what an earlier run left in ``path``; a last line cut short by its end does not count.

    Raises ``InputError`` for a line that is none of ours: going on would overwrite the last, where it has no end.
    """
    lines = size = 0
    if path.is_file():
        with path.open("rb") as file:
            for line in file:
                if line[: len(_START)] != _START[: len(line)]:
                    raise _foreign(path, lines + 1)
                if line.endswith(b"\n"):
                    lines, size = lines + 1, size + len(line)
    return Kept(path, lines, size)


def following(
    items: Iterable[Item], kept: Kept, skipped: Callable[[object, Iterable[Skipped]], None]
) -> Iterator[Item]:
    """Yield ``items`` as they are; what could not run for those that are kept is told to ``skipped``, with their ids.

    Raises ``InputError`` where the lines in ``kept`` are not the results of the first of them.
    """
    known = enumerate(kept.rows(), start=1)
    for item in items:
        number, (id_, missing) = next(known, (0, (item.id, ())))
        if id_ != item.id:
            raise InputError(f"Line {number} of {kept.path} is about {id_!r}, the input about {item.id!r}; {_ANEW}")
        if not item.fault:
            skipped(id_, missing)
        yield item
    for number, (id_, _) in known:
        raise InputError(f"Line {number} of {kept.path} is about {id_!r}, which the input does not have; {_ANEW}")


def _row(line: bytes, path: Path, number: int) -> tuple[object, tuple[Skipped, ...]]:
    try:
        row = json.loads(line)
        return row["id"], tuple(Skipped(**each) for each in row["skipped"])
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _foreign(path, number) from None


def _foreign(path: Path, number: int) -> InputError:
    return InputError(f"Line {number} of {path} is no result of a batch; {_ANEW}")
