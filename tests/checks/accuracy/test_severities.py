"""How grave a difference from the source is told to be: an alarm is loud only where little else explains it."""

from __future__ import annotations

import pytest

from auditor import audit
from auditor.checks.registry import own_checks
from auditor.model import Severity
from auditor.segmentation import document_from_text


def severities(text: str, source: str, rule: str) -> list[Severity]:
    checks = [check for check in own_checks() if check.id == rule]
    report = audit(
        document_from_text("target", text, furniture=False),
        source=document_from_text("source", source, furniture=False, language="fr"),
        source_language="fr",
        checks=checks,
    )
    return [finding.severity for finding in report.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("rule", "source", "text", "severity", "reason"),
    [
        ("number-altered", "Le feu a tué 43 vaches.", "The fire killed 34 cows.", "major", "two figures alike"),
        ("number-altered", "Il a gagné deux fois.", "He won four times.", "major", "there is no other number"),
        ("number-altered", "Il doit 3 milliards.", "He owes 3 million.", "critical", "a factor of a thousand"),
        ("untranslated-words", "La huche grinçait.", "The bread grinçait.", "major", "an accent English lacks"),
        ("name-missing", "Le bac a quitté Gdynia.", "The ferry left.", "minor", "a town has no article"),
        (
            "name-missing",
            "Le prix du Montrachel est décerné.",
            "The award goes out.",
            "neutral",
            "an article before it",
        ),
        ("name-altered", "Le bac est parti lundi.", "The ferry left on Monday, says OPQ.", "neutral", "an acronym"),
        ("negation-lost", "Le maire n'a pas signé le bail.", "The mayor signed the lease.", "critical", "word by word"),
        (
            "negation-lost",
            "Le maire n'a pas fini de surprendre.",
            "The mayor is full of surprises.",
            "minor",
            "what is denied is not there",
        ),
    ],
)
def test_a_difference_is_as_grave_as_it_is_sure(rule: str, source: str, text: str, severity: str, reason: str) -> None:
    assert severities(text, source, rule) == [Severity(severity)], reason


@pytest.mark.parametrize("text", ["The mayor was unable to sign the lease.", "The mayor failed to sign the lease."])
def test_english_that_denies_in_other_words_has_lost_nothing(text: str) -> None:
    assert severities(text, "Le maire n'a pas pu signer le bail.", "negation-lost") == []


@pytest.mark.parametrize(
    ("source", "text", "lost"),
    [
        ("Il n'a pas dit que le bail est nul.", "He said that the lease is void.", True),
        ("Il ne dit que la vérité.", "He tells the truth.", False),
        ("Il ne reste plus qu'à signer.", "All he can do is sign.", False),
        ("Le maire n'a-t-il pas signé le bail ?", "Did the mayor sign the lease?", False),
        ("Le maire ne manquera pas de signer.", "The mayor is sure to sign.", False),
    ],
)
def test_french_is_known_to_deny_or_not_to(source: str, text: str, lost: bool) -> None:
    assert bool(severities(text, source, "negation-lost")) is lost


def test_a_sentence_cut_in_two_adds_nothing() -> None:
    source = "Le maire a démissionné lundi soir, faute d'avoir trouvé une majorité pour son budget annuel."
    text = "The mayor resigned on Monday evening. He had not found a majority for his annual budget."
    assert severities(text, source, "content-added") == []


def test_french_milles_are_miles_not_thousands() -> None:
    text = "The ferry stopped three miles off the harbour."
    assert severities(text, "Le bac s'est arrêté à trois milles du port.", "number-altered") == []
    assert severities(text, "Le bac s'est arrêté à trois mille mètres du port.", "number-altered") != []


def test_a_sentence_that_the_source_lacks_is_told() -> None:
    source = "Le maire a démissionné lundi soir devant le conseil."
    text = "The mayor resigned on Monday evening before the council. A new election is to be held in the coming spring."
    assert severities(text, source, "content-added") != []


@pytest.mark.parametrize(
    ("language", "source", "text", "told"),
    [
        ("es", "Una tabla del siglo XV, robada en 1995.", "A 16th-century panel, stolen in 1995.", True),
        ("fr", "L'église date du XVIe siècle.", "The church dates from the 17th century.", True),
        ("ru", "Икона относится к XV веку.", "The icon is from the 16th century.", True),
        ("pl", "Zamek z XV wieku spłonął w 1702 roku.", "The 14th-century castle burned down in 1702.", True),
        ("es", "Una tabla del siglo XV, robada en 1995.", "A 15th-century panel, stolen in 1995.", False),
        ("fr", "L'église date du XVIe siècle.", "The church dates from the 1500s.", False),
        ("fr", "L'église date du XVIe siècle.", "The church dates from the sixteenth century.", False),
        ("fr", "Elle fut bâtie au XXe siècle.", "It was built in the last century.", False),
        ("it", "Papa Pio XII lo accolse.", "Pope Pius XII received him.", False),
    ],
)
def test_a_century_in_roman_numerals_is_a_number(language: str, source: str, text: str, told: bool) -> None:
    report = audit(
        document_from_text("target", text, furniture=False),
        source=document_from_text("source", source, furniture=False, language=language),
        source_language=language,
        checks=own_checks(),
    )
    rules = {f.rule: f.severity for f in report.findings if f.rule.startswith("number-")}
    assert rules == ({"number-altered": Severity.MAJOR} if told else {})
