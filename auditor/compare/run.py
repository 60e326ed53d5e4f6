"""The comparison: audit every translation, lay all out unit by unit, count, test, and tell where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.audit import audit
from auditor.compare.buckets import buckets
from auditor.compare.entries import Entry, beside, entries
from auditor.compare.revision import revision
from auditor.compare.table import Cell, Original, Row, rows
from auditor.compare.telling import Telling, sentences_of, telling
from auditor.config import EngineSettings, Profile, load_profile
from auditor.model import Answer, Challenge, Contest, Disputed, Document, Engine, InputError, Pivot, Report
from auditor.scoring import (
    ChrfLines,
    Method,
    document_metrics,
    metric_tests,
    normalise,
    permutation_test,
    pooled,
)

DISPUTED = 10
"""How many of the units on which the engines differ most are shown."""

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many steps are done, and how many there are."""


def compare(
    translations: Sequence[str | Path],
    *,
    source: str | Path | None = None,
    reference: str | Path | None = None,
    source_language: str | None = None,
    profile: Profile | str = "wire",
    engine: EngineSettings | None = None,
    progress: Progress | None = None,
) -> Contest:
    """Audit several translations of the same story, or of the same set of stories, and compare them.

    Parameters:
        translations: the file of each, or a folder of each with the same file names; the first is the baseline.
        source, reference: as for ``audit``; folders where the translations are folders.
        source_language, profile, engine: as for ``audit``.
        progress: told of each step.

    The pivot is the reference, else the source, else the first translation. Raises ``InputError`` for texts that
    cannot be used or do not belong together, and ``AuditorError`` where no audit is possible.
    """
    rivals = entries([Path(path) for path in translations])
    first = rivals[0].files
    desk = _Desk(
        pivot=Pivot.REFERENCE if reference else Pivot.SOURCE if source else Pivot.BASELINE,
        sources=dict(beside(Path(source), first, Path(translations[0]))) if source else {},
        references=dict(beside(Path(reference), first, Path(translations[0]))) if reference else {},
        source_language=source_language,
        profile=load_profile(profile) if isinstance(profile, str) else profile,
        engine=engine,
    )
    steps = _Steps(progress, len(rivals) * len(first) + 2)
    originals, tellings = _audited(rivals, desk, steps)
    table = [
        row for original, told in zip(originals, tellings, strict=True) for row in rows(original, told, desk.pivot)
    ]
    if not table:
        raise InputError(f"“{first[0][1]}” and what it is compared with hold no sentence; give texts with sentences.")
    return _contest(rivals, desk, table, list(zip(*tellings, strict=True)), steps)


@dataclass(frozen=True, slots=True)
class _Desk:
    """What holds for every audit of the run."""

    pivot: Pivot
    sources: dict[str, Path]
    references: dict[str, Path]
    source_language: str | None
    profile: Profile
    engine: EngineSettings | None

    def audit(self, story: str, file: Path) -> Report:
        return audit(
            file,
            source=self.sources.get(story),
            source_language=self.source_language,
            reference=self.references.get(story),
            profile=self.profile,
            engine=self.engine,
        )


