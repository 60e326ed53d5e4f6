"""Counted n-grams in sorted arrays, and how much two words make the next one likelier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

DISCOUNT = 0.75
"""What absolute discounting takes off every count; the usual value (Ney, Essen and Kneser 1994)."""

BITS = 16
"""Bits of one unit's id in the key of a pair or triple."""

_ADDED = 0.5
"""Added to the contexts of every unit, so that none is impossible."""

Ids = NDArray[np.int64]
Floats = NDArray[np.float64]
_Number = TypeVar("_Number", bound=np.generic)


@dataclass(frozen=True, eq=False)
class NGrams:
    """The n-grams of a corpus, up to three units long.

    ``units`` is the vocabulary; its last entry stands for any other unit. ``single`` counts each unit,
    ``preceding`` the different units before it. ``pairs`` and ``triples`` are sorted keys, their counts
    beside them; rare ones may have been left out, and the first two units of a triple are always a pair.
    """

    units: tuple[str, ...]
    single: Ids
    preceding: Ids
    pairs: Ids
    pair_counts: Ids
    triples: Ids
    triple_counts: Ids

    @cached_property
    def index(self) -> dict[str, int]:
        """The id of each unit."""
        return {unit: number for number, unit in enumerate(self.units)}

    @cached_property
    def size(self) -> int:
        """How many units were counted, the marks of the sentences' ends included."""
        return int(self.single.sum())

    def ids(self, units: Iterable[str]) -> Ids:
        """Return the ids of ``units``."""
        other = len(self.units) - 1
        return np.fromiter((self.index.get(unit, other) for unit in units), np.int64)

    def pair_count(self, first: Ids, second: Ids) -> Ids:
        """Return how often each unit of ``second`` stood after that of ``first``."""
        return _looked_up(self.pairs, self.pair_counts, key(first, second))

    def triple_count(self, first: Ids, second: Ids, third: Ids) -> Ids:
        """Return how often each three units stood in a row."""
        return _looked_up(self.triples, self.triple_counts, key(first, second, third))

    def expected_pairs(self, first: Ids, second: Ids) -> Floats:
        """Return how often each pair would have stood together if words followed each other by chance."""
        return self.single[first] * self.single[second] / self.size

    def gains(self, ids: Ids, yardstick: Ids | None = None) -> Floats:
        """Return for each id from the third on how much likelier the two before it make it, in bits.

        That is the binary logarithm of its probability after them over that of ``yardstick``, by default
        itself, anywhere. Interpolated absolute discounting; the probability anywhere is the share of
        contexts.
        """
        first, second, third = ids[:-2], ids[1:-1], ids[2:]
        anywhere = self._anywhere[third]
        pair = self.pair_count(second, third)
        after_one = _interpolated(pair, self.single[second], self._spared_single[second], anywhere)
        triple = self.triple_count(first, second, third)
        spared = _looked_up(self.pairs, self._spared_pair, key(first, second))
        after_two = _interpolated(triple, self.pair_count(first, second), spared, after_one)
        return np.log2(after_two / (anywhere if yardstick is None else self._anywhere[yardstick]))

    @cached_property
    def _anywhere(self) -> Floats:
        weights = self.preceding.astype(np.float64) + _ADDED
        return np.asarray(weights / weights.sum())

    @cached_property
    def _spared_single(self) -> Floats:
        """What the pairs that begin with a unit leave to all others, as a probability."""
        kept = np.bincount(self.pairs >> BITS, self.pair_counts - DISCOUNT, len(self.units))
        return 1 - kept / np.maximum(self.single, 1)

    @cached_property
    def _spared_pair(self) -> Floats:
        place = np.searchsorted(self.pairs, self.triples >> BITS)
        kept = np.bincount(place, self.triple_counts - DISCOUNT, len(self.pairs))
        return 1 - kept / self.pair_counts


def key(*ids: Ids) -> Ids:
    """Return the keys of pairs or triples."""
    joined = ids[0]
    for following in ids[1:]:
        joined = (joined << BITS) | following
    return joined


def _interpolated(count: Ids, context: Ids, spared: Floats, lower: Floats) -> Floats:
    """Return the discounted share of ``count`` in its context, what is spared given to the ``lower`` order."""
    share = np.maximum(count - DISCOUNT, 0) / np.maximum(context, 1)
    return np.where(context > 0, share + spared * lower, lower)


def _looked_up(keys: Ids, values: NDArray[_Number], wanted: Ids) -> NDArray[Any]:
    """Return the value of each wanted key, 0 where there is none."""
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, values[place], 0)
