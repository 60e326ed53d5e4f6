"""The same story in every format has the same findings and the same score."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.config import EngineSettings
from auditor.desk import Desk, stories_in
from auditor.model import Report
from auditor.render import render
from auditor.render.json import load
from tests.readers.formats.telling import MADE

REFERENCE = Path(__file__).resolve().parents[3] / "reference"
SOURCES = sorted(REFERENCE.glob("*/target.en.txt"))[:3]


def told(report: Report) -> tuple[object, ...]:
    text = report.document.text
    found = [
        (each.rule, each.severity, " ".join(each.primary.text.split()), _number(report, each.primary.span.start))
        for each in report.findings
    ]
    sentences = [" ".join(segment.span.of(text).split()) for segment in report.document.segments]
    return found, report.score.points, report.score.words, report.score.quality, sentences


def _number(report: Report, offset: int) -> int | None:
    segment = report.document.segment_at(offset)
    return segment.number if segment else None


@pytest.mark.slow
@pytest.mark.parametrize("story", SOURCES, ids=lambda path: path.parent.name)
def test_a_sample_story_is_the_same_in_every_format(tmp_path: Path, story: Path) -> None:
    paragraphs = [" ".join(each.split()) for each in story.read_text(encoding="utf-8").split("\n\n") if each.strip()]
    desk = Desk.of("wire", engine=EngineSettings(enabled=False, reader=False))
    reports = {}
    for name, make in MADE.items():
        made = make(paragraphs)
        path = tmp_path / name
        path.write_bytes(made.encode() if isinstance(made, str) else made)
        (filed,) = stories_in(path).stories
        report = desk.audit(filed)
        assert load(render("json", [report])) == (report,)
        reports[name] = told(report)
    assert reports["story.txt"][0], "a story without findings shows nothing"
    for name, report in reports.items():
        assert report == reports["story.txt"], name
