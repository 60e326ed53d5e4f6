"""``auditor stale`` as a user meets it: three files in, a report out, the gate where it is asked for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from auditor.cli import main
from tests.stale.test_stale import SOURCE, STORY


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """An old source, a new one in which a figure has changed, and the story."""
    texts = {
        "old.fr.txt": SOURCE,
        "new.fr.txt": SOURCE.replace("emploie 120", "emploie 140"),
        "story.en.txt": STORY,
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in texts]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["stale", *map(str, arguments)])


def test_the_text_says_what_is_stale_and_where(files: list[str]) -> None:
    result = run(*files)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "1 passage is stale." in result.stdout
    assert "the figure “120” is now “140”  (line 9: “120”)" in " ".join(result.stdout.split("\n          "))
    assert "\x1b" not in result.stdout


def test_the_gate_closes_where_it_is_asked_to(files: list[str]) -> None:
    assert run(*files, "--fail-on", "stale").exit_code == 1
    assert run(files[0], files[0], files[2], "--fail-on", "stale").exit_code == 0


def test_json_is_alone_on_the_standard_output_and_names_the_place(files: list[str]) -> None:
    told = json.loads(run(*files, "--format", "json").stdout)
    assert (told["stale_version"], told["stale"], told["counts"]["stale"]) == ("1.0", True, 1)
    (change,) = [change for passage in told["passages"] for change in passage["changes"]]
    assert change["told"] == {"line": 9, "column": 54, "text": "120"}


def test_the_page_is_written_beside_the_text(files: list[str], tmp_path: Path) -> None:
    result = run(*files, "--html", tmp_path / "stale.html")
    page = (tmp_path / "stale.html").read_text(encoding="utf-8")
    assert "<mark>120</mark>" in page
    assert "<del>120</del> <ins>140</ins>" in page
    assert "1 passage is stale." in result.stdout


def test_the_same_files_give_the_same_bytes(files: list[str]) -> None:
    assert run(*files, "--format", "html").stdout_bytes == run(*files, "--format", "html").stdout_bytes


def test_a_file_that_is_not_there_ends_with_a_sentence_and_2(files: list[str]) -> None:
    result = run(files[0], "nowhere.txt", files[2])
    assert result.exit_code == 2
    assert "nowhere.txt" in result.stderr
