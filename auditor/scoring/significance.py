"""Whether one translation is better than another by more than chance, sentence by sentence."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import compress, product

from auditor.scoring.comparison import metrics

SEED = 12345
"""The seed of our own test; sacrebleu's tests use its own default, the same number."""

TRIALS = 10_000
"""Random trials of a permutation test, as many as sacrebleu's approximate randomisation makes."""

EXACT = 12
"""Sentences that differ, up to which every permutation is tried instead (2**12 = 4,096)."""


class Method(StrEnum):
    """sacrebleu's paired tests, by the names that its signatures give them."""

    BOOTSTRAP = "bs"
    RANDOMISATION = "ar"


@dataclass(frozen=True, slots=True)
class MetricTest:
    """One metric of two translations against one reference.

    ``p_value`` is the chance of a difference at least this large if the two were equally good.
    """

    name: str
    baseline: float
    challenger: float
    p_value: float
    signature: str


@dataclass(frozen=True, slots=True)
class PermutationTest:
    """The mean difference of paired values (first less second) and its two-sided p-value.

    ``trials`` is how many ways of swapping the pairs were looked at; ``exact`` says that these were all.
    """

    difference: float
    p_value: float
    trials: int
    exact: bool


def metric_tests(
    baseline: Sequence[str], challenger: Sequence[str], reference: Sequence[str], method: Method
) -> tuple[MetricTest, ...]:
    """Return sacrebleu's paired test of BLEU, chrF2++ and TER for two translations of the same lines.

    All three must have the same number of lines, normalised as ``aligned_lines`` gives them. The
    p-values are those of ``sacrebleu --paired-bs`` or ``--paired-ar`` with the same seed.
    """
    from sacrebleu.significance import PairedTest

    if not len(baseline) == len(challenger) == len(reference):
        raise ValueError("a paired test needs the same number of lines in both translations and the reference")
    named = {metric.__class__.__name__: metric for metric in metrics()}
    systems: list[tuple[str, Sequence[str]]] = [("baseline", baseline), ("challenger", challenger)]
    signatures, scores = PairedTest(systems, named, references=[list(reference)], test_type=method.value)()
    found: list[MetricTest] = []
    for name, signature in signatures.items():
        ours, theirs = (score for score in scores[name] if not isinstance(score, str))
        assert theirs.p_value is not None
        found.append(MetricTest(name, float(ours.score), float(theirs.score), float(theirs.p_value), str(signature)))
    return tuple(found)


def permutation_test(
    first: Sequence[float], second: Sequence[float], *, trials: int = TRIALS, seed: int = SEED
) -> PermutationTest:
    """Return whether paired values, such as the penalty points of the same sentences, differ in the mean.

    Under the null hypothesis each pair might as well stand the other way round: the signs of the
    differences are flipped in every way where few sentences differ, else at random ``trials`` times.
    """
    if len(first) != len(second):
        raise ValueError("a paired test needs as many values on each side")
    differences = [a - b for a, b in zip(first, second, strict=True)]
    changed = [difference for difference in differences if difference]
    observed = abs(sum(changed))
    mean = sum(differences) / len(differences) if differences else 0.0
    tolerance = 1e-9 * max(observed, 1.0)
    if len(changed) <= EXACT:
        masks: Iterable[Iterable[int]] = product((0, 1), repeat=len(changed))
        extreme = sum(_total(changed, mask) >= observed - tolerance for mask in masks)
        return PermutationTest(mean, extreme / 2 ** len(changed), 2 ** len(changed), exact=True)
    rng = random.Random(seed)  # noqa: S311 - a statistical test, nothing to guess
    extreme = sum(_total(changed, _mask(rng, len(changed))) >= observed - tolerance for _ in range(trials))
    # The observed order counts as one more trial, so that p is never 0 (Phipson and Smyth 2010).
    return PermutationTest(mean, (extreme + 1) / (trials + 1), trials, exact=False)


def _total(differences: Sequence[float], mask: Iterable[int]) -> float:
    """Return the size of the sum when the differences under the mask keep their sign and the rest flip."""
    return abs(2 * sum(compress(differences, mask)) - sum(differences))


def _mask(rng: random.Random, length: int) -> bytes:
    """Return ``length`` random zeros and ones."""
    return format(rng.getrandbits(length), f"0{length}b").encode().translate(_BITS)


_BITS = bytes.maketrans(b"01", b"\x00\x01")
