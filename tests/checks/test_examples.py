"""Every rule keeps the word that its examples give; one test per rule, all parsed in one pass."""

from __future__ import annotations

from functools import cache

import pytest

from auditor.checks.examples import Problem, problems, stories, unmarked
from auditor.checks.registry import DOUBTS, LABELS, WEIGHED, own_checks, rules
from auditor.engines.reader.client import Reader

OURS = (*own_checks(), *LABELS, *DOUBTS)
RULES = [rule.id for check in OURS for rule in check.rules]


@cache
def found() -> dict[str, tuple[Problem, ...]]:
    return problems(OURS)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_flags_its_marked_examples_and_nothing_else(rule: str) -> None:
    assert [f"{problem.field}: {problem.what}" for problem in found()[rule]] == []


def test_no_two_rules_share_an_id() -> None:
    listed = [rule.id for _, rule in rules()]
    assert len(listed) == len(set(listed))


def test_a_rule_that_a_reader_decides_flags_its_marked_examples_and_nothing_else(model: Reader) -> None:
    assert {rule: told for rule, told in problems(WEIGHED, model).items() if told} == {}


def test_a_rule_that_a_reader_decides_says_nothing_without_one() -> None:
    examples = [example for check in WEIGHED for rule in check.rules for example in rule.flags]
    for story in stories([(unmarked(example.text)[0], example) for example in examples]):
        assert not [finding for check in WEIGHED for finding in check.run(story)]
