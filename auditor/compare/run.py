"""The run of a comparison: every translation is audited in turn, and only what is compared is kept of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.compare.entries import Entry, beside, entries
from auditor.compare.table import Original
from auditor.compare.telling import Telling, sentences_of, telling
from auditor.config import EngineSettings, Profile
from auditor.desk import Desk
from auditor.model import Contest, Document, Pivot, Report

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
    packs: Iterable[Path] = (),
    glossary: Iterable[Path] = (),
    progress: Progress | None = None,
) -> Contest:
    """Audit several translations of the same story, or of the same set of stories, and compare them.

    Parameters:
        translations: the file of each, or a folder of each with the same file names; the first is the baseline.
        source, reference: as for ``audit``; folders where the translations are folders.
        source_language, profile, engine, packs, glossary: as for ``audit``.
        progress: told of each step.

    The pivot is the reference, else the source, else the first translation. Raises ``InputError`` for texts that
    cannot be used or do not belong together, and ``AuditorError`` where no audit is possible.
    """
    rivals = entries([Path(path) for path in translations])
    first = rivals[0].files
    desk = Desk.of(profile, engine=engine, packs=packs, glossary=glossary, source_language=source_language)
    texts = _Texts(
        pivot=Pivot.REFERENCE if reference else Pivot.SOURCE if source else Pivot.BASELINE,
        sources=dict(beside(Path(source), first, Path(translations[0]))) if source else {},
        references=dict(beside(Path(reference), first, Path(translations[0]))) if reference else {},
    )
    steps = _Steps(progress, len(rivals) * len(first) + 2)
    originals, tellings = _audited(rivals, desk, texts, steps)
    from auditor.compare.contest import contest

    names = [rival.name for rival in rivals]
    return contest(names, originals, tellings, texts.pivot, desk.profile, steps.begin)


@dataclass(frozen=True, slots=True)
class _Texts:
    """What stands beside the translations, by story, and which of it they are compared on."""

    pivot: Pivot
    sources: dict[str, Path]
    references: dict[str, Path]


class _Steps:
    """Counts the steps of the run."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self._progress, self._done, self._total = progress, 0, total

    def begin(self, what: str) -> None:
        if self._progress:
            self._progress(what, self._done, self._total)
        self._done += 1


def _audited(
    rivals: Sequence[Entry], desk: Desk, texts: _Texts, steps: _Steps
) -> tuple[list[Original], list[list[Telling]]]:
    """Return the original of each story and, for each story, the telling of each engine."""
    originals: list[Original] = []
    documents: list[Document] = []
    tellings: list[list[Telling]] = [[] for _ in rivals[0].files]
    for rival in rivals:
        for index, (story, file) in enumerate(rival.files):
            steps.begin(f"Auditing {rival.name}" if len(rival.files) == 1 else f"Auditing {rival.name}: {story}")
            report = desk.audit(file, source=texts.sources.get(story), reference=texts.references.get(story))
            is_first = rival is rivals[0]
            tellings[index].append(telling(story, report, texts.pivot, None if is_first else documents[index]))
            if is_first:
                originals.append(_original(story, report, texts.pivot))
                documents.append(report.document)
    return originals, tellings


def _original(story: str, report: Report, pivot: Pivot) -> Original:
    source = sentences_of(report.source) if report.source else ()
    if pivot is Pivot.SOURCE:
        return Original(story, source, source)
    if pivot is Pivot.REFERENCE and report.comparison:
        return Original(story, sentences_of(report.comparison.reference), source)
    return Original(story, sentences_of(report.document), source)
