"""Going on with a batch that was stopped: what is written already, and whether it belongs to this input."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.batch.item import Item
from auditor.model import InputError

_ANEW = "begin anew with --restart, or name another file."


@dataclass(frozen=True, slots=True)
class Kept:
    """The whole lines of an earlier run: how many they are and the bytes that they take."""

    path: Path
    lines: int
    size: int

    def ids(self) -> Iterator[object]:
        """Yield the id of each line."""
        if not self.lines:
            return
        with self.path.open("rb") as file:
            for number in range(1, self.lines + 1):
                yield _id(file.readline(), self.path, number)


def kept_lines(path: Path) -> Kept:
    """Return what an earlier run left in ``path``; a last line cut short by its end does not count."""
    lines = size = 0
    if path.exists():
        with path.open("rb") as file:
            for line in file:
                if line.endswith(b"\n"):
                    lines, size = lines + 1, size + len(line)
    return Kept(path, lines, size)


def following(items: Iterable[Item], kept: Kept) -> Iterator[Item]:
    """Yield ``items`` as they are.

    Raises ``InputError`` where the lines in ``kept`` are not the results of the first of them.
    """
    known = enumerate(kept.ids(), start=1)
    for item in items:
        number, id_ = next(known, (0, item.id))
        if id_ != item.id:
            raise InputError(f"Line {number} of {kept.path} is about {id_!r}, the input about {item.id!r}; {_ANEW}")
        yield item
    for number, id_ in known:
        raise InputError(f"Line {number} of {kept.path} is about {id_!r}, which the input does not have; {_ANEW}")


def _id(line: bytes, path: Path, number: int) -> object:
    try:
        return json.loads(line)["id"]
    except (ValueError, KeyError, TypeError):
        raise InputError(f"Line {number} of {path} is no result of a batch; {_ANEW}") from None
