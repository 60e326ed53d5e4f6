"""How strongly each sentence of one text points to each sentence of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from math import log

from auditor.alignment.sketch import Sketch

COMMON = 100
"""Pairs of sentences beyond which a shared feature is too common to point anywhere."""

Evidence = list[dict[int, float]]
"""For each sentence of the first text, the sentences of the second that share something, in nats."""


def evidence(ours: Sequence[Sketch], theirs: Sequence[Sketch]) -> Evidence:
    """Return the shared information of every pair of sentences that has any.

    A feature that stands in ``df`` of ``n`` sentences says ``log(n / df)`` about which one is meant, so
    a rare name weighs much and a frequent word nothing.
    """
    our_places, their_places = _postings(ours), _postings(theirs)
    shared: Evidence = [{} for _ in ours]
    for anchor, here in our_places.items():
        there = their_places.get(anchor)
        if there is None or len(here) * len(there) > COMMON:
            continue
        telling = (log((len(ours) + 1) / len(here)) + log((len(theirs) + 1) / len(there))) / 2
        for i, our_weight in here:
            row = shared[i]
            for j, their_weight in there:
                row[j] = row.get(j, 0.0) + telling * min(our_weight, their_weight)
    return shared


def information(sketches: Sequence[Sketch]) -> float:
    """Return how much one text could share with another, in nats."""
    total = 0.0
    for places in _postings(sketches).values():
        total += log((len(sketches) + 1) / len(places)) * sum(weight for _, weight in places)
    return total


def _postings(sketches: Sequence[Sketch]) -> dict[str, list[tuple[int, float]]]:
    places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for index, sketch in enumerate(sketches):
        for anchor, weight in sketch.anchors.items():
            places[anchor].append((index, weight))
    return places


def chain(shared: Evidence) -> list[tuple[int, int]]:
    """Return the strongest chain of mutual best pairs that runs forward in both texts."""
    best_for_theirs: dict[int, tuple[float, int]] = {}
    for i, row in enumerate(shared):
        for j, strength in row.items():
            best_for_theirs[j] = max(best_for_theirs.get(j, (0.0, -1)), (strength, i))
    mutual = []
    for i, row in enumerate(shared):
        if row:
            j = max(row, key=row.__getitem__)
            if best_for_theirs[j][1] == i:
                mutual.append((i, j, row[j]))
    return _strongest_chain(mutual)


def _strongest_chain(pairs: list[tuple[int, int, float]]) -> list[tuple[int, int]]:
    total: list[float] = []
    before: list[int] = []
    for index, (_, j, strength) in enumerate(pairs):
        best, link = 0.0, -1
        for earlier in range(index):
            if pairs[earlier][1] < j and total[earlier] > best:
                best, link = total[earlier], earlier
        total.append(best + strength)
        before.append(link)
    path: list[tuple[int, int]] = []
    at = max(range(len(total)), key=total.__getitem__, default=-1)
    while at >= 0:
        path.append(pairs[at][:2])
        at = before[at]
    return path[::-1]
