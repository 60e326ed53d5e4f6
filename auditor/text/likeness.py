"""How like two spellings are."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz.distance import OSA, Indel

from auditor.text.folding import fold

_PREFIX = 5
"""Letters at the start of two words that make them cognates."""

_LIKE = 0.7
"""Likeness of two words with the same first letter that makes them cognates."""

_SHORTEST = 4
"""Letters that a word needs to be known by its looks."""


def likeness(one: str, other: str) -> float:
    """Return the share of the letters of both that they have in common, in order: 0 to 1."""
    return Indel.normalized_similarity(one, other)


def slips(one: str, other: str, limit: int = 2) -> int:
    """Return the least number of letters to add, drop, change or swap with the next; at most ``limit`` + 1.

    This is the optimal string alignment distance (Damerau's, each letter edited once).

    >>> slips("Wendesday", "Wednesday"), slips("adress", "address"), slips("cat", "concert")
    (1, 1, 3)
    """
    return OSA.distance(one, other, score_cutoff=limit)


@lru_cache(maxsize=200_000)
def cognate(one: str, other: str) -> bool:
    """Tell whether two words, given in lower case, look like one: the same letters, or cognates."""
    first, second = fold(one), fold(other)
    if first == second:
        return True
    if not first or not second or first[0] != second[0] or min(len(first), len(second)) < _SHORTEST:
        return False
    return first[:_PREFIX] == second[:_PREFIX] or likeness(first, second) >= _LIKE