class _Steps:
    """Counts the steps of the run."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._done, self._total = progress, 0, total

    def begin(self, what: str) -> None:
        if self._progress:
            self._progress(what, self._done, self._total)
        self._done += 1


def _audited(rivals: Sequence[Entry], desk: _Desk, steps: _Steps) -> tuple[list[Original], list[list[Telling]]]:
    """Return the original of each story and, for each story, the telling of each engine."""
    originals: list[Original] = []
    documents: list[Document] = []
    tellings: list[list[Telling]] = [[] for _ in rivals[0].files]
    for rival in rivals:
        for index, (story, file) in enumerate(rival.files):
            steps.begin(f"Auditing {rival.name}" if len(rival.files) == 1 else f"Auditing {rival.name}: {story}")
            report = desk.audit(story, file)
            is_first = rival is rivals[0]
            tellings[index].append(telling(story, report, desk.pivot, None if is_first else documents[index]))
            if is_first:
                originals.append(_original(story, report, desk.pivot))
                documents.append(report.document)
    return originals, tellings


def _original(story: str, report: Report, pivot: Pivot) -> Original:
    source = sentences_of(report.source) if report.source else ()
    if pivot is Pivot.SOURCE:
        return Original(story, source, source)
    if pivot is Pivot.REFERENCE and report.comparison:
        return Original(story, sentences_of(report.comparison.reference), source)
    return Original(story, sentences_of(report.document), source)


def _contest(
    rivals: Sequence[Entry], desk: _Desk, table: Sequence[Row], columns: Sequence[Sequence[Telling]], steps: _Steps
) -> Contest:
    steps.begin("Scoring against the reference" if desk.references else "Comparing")
    lines = [tuple(normalise(row.cells[index].text) for row in table) for index in range(len(rivals))]
    reference = tuple(normalise(row.pivot) for row in table) if desk.references else ()
    chrf = [ChrfLines(ours, reference) for ours in lines] if reference else []
    engines = tuple(
        _engine(rival.name, told, desk.profile, [row.cells[index] for row in table], lines[index], reference)
        for index, (rival, told) in enumerate(zip(rivals, columns, strict=True))
    )
    steps.begin("Testing the differences")
    marks = [[mark for each in told for mark in each.every_mark()] for told in columns[:2]]
    skipped = dict.fromkeys(skip for told in columns for each in told for skip in each.skipped)
    return Contest(
        pivot=desk.pivot,
        stories=tuple(story for story, _ in rivals[0].files),
        units=len(table),
        engines=engines,
        challenges=_challenges([rival.name for rival in rivals], table, lines, reference),
        buckets=buckets(table, desk.pivot, chrf),
        disputed=_disputed(table, chrf),
        revision=revision(*marks) if len(rivals) == 2 else None,
        profile=desk.profile.name,
        skipped=tuple(skipped),
    )


def _engine(
    name: str,
    told: Sequence[Telling],
    profile: Profile,
    cells: Sequence[Cell],
    lines: tuple[str, ...],
    reference: tuple[str, ...],
) -> Engine:
    kinds = Counter(mark.category for each in told for mark in each.every_mark())
    return Engine(
        name=name,
        score=pooled((each.score for each in told), profile),
        categories=tuple(sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))),
        unanswered=sum(not cell.text for cell in cells),
        added=sum(map(_added, told)),
        metrics=tuple(document_metrics(lines, reference)) if reference else (),
    )


def _added(told: Telling) -> int:
    answering = {number for link in told.links if link.other for number in link.target}
    return len(told.sentences) - len(answering)


def _challenges(
    names: Sequence[str], table: Sequence[Row], lines: Sequence[tuple[str, ...]], reference: tuple[str, ...]
) -> tuple[Challenge, ...]:
    tests = {method: metric_tests(lines[0], lines[1:], reference, method) for method in Method} if reference else {}
    baseline = [row.cells[0].points for row in table]
    return tuple(
        Challenge(
            engine=names[index],
            penalty=permutation_test([row.cells[index].points for row in table], baseline),
            bootstrap=tests[Method.BOOTSTRAP][index - 1] if tests else (),
            randomisation=tests[Method.RANDOMISATION][index - 1] if tests else (),
        )
        for index in range(1, len(names))
    )


def _disputed(table: Sequence[Row], chrf: Sequence[ChrfLines]) -> tuple[Disputed, ...]:
    """Return the units with the widest range of penalty points; of two as wide, of chrF2++."""
    ranked: list[tuple[float, float, int]] = []
    similar = [[lines.score([index]) or 0.0 for lines in chrf] for index in range(len(table))]
    for index, row in enumerate(table):
        points = [cell.points for cell in row.cells]
        spread = max(similar[index], default=0.0) - min(similar[index], default=0.0)
        ranked.append((min(points) - max(points), -spread, index))
    return tuple(
        Disputed(
            number=index + 1,
            story=table[index].story,
            pivot=table[index].pivot,
            source=table[index].source,
            answers=tuple(
                Answer(cell.text, cell.points, similar[index][engine] if chrf else None, cell.marks)
                for engine, cell in enumerate(table[index].cells)
            ),
        )
        for points, spread, index in sorted(ranked)[:DISPUTED]
        if points or spread
    )
