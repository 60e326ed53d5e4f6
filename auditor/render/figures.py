"""The figures of a comparison in words, alike on the terminal and on the page."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model import Challenge, Contest, Engine, Metric, MetricTest, Pivot, Severity
from auditor.render import wording

ESTIMATE_HEADS = ("quality", "points/1,000", "critical", "major", "minor", "words", "unanswered", "added")
"""The headings of what ``estimate`` gives."""

SIGNIFICANT = 0.05
"""The p-value under which a difference is marked."""

_HELD_AGAINST = {
    Pivot.REFERENCE: "the reference",
    Pivot.SOURCE: "the source",
    Pivot.BASELINE: "the first translation",
}


def title(contest: Contest) -> str:
    """Return what is compared, such as ``3 translations of 1 story, in 20 units of the reference``."""
    translations = wording.count(len(contest.engines), "translation")
    stories, units = wording.count(len(contest.stories), "story"), wording.count(contest.units, "unit")
    return f"{translations} of {stories}, in {units} of {_HELD_AGAINST[contest.pivot]}"


def estimate(engine: Engine) -> tuple[str, ...]:
    """Return the figures of one engine under ``ESTIMATE_HEADS``; the quality is cut, never rounded up."""
    score = engine.score
    counts = (score.count(severity) for severity in (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR))
    return (
        "-" if score.quality is None else wording.shown_quality(score.quality),
        f"{score.per_thousand:.1f}",
        *map(str, counts),
        f"{score.words:,}",
        str(engine.unanswered),
        str(engine.added),
    )


def bar(engine: Engine) -> tuple[tuple[Severity, float], ...]:
    """Return the points per 1,000 words that findings of each severity cost, the gravest first; none that cost none."""
    score, weights = engine.score, dict(engine.score.weights)
    points = ((severity, score.count(severity) * weights.get(severity, 0.0)) for severity in reversed(Severity))
    return tuple((severity, cost * 1000 / score.words) for severity, cost in points if cost and score.words)


def metric(scored: Metric) -> str:
    """Return a score and, where it was computed, its 95% interval."""
    if scored.low is None or scored.high is None:
        return f"{scored.score:.1f}"
    return f"{scored.score:.1f} ({scored.low:.1f}–{scored.high:.1f})"


def kinds(engines: Sequence[Engine]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return each kind of error and how often each engine makes it, the most frequent kind first."""
    counts = [dict(engine.categories) for engine in engines]
    found = {kind: tuple(each.get(kind, 0) for each in counts) for each in counts for kind in each}
    ordered = sorted(found.items(), key=lambda row: (-sum(row[1]), row[0]))
    return tuple((wording.plain(kind), numbers) for kind, numbers in ordered)


PENALTY_HEADS = ("points/unit", "p")
"""The headings of what ``penalty`` gives."""


def penalty(challenge: Challenge) -> tuple[str, ...]:
    """Return the difference of penalty points per unit and its p-value."""
    return f"{challenge.penalty.difference:+.3f}", p_value(challenge.penalty.p_value)


def metric_tests(challenge: Challenge) -> tuple[tuple[str, MetricTest], ...]:
    """Return sacrebleu's tests, metric by metric, labelled with ``bs`` and ``ar``."""
    both = zip(challenge.bootstrap, challenge.randomisation, strict=True)
    return tuple(
        (f"{test.name} {method}", test) for pair in both for method, test in zip(("bs", "ar"), pair, strict=True)
    )


def p_value(value: float) -> str:
    """Return a p-value with four decimals; ``*`` marks one that speaks for a difference."""
    return f"{value:.4f}{'*' if value < SIGNIFICANT else ' '}"


def points(value: float) -> str:
    """Return penalty points with their noun, such as ``6 points``."""
    return f"{value:g} {'point' if value == 1 else 'points'}"
