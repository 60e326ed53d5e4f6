"""The share of a penalty point that unlikely sentences cost: it ranks what the findings leave even."""

from __future__ import annotations

from collections.abc import Iterable
from math import exp, log1p

LARGEST_SHARE = 0.9
"""No fluency, however low, costs as much: less than one minor error."""


def fluency_share(fluency: Iterable[float | None]) -> float:
    """Return the points, 0 to under 0.9, that the sentences of one text cost for how they read.

    ``fluency`` holds one value per sentence as ``Analysis.fluency`` gives it, None counting nothing. One
    sentence of average native news costs 0.45, and the less fluent it is the more; more sentences never
    cost less. The share sorts texts whose findings weigh the same; it is no part of a score or verdict.
    """
    strain = sum(_strain(value) for value in fluency if value is not None)
    return LARGEST_SHARE * (1 - exp(-strain))


def _strain(value: float) -> float:
    """Return ln(1 + e^-value), so that the share of a single sentence is the logistic curve."""
    return log1p(exp(-value)) if value > 0 else log1p(exp(value)) - value
