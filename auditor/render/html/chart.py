"""Where the penalty points lie along the story, as the geometry of a small bar chart."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from auditor.model import Report, Severity

WIDTH = 1000
HEIGHT = 100
"""The chart's own units; the page scales them."""

MOST_BARS = 120
"""Longer stories are drawn with several sentences to a bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of one column: its severity, its box and the first sentence it stands for."""

    severity: Severity
    x: float
    y: float
    width: float
    height: float
    sentence: int


@dataclass(frozen=True, slots=True)
class Course:
    """The bars from left to right, and the sentences to a column."""

    bars: tuple[Bar, ...]
    sentences: int
    per_column: int


def course(report: Report) -> Course:
    """Return the story's course: one column per sentence (or few), stacked by severity, critical lowest."""
    total = len(report.document.segments)
    per_column = max(-(-total // MOST_BARS), 1)
    columns = max(-(-total // per_column), 1)
    weights = dict(report.score.weights)
    heights: Counter[tuple[int, Severity]] = Counter()
    for finding in report.findings:
        home = report.document.segment_at(finding.primary.span.start)
        if home and finding.severity is not Severity.NEUTRAL:
            column = (home.number - 1) // per_column
            heights[column, finding.severity] += weights.get(finding.severity, 1.0)  # type: ignore[assignment]
    tallest = max((sum(heights[c, s] for s in Severity) for c in range(columns)), default=0) or 1
    step = WIDTH / columns
    bars = []
    for column in range(columns):
        floor = float(HEIGHT)
        for severity in reversed(Severity):
            height = heights[column, severity] / tallest * HEIGHT
            if height:
                floor -= height
                bars.append(
                    Bar(
                        severity,
                        round(column * step + step * 0.15, 2),
                        round(floor, 2),
                        round(step * 0.7, 2),
                        round(height, 2),
                        column * per_column + 1,
                    )
                )
    return Course(tuple(bars), total, per_column)
