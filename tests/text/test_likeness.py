from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.text import slips

WORDS = st.text("abcde", max_size=8)


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("harbour", "harbour", 0),
        ("adress", "address", 1),
        ("harrbour", "harbour", 1),
        ("herbour", "harbour", 1),
        ("Wendesday", "Wednesday", 1),
        ("sattelite", "satellite", 2),
        ("cat", "concert", 3),
    ],
)
def test_slips_are_letters_added_dropped_changed_or_swapped(one: str, other: str, count: int) -> None:
    assert slips(one, other) == count


@given(WORDS, WORDS)
def test_slips_are_the_same_both_ways_and_none_only_for_the_same_word(one: str, other: str) -> None:
    assert slips(one, other) == slips(other, one)
    assert (slips(one, other) == 0) == (one == other)


@given(WORDS, st.integers(0, 7))
def test_a_dropped_letter_is_one_slip(word: str, index: int) -> None:
    if index < len(word):
        assert slips(word[:index] + word[index + 1 :], word) == 1
