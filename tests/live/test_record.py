"""The record of a review, held against texts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli import main
from auditor.live.record import beside, digest, dump

BEFORE, AFTER = b"The the pier is closed.\n", b"The pier is closed.\n"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(AFTER)
    record = {
        "story": "story.txt",
        "reviewer": "Mara Lind",
        "time": "2026-11-29T10:00:00Z",
        "cleared": True,
        "before": {"sha256": digest(BEFORE), "report": None},
        "after": {"sha256": digest(AFTER), "report": None},
        "label": None,
        "findings": [],
        "changes": [],
    }
    beside(path).write_text(dump(record), encoding="utf-8")
    return path


def verify(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["record", "verify", *map(str, arguments)])
    return result.exit_code, result.output


@pytest.mark.parametrize(
    ("text", "code", "told"),
    [
        (AFTER, 0, "Mara Lind cleared this text on 2026-11-29T10:00:00Z."),
        (BEFORE, 1, "as it was before the review"),
        (AFTER + b"\n", 1, "was changed after the review"),
    ],
)
def test_a_record_belongs_to_the_text_that_was_reviewed_alone(story: Path, text: bytes, code: int, told: str) -> None:
    story.write_bytes(text)
    assert verify(beside(story))[0] == code
    assert told in verify(beside(story))[1]


def test_a_record_can_be_held_against_a_file_elsewhere(story: Path, tmp_path: Path) -> None:
    moved = story.rename(tmp_path / "published.txt")
    assert verify(beside(story))[0] == 2
    assert verify(beside(story), moved)[0] == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"schema": "auditor-baseline-1", "entries": []}',
        '{"schema": "auditor-review-1", "story": 1}',
        "[" * 10**5,
    ],
)
def test_what_is_no_record_is_said_to_be_none(story: Path, text: str) -> None:
    beside(story).write_text(text, encoding="utf-8")
    code, told = verify(beside(story))
    assert code == 2
    assert "bug" not in told


def test_the_name_in_a_record_leads_nowhere_but_beside_it(story: Path, tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    record = json.loads(beside(story).read_text("utf-8")) | {"story": "../story.txt"}
    elsewhere = tmp_path / "inside" / "story.txt.review.json"
    elsewhere.write_text(json.dumps(record), encoding="utf-8")
    assert verify(elsewhere)[0] == 2, "there is no story beside it"


def test_records_in_a_folder_are_no_stories(story: Path) -> None:
    result = CliRunner().invoke(main, ["check", "--no-languagetool", "--format", "line", str(story.parent)])
    assert "review.json" not in result.output
