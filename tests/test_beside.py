"""Work in threads of its own."""

from __future__ import annotations

import threading

import pytest

from auditor.beside import beside, each_beside


def test_what_is_done_beside_gives_its_result_or_what_went_wrong() -> None:
    assert beside(lambda: 7).result() == 7
    with pytest.raises(ZeroDivisionError):
        beside(lambda: 1 // 0).result()


@pytest.mark.parametrize("most", [1, 2, 9])
def test_each_result_stands_where_its_item_stood(most: int) -> None:
    assert each_beside(lambda number: number * number, list(range(20)), most) == [n * n for n in range(20)]
    assert each_beside(str, [], most) == []


def test_as_many_are_done_at_once_as_may_be() -> None:
    meeting = threading.Barrier(3, timeout=10)
    assert each_beside(lambda _: meeting.wait() >= 0, [1, 2, 3], 3) == [True] * 3


def test_after_a_failure_nothing_more_is_begun() -> None:
    begun: list[int] = []

    def work(number: int) -> None:
        begun.append(number)
        raise ValueError(number)

    with pytest.raises(ValueError, match="0"):
        each_beside(work, list(range(50)), 1)
    assert begun == [0]
