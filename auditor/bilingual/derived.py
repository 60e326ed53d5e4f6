"""Numbers told by way of others: points of a rate in hundredths."""

from __future__ import annotations

from auditor.analysis import Number
from auditor.bilingual.side import Side


_BASIS_POINTS = 100


def without_basis_points(
    lost: list[Number], new: list[Number], ours: Side, theirs: Side
) -> tuple[list[Number], list[Number]]:
    """Leave out points of a rate that one text alone tells in hundredths: a quarter of a point, 25 basis points."""
    lost, new = _without_hundredths(lost, new, theirs, ours)
    new, lost = _without_hundredths(new, lost, ours, theirs)
    return lost, new


def _without_hundredths(
    told: list[Number], hundredths: list[Number], side: Side, other: Side
) -> tuple[list[Number], list[Number]]:
    measured = [m.number for m in other.measures if any(unit.name == "basis points" for unit in m.units)]
    for number in [n for n in hundredths if n in measured]:
        whole = [n for n in side.numbers if n.values[0] * _BASIS_POINTS == number.values[0]]
        if whole:
            hundredths = [n for n in hundredths if n is not number]
            told = [n for n in told if n not in whole]
    return told, hundredths
