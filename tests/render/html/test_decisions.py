"""From the page to the command: what an editor dismisses is silent in the next run, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from playwright.sync_api import Page

from auditor.cli import main

pytestmark = pytest.mark.browser

PARAGRAPHS = (
    "PORT ALDER (Wire) - The ferry left the port on Monday . The captain did n't speak to reporters.",
    "The pier is closed until May, and who will pay for the bridge ?",
    "The mayor, whose office knew of it, [said nothing on Tuesday.",
)
NEW = "The council met in the town hall, and the mayor spoke first."


def _audit(*options: str) -> dict[str, set[str]]:
    arguments = ["check", "story.txt", "--no-languagetool", "--html", "page.html", "--json", "out.json", *options]
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code in {0, 1}, result.stderr
    report = json.loads(Path("out.json").read_text(encoding="utf-8"))["reports"][0]
    return {
        "live": {finding["fingerprint"] for finding in report["findings"]},
        "silent": {each["finding"]["fingerprint"] for each in report["silenced"]},
    }


def test_two_dismissed_findings_are_silent_in_the_next_run_and_after_an_edit_above(
    window: Callable[..., Page], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    story = Path("story.txt")
    story.write_text("\n\n".join(PARAGRAPHS), encoding="utf-8")
    first = _audit()
    assert len(first["live"]) >= 4
    page = window(Path("page.html").read_text(encoding="utf-8"))
    dismissed = []
    for note in page.locator(".note").all()[1:3]:
        note.locator("[data-do=dismiss]").click()
        dismissed.append(str(note.get_attribute("id")).removeprefix("f-"))
    page.locator(".note").first.locator("[data-do=later]").click()
    with page.expect_download() as download:
        page.locator("#export").click()
    download.value.save_as("baseline.json")

    second = _audit("--baseline", "baseline.json")
    assert second["silent"] == set(dismissed)
    assert second["live"] == first["live"] - set(dismissed)

    story.write_text("\n\n".join((PARAGRAPHS[0].partition(" - ")[0] + " - " + NEW, *PARAGRAPHS)), encoding="utf-8")
    third = _audit("--baseline", "baseline.json")
    assert third["silent"] == set(dismissed)

    again = window(Path("page.html").read_text(encoding="utf-8"))
    again.locator(".silenced summary").click()
    assert again.locator(".silenced li").count() == 2
