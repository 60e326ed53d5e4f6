"""``docs/patterns.md`` keeps its word: the rules it names exist, with examples enough, and most patterns have one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from auditor.checks.entry import MIN_PASSES
from auditor.checks.registry import rules

PAGE = Path(__file__).parents[2] / "docs" / "patterns.md"
RULES = {rule.id: rule for _, rule in rules()}

FAMILIES = {"A": 34, "B": 48, "C": 15, "D": 12, "E": 20, "F": 12, "G": 28}
"""Patterns of each family that the project set out to find: 169 in all."""

PROMISED = 120
"""Patterns that a rule finds; the others say why none does."""

_ROW = re.compile(r"^\| (?P<pattern>[A-G]\d+) \| (?P<what>[^|]+) \| (?P<answer>[^|]+) \|$", re.MULTILINE)
_ID = re.compile(r"`([a-z0-9]+(?:-[a-z0-9]+)+)`")
_REASON = re.compile(r"\b(?:none|no rule|not |needs the source|dropped|only (?:with|the source))")

ROWS = {row["pattern"]: row["answer"] for row in _ROW.finditer(PAGE.read_text(encoding="utf-8"))}
NAMED = sorted(set(_ID.findall(PAGE.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("family", FAMILIES)
def test_every_pattern_of_a_family_has_its_row(family: str) -> None:
    wanted = [f"{family}{number}" for number in range(1, FAMILIES[family] + 1)]
    assert [pattern for pattern in ROWS if pattern.startswith(family)] == wanted


def test_the_page_names_only_rules_that_exist() -> None:
    assert [name for name in NAMED if name not in RULES] == []


def test_most_patterns_are_found_by_a_rule() -> None:
    assert len([pattern for pattern, answer in ROWS.items() if _ID.search(answer)]) >= PROMISED


def test_a_pattern_without_a_rule_says_why() -> None:
    assert [pattern for pattern, answer in ROWS.items() if not (_ID.search(answer) or _REASON.search(answer))] == []


@pytest.mark.parametrize("name", [name for name in NAMED if name in RULES])
def test_a_rule_on_the_page_has_examples_enough(name: str) -> None:
    assert RULES[name].flags
    assert len(RULES[name].passes) >= MIN_PASSES
