"""How a story's score moved since an earlier report."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model import Score


@dataclass(frozen=True, slots=True)
class Trend:
    """The way in a word (``better``, ``worse``, ``as before``), the points it moved by, the score it had."""

    direction: str
    by: float
    was: float


def trend(now: Score, then: Score | None) -> Trend | None:
    """Return how the quality moved; None where either story was not scored."""
    if then is None or now.quality is None or then.quality is None:
        return None
    by = round(now.quality - then.quality, 1)
    direction = "better" if by > 0 else "worse" if by < 0 else "as before"
    return Trend(direction, abs(by), then.quality)
