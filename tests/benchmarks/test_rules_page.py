"""``benchmarks/rules.md`` tells how often each rule of a pack speaks, and of none that is gone."""

from __future__ import annotations

import re

from auditor.checks.pack import shipped_packs
from auditor.checks.registry import rules
from benchmarks.rules_on_corpora import TABLE

MEASURED = set(
    re.findall(r"^\| ([a-z0-9-]+) \| [a-z0-9-]+ \| (?:neutral|minor|major|critical) \|", TABLE.read_text(), re.M)
)


def test_every_rule_of_a_pack_is_measured() -> None:
    assert {rule.id for pack in shipped_packs() for rule in pack.rules} <= MEASURED


def test_no_rule_is_measured_that_is_gone() -> None:
    assert {rule.id for _, rule in rules()} >= MEASURED
