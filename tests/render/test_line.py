"""Less to read: one finding a line, counts by rule, and nothing of stories that pass."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.model import Outcome, Skipped, Verdict
from auditor.render import line, statistics, terminal
from tests.render.samples import CLEAN, FINDINGS, REPORT

LINE = re.compile(r"^(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<severity>\w+) (?P<rule>\S+) (?P<message>.+)$")


def test_each_finding_has_a_line_that_an_editor_takes_apart() -> None:
    found = [LINE.match(each) for each in line.render([replace(REPORT, skipped=())]).splitlines()]
    assert [match and match["rule"] for match in found] == [finding.rule for finding in FINDINGS]
    place = REPORT.document.place(FINDINGS[0].primary.span.start)
    first = found[0]
    assert first
    assert (int(first["line"]), int(first["column"])) == (place.line, place.column)


def test_a_line_end_in_a_name_makes_no_line() -> None:
    document = replace(REPORT.document, name="a\nb.txt")
    assert len(line.render([replace(REPORT, document=document, skipped=())]).splitlines()) == len(FINDINGS)


def test_a_story_without_findings_has_no_line() -> None:
    assert line.render([CLEAN]) == ""


def test_the_counts_are_those_of_all_stories() -> None:
    told = statistics.render([REPORT, REPORT, CLEAN])
    rule = FINDINGS[0].rule
    number = 2 * sum(finding.rule == rule and finding.severity is FINDINGS[0].severity for finding in FINDINGS)
    assert re.search(rf"^ +{number}  {FINDINGS[0].severity} +{rule}  in \d stor", told, re.M)
    assert f"{2 * len(FINDINGS)} findings in 3 stories" in told


def test_checks_that_did_not_run_are_told_beside_the_counts() -> None:
    skipped = Skipped("languagetool", "No Java was found.", "Run: auditor setup.")
    assert "languagetool did not run" in statistics.render([replace(CLEAN, skipped=(skipped,))])


def test_quiet_says_nothing_of_stories_that_pass() -> None:
    assert terminal.render([replace(CLEAN, verdict=Verdict(Outcome.PASS, ()))], quiet=True) == ""


def test_quiet_says_of_others_the_verdict_and_the_findings_alone() -> None:
    failed = replace(REPORT, verdict=Verdict(Outcome.FAIL, ("1 critical error; none is allowed",)))
    told = terminal.render([failed, CLEAN], quiet=True)
    assert told.startswith("FAIL  ")
    assert FINDINGS[0].rule in terminal.render([failed], quiet=True)
    assert "Estimate" not in told
    assert CLEAN.document.name not in told
