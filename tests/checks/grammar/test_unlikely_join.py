from __future__ import annotations

from auditor import audit
from auditor.checks.examples import example_document
from auditor.checks.grammar.unlikely_join import unlikely_join
from auditor.model import Confidence, Finding, Severity


def found(text: str) -> tuple[Finding, ...]:
    return audit(example_document(text), checks=(unlikely_join,)).findings


def test_the_evidence_gives_the_counts() -> None:
    (finding,) = found("The two sides will meet again once the treaty has be signed.")
    (evidence,) = finding.evidence
    assert evidence.detail.startswith("“has” before “be”: never in 1.3 million words of edited English, where chance")


def test_speech_is_given_the_benefit_of_the_doubt() -> None:
    (finding,) = found("“The bridge that the flood would destroyed carried the only road,” said Rosa Lind.")
    assert (finding.severity, finding.confidence) == (Severity.MINOR, Confidence.MEDIUM)
    assert finding.in_quotation


def test_two_joins_that_share_a_word_are_told_once() -> None:
    assert len(found("She has the been there since noon.")) == 1
