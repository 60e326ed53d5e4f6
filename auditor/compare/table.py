"""All translations of all stories, unit by unit: the table that every comparison is made on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.compare.telling import Telling
from auditor.compare.units import Numbers, answers, units
from auditor.model import Mark, Pivot


@dataclass(frozen=True, slots=True)
class Original:
    """The sentences of the pivot and, where there is one, of the source of one story."""

    story: str
    pivot: tuple[str, ...]
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One engine's answer to one unit; ``text`` is empty where there is none."""

    text: str
    points: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One unit of the pivot and the engines' answers, in their order; ``source`` is None without one."""

    story: str
    pivot: str
    source: str | None
    cells: tuple[Cell, ...]


def rows(original: Original, tellings: Sequence[Telling], pivot: Pivot) -> tuple[Row, ...]:
    """Return the units of one story as the ``tellings`` of all engines allow them."""
    groups = units(len(original.pivot), [telling.links for telling in tellings])
    columns = [answers(groups, telling.links, len(telling.sentences)) for telling in tellings]
    return tuple(
        Row(
            story=original.story,
            pivot=_joined(original.pivot, group),
            source=None if pivot is Pivot.SOURCE else _source(original, tellings[0], columns[0][index]),
            cells=tuple(_cell(telling, column[index]) for telling, column in zip(tellings, columns, strict=True)),
        )
        for index, group in enumerate(groups)
    )


def _cell(telling: Telling, numbers: Numbers) -> Cell:
    return Cell(
        text=_joined(telling.sentences, numbers),
        points=sum(telling.points[number - 1] for number in numbers),
        marks=tuple(mark for number in numbers for mark in telling.marks[number - 1]),
    )


def _source(original: Original, baseline: Telling, numbers: Numbers) -> str | None:
    """Return the source of a unit, by way of the baseline's answer to it."""
    if not original.source:
        return None
    wanted = set(numbers)
    found = sorted({n for link in baseline.source_links if wanted.intersection(link.target) for n in link.other})
    return _joined(original.source, tuple(found))


def _joined(sentences: Sequence[str], numbers: Numbers) -> str:
    return " ".join(sentences[number - 1] for number in numbers)
