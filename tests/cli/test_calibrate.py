"""``auditor calibrate`` as a user meets it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from auditor.cli import main
from benchmarks.gold import stories

QUICK = ("--no-languagetool", "--no-reader")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["calibrate", *map(str, arguments), *QUICK])


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two of our stories, as people and as machines translated them."""
    for name in ("accepted", "rejected"):
        (tmp_path / name).mkdir()
    for story in stories()[:2]:
        (tmp_path / "accepted" / f"{story.name}.txt").write_bytes(story.human.read_bytes())
        (tmp_path / "rejected" / f"{story.name}.txt").write_bytes(story.target.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path / "accepted", tmp_path / "rejected"


def test_it_parts_what_people_translated_from_what_machines_did_and_writes_the_gate(folders: tuple[Path, Path]) -> None:
    result = run(*folders, "--write")

    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("2 accepted and 2 rejected stories, held against the profile wire\n")
    assert "2 of 2 accepted pass, 2 of 2 rejected fail" in result.stdout
    assert "this is a beginning" in result.stdout
    written = tomllib.loads(Path("auditor.toml").read_text(encoding="utf-8"))
    assert 20 < written["min-score"] < 100


def test_nothing_is_written_unless_it_is_asked_for(folders: tuple[Path, Path]) -> None:
    assert run(folders[0]).exit_code == 0
    assert not Path("auditor.toml").exists()


def test_a_folder_without_stories_ends_with_a_sentence_and_2(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run(tmp_path / "empty")
    assert result.exit_code == 2
    assert "holds no stor" in result.stderr
