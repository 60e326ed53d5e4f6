"""The plan of an archive: its rows in blocks, each known by a name that is made of all that its result depends on."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.archive.rows import JSON_LINES, PARQUET, Row, rows
from auditor.batch.bundle import bundles
from auditor.files import STORY, read_bytes
from auditor.model import AuditorError, InputError

BLOCK_CHARACTERS = 200_000
"""Characters of targets in a block, some ten seconds of work: what dies takes no more along, and hardly a block is so
small that its files weigh more than what is in them."""


@dataclass(frozen=True, slots=True)
class Given:
    """One file of the input; of a file of stories ``source`` is the file of what they translate, if there is one."""

    path: Path
    source: Path | None = None

    @property
    def has_rows(self) -> bool:
        """Whether the file holds rows; else it holds stories."""
        return self.path.suffix.lower() in PARQUET | JSON_LINES


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that are audited together, or the stories of one file, and the ``name`` under which the result is kept.

    ``at`` and ``first`` are where the first row lies and its number, ``rows`` how many there are: None for a file of
    stories. ``characters`` are those of the targets, or the bytes of the file.
    """

    name: str
    file: Given
    at: int
    first: int
    rows: int | None
    characters: int

    def plain(self) -> dict[str, str | int | None]:
        """Return the block as values that travel between machines."""
        source = self.file.source
        return {
            "name": self.name,
            "file": str(self.file.path),
            "source": str(source) if source else None,
            "at": self.at,
            "first": self.first,
            "rows": self.rows,
            "characters": self.characters,
        }

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Block:
        """Return the block of which ``row`` is what ``plain`` gave."""
        file = Given(Path(row["file"]), Path(row["source"]) if row["source"] else None)
        return cls(row["name"], file, row["at"], row["first"], row["rows"], row["characters"])


def planned(given: Iterable[Given], root: Path, key: str, most: int = BLOCK_CHARACTERS) -> Iterator[Block]:
    """Yield the blocks of ``given``, files below ``root``; those of one document in neighbouring rows stay together.

    ``key`` stands for the settings; with it, the place of a row and the row itself, the name of a block changes.
    ``most`` are the characters after which a block ends. Raises ``InputError`` for Parquet that cannot be read.
    """
    for file in given:
        name = str(file.path.relative_to(root))
        if file.has_rows:
            yield from _blocks(file, rows(file.path, root), f"{key}\0{name}", most)
        else:
            yield _of_stories(file, f"{key}\0{name}")


def _blocks(file: Given, every: Iterable[Row], key: str, most: int) -> Iterator[Block]:
    seen: deque[Row] = deque()

    def items() -> Iterator[object]:
        for row in every:
            seen.append(row)
            yield row.item

    held: list[Row] = []
    size = 0
    for bundle in bundles(items()):  # type: ignore[arg-type]
        for item in bundle:
            held.append(seen.popleft())
            size += len(item.target)
        if size >= most:
            yield _block(file, held, key, size)
            held, size = [], 0
    if held:
        yield _block(file, held, key, size)


def _block(file: Given, held: list[Row], key: str, size: int) -> Block:
    digest = hashlib.sha256(f"{key}\0{held[0].number}".encode())
    for row in held:
        digest.update(row.number.to_bytes(8) + row.digest)
    return Block(digest.hexdigest()[:32], file, held[0].at, held[0].number, len(held), size)


def _of_stories(file: Given, key: str) -> Block:
    digest = hashlib.sha256(key.encode())
    size = 0
    for path in (file.path, file.source):
        try:
            data = read_bytes(path, STORY) if path else b""
        except (AuditorError, InputError) as error:  # its rows will say so
            data = str(error).encode()
        digest.update(hashlib.sha256(data).digest())
        size += len(data)
    return Block(digest.hexdigest()[:32], file, 0, 1, None, size)
