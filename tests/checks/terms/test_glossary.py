"""What the glossary checks say of a translation, and what they leave alone."""

from __future__ import annotations

import pytest

from auditor.checks.examples import stories
from auditor.checks.terms.glossary_term_altered import glossary_term_altered
from auditor.checks.terms.glossary_term_forbidden import glossary_term_forbidden
from auditor.checks.terms.glossary_term_missing import glossary_term_missing
from auditor.model import Example, Finding, Term, TermKind

REQUIRED, FORBIDDEN, KEEP = TermKind.REQUIRED, TermKind.FORBIDDEN, TermKind.KEEP

RATE = Term(REQUIRED, "taux directeur", ("key rate", "policy rate"), "since 2019", "fr")
SHARE = Term(REQUIRED, "taux", ("share",))
HALL = Term(REQUIRED, "mairie", ("town hall",))
COURT = Term(REQUIRED, "Cour des comptes", ("Court of Auditors",))
WRONG = Term(FORBIDDEN, "mairie", ("mayoralty",))
ANYWHERE = Term(FORBIDDEN, None, ("mayoralty",))
TURN = Term(FORBIDDEN, None, ("mayoralty race",))
BRAND = Term(KEEP, "eNova", ("eNova",))


def findings(text: str, source: str | None, *terms: Term, language: str | None = "fr") -> list[Finding]:
    (story,) = stories([(text, Example(text, source, language, glossary=terms))])
    checks = (glossary_term_missing, glossary_term_altered, glossary_term_forbidden)
    return [finding for check in checks for finding in check.run(story)]


@pytest.mark.parametrize(
    ("text", "source", "terms", "rule", "words", "reason"),
    [
        (
            "The mayoralty shut.",
            "La mairie a fermé.",
            (HALL, WRONG),
            "forbidden",
            "mayoralty",
            "said once, at the word",
        ),
        ("The mayoralties shut.", None, (ANYWHERE,), "forbidden", "mayoralties", "an inflected form, without a source"),
        ("The mayoralty race is on.", None, (ANYWHERE, TURN), "forbidden", "mayoralty race", "the longest only"),
        ("“The mayoralty shut,” he said.", None, (ANYWHERE,), "forbidden", "mayoralty", "quotations are no exception"),
        ("The office shut.", "La mairie a fermé.", (HALL,), "missing", "The office shut.", "nothing that answers"),
        (
            "The court of auditors met.",
            "La Cour des comptes a siégé.",
            (COURT,),
            "missing",
            "court of auditors",
            "case",
        ),
        ("The ENOVA plant shut.", "L’usine eNova a fermé.", (BRAND,), "altered", "ENOVA", "respelled"),
        ("The plant shut.", "L’usine eNova a fermé.", (BRAND,), "altered", "The plant shut.", "left out"),
    ],
)
def test_a_breach_is_told_once_and_at_its_place(
    text: str, source: str | None, terms: tuple[Term, ...], rule: str, words: str, reason: str
) -> None:
    told = [(finding.rule, finding.primary.text) for finding in findings(text, source, *terms)]
    assert told == [(f"glossary-term-{rule}", words)], reason


@pytest.mark.parametrize(
    ("text", "source", "terms", "reason"),
    [
        (
            "Policy rates rose.",
            "Les taux directeurs ont monté.",
            (RATE, SHARE),
            "a second choice, inflected; the longest",
        ),
        (
            "The Dockers' Unions met.",
            "Les syndicats des dockers se sont réunis.",
            (Term(REQUIRED, "syndicat", ("union",)),),
            "a plural inside a name",
        ),
        ("The town halls shut.", "Les mairies ont fermé.", (HALL,), "plurals on both sides"),
        ("The office shut.", "Le bureau a fermé.", (HALL, WRONG), "the source does not hold the term"),
        ("The office shut.", None, (HALL, WRONG, BRAND), "no source"),
        ("The mayoralty shut.", "Le bureau a fermé.", (WRONG,), "forbidden only for another source term"),
        ("eNova’s plant shut.", "L’usine eNova a fermé.", (BRAND,), "a possessive"),
        (
            "The wine decanter sold.",
            None,
            (
                Term(FORBIDDEN, None, ("wine",)),
                Term(FORBIDDEN, "vin", ("x",)),
                Term(REQUIRED, "carafe", ("wine decanter",)),
            ),
            "inside a longer accepted term",
        ),
        ("A new plan.", None, (Term(FORBIDDEN, None, ("news",)),), "an adjective is no singular of a noun"),
        (
            "The office shut.",
            "Le bureau, la mairie.",
            (Term(REQUIRED, "mairie", ("hall",), "", "it"),),
            "another language",
        ),
    ],
)
def test_what_is_right_is_left_alone(text: str, source: str | None, terms: tuple[Term, ...], reason: str) -> None:
    assert findings(text, source, *terms) == [], reason


def test_an_answer_in_the_next_sentence_was_moved_and_not_lost() -> None:
    text = "The office shut on Monday. The town hall gave no reason."
    source = "La mairie a fermé lundi. Elle n'a donné aucune raison."
    assert findings(text, source, HALL) == []


def test_a_message_says_what_was_expected() -> None:
    (finding,) = findings("The guiding rate rose.", "Le taux directeur a monté.", RATE)
    assert finding.message == "For “taux directeur” the glossary asks for “key rate” or “policy rate” (since 2019)."
    (finding,) = findings("The mayoralty shut.", "La mairie a fermé.", HALL, WRONG)
    assert finding.message == "“mayoralty” is forbidden by the glossary; for “mairie” it asks for “town hall”."
    assert finding.suggestions == ("town hall",)
    (finding,) = findings("The plant shut.", "L'usine eNova a fermé.", BRAND)
    assert finding.message == "The source has “eNova” here; the glossary keeps it as “eNova”."
    (finding,) = findings("The Enova plant shut.", "L'usine eNova a fermé.", BRAND)
    assert finding.message == "“Enova” is written “eNova” in the glossary."


def test_several_terms_that_a_sentence_lacks_are_one_finding() -> None:
    (finding,) = findings("Nothing moved.", "Le taux directeur de la mairie.", RATE, HALL)
    assert [evidence.detail for evidence in finding.evidence] == ["taux directeur", "mairie"]
    assert "“town hall”" in finding.message
