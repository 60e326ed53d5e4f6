from __future__ import annotations

from auditor import audit
from auditor.checks.density.check import densities
from auditor.checks.density.rules import RULES
from auditor.checks.examples import example_document, unmarked
from auditor.model import Severity


def flagged(rule_id: str) -> str:
    rule = next(each.rule for each in RULES if each.rule.id == rule_id)
    return unmarked(rule.flags[0].text)[0]


def test_a_measure_speaks_once_and_shows_every_use() -> None:
    report = audit(example_document(flagged("many-connectors")), checks=densities)
    (found,) = report.findings
    assert found.rule == "many-connectors"
    assert [anchor.text for anchor in found.anchors] == ["Moreover", "In fact", "However"]
    assert "native news has" in found.message


def test_a_density_costs_nothing_and_never_gates() -> None:
    report = audit(example_document(flagged("many-passives")), checks=densities)
    assert {finding.severity for finding in report.findings} == {Severity.NEUTRAL}
    assert report.score.points == 0


def test_a_short_story_passes() -> None:
    text = "Moreover, it rained. However, it was warm. Indeed, it was hot. Therefore, they swam. In fact, all did."
    assert audit(example_document(text), checks=densities).findings == ()


def test_every_measure_has_one_rule() -> None:
    assert len({each.measure for each in RULES}) == len(RULES) == len(densities)
