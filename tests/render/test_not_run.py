"""A check that was down is not green in any format, whoever reads it and whatever exit code he ignores."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner

from auditor.cli import main
from auditor.config import EngineSettings, load_profile
from auditor.desk import Desk
from auditor.model import Outcome, Report, Skipped, Verdict
from auditor.render import FORMATS, render
from auditor.render.html import render_index
from auditor.render.terminal import render as render_terminal
from tests.render.samples import CLEAN

DOWN = Skipped("languagetool", "No Java was found.", "Run: auditor setup.")
REVIEWED = Verdict(Outcome.REVIEW, ("LanguageTool did not run: No Java was found.",))


def marot_errors(page: str) -> bool:
    """Tell whether the viewer shows an error: a row of a category that is not “no-error”."""
    return any(row["category"] != "no-error" for row in csv.DictReader(io.StringIO(page), delimiter="\t"))


RED: dict[str, Callable[[str], object]] = {
    "json": lambda page: not all(skip["allowed"] for each in json.loads(page)["reports"] for skip in each["skipped"]),
    "jsonl": lambda page: any(not json.loads(line)["not_run"]["allowed"] for line in page.splitlines()),
    "line": lambda page: re.search("^.*:1:1: error check-not-run languagetool did not run", page, re.M),
    "csv": lambda page: any(row["severity"] == "not run" for row in csv.DictReader(io.StringIO(page))),
    "sarif": lambda page: any(
        not invocation["executionSuccessful"]
        and any(note["level"] == "error" for note in invocation["toolExecutionNotifications"])
        for invocation in json.loads(page)["runs"][0]["invocations"]
    ),
    "github": lambda page: re.search("^::error .*::languagetool did not run", page, re.M),
    "gitlab": lambda page: any(issue["severity"] == "major" for issue in json.loads(page)),
    "junit": lambda page: (
        (root := ElementTree.fromstring(page)).get("errors") == "1"
        and root.find("testsuite[@errors='1']") is not None
        and root.find("testsuite/testcase/error") is not None
    ),
    "checkstyle": lambda page: ElementTree.fromstring(page).find("file/error[@severity='error']") is not None,
    "rdjson": lambda page: any(each["severity"] == "ERROR" for each in json.loads(page)["diagnostics"]),
    "marot": marot_errors,
    "markdown": lambda page: "## REVIEW" in page and "**Not run**: languagetool" in page,
    "html": lambda page: re.search(r"\breview\b", page) and "did not run" in page,
}
"""How each format's reader sees that not all is well; a new format has to say it here."""


def report(*skipped: Skipped) -> Report:
    return replace(CLEAN, skipped=skipped, verdict=REVIEWED if skipped else CLEAN.verdict)


def test_every_format_has_a_reader_here() -> None:
    assert RED.keys() == FORMATS.keys()


@pytest.mark.parametrize("name", FORMATS)
def test_a_check_that_was_down_is_not_green(name: str) -> None:
    page = render(name, [report(DOWN)])
    assert RED[name](page)
    assert "languagetool" in page
    assert "No Java was found." in page


MACHINES = sorted(FORMATS.keys() - {"html", "markdown"})


@pytest.mark.parametrize("name", MACHINES)
def test_one_that_may_be_missing_is_told_but_is_no_error(name: str) -> None:
    page = render(name, [report(replace(DOWN, allowed=True))])
    assert not RED[name](page)
    assert "No Java was found." in page


@pytest.mark.parametrize("name", MACHINES)
def test_all_is_green_where_every_check_ran(name: str) -> None:
    assert not RED[name](render(name, [report()]))


def test_it_is_not_green_on_a_terminal_nor_in_an_index() -> None:
    both = [report(DOWN), replace(CLEAN, document=replace(CLEAN.document, name="other.txt"))]
    assert re.search(r"^REVIEW .*calm", render_terminal(both), re.M)
    assert "Not run" in render_terminal(both)
    assert "<code>languagetool</code>" in render_index(both, ["1.html", "2.html"])


@pytest.mark.parametrize(
    ("engine", "profile", "allowed", "reason"),
    [
        (EngineSettings(), {}, False, "nobody said that it may be missing"),
        (EngineSettings(), {"allow_skipped": frozenset({"languagetool"})}, True, "the desk lets it be missing"),
        (EngineSettings(enabled=False), {}, True, "the user left it out"),
        (EngineSettings(), {"allow_skipped": frozenset({"neural"})}, False, "another one may be missing"),
    ],
)
def test_the_report_says_whether_it_may_be_missing(engine, profile, allowed: bool, reason: str) -> None:
    desk = Desk(replace(load_profile("wire"), **profile), engine)
    story = desk.story(CLEAN.document)
    (found,) = desk.examine([story], checks=(), heard=DOWN)
    told = desk.report(story, replace(found, skipped=(DOWN,)))
    assert [skipped.allowed for skipped in told.skipped] == [allowed], reason


@pytest.mark.parametrize("name", FORMATS)
def test_a_story_that_could_not_be_audited_is_not_green(name: str, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty.txt").write_text("")
    Path("calm.txt").write_text("The council met on Monday. It agreed on a budget.\n")
    given = ["empty.txt", "calm.txt", "--no-languagetool", "--allow-skipped", "languagetool"]
    told = CliRunner().invoke(main, ["check", *given, "--output", f"{name}=out"])
    assert told.exit_code == 2
    assert told.stdout.startswith("REVIEW  calm.txt")
    if name == "html":
        assert "empty.txt" in Path("out").read_text("utf-8")
        (page,) = (each.read_text("utf-8") for each in Path("out-stories").iterdir() if "empty" in each.name)
    else:
        page = Path("out").read_text("utf-8")
    assert RED[name](
        page.replace("**Not run**: audit", "**Not run**: languagetool").replace("audit did", "languagetool did")
    )
    assert "empty.txt is empty" in page
