"""``benchmarks/rules.md`` tells how often each rule speaks, and of none that is gone."""

from __future__ import annotations

import re

from auditor.checks.registry import own_checks, rules
from auditor.model import Confidence
from benchmarks.rules_on_corpora import TABLE

MEASURED = set(
    re.findall(r"^\| ([a-z0-9-]+) \| [a-z0-9-]+ \| (?:neutral|minor|major|critical) \|", TABLE.read_text(), re.M)
)
SILENT = set(re.findall(r"^\| ([a-z0-9-]+) \| [a-z0-9-]+ \| \w+ \| \w+ \| [0-9.]+ \| 0\.0 \|", TABLE.read_text(), re.M))
"""Rules that spoke on no machine output."""


def test_a_rule_that_speaks_is_measured() -> None:
    given = {rule.id for check in own_checks() for rule in check.rules if rule.confidence is not Confidence.UNPROVEN}
    assert given - MEASURED == set(), (
        "measure them (docs/measuring.md) or, where you have not got the texts, give them the confidence “unproven”"
    )


def test_an_unproven_rule_never_spoke_on_machine_output() -> None:
    unproven = {rule.id for _, rule in rules() if rule.confidence is Confidence.UNPROVEN}
    assert unproven & MEASURED <= SILENT


def test_no_rule_is_measured_that_is_gone() -> None:
    assert {rule.id for _, rule in rules()} >= MEASURED
