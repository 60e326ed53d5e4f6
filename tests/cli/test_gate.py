"""When the gate is open, when it closes and when nothing can be said: exit codes 0, 1 and 3."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.cli.gate import Judged, exit_code
from auditor.config import load_profile
from auditor.config.settings import Settings
from auditor.model import Outcome, Skipped, Verdict
from tests.render.samples import CLEAN

WIRE = load_profile("wire")
NO_JAVA = Skipped("languagetool", "No Java was found.", "Run: auditor setup.")
LET_GO = replace(NO_JAVA, allowed=True)
NO_LINKS = Skipped("source-comparison", "They do not match.", "Check the files.")


def judged(outcome, *skipped, **policy):
    report = replace(CLEAN, verdict=Verdict(outcome, ("because",)), skipped=skipped)
    return Judged(report, Settings(replace(WIRE, **policy)))


def code(*stories, strict=False):
    return exit_code(list(stories), strict=strict)


NEVER = {"enforced": False}


@pytest.mark.parametrize(
    ("stories", "options", "expected", "reason"),
    [
        ([], {}, 0, "nothing was audited; why is told elsewhere"),
        ([judged(Outcome.PASS)], {}, 0, "it passes"),
        ([judged(Outcome.REVIEW)], {}, 0, "a person will look at it"),
        ([judged(Outcome.PASS), judged(Outcome.FAIL)], {}, 1, "one failure closes the gate"),
        ([judged(Outcome.FAIL, **NEVER)], {}, 0, "the gate only speaks"),
        ([judged(Outcome.FAIL, **NEVER), judged(Outcome.FAIL)], {}, 1, "each story has its own gate"),
        ([judged(Outcome.REVIEW, NO_JAVA)], {}, 3, "a pass without LanguageTool is worth nothing"),
        ([judged(Outcome.REVIEW, NO_LINKS)], {}, 3, "nor one without the comparison that was asked for"),
        ([judged(Outcome.REVIEW, LET_GO)], {}, 0, "it is allowed to be missing"),
        ([judged(Outcome.REVIEW, LET_GO, NO_LINKS)], {}, 3, "but nothing else"),
        ([judged(Outcome.REVIEW, NO_JAVA, **NEVER)], {}, 0, "the gate only speaks"),
        ([judged(Outcome.FAIL, NO_JAVA)], {}, 1, "no check could mend it"),
        ([judged(Outcome.FAIL, NO_JAVA)], {"strict": True}, 3, "strict wants all or nothing"),
        ([judged(Outcome.REVIEW, LET_GO)], {"strict": True}, 3, "strict allows nothing"),
        ([judged(Outcome.PASS)], {"strict": True}, 0, "nothing was skipped"),
    ],
)
def test_the_gate(stories, options, expected, reason):
    assert code(*stories, **options) == expected, reason


def test_what_closed_the_gate_is_told_once_with_the_way_out(capsys):
    code(judged(Outcome.REVIEW, NO_JAVA), judged(Outcome.REVIEW, NO_JAVA))
    assert capsys.readouterr().err == (
        "auditor: languagetool did not run: No Java was found. Run: auditor setup. "
        "Or let it be missing: --allow-skipped languagetool\n"
    )
