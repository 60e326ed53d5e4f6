"""Units sorted by what makes them hard: how long they are, and whether they hold names, figures or quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.compare.table import Row
from auditor.model import Bucket, Pivot, Share
from auditor.scoring import ChrfLines

NAMES = frozenset({"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
"""Entity labels of OntoNotes that are names; the others are dates and quantities."""

QUOTATION_MARKS = frozenset('"“”„‟«»「」『』')


def buckets(table: Sequence[Row], pivot: Pivot, chrf: Sequence[ChrfLines]) -> tuple[Bucket, ...]:
    """Return the buckets that hold any unit; ``chrf`` has the lines of each engine, or nothing without a reference."""
    return tuple(
        Bucket(name, len(indices), tuple(_shares(table, indices, chrf)))
        for name, indices in _sorted(table, pivot)
        if indices
    )


def _shares(table: Sequence[Row], indices: Sequence[int], chrf: Sequence[ChrfLines]) -> Iterator[Share]:
    for engine in range(len(table[0].cells)):
        points = sum(table[index].cells[engine].points for index in indices) / len(indices)
        yield Share(points, chrf[engine].score(indices) if chrf else None)


def _sorted(table: Sequence[Row], pivot: Pivot) -> Iterator[tuple[str, list[int]]]:
    yield from _by_length(table)
    # Names are looked for in English: a pivot in another language is stood for by the first translation.
    english = [row.cells[0].text if pivot is Pivot.SOURCE else row.pivot for row in table]
    for what, holds in (
        ("a name", _named(english)),
        ("a figure", [any(map(str.isdigit, row.pivot)) for row in table]),
        ("quotation marks", [not QUOTATION_MARKS.isdisjoint(row.pivot) for row in table]),
    ):
        yield f"with {what}", [index for index, held in enumerate(holds) if held]
        yield f"without {what}", [index for index, held in enumerate(holds) if not held]


def _by_length(table: Sequence[Row]) -> Iterator[tuple[str, list[int]]]:
    """Yield the units in thirds by their characters, which every script has."""
    lengths = [len(row.pivot) for row in table]
    ordered = sorted(lengths)
    short, middle = ordered[(len(ordered) - 1) // 3], ordered[2 * (len(ordered) - 1) // 3]
    yield f"up to {short} characters", [i for i, length in enumerate(lengths) if length <= short]
    yield f"{short + 1} to {middle} characters", [i for i, length in enumerate(lengths) if short < length <= middle]
    yield f"over {middle} characters", [i for i, length in enumerate(lengths) if length > middle]


def _named(texts: Sequence[str]) -> list[bool]:
    from auditor.analysis import parse

    return [any(entity.label_ in NAMES for entity in doc.ents) for doc in parse(texts)]
