"""Places in the units that an editor counts."""

from __future__ import annotations

import pytest
from lsprotocol import types

from auditor.live.positions import Positions
from auditor.model import Place

TEXT = "a😀é\r\nb\rc\n"


@pytest.mark.parametrize(("units", "column"), [("utf-8", 7), ("utf-16", 4), ("utf-32", 3)])
def test_columns_are_counted_as_agreed(units: str, column: int) -> None:
    assert Positions(TEXT, units).of(Place(1, 4)) == types.Position(0, column)


def test_every_line_end_ends_a_line() -> None:
    assert Positions(TEXT).of(Place(3, 2)) == types.Position(2, 1)


@pytest.mark.parametrize(("text", "end"), [(TEXT, (3, 0)), ("", (0, 0)), ("ab", (0, 2)), ("ab\nc", (1, 1))])
def test_the_whole_text_ends_behind_its_last_character(text: str, end: tuple[int, int]) -> None:
    assert Positions(text).whole() == types.Range(types.Position(0, 0), types.Position(*end))
