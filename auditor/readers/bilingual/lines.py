"""Lines of JSON with the fields of a batch: ``target``, ``source``, ``source_lang``, ``reference``, ``document``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.model import ENGLISH, InputError, Metadata
from auditor.readers.bilingual.rows import Row, stories_of
from auditor.readers.bilingual.table import COLUMNS
from auditor.readers.filed import Holding, Unit
from auditor.readers.jsontree import Record, Text, read_json
from auditor.readers.pieces import Part, joined
from auditor.readers.sample import Sample

_LINE = re.compile(r"[^\r\n]+")


def is_lines(sample: Sample) -> bool:
    """Tell whether a file is lines of JSON, of which the first has a translation."""
    first = sample.head.lstrip().partition("\n")[0]
    return sample.is_json_lines and any(f'"{name}"' in first for name in COLUMNS["target"])


def read_lines(name: str, text: str, stated: str | None) -> Holding:
    """Return the lines of each document as a story; raises ``InputError`` for a broken line, and for no translation."""
    return stories_of(name, text, _rows(name, text), Metadata(format="JSON lines"), stated)


def _rows(name: str, text: str) -> Iterator[Row]:
    for number, match in enumerate(_LINE.finditer(text), 1):
        if not match[0].strip():
            continue
        record = read_json(name, text, match.start(), match.end())
        if not isinstance(record, Record):
            line = text.count("\n", 0, match.start()) + 1
            raise InputError(f"{name}, line {line}: this is no JSON object; write {{“target”: …, “source”: …}}.")
        named = _said(record, "id") or f"line {number}"
        sides = (_part(record, text, side, named) for side in ("target", "source", "reference"))
        yield Row(Unit(*sides), _said(record, "document"), (ENGLISH, _said(record, "language") or None))


def _said(record: Record, meaning: str) -> str:
    for name in COLUMNS[meaning]:
        value = record.members.get(name)
        if isinstance(value, Text) and value.value:
            return record.said(name) or ""
        if isinstance(value, str):
            return value
    return ""


def _part(record: Record, file: str, side: str, named: str) -> Part:
    found = record.text(*COLUMNS[side])
    return Part(None, joined(found.pieces(file))).at(named) if found else Part(None, ())
