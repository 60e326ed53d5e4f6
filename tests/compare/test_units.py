"""Units are the sentences of the pivot, in the smallest groups that no translation runs across."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.compare.units import answers, units
from auditor.model import Link


def link(target: tuple[int, ...], other: tuple[int, ...]) -> Link:
    return Link(target, other, 1.0)


ONE_TO_ONE = [link((n,), (n,)) for n in (1, 2, 3)]
MERGING = [link((1,), (1, 2)), link((2,), (3,))]
SPLITTING = [link((1, 2), (1,)), link((3,), (2,)), link((4,), (3,))]
DROPPING = [link((1,), (1,)), link((), (2,)), link((2,), (3,))]
ADDING = [link((1,), ()), link((2,), (1,)), link((3,), ()), link((4,), (2,)), link((5,), (3,))]


@pytest.mark.parametrize(
    ("every", "expected", "reason"),
    [
        ([ONE_TO_ONE], ((1,), (2,), (3,)), "one sentence, one unit"),
        ([ONE_TO_ONE, MERGING], ((1, 2), (3,)), "one engine takes two sentences together: a unit for all"),
        ([ONE_TO_ONE, SPLITTING], ((1,), (2,), (3,)), "a split in the translation binds nothing"),
        ([MERGING, [link((1,), (1,)), link((2,), (2, 3))]], ((1, 2, 3),), "two merges that overlap make one unit"),
        ([], ((1,), (2,), (3,)), "nothing binds"),
    ],
)
def test_no_translation_runs_across_the_end_of_a_unit(
    every: list[list[Link]], expected: tuple[tuple[int, ...], ...], reason: str
) -> None:
    assert units(3, every) == expected, reason


@pytest.mark.parametrize(
    ("links", "sentences", "expected", "reason"),
    [
        (ONE_TO_ONE, 3, ((1,), (2,), (3,)), "one for one"),
        (SPLITTING, 4, ((1, 2), (3,), (4,)), "both halves answer"),
        (DROPPING, 2, ((1,), (), (2,)), "a dropped sentence leaves its unit empty"),
        (ADDING, 5, ((1, 2, 3), (4,), (5,)), "an added sentence goes with the one before, the first with the first"),
    ],
)
def test_every_sentence_answers_one_unit(
    links: list[Link], sentences: int, expected: tuple[tuple[int, ...], ...], reason: str
) -> None:
    assert answers(((1,), (2,), (3,)), links, sentences) == expected, reason


@given(st.lists(st.sampled_from([(1, 1), (1, 2), (2, 1), (0, 1), (1, 0), (2, 2)]), min_size=1, max_size=12))
def test_no_sentence_of_either_side_is_lost(steps: list[tuple[int, int]]) -> None:
    links, ours, theirs = [], 0, 0
    for left, right in steps:
        links.append(link(tuple(range(ours + 1, ours + left + 1)), tuple(range(theirs + 1, theirs + right + 1))))
        ours, theirs = ours + left, theirs + right
    groups = units(theirs, [links])
    assert [number for group in groups for number in group] == list(range(1, theirs + 1))
    found = [number for answer in answers(groups, links, ours) for number in answer]
    assert found == (list(range(1, ours + 1)) if groups else [])
