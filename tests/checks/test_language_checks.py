"""Checks of pronouns, agreement and tense on whole stories, where single examples do not show the point."""

from __future__ import annotations

import pytest

from auditor.checks.examples import stories
from auditor.checks.pronouns.gender_switched import gender_switched
from auditor.checks.pronouns.pronoun_for_country import pronoun_for_country
from auditor.checks.tense.attribution_tense import attribution_tense
from auditor.checks.tense.rumour_conditional import rumour_conditional
from auditor.model import Example, Finding, Severity


def findings(check: object, text: str) -> list[Finding]:
    """Return what ``check`` finds in ``text``."""
    (story,) = stories([(text, Example(text))])
    return list(check.run(story))  # type: ignore[attr-defined]


def test_a_rumour_with_its_source_is_critical_and_one_without_is_major() -> None:
    named = findings(rumour_conditional, "According to the police, the suspect would have fled on Monday night.")
    unnamed = findings(rumour_conditional, "The suspect would have fled on Monday night.")
    assert [f.severity for f in named] == [Severity.CRITICAL]
    assert [f.severity for f in unnamed] == [Severity.MAJOR]


def test_a_hypothesis_is_not_a_rumour_in_the_sentence_after_its_condition() -> None:
    text = "If the guard had slept, the alarm would not have rung. The suspect would have fled on Monday night."
    assert not findings(rumour_conditional, text)


def test_the_swinging_tense_is_told_once_with_every_place() -> None:
    text = (
        "The mayor said the port was shut. The union announced a strike. The agency told ships to wait. "
        "She confirmed it. "
        "The unit stresses that it is safe. The mayor adds that she agrees."
    )
    (found,) = findings(attribution_tense, text)
    assert [anchor.text for anchor in found.anchors] == ["stresses", "adds"]


def test_the_pronouns_of_one_country_are_all_found() -> None:
    text = "The talks ended on Monday. Chile agreed to cut her catch by a third. She has also opened her ports."
    assert [f.primary.text for f in findings(pronoun_for_country, text)] == ["her", "She", "her"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Kwame Oduya ran the airline. Banks had left. Few flew. Debt rose. The government sent a loan. He left.",
            "a man was named further up",
        ),
        ("The harbour was built by Tadesse. The government paid for it. He died before it opened.", "an unknown name"),
        ("Mensah spoke for an hour. The court may object. He expects a long fight.", "a surname alone"),
    ],
)
def test_a_person_who_was_named_before_may_be_meant_by_he(text: str, reason: str) -> None:
    assert not findings(pronoun_for_country, text), reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Ms Ferrand was fined. He left early, said Paul Roche.", "the sentence names a man"),
        ("Ms Ferrand and her driver were fined. He left early.", "the driver may be meant"),
        ("The court fined Ms Ferrand. “She lied.” He left early.", "somebody spoke in between"),
    ],
)
def test_a_second_person_keeps_the_gender_open(text: str, reason: str) -> None:
    assert not findings(gender_switched, text), reason
