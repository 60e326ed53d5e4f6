from __future__ import annotations

import numpy as np
import pytest

from benchmarks.problem import Told
from benchmarks.problem_rows import is_held_out, is_problem
from benchmarks.train_problem import Learned, fitted, probabilities, start


def row(*severities: str, raters: tuple[str, ...] = ("a",)) -> dict[str, object]:
    errors = [{"severity": severity, "rater": rater} for severity, rater in zip(severities, raters, strict=False)]
    return {"label": None, "errors": errors, "annotator": list(raters)}


def test_a_translation_is_a_problem_where_most_raters_marked_a_major_error():
    assert is_problem(row("major", "critical", "minor", raters=("a", "b", "c")))
    assert not is_problem(row("major", "minor", "minor", raters=("a", "b", "c")))


def test_one_rater_decides_alone_and_nobody_decides_nothing():
    assert is_problem(row("major"))
    assert is_problem(row("minor")) is False
    assert is_problem({"label": None, "errors": None}) is None


def test_a_label_says_it():
    assert is_problem({"label": "BAD"})
    assert is_problem({"label": "OK"}) is False


def test_about_half_of_the_documents_are_held_out():
    assert 0.4 < sum(is_held_out(f"document {number}") for number in range(1_000)) / 1_000 < 0.6


def test_probabilities_that_come_true_have_no_error_of_calibration():
    told = Told([0.25] * 4 + [0.75] * 4, [True, False, False, False, True, True, True, False])
    assert told.ece() == 0


def test_probabilities_that_are_too_high_have_as_much_as_they_are():
    assert Told([0.9, 0.9], [True, False]).ece() == pytest.approx(0.4)


def test_what_is_cleared_is_counted_with_its_problems():
    assert Told([0.01, 0.02, 0.5], [False, True, True], [False] * 3).cleared(0.02) == (2 / 3, 1 / 2)


def test_what_a_finding_accuses_is_not_cleared():
    assert Told([0.01, 0.02], [False, True], [False, True]).cleared(0.02) == (1 / 2, 0)


def learned(sign: list[float], problem: list[float]) -> Learned:
    ones = np.ones(len(sign))
    return Learned(
        ["strange-words"], np.array([sign]).T, np.array(problem), ones.astype(int) * 0, np.zeros(1), ones, ones > 0
    )


def test_a_sign_that_goes_with_problems_has_weight_and_one_that_speaks_against_them_none():
    assert fitted(learned([0, 0, 0, 1, 1, 1], [0, 0, 1, 0, 1, 1]))[0] > 0
    assert fitted(learned([1, 1, 1, 0, 0, 0], [0, 0, 1, 0, 1, 1]))[0] == 0


def test_the_start_makes_the_mean_probability_what_is_wanted():
    scores = np.array([-1.0, 0.0, 3.0])
    assert probabilities(scores + start(scores, 0.2)).mean() == pytest.approx(0.2)
