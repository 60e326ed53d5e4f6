"""``auditor compare`` as a user meets it: files in, a text, a page and JSON out, one sentence where it cannot be."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from auditor.cli import main
from tests.compare.stories import GOOD, POOR, REFERENCE, SOURCE, write


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["compare", *map(str, arguments), "--no-languagetool"])


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """The arguments of a whole comparison."""
    good, poor, reference, source = write(tmp_path, good=GOOD, poor=POOR, reference=REFERENCE, source=SOURCE)
    return [str(good), str(poor), "--reference", str(reference), "--source", str(source)]


def test_the_text_goes_to_the_standard_output_and_nothing_else_does(files: list[str]) -> None:
    result = run(*files)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("2 translations of 1 story, in 7 units of the reference\n")
    for section in (
        "Against the reference",
        "Points against good",
        "Scores against good",
        "Errors by kind",
        "Where they differ most",
        "Not run",
    ):
        assert f"\n{section}" in result.stdout
    assert "\x1b" not in result.stdout


def test_a_page_and_json_are_written_beside_the_text(files: list[str], tmp_path: Path) -> None:
    page, data = tmp_path / "page.html", tmp_path / "data.json"
    result = run(*files, "--html", page, "--json", data)
    assert result.exit_code == 0
    assert "Where they differ most" in page.read_text(encoding="utf-8")
    told = json.loads(data.read_text(encoding="utf-8"))
    assert list(told) == ["comparison_version", "tool", "comparison"]
    assert [engine["name"] for engine in told["comparison"]["engines"]] == ["good", "poor"]


def test_a_page_links_to_the_stories_as_seen_from_its_own_folder(files: list[str], tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    assert run(*files, "--html", tmp_path / "pages" / "page.html").exit_code == 0
    links = re.findall(r'href="([^"#]*)#:~:text=', (tmp_path / "pages" / "page.html").read_text(encoding="utf-8"))
    assert set(links) == {f"../{Path(file).name}" for file in files[:2]}


def test_json_on_the_standard_output_is_alone_there(files: list[str]) -> None:
    assert json.loads(run(*files, "--json", "-").stdout)["comparison_version"] == "1.2"


def test_the_same_comparison_is_the_same_bytes(files: list[str]) -> None:
    assert run(*files, "--json", "-").stdout_bytes == run(*files, "--json", "-").stdout_bytes


@pytest.mark.parametrize(
    ("keep", "said", "reason"),
    [
        (slice(1), "give two or more", "one translation"),
        (slice(0, 2), "cannot be read", "a missing reference"),
    ],
)
def test_what_cannot_be_compared_ends_with_2_and_a_sentence(
    files: list[str], tmp_path: Path, keep: slice, said: str, reason: str
) -> None:
    more = ["--reference", str(tmp_path / "none.txt")] if "missing" in reason else []
    result = run(*files[keep], *more)
    assert result.exit_code == 2, reason
    assert result.stderr.startswith("auditor: ")
    assert result.stderr.count("\n") == 1


def test_the_desks_settings_for_the_first_story_hold_for_all(files: list[str], tmp_path: Path) -> None:
    before = json.loads(run(*files, "--json", "-").stdout)["comparison"]
    (tmp_path / "desk.txt").write_text("[forbidden]\nferry\n", encoding="utf-8")
    (tmp_path / "auditor.toml").write_text('profile = "strict"\nglossary = ["desk.txt"]\n', encoding="utf-8")
    after = json.loads(run(*files, "--json", "-").stdout)["comparison"]
    assert (before["profile"], after["profile"]) == ("wire", "strict")
    for old, new in zip(before["engines"], after["engines"], strict=True):
        assert new["score"]["points"] > old["score"]["points"]


def test_a_page_that_cannot_be_written_is_said_before_the_work(files: list[str], tmp_path: Path) -> None:
    result = run(*files, "--html", tmp_path / "none" / "page.html")
    assert result.exit_code == 2
    assert "create it first" in result.stderr
