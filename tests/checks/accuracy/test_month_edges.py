"""The beginning of a month is not its end."""

from __future__ import annotations

import pytest

from auditor.model import Severity
from tests.checks.accuracy.conftest import Told

RULES = ("date-altered",)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        (
            "de",
            "Die Löhne sind bis einschließlich Oktober gesichert.",
            "Wages are secure until the beginning of October.",
        ),
        ("es", "El plazo vence a finales de mayo.", "The deadline expires at the beginning of May."),
        ("fr", "Le chantier s'achèvera début juillet.", "The work will be finished at the end of July."),
        ("it", "I lavori finiranno a fine giugno.", "The work will be finished in early June."),
        ("pt", "As obras terminam no início de junho.", "The work will be finished at the end of June."),
        ("ru", "Стройка завершится в начале июня.", "Construction will be finished at the end of June."),
        ("zh", "工程将于六月底完工。", "The project will be finished in early June."),
        ("ja", "工事は6月末に終わる。", "The work will be finished in early June."),
    ],
)
def test_the_other_end_of_a_month_is_told(told: Told, language: str, source: str, text: str) -> None:
    found = [finding.severity for rule in RULES for finding in told(rule, text, source, language)]
    assert {Severity.MAJOR, Severity.CRITICAL} & set(found)


@pytest.mark.parametrize(
    ("language", "source", "text"),
    [
        ("de", "Die Löhne sind bis einschließlich Oktober gesichert.", "Wages are secure through the end of October."),
        ("de", "Die Löhne sind bis einschließlich Oktober gesichert.", "Wages are secure up to and including October."),
        ("es", "El plazo vence a finales de mayo.", "The deadline expires at the end of May."),
        ("fr", "Le chantier s'achèvera fin juillet.", "The work will be finished in late July."),
        ("ru", "Стройка завершится в конце июня.", "Construction will be finished by late June."),
        ("zh", "工程将于六月底完工。", "The project will be finished at the end of June."),
        (
            "de",
            "Ende Mai begann der Streik, Anfang Juni war er vorbei.",
            "The strike began in late May and was over in early June.",
        ),
    ],
)
def test_the_same_end_in_other_words_passes(told: Told, language: str, source: str, text: str) -> None:
    assert [finding for rule in RULES for finding in told(rule, text, source, language)] == []
