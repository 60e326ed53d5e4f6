"""Tables of figures as words and as comma-separated values."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from auditor.model import Cell, Estimate, Sheet
from auditor.render.table import cell

_DIGITS = ((100, 0), (10, 1), (1, 2))
"""Digits behind the point of figures from so large on; smaller ones have three."""


def figure(value: Cell) -> str:
    """Return ``value`` for people: grouped thousands, three digits at most, an estimate with its interval."""
    if isinstance(value, Estimate):
        if value.low is None or value.high is None:
            return _number(value.value)
        return f"{_number(value.value)} ({_number(value.low)} to {_number(value.high)})"
    if value is None:
        return ""
    return value if isinstance(value, str) else _number(value)


def is_number(value: Cell) -> bool:
    """Tell whether ``value`` is a figure of any kind."""
    return isinstance(value, int | float | Estimate)


def render_csv(sheets: Iterable[Sheet]) -> str:
    """Return ``sheets`` one under the other, each with a header; the first column of every row is the sheet's name.

    An estimate takes three columns: its value, where its interval begins and where it ends.
    """
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    for number, sheet in enumerate(sheets):
        if number:
            writer.writerow(())
        wide = [any(isinstance(row[index], Estimate) for row in sheet.rows) for index in range(len(sheet.columns))]
        writer.writerow(("table", *_header(sheet, wide)))
        for row in sheet.rows:
            cells = (each for value, three in zip(row, wide, strict=True) for each in _cells(value, three))
            writer.writerow((sheet.name, *cells))
    return page.getvalue()


def _header(sheet: Sheet, wide: list[bool]) -> Iterator[str]:
    for name, three in zip(sheet.columns, wide, strict=True):
        yield name
        if three:
            yield from (f"{name}: low", f"{name}: high")


def _cells(value: Cell, three: bool) -> Iterator[str]:
    if isinstance(value, Estimate):
        yield from (_plain(value.value), _plain(value.low), _plain(value.high))
        return
    yield _plain(value)
    if three:
        yield from ("", "")


def _plain(value: str | float | None) -> str:
    if isinstance(value, float):
        return f"{value:.6g}"
    return "" if value is None else cell(value) if isinstance(value, str) else str(value)


def _number(value: float) -> str:
    if isinstance(value, int):
        return f"{value:,}"
    digits = next((digits for least, digits in _DIGITS if abs(value) >= least), 3)
    return f"{value:,.{digits}f}"
