"""Baselines, lines in the story and changed lines, as a CI job meets them: real audits, real files, real git."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli import main
from auditor.silencing import Baseline, BaselineEntry, Decision, load_baseline
from tests.render.samples import FINDINGS, REPORT

FIRST = "PORT ALDER (Wire) - The ferry left the port on Monday . It was late."
SECOND = "The pier is closed until May, and who will pay for the bridge ?"
NEW = "The council met in the town hall, and the mayor spoke first."


def copy(*paragraphs):
    return "\n\n".join(paragraphs) + "\n"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "story.txt"
    path.write_text(copy(FIRST, SECOND))
    return path


def run(*arguments, code=0):
    result = CliRunner().invoke(main, ["check", "story.txt", "--no-languagetool", "--json", "out.json", *arguments])
    assert result.exit_code == code, result.stderr
    return result


def words(kind="findings"):
    report = json.loads(Path("out.json").read_text())["reports"][0]
    found = report["findings"] if kind == "findings" else [each["finding"] for each in report["silenced"]]
    return [finding["anchors"][0]["text"] for finding in found if finding["rule"] == "space-before-punctuation"]


# -- baselines


def test_what_is_accepted_is_silent_until_something_new_appears(desk):
    run("--write-baseline", "known.json", "--fail-on", "minor")
    run("--baseline", "known.json", "--fail-on", "minor")
    assert (words(), words("silenced")) == ([], ["Monday .", "bridge ?"])
    desk.write_text(copy(FIRST, NEW, SECOND, "The captain went home , and slept."))
    result = run("--baseline", "known.json", "--fail-on", "minor", code=1)
    assert words() == ["home ,"]
    assert "2 findings silenced by the baseline" in " ".join(result.stdout.split())


def test_the_desk_may_name_its_baseline_in_its_settings(desk):
    run("--write-baseline", "known.json")
    Path("auditor.toml").write_text('baseline = "known.json"')
    run()
    assert not words()


@pytest.fixture
def decided(desk, monkeypatch):
    """A story in which every check ran, and a baseline with a decision that matches nothing in it."""
    whole = replace(REPORT, skipped=(), document=replace(REPORT.document, name="story.txt"))
    monkeypatch.setattr("auditor.desk.Desk.audit", lambda *_, **__: whole)
    live = BaselineEntry(FINDINGS[0].fingerprint, "stray-relative", Decision.ACCEPT, "he which", story="story.txt")
    gone = BaselineEntry("ffff", "words-repeated", Decision.DISMISS, "the\nthe", story="story.txt")
    other = BaselineEntry("eeee", "words-repeated", Decision.DISMISS, "the the", story="another.txt")
    Path("known.json").write_text(Baseline((live, gone, other)).dump())
    return live, other


def test_stale_decisions_are_told(decided):
    result = run("--baseline", "known.json", code=1)
    assert result.stderr == (
        "auditor: 1 decision in known.json matches nothing any more, such as words-repeated on “the the”; "
        "take them out with --prune-baseline.\n"
    )
    assert len(load_baseline(Path("known.json")).entries) == 3


def test_a_stale_decision_of_a_redacted_run_is_told_without_its_words(decided):
    told = run("--baseline", "known.json", "--redact", code=1).stderr
    assert "such as words-repeated; take them out" in told
    assert "the the" not in told


def test_stale_decisions_are_taken_out_on_request(decided):
    result = run("--baseline", "known.json", "--prune-baseline", code=1)
    assert result.stderr == "auditor: 1 decision in known.json matched nothing and was taken out.\n"
    assert set(load_baseline(Path("known.json")).entries) == set(decided)


def test_nothing_is_stale_while_a_check_is_missing(desk):
    run("--write-baseline", "known.json")
    desk.write_text(copy(FIRST))
    assert not run("--baseline", "known.json", "--prune-baseline").stderr


def test_a_baseline_that_cannot_be_used_ends_the_run(desk):
    Path("known.json").write_text("[]")
    assert "is no baseline" in run("--baseline", "known.json", code=2).stderr
    assert "does not exist" in run("--write-baseline", "nowhere/known.json", code=2).stderr


# -- lines in the story


def test_a_line_in_the_story_silences_its_rule_in_the_next_paragraph(desk):
    desk.write_text(copy(FIRST, "[auditor: ignore space-before-punctuation -- as in the original]", SECOND))
    run()
    assert (words(), words("silenced")) == (["Monday ."], ["bridge ?"])
    report = json.loads(Path("out.json").read_text())["reports"][0]
    assert report["silenced"][0]["reason"] == "ignored by line 3 of the story: as in the original"


def test_an_idle_line_is_reported_and_costs_nothing(desk):
    desk.write_text(copy("[auditor: ignore words-repeated]", "[auditor: ignore who-itz]", FIRST))
    run("--level", "all")
    report = json.loads(Path("out.json").read_text())["reports"][0]
    doubts = {each["rule"]: each for each in report["findings"] if each["check"] == "directives"}
    assert doubts.keys() == {"directive-unused", "directive-unknown"}
    assert {each["severity"] for each in doubts.values()} == {"neutral"}
    assert "did you mean “who-its”?" in doubts["directive-unknown"]["message"]


# -- changed lines


def git(*arguments):
    names = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, *arguments], check=True, capture_output=True)


@pytest.fixture
def tracked(desk):
    git("init", "-q")
    git("add", "story.txt")
    git("commit", "-q", "-m", "First version")
    return desk


@pytest.mark.parametrize("option", ["--diff", "--since"])
def test_only_findings_on_changed_lines_count(tracked, option):
    tracked.write_text(copy(NEW, FIRST, SECOND.replace("May", "June")))
    result = run(option, "HEAD")
    assert (words(), words("silenced")) == (["bridge ?"], ["Monday ."])
    assert "1 finding on no changed line" in " ".join(result.stdout.split())


def test_the_score_is_that_of_the_changed_sentences(tracked):
    tracked.write_text(copy(FIRST, SECOND, NEW))
    run("--diff", "HEAD")
    report = json.loads(Path("out.json").read_text())["reports"][0]
    assert report["score"]["words"] == len(NEW.split())
    assert "silenced:unchanged=2" in report["score"]["signature"]


def test_a_story_that_did_not_change_has_nothing_to_report(tracked):
    run("--diff", "HEAD", "--fail-on", "minor")
    assert not words()


def test_a_new_story_is_new_in_every_line(tracked):
    Path("other.txt").write_text(copy(FIRST))
    result = CliRunner().invoke(main, ["check", "other.txt", "--no-languagetool", "--diff", "HEAD", "--format", "csv"])
    assert "Monday ." in result.stdout


def test_what_git_cannot_tell_is_told(tracked, tmp_path_factory, monkeypatch):
    assert "There is no git revision “main2”" in run("--diff", "main2", code=2).stderr
    assert "There is no git revision “--all”" in run("--diff=--all", code=2).stderr
    stdin = CliRunner().invoke(main, ["check", "-", "--diff", "HEAD"], input="x")
    assert "no git history" in stdin.stderr
    monkeypatch.chdir(tmp_path_factory.mktemp("outside"))
    Path("story.txt").write_text(copy(FIRST))
    assert "in no git repository" in run("--diff", "HEAD", code=2).stderr
    monkeypatch.setenv("PATH", "")
    assert "install git" in run("--diff", "HEAD", code=3).stderr
