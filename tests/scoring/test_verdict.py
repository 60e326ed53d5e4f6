"""The gate says what it decides, and why, in words."""

from __future__ import annotations

import pytest

from auditor.config import Profile
from auditor.model import Finding, Outcome, Severity, Silenced, SilencedBy, Skipped, Verdict
from auditor.scoring import judge, score
from tests.scoring.samples import findings, profile, words

DESK = profile(pass_mark=80.0, acceptable_points=20.0, min_words=100)
NO_JAVA = Skipped("languagetool", "No Java was found.", "Install one.")


def verdict_on(count: int, found: tuple[Finding, ...], *skipped: Skipped, desk: Profile = DESK) -> Verdict:
    estimate, _ = score(words(count), found, (), skipped, desk)
    return judge(estimate, found, skipped, desk)


@pytest.mark.parametrize(
    ("count", "found", "skipped", "outcome", "reasons"),
    [
        (500, findings(), (), "pass", ("quality 99 reaches the pass mark of 80",)),
        (500, findings(minor=10), (), "pass", ("quality 80 reaches the pass mark of 80",)),
        (500, findings(minor=11), (), "fail", ("quality 78 is under the pass mark of 80",)),
        (500, findings(major=1), (), "review", ("1 major error to look at",)),
        (500, findings(major=2), (), "review", ("2 major errors to look at",)),
        (
            5000,
            findings(critical=1),
            (),
            "fail",
            ("1 critical error; none is allowed",),
        ),
        (
            500,
            findings(critical=4, major=1),
            (),
            "fail",
            (
                "4 critical errors; none is allowed",
                "quality 28 is under the pass mark of 80",
                "1 major error to look at",
            ),
        ),
        (500, findings(), (NO_JAVA,), "review", ("LanguageTool did not run: No Java was found.",)),
        (
            50,
            findings(minor=2),
            (),
            "pass",
            ("too short for its quality to decide: 50 words, 100 are needed",),
        ),
        (
            50,
            findings(major=1),
            (),
            "review",
            ("1 major error to look at", "too short for its quality to decide: 50 words, 100 are needed"),
        ),
        (
            50,
            findings(critical=1),
            (),
            "fail",
            ("1 critical error; none is allowed", "too short for its quality to decide: 50 words, 100 are needed"),
        ),
    ],
)
def test_verdicts(
    count: int, found: tuple[Finding, ...], skipped: tuple[Skipped, ...], outcome: str, reasons: tuple[str, ...]
) -> None:
    verdict = verdict_on(count, found, *skipped)
    assert verdict.outcome.value == outcome
    assert verdict.reasons == reasons


def test_a_desk_may_fail_a_story_for_its_first_major() -> None:
    strict = profile(fail_on=Severity.MAJOR)
    verdict = verdict_on(5000, findings(major=1), desk=strict)
    assert verdict.outcome is Outcome.FAIL
    assert verdict.reasons == ("1 major error; none is allowed",)


@pytest.mark.parametrize(
    ("budget", "most", "reason"),
    [
        ("minor", 2, "3 minor errors; the budget is 2"),
        ("fluency", 0, "4 findings of fluency; the budget is 0"),
        ("fluency/grammar", 3, "4 findings of fluency/grammar; the budget is 3"),
    ],
)
def test_more_than_the_budget_allows_fails_a_story(budget: str, most: int, reason: str) -> None:
    verdict = verdict_on(5000, findings(minor=3, major=1), desk=profile(budgets=((budget, most),)))
    assert verdict.outcome is Outcome.FAIL
    assert verdict.reasons == (reason, "1 major error to look at")


def test_a_budget_that_is_just_spent_passes() -> None:
    assert verdict_on(5000, findings(minor=3), desk=profile(budgets=(("minor", 3),))).outcome is Outcome.PASS


def test_a_desk_may_ask_for_more_than_the_pass_mark_without_moving_the_scale() -> None:
    proud = profile(min_score=90.0, acceptable_points=20.0)
    verdict = verdict_on(500, findings(minor=8), desk=proud)
    assert verdict.reasons == ("quality 83 is under the pass mark of 90",)
    assert verdict_on(500, findings(minor=8)).outcome is Outcome.PASS


def test_a_story_in_which_nothing_was_found_passes_whatever_its_mark() -> None:
    verdict = verdict_on(500, (), desk=profile(min_score=100.0))
    assert verdict.outcome is Outcome.PASS
    assert verdict.reasons == ("nothing was found that costs points; quality 99 is all that so few words can show",)


def test_a_skipped_check_is_never_a_pass() -> None:
    assert verdict_on(500, (), NO_JAVA).outcome is Outcome.REVIEW


def test_a_quality_just_under_the_mark_is_not_shown_as_if_it_reached_it() -> None:
    verdict = verdict_on(2990, findings(minor=60))
    assert verdict.reasons == ("quality 79 is under the pass mark of 80",)


def test_silenced_findings_change_nothing_and_are_counted() -> None:
    (found,) = findings(major=1)
    silent = [Silenced(found, by, "so it was decided") for by in (SilencedBy.BASELINE, SilencedBy.BASELINE)]
    estimate, _ = score(words(500), (), (), (), DESK, silenced=silent)
    assert judge(estimate, (), (), DESK, silent) == Verdict(
        Outcome.PASS, ("quality 99 reaches the pass mark of 80", "2 findings silenced by the baseline")
    )
    assert estimate.signature.endswith("|silenced:baseline=2")
