"""The statistics of the benchmarks, against values worked out by hand or by the plain definition."""

from __future__ import annotations

from itertools import combinations
from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Span
from benchmarks.judged import readable
from benchmarks.measures import (
    average_precision,
    best_threshold,
    covered,
    matthews,
    overlap_f1,
    partial_tau,
    roc_auc,
    tau_b,
    tau_within,
)

SCORES = st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), min_size=2, max_size=30)


def by_definition(one: list[int], other: list[int]) -> float:
    signs = [
        ((a > b) - (a < b), (x > y) - (x < y)) for (a, x), (b, y) in combinations(list(zip(one, other, strict=True)), 2)
    ]
    free = sqrt(sum(s != 0 for s, _ in signs) * sum(t != 0 for _, t in signs))
    return sum(s * t for s, t in signs) / free if free else 0.0


@given(SCORES)
def test_tau_is_what_its_definition_says(pairs: list[tuple[int, int]]) -> None:
    one, other = [a for a, _ in pairs], [b for _, b in pairs]
    assert tau_b(one, other) == pytest.approx(by_definition(one, other))


@pytest.mark.parametrize(
    ("one", "other", "tau", "reason"),
    [
        ([1, 2, 3], [4, 5, 6], 1.0, "the same order"),
        ([1, 2, 3], [6, 5, 4], -1.0, "the opposite"),
        ([1, 1, 1], [1, 2, 3], 0.0, "nothing is ordered"),
        ([0, 0, 1, 1], [1, 2, 3, 4], 4 / sqrt(4 * 6), "two ties on one side"),
    ],
)
def test_tau_of_small_lists(one: list[int], other: list[int], tau: float, reason: str) -> None:
    assert tau_b(one, other) == pytest.approx(tau), reason


def test_what_is_length_alone_has_no_partial_tau() -> None:
    assert partial_tau([1, 2, 3, 4], [2, 1, 3, 4], [1, 2, 3, 4]) == 0.0


def test_partial_tau_takes_out_the_third() -> None:
    taus = tau_b([1, 3, 2, 4], [1, 2, 4, 3]), tau_b([1, 3, 2, 4], [1, 2, 3, 4]), tau_b([1, 2, 4, 3], [1, 2, 3, 4])
    expected = (taus[0] - taus[1] * taus[2]) / sqrt((1 - taus[1] ** 2) * (1 - taus[2] ** 2))
    assert partial_tau([1, 3, 2, 4], [1, 2, 4, 3], [1, 2, 3, 4]) == pytest.approx(expected)


def test_tau_within_compares_no_translations_of_different_sentences() -> None:
    assert tau_within([1, 2, 9, 8], [1, 2, 3, 4], ["a", "a", "b", "b"]) == 0.0
    assert tau_within([1, 2, 8, 9], [1, 2, 3, 4], ["a", "a", "b", "b"]) == 1.0


def test_average_precision_takes_equal_scores_at_once() -> None:
    assert average_precision([3, 2, 1], [True, False, True]) == pytest.approx((1 + 2 / 3) / 2)
    assert average_precision([1, 1, 1, 1], [True, False, False, False]) == pytest.approx(1 / 4)
    assert average_precision([1, 2], [False, False]) == 0.0


def test_overlap_counts_characters_over_all_texts() -> None:
    one, other = covered([Span(0, 4), Span(2, 6)]), covered([Span(3, 9)])
    assert overlap_f1([(one, other), (frozenset(), frozenset())]) == pytest.approx(2 * 3 / (6 + 6))
    assert overlap_f1([]) == 0.0


def test_tokenised_text_becomes_print_and_every_character_knows_its_place() -> None:
    tokenised = 'the port , he said , " is n\'t ready " ( it &apos;s $ 5 ) .'
    text, places = readable(tokenised)
    assert text == "The port, he said, \"isn't ready\" (it's $5)."
    assert len(places) == len(text)
    words = [(text[i], tokenised[p]) for i, p in enumerate(places) if text[i].isalpha() and i]
    assert all(shown == stood for shown, stood in words)


@given(st.lists(st.tuples(st.integers(0, 5), st.booleans()), max_size=30))
def test_the_area_under_the_curve_is_what_its_definition_says(pairs: list[tuple[int, bool]]) -> None:
    hits = [score for score, hit in pairs if hit]
    others = [score for score, hit in pairs if not hit]
    verdicts = [1.0 if hit > other else 0.5 if hit == other else 0.0 for hit in hits for other in others]
    expected = sum(verdicts) / len(verdicts) if verdicts else 0.5
    assert roc_auc([score for score, _ in pairs], [hit for _, hit in pairs]) == pytest.approx(expected)


def test_correlation_of_yes_and_no() -> None:
    relevant = [True, True, False, False]
    assert matthews(relevant, relevant) == 1.0
    assert matthews([False, False, True, True], relevant) == -1.0
    assert matthews([True, True, True, True], relevant) == 0.0
    assert matthews([True, True, True, False], relevant) == pytest.approx(2 / sqrt(2 * 3 * 1 * 2))


def test_the_best_threshold_lies_below_what_is_relevant() -> None:
    assert best_threshold([1, 2, 3, 4], [False, False, True, True]) == 2
