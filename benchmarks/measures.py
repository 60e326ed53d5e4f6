"""The statistics by which scores and spans are held against human judgements; all of them count ties."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Sequence
from itertools import groupby
from math import sqrt

from auditor.model import Span


def tau_b(one: Sequence[float], other: Sequence[float]) -> float:
    """Return Kendall's tau-b of two lists of scores, -1 to 1; 0 where one of them is all ties.

    Source: M. G. Kendall, "The treatment of ties in ranking problems" (Biometrika 33, 1945).
    """
    pairs = _pairs(len(one))
    tied_one, tied_other = _tied(one), _tied(other)
    tied_both = _tied(list(zip(one, other, strict=True)))
    discordant = _discordant(one, other)
    concordant = pairs - tied_one - tied_other + tied_both - discordant
    free = sqrt((pairs - tied_one) * (pairs - tied_other))
    return (concordant - discordant) / free if free else 0.0


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _tied(values: Iterable[Hashable]) -> int:
    return sum(map(_pairs, Counter(values).values()))


def _discordant(one: Sequence[float], other: Sequence[float]) -> int:
    """Return the pairs that the two lists order differently."""
    seen: list[float] = []
    found = 0
    for _, group in groupby(sorted(zip(one, other, strict=True)), key=lambda pair: pair[0]):
        values = [value for _, value in group]
        found += sum(len(seen) - bisect_right(seen, value) for value in values)
        for value in values:
            insort(seen, value)
    return found


def partial_tau(one: Sequence[float], other: Sequence[float], held: Sequence[float]) -> float:
    """Return the tau-b of ``one`` and ``other`` with what both owe to ``held`` taken out.

    Source: M. G. Kendall, "Partial rank correlation" (Biometrika 32, 1942).
    """
    both, first, second = tau_b(one, other), tau_b(one, held), tau_b(other, held)
    free = sqrt((1 - first**2) * (1 - second**2))
    return (both - first * second) / free if free else 0.0


def tau_within(one: Sequence[float], other: Sequence[float], groups: Sequence[Hashable]) -> float:
    """Return the mean tau-b within each group of at least two; a group that ``one`` cannot order counts 0."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for index, group in enumerate(groups):
        places[group].append(index)
    taus = [
        tau_b([one[i] for i in held], [other[i] for i in held])
        for held in places.values()
        if len({other[i] for i in held}) > 1
    ]
    return sum(taus) / len(taus) if taus else 0.0


def average_precision(scores: Sequence[float], relevant: Sequence[bool]) -> float:
    """Return the average precision of taking the highest ``scores`` first, equal scores all at once."""
    total = sum(relevant)
    ranked = sorted(zip(scores, relevant, strict=True), key=lambda pair: -pair[0])
    taken = found = 0
    area = 0.0
    for _, group in groupby(ranked, key=lambda pair: pair[0]):
        hits = [hit for _, hit in group]
        taken += len(hits)
        found += sum(hits)
        area += sum(hits) * found / taken
    return area / total if total else 0.0


def roc_auc(scores: Sequence[float], relevant: Sequence[bool]) -> float:
    """Return how often a relevant one scores higher than any other, a tie counting half; 0.5 where one kind lacks."""
    others = sorted(score for score, hit in zip(scores, relevant, strict=True) if not hit)
    hits = [score for score, hit in zip(scores, relevant, strict=True) if hit]
    if not others or not hits:
        return 0.5
    return sum(bisect_left(others, hit) + bisect_right(others, hit) for hit in hits) / (2 * len(others) * len(hits))


def matthews(told: Sequence[bool], relevant: Sequence[bool]) -> float:
    """Return the correlation of two answers of yes and no, -1 to 1; 0 where one of them never changes.

    Source: B. W. Matthews, "Comparison of the predicted and observed secondary structure of T4 phage lysozyme"
    (Biochimica et Biophysica Acta 405, 1975).
    """
    counts = Counter(zip(told, relevant, strict=True))
    both, only_told, only_relevant, neither = (
        counts[pair] for pair in ((True, True), (True, False), (False, True), (False, False))
    )
    free = sqrt((both + only_told) * (both + only_relevant) * (neither + only_told) * (neither + only_relevant))
    return (both * neither - only_told * only_relevant) / free if free else 0.0


def best_threshold(scores: Sequence[float], relevant: Sequence[bool]) -> float:
    """Return the score above which telling "relevant" has the highest ``matthews``; the lowest of equally good ones."""
    return max(sorted(set(scores)), key=lambda bound: matthews([score > bound for score in scores], relevant))


def covered(spans: Iterable[Span]) -> frozenset[int]:
    """Return the code points that lie in any of ``spans``."""
    return frozenset(point for span in spans for point in range(span.start, span.end))


def overlap_f1(pairs: Iterable[tuple[Collection[int], Collection[int]]]) -> float:
    """Return the F1 of marked code points, (by one, by the other), summed over all pairs of markings."""
    shared = ours = theirs = 0
    for one, other in pairs:
        shared += len(set(one) & set(other))
        ours += len(one)
        theirs += len(other)
    return 2 * shared / (ours + theirs) if ours + theirs else 0.0
