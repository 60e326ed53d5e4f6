"""Fractions told in words, where each stands: "a third", "two thirds", "половина"."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from auditor.analysis import Number
from auditor.bilingual.side import Side
from auditor.model import Span

_ADJOINING = 1
"""Code points between two numbers that are one, as "un" and "tiers" are."""


def portions(side: Side) -> dict[Fraction, Span]:
    """Return the fractions that ``side`` tells once, each with where it stands."""
    found: dict[Fraction, list[Span]] = {}
    for group in _groups(side):
        part = next((value for number in group for value in number.values if 0 < value < 1), None)
        if part is not None:
            found.setdefault(part, []).append(Span(group[0].span.start, group[-1].span.end))
    return {part: spans[0] for part, spans in found.items() if len(spans) == 1}


def _groups(side: Side) -> Iterator[list[Number]]:
    """Yield the numbers that stand side by side together."""
    group: list[Number] = []
    for number in side.numbers:
        if group and group[-1].span.gap(number.span) > _ADJOINING:
            yield group
            group = []
        group.append(number)
    if group:
        yield group
