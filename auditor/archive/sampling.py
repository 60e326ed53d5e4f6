"""Which stories people are to read, and what a whole archive is like by what they found in them.

The quality of an archive is the share of its sentences that hold a major error. Stories are drawn in strata of like
promise, more where the probabilities of the sentences leave more open, and what reviewers find is compared with what
these had promised: only the difference has to be estimated.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from auditor.model import Estimate, InputError

Figures = NDArray[np.float64]

SPREAD = 3.2
"""By how much what reviewers find in a story varies more than sentences with these probabilities would by chance, which
the plan of a review reckons with. Source: ``python -m benchmarks.sampling``, on held-out judged stories."""

LEAST = 30
"""Stories below which no interval is stated."""

_STRATA = 10
_A_STRATUM = 5
"""Stories of a stratum that are drawn at least."""

_NORMAL = 1.959964
_SEED = 12345


@dataclass(frozen=True, slots=True)
class Stories:
    """All stories of an archive, a value each.

    ``promised`` is the sum of the probabilities of a major error in the ``sentences`` of a story, ``chance`` that of
    p(1-p): the variance of what is found, were each sentence a matter of its probability alone.
    """

    sentences: Figures
    promised: Figures
    chance: Figures

    def __len__(self) -> int:
        """Return how many stories there are."""
        return len(self.sentences)


@dataclass(frozen=True, slots=True)
class Stratum:
    """Stories of like promise, by their indexes, and how many of them are to be read."""

    stories: NDArray[np.int64]
    read: int


def strata(stories: Stories, read: int) -> tuple[Stratum, ...]:
    """Return ``stories`` in strata, of which ``read`` are to be read.

    The strata are cut by what is promised, so that chance leaves equally much open in each; as many are then read of
    each, which is Neyman's allocation. A stratum of few stories is read as a whole.
    """
    order = np.argsort(stories.promised, kind="stable")
    open_ = np.cumsum(np.sqrt(stories.chance[order]) + 1e-9)
    wanted = max(1, min(_STRATA, read // _A_STRATUM))
    home = np.minimum((open_ / open_[-1] * wanted * (1 - 1e-12)).astype(np.int64), wanted - 1)
    parts = [order[home == number] for number in range(wanted)]
    parts = [part for part in parts if len(part)]
    shares = _allotted([len(part) for part in parts], read)
    return tuple(Stratum(part, share) for part, share in zip(parts, shares, strict=True))


def _allotted(sizes: Sequence[int], read: int) -> list[int]:
    """Return how many of each of ``sizes`` are read: equally many, what a small one cannot give by the others."""
    shares = [0] * len(sizes)
    left = min(read, sum(sizes))
    while left:
        free = [index for index, size in enumerate(sizes) if shares[index] < size]
        each = max(left // len(free), 1)
        for index in free:
            more = min(each, sizes[index] - shares[index], left)
            shares[index] += more
            left -= more
    return shares


def drawn(stories: Stories, read: int, seed: int = _SEED) -> tuple[NDArray[np.int64], Figures, NDArray[np.int64]]:
    """Return the indexes of the stories to read, how many stories each stands for, and their strata, from 1.

    Raises ``InputError`` for fewer than ``LEAST`` stories, or more than there are.
    """
    if not LEAST <= read <= len(stories):
        raise InputError(f"{read} of {len(stories)} stories cannot be drawn; name a number from {LEAST} on.")
    rng = np.random.default_rng(seed)
    found, weights, homes = [], [], []
    for number, stratum in enumerate(strata(stories, read), start=1):
        if stratum.read:
            chosen = np.sort(rng.choice(stratum.stories, stratum.read, replace=False))
            found.append(chosen)
            weights.append(np.full(stratum.read, len(stratum.stories) / stratum.read))
            homes.append(np.full(stratum.read, number))
    return np.concatenate(found), np.concatenate(weights), np.concatenate(homes)


def estimated(
    stories: Stories, read: NDArray[np.int64], weights: Figures, homes: NDArray[np.int64], found: Figures
) -> Estimate:
    """Return the share of sentences with a major error, with its 95 % interval.

    ``found`` are the sentences with a major error in each of the stories ``read``. What is found is regressed on what
    was promised and on the sentences, and the estimate moved by how the whole archive differs from the sample in both:
    the generalised regression estimator. Source: Särndal, Swensson and Wretman, Model Assisted Survey Sampling (1992),
    6.4 to 6.6, with its weights on the residuals.
    """
    known = np.column_stack([stories.promised, stories.sentences])
    beside = known[read]
    of_all, of_read = known.sum(axis=0), (weights[:, None] * beside).sum(axis=0)
    inner = np.linalg.pinv((weights[:, None] * beside).T @ beside)
    slope = inner @ ((weights * found) @ beside)
    rest = found - beside @ slope
    total = float(of_all @ slope + weights @ rest)
    lifted = 1 + beside @ inner @ (of_all - of_read)
    variance, strata_read = 0.0, np.unique(homes)
    for home in strata_read:
        mine = homes == home
        n, weight = int(mine.sum()), float(weights[mine][0])
        if n > 1:
            variance += n * n * weight * weight * (1 - 1 / weight) * float(np.var((lifted * rest)[mine], ddof=1)) / n
    words = float(stories.sentences.sum())
    half = _student(max(len(read) - len(strata_read) - known.shape[1], 1)) * sqrt(max(variance, 0.0)) / words
    share = total / words
    return Estimate(min(max(share, 0.0), 1.0), max(share - half, 0.0), min(share + half, 1.0))


def expected_half(stories: Stories, read: int) -> float:
    """Return half the interval to be expected after ``read`` stories, as a share of sentences."""
    variance = 0.0
    for stratum in strata(stories, read):
        size = len(stratum.stories)
        if stratum.read:
            each = SPREAD * float(stories.chance[stratum.stories].mean())
            variance += size * size * (1 - stratum.read / size) * each / stratum.read
    return _student(max(read - _STRATA - 2, 1)) * sqrt(variance) / float(stories.sentences.sum())


def needed(stories: Stories, half: float) -> int:
    """Return how many stories must be read for an interval of ``half`` on either side, as a share of sentences.

    Raises ``InputError`` where not even all of them would do, or an archive has too few.
    """
    if len(stories) < LEAST:
        raise InputError(f"The archive has {len(stories)} stories, too few for an interval; read all of them.")
    low, high = LEAST, len(stories)
    while low < high:
        middle = (low + high) // 2
        if expected_half(stories, middle) <= half:
            high = middle
        else:
            low = middle + 1
    return low


def _student(freedom: int) -> float:
    """Return the 97.5 % quantile of Student's t. Source: Abramowitz and Stegun, 26.7.5; good to 0.001 from 10 on."""
    z, v = _NORMAL, freedom
    return (
        z
        + (z**3 + z) / (4 * v)
        + (5 * z**5 + 16 * z**3 + 3 * z) / (96 * v**2)
        + (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / (384 * v**3)
    )
