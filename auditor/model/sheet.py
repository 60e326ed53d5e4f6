"""Tables of figures: what a report on many stories shows on a terminal, on a page and to a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Estimate:
    """A value with its 95 % interval; ``low`` and ``high`` are None where too few stories tell."""

    value: float
    low: float | None
    high: float | None


Cell = str | int | float | Estimate | None
"""A text, a count, a share or other figure, an estimate; None: not known."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name for programs, its title, a sentence on how it is to be read, its columns and rows.

    ``plotted`` is the index of the column of estimates that a plot shows; None: nothing is to be plotted.
    """

    name: str
    title: str
    about: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    plotted: int | None = None
