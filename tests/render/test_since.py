"""What has changed of a story since the last look, on a terminal."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.compare import since
from auditor.model import Report, Severity
from auditor.render.terminal.since import render
from tests.render.samples import CLEAN, FINDINGS, REPORT

FIRST, VARIANT, SPACES, PROGRESSIVE, DATE = FINDINGS


def report(*findings) -> Report:
    return replace(REPORT, findings=findings)


def lines(before: Report, after: Report, **options) -> list[str]:
    return render([(after, since(before, after))], width=120, **options).splitlines()


def test_the_verdict_and_the_score_lead_and_the_counts_follow():
    told = lines(report(FIRST, VARIANT), report(VARIANT, DATE))
    assert told[1] == "FAIL  stories/ferry.en.txt"
    assert told[2].startswith("  quality 12 of 100")
    assert "  1 fixed, 1 new, 1 as before" in told


def test_what_is_new_and_what_is_fixed_is_told_with_its_line_and_its_rule():
    told = lines(report(FIRST, VARIANT), report(VARIANT, DATE))
    new, fixed = told[-2:]
    assert new == "  new    critical  “31 April”: There is no 31 April.  line 6, date-impossible"
    assert fixed.startswith("  fixed  critical  “he which”: “he which” has no place")


def test_what_remains_is_counted_and_not_told_again():
    assert not [line for line in lines(report(FIRST), report(FIRST)) if "he which" in line]


def test_the_gravest_comes_first():
    told = [line.split()[1] for line in lines(report(), report(PROGRESSIVE, DATE, SPACES)) if line.startswith("  new")]
    assert told == ["critical", "major", "1"]


@pytest.mark.parametrize(("level", "shown"), [(Severity.MAJOR, "1 milder"), (Severity.MINOR, "Two spaces in a row")])
def test_findings_milder_than_the_level_are_counted(level: Severity, shown: str):
    (told,) = [line for line in lines(report(), report(SPACES), level=level) if line.startswith("  new")]
    assert shown in told


def test_quiet_says_nothing_of_a_story_that_passes():
    assert render([(CLEAN, since(CLEAN, CLEAN))], quiet=True) == ""
    assert lines(report(), report(DATE), quiet=True)


def test_nothing_from_the_story_acts_on_the_terminal():
    evil = replace(FIRST, message="\x1b]0;x\x07", rule="a\nb", fingerprint="other")
    told = render([(report(evil), since(report(), report(evil)))])
    assert "\x1b" not in told
    assert "<U+001B>" in told
