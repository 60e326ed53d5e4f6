"""A gate is proposed that treats a desk's own stories as the desk did, as far as any can."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.calibration import Proposal, Sample, proposed
from auditor.model import Category, Finding, Outcome, Report, Severity, Verdict
from auditor.scoring import score
from tests.scoring.samples import WIRE, finding, words


def story(accepted: bool, *findings: Finding, count: int = 300) -> Sample:
    document = words(count)
    estimate, sentences = score(document, findings, (), (), WIRE)
    verdict = Verdict(Outcome.PASS, ())
    return Sample(Report(document, findings, (), (), estimate, sentences, verdict, "wire"), accepted)


def minors(number: int, rule: str = "some-rule") -> tuple[Finding, ...]:
    return tuple(replace(finding(Severity.MINOR), rule=rule) for _ in range(number))


def many(accepted: bool, *numbers: int) -> list[Sample]:
    """Stories with so many minor findings each, all of rules of their own."""
    return [story(accepted, *minors(number, f"rule-{accepted}-{at}")) for at, number in enumerate(numbers)]


def best_threshold(accepted: list[float], rejected: list[float]) -> float:
    """The mean share that the best of all thresholds treats rightly."""
    return max(
        (sum(a >= mark for a in accepted) / len(accepted) + sum(r < mark for r in rejected) / len(rejected)) / 2
        for mark in (0.0, *accepted, *rejected, 100.1)
    )


def qualities(stories: list[Sample]) -> list[float]:
    return [each.report.score.quality or 0.0 for each in stories]


@given(st.lists(st.integers(0, 40), min_size=1, max_size=8), st.lists(st.integers(0, 40), min_size=1, max_size=8))
def test_the_mark_parts_the_stories_as_well_as_the_best_threshold_does(
    accepted: list[int], rejected: list[int]
) -> None:
    good, bad = many(True, *accepted), many(False, *rejected)
    gate = proposed([*good, *bad], WIRE).marked
    assert gate.right >= best_threshold(qualities(good), qualities(bad)) - 1e-9


def test_without_rejected_stories_all_but_one_in_twenty_pass() -> None:
    found = proposed(many(True, *range(40)), WIRE)
    assert found.marked.passed >= 38
    assert found.mark < 80


def test_a_rule_that_speaks_in_accepted_stories_as_often_as_in_rejected_ones_is_to_be_muted() -> None:
    stories = [story(True, *minors(1, "house-style")) for _ in range(4)]
    stories += [story(False, *minors(1, "house-style"), *minors(20, "calque")) for _ in range(4)]
    assert proposed(stories, WIRE).mute == ("house-style",)


def test_a_rule_that_tells_facts_is_never_muted_but_named() -> None:
    wrong = replace(finding(Severity.MAJOR), rule="number-altered", category=Category.NUMBER)
    found = proposed([story(True, wrong) for _ in range(4)], WIRE)
    assert (found.mute, found.suspects) == ((), (("number-altered", 4),))


def test_a_rule_that_hardly_spoke_is_left_alone() -> None:
    assert proposed([story(True, *minors(1)), story(True)], WIRE).mute == ()


def test_a_budget_is_proposed_where_it_stops_what_the_mark_lets_pass() -> None:
    majors = tuple(replace(finding(Severity.MAJOR), rule=f"rule-{at}") for at in range(2))
    stories = [story(True, *minors(10, f"a{at}")) for at in range(5)]
    stories += [story(False, *majors[:2], count=300) for _ in range(5)]
    found = proposed(stories, WIRE)
    assert found.budgets == (("major", 0),)
    assert found.together.right == 1.0


def test_what_is_as_it_is_was_measured_too() -> None:
    found: Proposal = proposed([*many(True, 0, 1), *many(False, 30)], WIRE)
    assert (found.now.passed, found.now.accepted, found.now.failed, found.now.rejected) == (2, 2, 1, 1)


@pytest.mark.parametrize("count", [20, 150])
def test_stories_too_short_for_a_mark_are_used_where_there_are_no_others(count: int) -> None:
    assert proposed([story(True, *minors(1, f"r{at}"), count=count) for at in range(3)], WIRE).mark > 0
