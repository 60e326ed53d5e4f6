from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.scoring import fluency_share

values = st.floats(-30, 30, allow_nan=False)


@given(st.lists(values | st.none()))
def test_a_share_is_less_than_one_point(fluency: list[float | None]) -> None:
    assert 0 <= fluency_share(fluency) <= 0.9


@given(values, values)
def test_a_less_fluent_sentence_never_costs_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert fluency_share([low]) >= fluency_share([high])


@given(st.lists(values), values)
def test_one_more_sentence_never_costs_less(fluency: list[float], more: float) -> None:
    assert fluency_share([*fluency, more]) >= fluency_share(fluency)


def test_an_average_sentence_costs_half_of_what_is_possible() -> None:
    assert abs(fluency_share([0.0]) - 0.45) < 1e-9


def test_nothing_measured_costs_nothing() -> None:
    assert fluency_share([None]) == 0
