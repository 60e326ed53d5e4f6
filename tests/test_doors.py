"""One story through every door: the library, the command line, a batch, a comparison say the same of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor import audit, batch, compare
from auditor.batch import Item
from auditor.cli import main
from auditor.config import EngineSettings
from auditor.model import Finding, Report
from auditor.render.json import load
from benchmarks.gold import ReferenceStory, stories

WITHOUT = EngineSettings(enabled=False)

Said = tuple[list[tuple[int, int, str, str, str, str]], float, float]
"""Each finding with its place, rule, severity, confidence and message; the points found; the points expected."""

CASES = [
    (story, beside)
    for number, story in enumerate(stories())
    for beside in (("alone", "both"), ("source", "both"), ("reference", "both"))[number % 3]
]
"""Each story, and what stands beside it."""


def said(findings: tuple[Finding, ...], points: float, expected: float | None) -> Said:
    assert expected is not None
    told = [(f.primary.span, f.rule, f.severity.value, f.confidence.value, f.message) for f in findings]
    rows = sorted((span.start, span.end, *words) for span, *words in told)
    return rows, points, round(expected, 2)  # type: ignore[return-value]


def of(report: Report) -> Said:
    return said(report.findings, report.score.points, report.score.expected)


def texts(story: ReferenceStory, beside: str) -> tuple[Path | None, Path | None]:
    return (
        story.source if beside in ("source", "both") else None,
        story.human if beside in ("reference", "both") else None,
    )


@pytest.mark.parametrize(("story", "beside"), CASES, ids=[f"{story.name}-{beside}" for story, beside in CASES])
def test_every_door_says_the_same(story: ReferenceStory, beside: str, tmp_path: Path) -> None:
    source, reference = texts(story, beside)
    report = audit(story.target, source=source, reference=reference, engine=WITHOUT)
    assert checked(story, source, reference) == of(report)
    assert batched(story, source, reference) == of(report)
    edited = tmp_path / "edited.en.txt"
    edited.write_bytes(story.target.read_bytes().replace(b"is", b"was", 1))
    contest = compare([story.target, edited], source=source, reference=reference, engine=WITHOUT)
    ours, other = (engine.score for engine in contest.engines)
    assert (ours.points, ours.expected, ours.counts) == (
        report.score.points,
        report.score.expected,
        report.score.counts,
    )
    again = audit(edited, source=source, reference=reference, engine=WITHOUT).score
    assert (other.points, other.expected, other.counts) == (again.points, again.expected, again.counts)


def checked(story: ReferenceStory, source: Path | None, reference: Path | None) -> Said:
    beside = [*(("--source", str(source)) if source else ()), *(("--reference", str(reference)) if reference else ())]
    result = CliRunner().invoke(
        main, ["check", str(story.target), *beside, "--no-languagetool", "--format", "json"], standalone_mode=False
    )
    (report,) = load(result.stdout)
    return of(report)


def batched(story: ReferenceStory, source: Path | None, reference: Path | None) -> Said:
    given = [path.read_text(encoding="utf-8") if path else None for path in (story.target, source, reference)]
    target, original, translation = given
    assert target is not None
    (result,) = batch([Item(story.name, target, original, reference=translation)], engine=WITHOUT)
    return said(result.findings, result.points, result.expected)
