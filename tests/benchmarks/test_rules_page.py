"""``benchmarks/rules.md`` tells how often each rule of a pack speaks, and of none that is gone."""

from __future__ import annotations

import re

from auditor.checks.pack import shipped_packs
from auditor.checks.registry import rules
from auditor.model import Confidence
from benchmarks.rules_on_corpora import TABLE

MEASURED = set(
    re.findall(r"^\| ([a-z0-9-]+) \| [a-z0-9-]+ \| (?:neutral|minor|major|critical) \|", TABLE.read_text(), re.M)
)
SILENT = set(re.findall(r"^\| ([a-z0-9-]+) \| [a-z0-9-]+ \| \w+ \| \w+ \| [0-9.]+ \| 0\.0 \|", TABLE.read_text(), re.M))
"""Rules that spoke on no machine output."""


def test_an_unproven_rule_never_spoke_on_machine_output() -> None:
    assert {rule.id for _, rule in rules() if rule.confidence is Confidence.UNPROVEN} <= SILENT


def test_every_rule_of_a_pack_is_measured() -> None:
    assert {rule.id for pack in shipped_packs() for rule in pack.rules} <= MEASURED


def test_no_rule_is_measured_that_is_gone() -> None:
    assert {rule.id for _, rule in rules()} >= MEASURED
