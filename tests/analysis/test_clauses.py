"""What is read from a clause: subject, tense, condition and reported speech."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from auditor.analysis import Tense, is_hypothetical, is_reported, parse, subject_of, tense_of

if TYPE_CHECKING:
    from auditor.analysis import Token


def verb(text: str, word: str) -> Token:
    """Return the token ``word`` of a parsed sentence."""
    (doc,) = parse([text])
    return next(token for token in doc if token.text == word)


@pytest.mark.parametrize(
    ("text", "word", "tense"),
    [
        ("The port closes on Monday.", "closes", Tense.PRESENT),
        ("The port closed on Monday.", "closed", Tense.PAST),
        ("The port was closed on Monday.", "closed", Tense.PAST),
        ("The port has closed.", "closed", Tense.PERFECT),
        ("The port had been closed.", "closed", Tense.PLUPERFECT),
        ("The port will be closed.", "closed", Tense.MODAL),
        ("She wants to close the port.", "close", None),
    ],
)
def test_the_first_auxiliary_gives_the_tense(text: str, word: str, tense: Tense | None) -> None:
    assert tense_of(verb(text, word)) is tense


def test_a_second_verb_shares_the_subject_of_the_first() -> None:
    subject = subject_of(verb("The union called a strike and closed the port.", "closed"))
    assert subject is not None
    assert subject.text == "union"


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("If the port closed, ships would have sunk.", True, "a condition"),
        ("Had the port closed, ships would have sunk.", True, "a condition by inversion"),
        ("Without the port, ships would have sunk.", True, "a condition in a phrase"),
        ("But for the port, ships would have sunk.", True, "a condition in a phrase"),
        ("Ships would have sunk without warning.", False, "a manner, no condition"),
        ("The ships would have sunk on Monday.", False, "nothing is supposed"),
    ],
)
def test_a_condition_is_told_from_a_plain_statement(text: str, expected: bool, reason: str) -> None:
    assert is_hypothetical(verb(text, "sunk")) is expected, reason


@pytest.mark.parametrize(
    ("holds", "text", "expected"),
    [
        (is_reported, "He said the ships would have sunk.", True),
        (is_reported, "The ships would have sunk on Monday.", False),
    ],
)
def test_what_hangs_on_a_verb_of_saying_is_reported(holds: Callable[[Token], bool], text: str, expected: bool) -> None:
    assert holds(verb(text, "sunk")) is expected
