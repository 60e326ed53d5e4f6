"""The quality of a story on a scale from 0 to 100 that no story reaches the end of, and how sure it is.

    r = (points + acceptable * 20 / 1000) * 1000 / (words + 20)
    quality = 100 * mark * acceptable / (mark * acceptable + r * (100 - mark))

``r`` are the points per 1,000 words when twenty words that just reach the mark are read along: what was found in few
words says little, and a story without findings is not without errors. The scale is that of MQM's calibrated model
where it decides: a story with exactly the acceptable points earns exactly the mark, whatever its length. Away from
there it is a hyperbola and not a line, which ends at 0 for most machine output and tells nothing apart there.

Source of the model: MQM Council, "The MQM scoring models" (themqm.org). The interval is that of a gamma distribution
whose mean and variance are those of the points (each finding as one event of its weight), with the twenty words as its
prior; its quantiles are those of Wilson and Hilferty (1931).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from auditor.config import Profile
from auditor.model import LENT_WORDS

REFERENCE_WORDS = 1000
"""Words to which penalties are normed (MQM's reference word count)."""

BEST = 100.0
"""The top of the quality scale (MQM's maximum score value)."""

_DEVIATIONS = 1.96
"""Standard deviations of the normal distribution within which 95% lie."""

_DIGITS = 2
"""Decimals of the ends of the interval: every machine computes as many alike."""

_FARTHEST = 1.0
"""How near to its ends the scale is hung up: a desk that takes no points at all, or any, still tells stories apart."""


_LEAST, _MOST = 1e-6, 1e9
"""Acceptable points beyond which a desk's number is taken for these: arithmetic ends somewhere."""


@dataclass(frozen=True, slots=True)
class Quality:
    """The quality of a story, 0-100, and between which values it lies with a probability of 95%."""

    value: float
    low: float
    high: float


def quality(costs: Iterable[float], words: int, profile: Profile) -> Quality | None:
    """Return the quality of ``words`` words in which findings ``costs`` so many points each; None without any words."""
    if not words:
        return None
    each = tuple(costs)
    acceptable = min(max(profile.acceptable_points, _LEAST), _MOST)
    mark = min(max(profile.pass_mark, _FARTHEST), BEST - _FARTHEST)
    lent = acceptable * LENT_WORDS / REFERENCE_WORDS
    mean = sum(each) + lent
    shape = 1 / (sum((cost / mean) ** 2 for cost in each) + lent / mean / mean)

    def on_scale(points: float) -> float:
        rate = points * REFERENCE_WORDS / (words + LENT_WORDS)
        return BEST * mark * acceptable / (mark * acceptable + rate * (BEST - mark))

    return Quality(
        on_scale(mean),
        round(on_scale(_quantile(mean, shape, _DEVIATIONS)), _DIGITS),
        round(on_scale(_quantile(mean, shape, -_DEVIATIONS)), _DIGITS),
    )


def _quantile(mean: float, shape: float, deviations: float) -> float:
    """Return the quantile of a gamma distribution so many standard deviations of a normal one from the middle."""
    root = max(1 - 1 / (9 * shape) + deviations / (3 * sqrt(shape)), 0.0)
    return mean * root * root * root
