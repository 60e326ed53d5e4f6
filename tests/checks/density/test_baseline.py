from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.checks.density.baseline import MIN_USES, Norm, baseline
from auditor.checks.density.measures import MEASURES


@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_has_a_baseline(measure: str) -> None:
    native = baseline(measure)
    assert native.mean > 0
    assert native.spread >= 0


@given(st.integers(300, 5000), st.integers(300, 5000))
def test_a_longer_story_is_held_to_a_narrower_interval(one: int, other: int) -> None:
    short, long = sorted((one, other))
    assert Norm(3.0, 1.0).limit(long) <= Norm(3.0, 1.0).limit(short)


def test_a_rate_at_the_mean_is_never_exceeded() -> None:
    assert not Norm(5.0, 0.0).exceeded(5, 1000)


def test_one_or_two_uses_are_no_habit() -> None:
    assert not Norm(0.01, 0.0).exceeded(MIN_USES - 1, 300)
    assert Norm(0.01, 0.0).exceeded(MIN_USES, 300)
