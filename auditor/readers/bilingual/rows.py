"""Units of a bilingual file as stories: those of one document together, those without a translation left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model import InputError, Metadata
from auditor.readers.filed import Filed, Holding, Unit, counted, paired, told

MOST_UNITS = 50_000
"""Units of a file: more are no news of one day."""


@dataclass(frozen=True, slots=True)
class Row:
    """A unit, the document it belongs to, and the languages of its translation and of its source."""

    unit: Unit
    document: str = ""
    languages: tuple[str | None, str | None] = (None, None)


def stories_of(name: str, text: str, rows: Iterable[Row], metadata: Metadata, stated: str | None) -> Holding:
    """Return a story for each document of ``rows``, which stand in ``text``, in the order of their first ones.

    Raises ``InputError`` where nothing is translated.
    """
    documents: dict[str, list[Row]] = {}
    left = 0
    for number, row in enumerate(rows):
        if number == MOST_UNITS:
            raise InputError(f"{name} has more than {MOST_UNITS:,} units; split it, or make it a batch.")
        if row.unit.target.text.strip():
            documents.setdefault(row.document, []).append(row)
        else:
            left += 1
    stories: list[Filed] = []
    for key, held in documents.items():
        target, source = held[0].languages
        part = key or "1" if len(documents) > 1 else None
        units = [row.unit for row in held]
        stories.append(paired(name, text, units, (stated or target, source), metadata, part))
    left_out = (f"{name}: {counted(left, 'unit without translation was', 'units without translation were')} left out",)
    return told(
        name,
        Holding(tuple(stories), left_out if left else ()),
        "holds nothing that is translated; give a file that does.",
    )
