"""Every rule keeps the word that its examples give; one test per rule, all parsed in one pass."""

from __future__ import annotations

from functools import cache

import pytest

from auditor.checks.examples import Problem, problems
from auditor.checks.registry import DOUBTS, own_checks, rules

OURS = (*own_checks(), *DOUBTS)
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
