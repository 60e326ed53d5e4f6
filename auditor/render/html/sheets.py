"""Tables of figures as a page: intervals drawn beside their figures, and how they moved over time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from auditor.model import Estimate, Sheet
from auditor.render.sheets import figure, is_number

WIDTH, HEIGHT = 1000, 160
"""The plots' own units; the page scales them."""


@dataclass(frozen=True, slots=True)
class Whisker:
    """An interval on a row's line: where it begins, where the value is and where it ends."""

    low: float
    at: float
    high: float


@dataclass(frozen=True, slots=True)
class Row:
    """A row as words, each with whether it is a figure, and its interval, if there is one to draw."""

    cells: tuple[tuple[str, bool], ...]
    whisker: Whisker | None


@dataclass(frozen=True, slots=True)
class Line:
    """The estimates of one name in the order of the rows: their course, the band of their intervals, the ends."""

    name: str
    first: str
    last: str
    course: str
    band: str
    said: str


@dataclass(frozen=True, slots=True)
class Panel:
    """A sheet as the template shows it."""

    sheet: Sheet
    rows: tuple[Row, ...]
    lines: tuple[Line, ...]
    scale: str


def panels(sheets: Iterable[Sheet]) -> tuple[Panel, ...]:
    """Return ``sheets`` with what is to be drawn of each."""
    return tuple(map(_panel, sheets))


def _panel(sheet: Sheet) -> Panel:
    estimates = [each for row in sheet.rows if isinstance(each := _plotted(sheet, row), Estimate)]
    most = max((each.value if each.high is None else each.high for each in estimates), default=0.0) or 1.0
    rows = tuple(
        Row(tuple((figure(cell), is_number(cell)) for cell in row), _whisker(_plotted(sheet, row), most))
        for row in sheet.rows
    )
    lines = tuple(_lines(sheet, most)) if sheet.name == "drift" else ()
    return Panel(sheet, rows, lines, f"0 to {figure(float(most))}" if sheet.plotted is not None else "")


def _plotted(sheet: Sheet, row: tuple[object, ...]) -> object:
    return None if sheet.plotted is None else row[sheet.plotted]


def _whisker(value: object, most: float) -> Whisker | None:
    if not isinstance(value, Estimate):
        return None
    low = value.value if value.low is None else value.low
    high = value.value if value.high is None else value.high
    return Whisker(_across(low, most), _across(value.value, most), _across(high, most))


def _across(value: float, most: float) -> float:
    return round(10 + (WIDTH - 20) * value / most, 1)


def _lines(sheet: Sheet, most: float) -> Iterator[Line]:
    assert sheet.plotted is not None
    for name, group in groupby(sheet.rows, lambda row: str(row[0])):
        rows = list(group)
        found = [each for row in rows if isinstance(each := row[sheet.plotted], Estimate)]
        if len(found) < 2:
            continue
        across = [round(10 + (WIDTH - 20) * index / (len(found) - 1), 1) for index in range(len(found))]
        lows = [each.value if each.low is None else each.low for each in found]
        highs = [each.value if each.high is None else each.high for each in found]
        first, last = str(rows[0][1]), str(rows[-1][1])
        yield Line(
            name,
            first,
            last,
            _points(across, [each.value for each in found], most),
            f"{_points(across, highs, most)} {_points(across[::-1], lows[::-1], most)}",
            f"{name}: {figure(found[0].value)} in {first}, {figure(found[-1].value)} in {last}",
        )


def _points(across: list[float], values: list[float], most: float) -> str:
    heights = (round((HEIGHT - 8) * (1 - value / most) + 4, 1) for value in values)
    return " ".join(f"{x},{y}" for x, y in zip(across, heights, strict=True))
