"""Glossaries as tables: comma, semicolon or tab between the columns, their names in the first row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from auditor.model import InputError, Term, TermKind
from auditor.readers.glossary.entry import entry

COLUMNS = ("source", "target", "kind", "note", "source_lang")

ALTERNATIVES = "|"
"""Stands between several accepted targets."""


def read_table(name: str, text: str) -> tuple[Term, ...]:
    """Return the entries of a table; its columns are ``COLUMNS`` in any order, of which only ``target`` must be there.

    Rows without a kind are required terms. Raises ``InputError`` with file, line and column.
    """
    return tuple(_terms(name, text))


def _terms(name: str, text: str) -> Iterator[Term]:
    head = text.partition("\n")[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max("\t;,", key=head.count), strict=True)
    try:
        columns = _columns(name, next(rows, []))
        start = rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                yield _term(f"{name}, line {start}", columns, row)
            start = rows.line_num + 1
    except csv.Error as error:
        raise InputError(f"{name}, line {rows.line_num}: the row cannot be read ({error}); mend its quotes.") from None


def _columns(name: str, row: list[str]) -> list[str]:
    columns = [cell.strip().lower() for cell in row]
    for column in columns:
        if column not in COLUMNS:
            raise InputError(
                f"{name}, line 1: “{column}” is no column of a glossary; the first row names {', '.join(COLUMNS)}."
            )
    if len(set(columns)) < len(columns):
        raise InputError(f"{name}, line 1: a column is named twice; rename one.")
    if "target" not in columns:
        raise InputError(f"{name}, line 1: the column target is missing; the first row names {', '.join(COLUMNS)}.")
    return columns


def _term(origin: str, columns: list[str], row: list[str]) -> Term:
    if len(row) > len(columns) and any(cell.strip() for cell in row[len(columns) :]):
        raise InputError(f"{origin}: the row has more cells than the first row; put quotes around a text with commas.")
    cells = dict.fromkeys(COLUMNS, "") | dict(zip(columns, row, strict=False))
    named = cells["kind"].strip().lower() or TermKind.REQUIRED
    if named not in tuple(TermKind):
        raise InputError(f"{origin}, kind: “{named}” is not known; write {', '.join(TermKind)}.")
    return entry(
        TermKind(named),
        cells["source"],
        cells["target"].split(ALTERNATIVES),
        origin=origin,
        note=cells["note"],
        source_language=cells["source_lang"],
    )
