"""Whether one translation is better than another by more than chance, sentence by sentence."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import compress, product

from auditor.model import MetricTest, PermutationTest
from auditor.scoring.comparison import Counts, metrics

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


def metric_tests(
    baseline: Sequence[str],
    challengers: Sequence[Sequence[str]],
    reference: Sequence[str],
    method: Method,
    counts: Counts | None = None,
) -> tuple[tuple[MetricTest, ...], ...]:
    """Return sacrebleu's paired tests of BLEU, chrF2++ and TER: of each challenger with the baseline.

    All must be translations of the same lines, normalised as ``aligned_lines`` gives them. The p-values
    are those of ``sacrebleu --paired-bs`` or ``--paired-ar`` with the same seed. ``counts`` as for ``metrics``.
    """
    from sacrebleu.significance import PairedTest

    if any(len(lines) != len(reference) for lines in (baseline, *challengers)):
        raise ValueError("a paired test needs the same number of lines in every translation and the reference")
    named = {metric.__class__.__name__: metric for metric in metrics(counts)}
    systems = [(str(number), lines) for number, lines in enumerate((baseline, *challengers))]
    signatures, scores = PairedTest(systems, named, references=[list(reference)], test_type=method.value)()
    found: list[list[MetricTest]] = [[] for _ in challengers]
    for name, signature in signatures.items():
        ours, *theirs = (score for score in scores[name] if not isinstance(score, str))
        for tests, each in zip(found, theirs, strict=True):
            assert each.p_value is not None
            tests.append(MetricTest(name, float(ours.score), float(each.score), float(each.p_value), str(signature)))
    return tuple(map(tuple, found))


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
