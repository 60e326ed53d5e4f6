"""Each reason for silence, and which of them speaks first."""

from __future__ import annotations

from dataclasses import replace

from auditor.model import Confidence, SilencedBy
from auditor.silencing import Baseline, BaselineEntry, Decision, sift
from tests.render.samples import FINDINGS, TARGET


def test_without_a_reason_every_finding_counts():
    sifted = sift(FINDINGS, TARGET)
    assert (sifted.findings, sifted.silenced) == (FINDINGS, ())


def test_decisions_silence_by_fingerprint_with_their_note():
    entry = BaselineEntry(FINDINGS[0].fingerprint, "", Decision.DISMISS, note="a name")
    sifted = sift(FINDINGS, TARGET, baseline=Baseline((entry,)))
    assert sifted.findings == FINDINGS[1:]
    assert [(each.by, each.reason) for each in sifted.silenced] == [
        (SilencedBy.BASELINE, "dismissed in the baseline: a name")
    ]


def test_findings_less_sure_than_asked_are_set_aside():
    sifted = sift(FINDINGS, TARGET, least=Confidence.HIGH)
    assert {each.confidence for each in sifted.findings} == {Confidence.HIGH}
    assert [each.reason for each in sifted.silenced] == [
        "of medium confidence, under high",
        "of low confidence, under high",
    ]


def test_an_unproven_finding_is_heard_by_who_asks_for_it():
    unproven = (replace(FINDINGS[0], confidence=Confidence.UNPROVEN),)
    assert [each.reason for each in sift(unproven, TARGET).silenced] == ["of unproven confidence, under low"]
    assert sift(unproven, TARGET, least=Confidence.UNPROVEN).findings == unproven


def test_a_finding_counts_where_any_of_its_places_is_on_a_changed_line():
    sifted = sift(FINDINGS, TARGET, changed=frozenset({6}))
    assert [each.rule for each in sifted.findings] == ["term-variant", "date-impossible"]
    assert {each.by for each in sifted.silenced} == {SilencedBy.UNCHANGED}


def test_a_decision_goes_before_a_line_that_did_not_change():
    entry = BaselineEntry(FINDINGS[0].fingerprint, "", Decision.ACCEPT)
    sifted = sift(FINDINGS[:1], TARGET, baseline=Baseline((entry,)), changed=frozenset())
    assert sifted.silenced[0].by is SilencedBy.BASELINE
