"""Rows of text beside a source, audited by our own checks in parallel, their parses cached."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import Pool
from pathlib import Path

from auditor.alignment import align
from auditor.analysis import Analysis
from auditor.checks.base import Check, Story
from auditor.checks.merge import settle
from auditor.checks.registry import checks_for
from auditor.config import load_profile
from auditor.model import Document, Finding, primary_language
from auditor.segmentation import document_from_text
from benchmarks.rules_on_corpora import parsed

CHUNK = 400
"""Rows per unit of work and per file of the cache."""


@dataclass(frozen=True, slots=True)
class Row:
    """One text under audit with its source; ``language`` is the source's."""

    id: str
    text: str
    language: str
    source: str


@dataclass(frozen=True, slots=True)
class Choice:
    """How to audit: where parses are kept, and which checks to run."""

    cache: Path
    checks: frozenset[str]

    def of(self, language: str) -> tuple[Check, ...]:
        """Return the checks to run on a translation from ``language``."""
        return tuple(check for check in checks_for(language) if check.id in self.checks)


def audited(rows: Iterable[Row], choice: Choice, processes: int) -> Iterator[tuple[Row, tuple[Finding, ...]]]:
    """Yield each row with its findings, in the order given."""
    with Pool(processes) as pool:
        for done in pool.imap(partial(_chunk, choice=choice), list(_chunks(rows))):
            yield from done


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    remaining = iter(rows)
    while chunk := list(islice(remaining, CHUNK)):
        yield chunk


def _chunk(rows: Sequence[Row], choice: Choice) -> list[tuple[Row, tuple[Finding, ...]]]:
    targets = [document_from_text(row.id, row.text, furniture=False) for row in rows]
    docs = iter(parsed(targets, choice.cache))
    found = []
    for row, target in zip(rows, targets, strict=True):
        story = _story_of(row, target, Analysis(target, list(islice(docs, len(target.segments)))))
        found.append((row, settle((f for check in choice.of(row.language) for f in check.run(story)), story)))
    return found


def _story_of(row: Row, target: Document, analysis: Analysis) -> Story:
    source = document_from_text("source", row.source, furniture=False, language=row.language)
    return Story(
        target=target,
        analysis=analysis,
        profile=load_profile("wire"),
        source=source,
        source_language=primary_language(row.language),
        source_links=align(target, source),
    )
