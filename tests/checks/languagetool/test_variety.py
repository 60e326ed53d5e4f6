from __future__ import annotations

import pytest

from auditor.checks.languagetool.variety import detect, same_word


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The organisation criticised the harbour authority.", "en-GB"),
        ("The organization criticized the harbor authority.", "en-US"),
        ("The ship sailed at dawn.", "en-US"),
        ("The theatre reopened. Colour returned to a centre that had been gray.", "en-GB"),
        ("Criticism of the organism was realistic.", "en-US"),
    ],
)
def test_the_variety_is_what_the_story_spells_more_of(text: str, tag: str) -> None:
    assert detect(text) == tag


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("mobilised", "mobilized"),
        ("kilometre-wide", "kilometer-wide"),
        ("travellers", "travelers"),
        ("leukaemia", "leukemia"),
        ("unauthorised", "unauthorized"),
        ("neighbourhood", "neighborhood"),
        ("paralysing", "paralyzing"),
        ("judgement", "judgment"),
        ("plough", "plow"),
        ("Defence", "Defense"),
        ("manoeuvre", "maneuver"),
    ],
)
def test_british_and_american_spellings_are_the_same_word(british: str, american: str) -> None:
    assert same_word(british, american)
    assert same_word(american, british)


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("adress", "address"),
        ("stil", "still"),
        ("actualy", "actually"),
        ("yor", "your"),
        ("absense", "absence"),
        ("caled", "called"),
        ("thier", "their"),
    ],
)
def test_a_slip_is_no_variety(slip: str, word: str) -> None:
    assert not same_word(slip, word)
