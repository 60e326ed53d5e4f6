"""What audits worked out before: the forks find it, and pass on what is new to them."""

from __future__ import annotations

from auditor.analysis import parses
from auditor.analysis.language import language


def wake() -> None:
    """Begin to keep what is worked out in this process."""
    parses.wake()


def news() -> bytes:
    """Return what this process has worked out since it was forked."""
    return parses.news()


def learn(told: bytes) -> None:
    """Keep what a fork has worked out."""
    parses.learn(told, language())
