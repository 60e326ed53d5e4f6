"""How long a translation is against what its source lets expect."""

from __future__ import annotations

from math import exp, log
from statistics import median

from auditor.alignment.sketch import sketch
from auditor.checks.accuracy.linked import Pair

_USUAL = {
    "fr": -0.13,
    "es": -0.09,
    "it": -0.13,
    "pt": -0.09,
    "de": -0.16,
    "pl": -0.06,
    "cs": 0.07,
    "ru": -0.03,
    "zh": 0.22,
    "ja": -0.07,
    "hi": 0.05,
}
"""Logarithm of the usual ratio of letters, English to source: medians over news and encyclopedia sentences.

An ideograph counts as several letters, see the aligner.
"""

_ENOUGH = 8
"""Pairs from which a story's own ratio is used."""


def excess(pairs: list[Pair], language: str) -> list[float]:
    """Return for each pair how much longer than usual the translation is, as a logarithm; less than 0 if shorter."""
    ratios = [log(sketch(pair.text).length / sketch(pair.other).length) for pair in pairs]
    usual = median(ratios) if len(pairs) >= _ENOUGH else _USUAL.get(language, 0.0)
    return [ratio - usual for ratio in ratios]


def share(excess_: float) -> int:
    """Return the length in per cent of what was to be expected."""
    return round(100 * exp(excess_))
