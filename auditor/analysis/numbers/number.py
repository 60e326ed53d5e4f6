"""A number of a text."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

from auditor.model import Span


class Firmness(IntEnum):
    """How surely a word stands for a number that a translation must keep."""

    LOOSE = 0
    SPELLED = 1
    FIGURES = 2


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text.

    ``values`` are what it may be worth, likeliest first: any of them answers it. ``clock`` is the time of day
    in minutes on a clock of twelve hours, where it may be one, and ``morning`` whether that is before noon; None where
    nothing says so. ``ordinal``: it is a word for a place in a row. ``whole``: it is the seven of "one in seven".
    """

    span: Span
    text: str
    values: tuple[Fraction, ...]
    firmness: Firmness
    clock: int | None = None
    morning: bool | None = None
    ordinal: bool = False
    whole: bool = False
