"""The cheapest way through two texts: dynamic programming over groups of sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from math import erfc, inf, log, sqrt

from auditor.alignment.evidence import Evidence

SHAPES = {
    (1, 1): 0.85,
    (1, 0): 0.03,
    (0, 1): 0.03,
    (1, 2): 0.04,
    (2, 1): 0.04,
    (2, 2): 0.0003,
    (1, 3): 0.006,
    (3, 1): 0.006,
}
"""How many sentences answer how many, and how often.

After Gale and Church (1993), "A program for aligning sentences in bilingual corpora", table 5, with
the shares of merges and omissions raised: news is edited while it is translated.
"""

VARIANCE = 6.8
"""Variance of the length of an answer per letter (Gale and Church 1993)."""

WORST_LENGTH = 12.0
"""The most that a mismatch of lengths may cost, in nats: beyond it, it says nothing new."""

EVIDENCE_WEIGHT = 0.2
"""Share of the evidence that is believed: the features of a sentence are not independent."""

PARAGRAPH_COST = 1.0
"""Cost, in nats, of a group of sentences that runs over the end of a paragraph."""

MARGIN = 8
"""Sentences by which the search may leave the corridor that the anchors lay out."""

REACH = 50
"""Sentences by which it may leave the straight line between two anchors."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """One text: the length of each sentence, and whether it opens a paragraph."""

    lengths: Sequence[float]
    opens: Sequence[bool]

    def __len__(self) -> int:
        return len(self.lengths)


@dataclass(frozen=True, slots=True)
class Tuning:
    """What is known of a pair of texts.

    ``ratio``: letters of the second per letter of the first. ``expected``: the evidence, in nats per
    letter of the first, below which two sentences are doubted to answer each other.
    """

    ratio: float = 1.0
    expected: float = 0.0


@dataclass(frozen=True, slots=True)
class Step:
    """One group of the path: sentences ``i`` up to ``i_end`` answer ``j`` up to ``j_end`` (0-based)."""

    i: int
    i_end: int
    j: int
    j_end: int


def best_path(
    ours: Lengths, theirs: Lengths, shared: Evidence, anchors: Sequence[tuple[int, int]], tuning: Tuning
) -> list[Step]:
    """Return the cheapest sequence of groups that covers both texts."""
    search = _Search(ours, theirs, shared, tuning)
    corridor = _corridor(len(ours), len(theirs), anchors)
    cost: list[dict[int, float]] = []
    came: list[dict[int, tuple[int, int]]] = []
    for i, (low, high) in enumerate(corridor):
        costs: dict[int, float] = {}
        moves: dict[int, tuple[int, int]] = {}
        cost.append(costs)
        came.append(moves)
        for j in range(low, high + 1):
            if i == j == 0:
                costs[0] = 0.0
                continue
            best, move = inf, (0, 0)
            for shape, prior in search.priors:
                di, dj = shape
                if di > i or dj > j:
                    continue
                before = cost[i - di].get(j - dj, inf)
                if before == inf:
                    continue
                total = before + prior + search.misfit(i - di, i, j - dj, j)
                if total < best:
                    best, move = total, shape
            if best < inf:
                costs[j], moves[j] = best, move
    return _trace(came)


class _Search:
    """The cost of a group, with the sums it needs."""

    def __init__(self, ours: Lengths, theirs: Lengths, shared: Evidence, tuning: Tuning) -> None:
        self.ours, self.theirs = ours, theirs
        self.shared = shared
        self.tuning = tuning
        self.our_letters = list(accumulate(ours.lengths, initial=0.0))
        self.their_letters = list(accumulate(theirs.lengths, initial=0.0))
        self.our_paragraphs = list(accumulate(map(int, ours.opens)))
        self.their_paragraphs = list(accumulate(map(int, theirs.opens)))
        self.priors = [(shape, -log(share)) for shape, share in SHAPES.items()]

    def misfit(self, i: int, i_end: int, j: int, j_end: int) -> float:
        """Return what pairing these sentences costs beyond its prior; less than nothing if they agree."""
        if i == i_end or j == j_end:
            return 0.0
        ours = self.our_letters[i_end] - self.our_letters[i]
        theirs = self.their_letters[j_end] - self.their_letters[j]
        agreement = sum(self.agreement(row, column) for row in range(i, i_end) for column in range(j, j_end))
        cost = length_cost(ours * self.tuning.ratio, theirs) - EVIDENCE_WEIGHT * agreement
        if i_end - i > 1:
            cost += PARAGRAPH_COST * (self.our_paragraphs[i_end - 1] > self.our_paragraphs[i])
        if j_end - j > 1:
            cost += PARAGRAPH_COST * (self.their_paragraphs[j_end - 1] > self.their_paragraphs[j])
        return cost

    def agreement(self, i: int, j: int) -> float:
        """Return the evidence that two sentences answer each other, over what is to be expected of any two."""
        letters = min(self.ours.lengths[i], self.theirs.lengths[j] / self.tuning.ratio)
        return self.shared[i].get(j, 0.0) - self.tuning.expected * letters


def length_cost(expected: float, found: float) -> float:
    """Return how surprising a length is, in nats: minus the logarithm of the two-sided tail."""
    deviation = abs(found - expected) / sqrt(VARIANCE * (expected + found) / 2)
    tail = erfc(deviation / sqrt(2))
    return min(-log(tail), WORST_LENGTH) if tail > 0 else WORST_LENGTH


def _corridor(rows: int, columns: int, anchors: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the first and the last column to be looked at in each row, ends included."""
    posts = [(0, 0), *((i, j) for i, j in anchors), (rows, columns)]
    corridor: list[tuple[int, int]] = []
    for (i1, j1), (i2, j2) in pairwise(posts):
        last = i2 if (i2, j2) == posts[-1] else i2 - 1
        reach = max(REACH, 2 * (j2 - j1) // max(i2 - i1, 1))
        for i in range(max(i1, len(corridor)), last + 1):
            centre = j1 + (j2 - j1) * (i - i1) // max(i2 - i1, 1)
            low, high = max(j1 - MARGIN, centre - reach, 0), min(j2 + MARGIN, centre + reach, columns)
            corridor.append((low, high))
    corridor[0] = (0, corridor[0][1])
    corridor[-1] = (corridor[-1][0], columns)
    return corridor


def _trace(came: list[dict[int, tuple[int, int]]]) -> list[Step]:
    i, j = len(came) - 1, max(came[-1], default=0)
    steps: list[Step] = []
    while i or j:
        di, dj = came[i][j]
        steps.append(Step(i - di, i, j - dj, j))
        i, j = i - di, j - dj
    return steps[::-1]
