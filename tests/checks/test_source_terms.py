"""One term of the source with two English names, and two with one: told once, in all places, and only for names."""

from __future__ import annotations

import pytest

from auditor import audit
from auditor.checks.registry import own_checks
from auditor.model import Finding
from auditor.segmentation import document_from_text

FRENCH = (
    "La Cour des comptes a publié un rapport.",
    "La Cour des comptes demande une réforme.",
    "La Cour des comptes siège à Paris.",
    "La Cour des comptes a 40 juges.",
)
ENGLISH = (
    "The Court of Auditors published a report.",
    "The Court of Accounts asks for a reform.",
    "The Court of Auditors sits in Paris.",
    "The Court of Auditors has 40 judges.",
)


def told(rule: str, english: tuple[str, ...], source: tuple[str, ...], language: str = "fr") -> list[Finding]:
    report = audit(
        document_from_text("target", "\n\n".join(english), furniture=False),
        source=document_from_text("source", "\n\n".join(source), furniture=False, language=language),
        source_language=language,
        checks=[check for check in own_checks() if check.id == rule],
    )
    return list(report.findings)


def test_a_term_in_two_renderings_is_told_once_with_every_place_the_rarer_first() -> None:
    (finding,) = told("term-in-two-renderings", ENGLISH, FRENCH)
    assert [anchor.text for anchor in finding.anchors] == ["Court of Accounts", *["Court of Auditors"] * 3]
    assert finding.suggestions == ("Court of Auditors",)


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("The Court of Auditors spoke.", "The court is in Paris.", "a second mention is shorter"),
        ("The Court of Auditors spoke.", "It sits in Paris.", "a pronoun stands for it"),
        ("The Court of Accounts spoke.", "The Accounts Court sits in Paris.", "the same words in another shape"),
        ("The Court of Auditors spoke.", "The Court of Auditors is in Paris.", "one name"),
        ("Auditors spoke.", "The Court of Accounts is in Paris.", "a headline leaves words out"),
    ],
)
def test_what_good_writers_vary_is_left_alone(first: str, second: str, reason: str) -> None:
    assert told("term-in-two-renderings", (first, second), (FRENCH[0], FRENCH[2])) == [], reason


def test_two_terms_with_one_name_are_told_once() -> None:
    source = ("Le ministre des Finances a démissionné.", "Le ministre du Travail reste.", "Le ministre du Travail rit.")
    english = ("The finance minister resigned.", "The finance minister stays.", "The finance minister laughs.")
    (finding,) = told("two-terms-as-one", english, source)
    assert "“ministre du Travail” in the source here, but “ministre des Finances” elsewhere" in finding.message


@pytest.mark.parametrize("rule", ["term-in-two-renderings", "two-terms-as-one"])
def test_languages_whose_terms_are_not_known_are_left_alone(rule: str) -> None:
    assert told(rule, ENGLISH, ("Trybunał obraduje.", "Trybunał milczy.", "To sąd.", "Sąd."), "pl") == []
