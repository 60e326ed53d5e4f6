"""The automatic MQM-style estimate: penalty points, points per 1,000 words, the calibrated score."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from typing import TYPE_CHECKING

from auditor.config import Profile
from auditor.model import CheckRun, Document, Finding, Neural, Score, SentenceScore, Severity, Silenced, Skipped
from auditor.scoring.problem import is_clear
from auditor.scoring.quality import REFERENCE_WORDS, quality
from auditor.scoring.signature import signature
from auditor.segmentation import count_words

if TYPE_CHECKING:
    from auditor.engines.reader.client import Reader

FLUENCY_DIGITS = 3
"""Decimals of a sentence's fluency."""

EXPECTED_DIGITS = 2
"""Decimals of the points expected: every machine computes as many alike."""


def score(
    document: Document,
    findings: Iterable[Finding],
    runs: Iterable[CheckRun],
    skipped: Iterable[Skipped],
    profile: Profile,
    fluency: Iterable[float | None] = (),
    within: Container[int] | None = None,
    silenced: Iterable[Silenced] = (),
    reader: Reader | None = None,
    neural: Neural | None = None,
    neural_scores: Iterable[tuple[int, float]] = (),
    unseen: float = 0.0,
    problems: Iterable[float] = (),
    vectors: bool = False,
    own: str = "",
) -> tuple[Score, tuple[SentenceScore, ...]]:
    """Return the score of the story and of each of its sentences, in reading order.

    A finding costs its severity's weight once, however many anchors it has: the points go to the
    sentence of the primary anchor. Words are those of the audited sentences of the target. Below the
    profile's ``min_words`` the story is short, without any the quality is None. ``fluency`` holds a value per sentence,
    or none; it is kept beside the points and changes no score. ``within`` are the numbers of the sentences to score, if
    not all: only their words count, and ``findings`` should be about them. ``silenced`` findings cost nothing; the
    signature counts them. The signature names the ``reader`` and the ``neural`` model, whose scores by sentence are
    kept beside the points as fluency is. ``unseen`` are the points expected beside those found (``unseen_points``),
    ``problems`` the probability of a major error in each sentence, or none. ``vectors``: those of sentences took part.
    ``own`` is whatever stands for a desk's own rules and terms: another text, another signature.
    """
    found = tuple(findings)
    words = {segment.number: count_words(segment.span.of(document.text)) for segment in document.segments}
    scored = [count for number, count in words.items() if within is None or number in within]
    points: Counter[int | None] = Counter()
    told: defaultdict[int | None, list[Finding]] = defaultdict(list)
    for finding in found:
        home = document.segment_at(finding.primary.span.start)
        points[home.number if home else None] += profile.weight(finding.severity)  # type: ignore[assignment]
        told[home.number if home else None].append(finding)
    total, length = float(sum(points.values())), sum(scored)
    counts = Counter(finding.severity for finding in found)
    estimate = _score(
        total,
        length,
        [(severity, counts[severity]) for severity in Severity],
        (profile.weight(finding.severity) for finding in found),
        profile,
        signature(runs, skipped, profile, silenced, reader, neural, vectors=vectors, own=own),
        round(total + unseen, EXPECTED_DIGITS),
    )
    natural, judged = dict(zip(words, fluency, strict=False)), dict(neural_scores)
    likely = dict(zip(words, problems, strict=False))
    sentences = (
        SentenceScore(
            number,
            float(points[number]),
            count,
            fluency=_rounded(natural.get(number)),
            neural=judged.get(number),
            problem_probability=likely.get(number),
            clear=is_clear(likely[number], told[number], profile.risk) if number in likely else None,
        )
        for number, count in words.items()
    )
    return estimate, tuple(sentences)


def pooled(scores: Iterable[Score], profile: Profile) -> Score:
    """Return the score of several stories together; stories without any words cost, but earn no quality."""
    every = tuple(scores)
    points, length = sum(each.points for each in every), sum(each.words for each in every)
    counts = [(severity, sum(each.count(severity) for each in every)) for severity in Severity]
    signatures = " ".join(dict.fromkeys(each.signature for each in every))
    expected = sum(each.points if each.expected is None else each.expected for each in every)
    costs = (profile.weight(severity) for severity, count in counts for _ in range(count))
    return _score(points, length, counts, costs, profile, signatures, expected)


def _score(
    points: float,
    words: int,
    counts: Sequence[tuple[Severity, int]],
    costs: Iterable[float],
    profile: Profile,
    signed: str,
    expected: float,
) -> Score:
    earned = quality(costs, words, profile)
    return Score(
        points=points,
        words=words,
        per_thousand=points * REFERENCE_WORDS / words if words else 0.0,
        quality=earned.value if earned else None,
        quality_low=earned.low if earned else None,
        quality_high=earned.high if earned else None,
        short=words < profile.min_words,
        pass_mark=profile.pass_mark,
        acceptable_points=profile.acceptable_points,
        counts=tuple(counts),
        signature=signed,
        weights=profile.weights,
        expected=expected,
    )


def _rounded(fluency: float | None) -> float | None:
    """Return ``fluency`` with the digits that every machine computes alike."""
    return None if fluency is None else round(fluency, FLUENCY_DIGITS)
