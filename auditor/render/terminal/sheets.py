"""Tables of figures on a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from rich.box import SIMPLE
from rich.table import Table
from rich.text import Text

from auditor.model import Cell, Sheet
from auditor.render.sheets import figure, is_number
from auditor.render.terminal.page import console_on
from auditor.render.terminal.style import QUIET, TITLE
from auditor.text.visible import visible

_LEAST_WIDTH = 80


def render(sheets: Iterable[Sheet], *, width: int = 80, colour: bool = False) -> str:
    """Return ``sheets`` one under the other, at most ``width`` cells wide, ANSI colours where ``colour`` is set."""
    paper = StringIO()
    console = console_on(paper, max(width, _LEAST_WIDTH), colour)
    for sheet in sheets:
        console.print(Text(visible(sheet.title), TITLE))
        console.print(Text(visible(sheet.about), QUIET))
        console.print(_table(sheet))
    return "".join(f"{line.rstrip()}\n" for line in paper.getvalue().splitlines())


def _table(sheet: Sheet) -> Table:
    table = Table(box=SIMPLE, header_style=QUIET, pad_edge=False)
    for index, name in enumerate(sheet.columns):
        numbers = any(is_number(row[index]) for row in sheet.rows)
        table.add_column(Text(name), justify="right" if numbers else "left", overflow="fold")
    for row in sheet.rows:
        table.add_row(*map(_cell, row))
    return table


def _cell(cell: Cell) -> Text:
    return Text(visible(figure(cell)))
