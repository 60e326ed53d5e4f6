"""The rows of an archive's input: from Parquet, JSON lines or files of stories, each with its day, desk and engine."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pyarrow.parquet as pq

from auditor.batch.item import Item, parsed
from auditor.files import LINES, MB, opened
from auditor.model import InputError, Skipped

PARQUET = frozenset({".parquet", ".pq"})
JSON_LINES = frozenset({".jsonl", ".ndjson"})

_FIELDS = ("id", "target", "source", "source_lang", "reference", "document", "date", "desk", "engine")
_OF_FOLDERS = frozenset({"date", "day", "desk", "engine", "source_lang"})
_FOLDER = re.compile(r"(?P<name>\w+)=(?P<value>.+)")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"
_ROWS_AT_ONCE = 256
"""Rows of Parquet that are held at a time."""

_MEND = "Correct the row and run the command again."


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the input: what is audited, and what is known beside it.

    ``number`` counts the rows of the file from 1, lines where it has lines; ``at`` is where the row lies: a byte of a
    file of lines, an index in Parquet. ``digest`` changes with anything in the row. ``day`` is an ISO date.
    """

    number: int
    at: int
    item: Item
    digest: bytes
    day: str | None = None
    desk: str | None = None
    engine: str | None = None


def rows(path: Path, root: Path, at: int = 0, number: int = 1) -> Iterator[Row]:
    """Yield the rows of the Parquet or JSON lines at ``path`` from ``at`` on, where the one with ``number`` lies.

    Folders between ``root`` and the file that are called like ``desk=world`` say it of all rows that do not. A row that
    cannot be used has an item with that fault. Raises ``InputError`` for a file that cannot be read.
    """
    told = _told_by_folders(path, root)
    every = _parquet(path, at) if path.suffix.lower() in PARQUET else _lines(path, at, number)
    story: tuple[str | int | None, str | None] = None, None
    for here, count, digest, found in every:
        row = _row(count, here, digest, found, told)
        if row.item.fault:  # it parts no story: it goes with the rows before it
            row = replace(row, item=replace(row.item, document=story[0], source_language=story[1]))
        story = row.item.document, row.item.source_language
        yield row


def _row(number: int, at: int, digest: bytes, found: object, told: Mapping[str, str]) -> Row:
    try:
        if isinstance(found, InputError):
            raise found
        data = (
            {**told, **{key: value for key, value in found.items() if value is not None}}
            if isinstance(found, Mapping)
            else found
        )
        item = Item.of(data)
    except InputError as error:
        fault = Skipped("all", f"Row {number} is left out: {error}", _MEND)
        return Row(number, at, Item(None, "", fault=fault), digest)
    assert isinstance(data, Mapping)
    day = _day(data.get("date", data.get("day")))
    return Row(number, at, item, digest, day, _name(data.get("desk")), _name(data.get("engine")))


def _lines(path: Path, at: int, number: int) -> Iterator[tuple[int, int, bytes, object]]:
    limit = LINES.most * MB
    with opened(path, LINES) as file:
        file.seek(at)
        while line := file.readline(limit + 1):
            size = len(line)
            end = line
            while len(end) >= limit and not end.endswith(b"\n"):  # the rest of one that is too long
                end = file.readline(limit)
                size += len(end)
            content = line.removeprefix(_BYTE_ORDER_MARK).strip() if number == 1 else line.strip()
            if content:
                yield at, number, hashlib.sha256(content).digest(), _parsed(content)
            at, number = at + size, number + 1


def _parsed(line: bytes) -> object:
    try:
        return parsed(line)
    except InputError as error:
        return error


def _parquet(path: Path, at: int) -> Iterator[tuple[int, int, bytes, object]]:
    try:
        with pq.ParquetFile(path) as file:
            known = [name for name in (*_FIELDS, "day") if name in file.schema_arrow.names]
            first, groups = _from(file, at)
            for batch in file.iter_batches(_ROWS_AT_ONCE, row_groups=groups, columns=known):
                for row in batch.to_pylist():
                    if first >= at:
                        plain = json.dumps(row, default=str, sort_keys=True).encode()
                        yield first, first + 1, hashlib.sha256(plain).digest(), row
                    first += 1
    except (OSError, ValueError) as error:  # what pyarrow raises for a file that is none of Parquet
        reason = str(error).partition("\n")[0].rstrip(".")
        raise InputError(f"{path} cannot be read as Parquet ({reason}); write it again.") from None


def _from(file: pq.ParquetFile, at: int) -> tuple[int, list[int]]:
    """Return the index of the first row of the row group that holds the row ``at``, and that group and those after."""
    first = 0
    for group in range(file.num_row_groups):
        size = file.metadata.row_group(group).num_rows
        if at < first + size:
            return first, list(range(group, file.num_row_groups))
        first += size
    return first, []


def _told_by_folders(path: Path, root: Path) -> dict[str, str]:
    folders = path.relative_to(root).parts[:-1] if path.is_relative_to(root) else ()
    matches = [match for part in folders if (match := _FOLDER.fullmatch(part))]
    return {match["name"]: unquote(match["value"]) for match in matches if match["name"] in _OF_FOLDERS}


def _day(value: object) -> str | None:
    """Return the day of a date, a time or an ISO 8601 text; None for what is none."""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    try:
        return date.fromisoformat(str(value)[:10]).isoformat() if value else None
    except ValueError:
        return None


def _name(value: Any) -> str | None:
    return str(value) if isinstance(value, str | int) and str(value).strip() else None


def beside(path: Path, root: Path) -> tuple[str | None, str | None, str | None]:
    """Return day, desk and engine of the stories in the file at ``path``, as its folders below ``root`` tell them."""
    told = _told_by_folders(path, root)
    return _day(told.get("date", told.get("day"))), _name(told.get("desk")), _name(told.get("engine"))
