"""The word diff of a suggestion."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.render.html.wordiff import word_diff


@pytest.mark.parametrize(
    ("before", "after", "steps", "reason"),
    [
        ("it which lost", "which lost", [("delete", "it ", ""), ("equal", "which lost", "which lost")], "a word goes"),
        ("his birthday", "its anniversary", [("replace", "his birthday", "its anniversary")],
         "a lone space between two changes joins them"),
        ("12.000", "12,000", [("replace", "12.000", "12,000")], "a number is one word"),
        ("", "the", [("insert", "", "the")], "a point where a word is missing"),
        ("same", "same", [("equal", "same", "same")], "nothing changes"),
    ],
)  # fmt: skip
def test_the_steps_are_words(before: str, after: str, steps: list[tuple[str, str, str]], reason: str) -> None:
    assert [(e.kind, e.target, e.reference) for e in word_diff(before, after)] == steps, reason


@given(st.text(max_size=40), st.text(max_size=40))
def test_both_texts_can_be_read_off_the_steps(before: str, after: str) -> None:
    steps = word_diff(before, after)
    assert "".join(step.target for step in steps) == before
    assert "".join(step.reference for step in steps) == after
    assert all(a.kind == "equal" or b.kind == "equal" for a, b in pairwise(steps))
