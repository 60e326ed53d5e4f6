"""What is usual in native news, and when a story is clearly outside of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.config import gazetteer

MIN_WORDS = 300
"""Words from which a story has a rate worth the name."""

MIN_USES = 3
"""Uses from which a rate is a habit."""

SPREADS = 3.0
"""Standard deviations above the mean at which the interval of native news ends."""


@dataclass(frozen=True, slots=True)
class Norm:
    """The uses of something per 1,000 words of native news: their mean, and the spread between stories."""

    mean: float
    spread: float

    def limit(self, words: int) -> float:
        """Return the uses per 1,000 words that hardly any native story of ``words`` words exceeds.

        The spread between stories and the chance of counts (Poisson), added as variances.
        """
        chance = self.mean * 1000 / words
        return self.mean + SPREADS * float((chance + self.spread**2) ** 0.5)

    def exceeded(self, uses: int, words: int) -> bool:
        """Tell whether ``uses`` in a story of ``words`` words are clearly more than native news has."""
        return uses >= MIN_USES and uses * 1000 / words > self.limit(words)


@cache
def baseline(measure: str) -> Norm:
    """Return the shipped baseline of a measure."""
    values = gazetteer("density")[measure]
    return Norm(values["mean"], values["spread"])
