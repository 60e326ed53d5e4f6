"""Spellings of one word or name are one when folded, across accents and alphabets."""

from __future__ import annotations

import pytest

from auditor.text import cognate, fold, likeness, skeleton


@pytest.mark.parametrize(
    ("word", "folded"), [("Roldán", "roldan"), ("Łódź", "lodz"), ("Straße", "strasse"), ("Щербак", "shcherbak")]
)
def test_folded_words_have_no_accents_capitals_or_other_alphabets(word: str, folded: str) -> None:
    assert fold(word) == folded


@pytest.mark.parametrize(
    ("one", "other"),
    [("Yerofeyev", "Erofejev"), ("Tchernov", "Chernov"), ("AstroLink", "Astro Link"), ("Łukasz", "Lukasz")],
)
def test_transcriptions_of_one_name_share_a_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


def test_likeness_is_the_share_of_letters_in_common() -> None:
    assert likeness("night", "night") == 1
    assert likeness("abc", "xyz") == 0
    assert likeness("gouvernement", "government") == likeness("government", "gouvernement") > 0.8


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("gouvernement", "government", True),
        ("министр", "minister", True),
        ("or", "ore", False),
        ("maire", "mayor", False),
        ("vente", "pente", False),
    ],
)
def test_cognates_are_known_by_their_looks(one: str, other: str, same: bool) -> None:
    assert cognate(one, other) is same
