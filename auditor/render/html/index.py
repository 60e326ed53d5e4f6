"""Many reports as rows of one table, the worst first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model import Outcome, Report
from auditor.render.html.heading import heading
from auditor.render.html.history import Earlier, last_score
from auditor.render.html.trend import Trend, trend

_URGENCY = (Outcome.FAIL, Outcome.REVIEW, Outcome.PASS)


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story of the index and the address of its page; ``trend`` is None where there is no earlier score."""

    report: Report
    href: str
    title: str
    urgency: int
    trend: Trend | None


@dataclass(frozen=True, slots=True)
class IndexPage:
    """All that the template shows of many reports."""

    rows: tuple[StoryRow, ...]
    outcomes: tuple[tuple[Outcome, int], ...]
    most: float
    compared: bool


def index_page(reports: Sequence[Report], hrefs: Sequence[str], earlier: Sequence[Earlier]) -> IndexPage:
    """Return the rows, worst first; ``earlier`` are earlier reports, the oldest first."""
    rows = [
        StoryRow(
            report,
            href,
            heading(report.document),
            _URGENCY.index(report.verdict.outcome),
            trend(report.score, last_score(report.document.label, earlier)),
        )
        for report, href in zip(reports, hrefs, strict=True)
    ]
    rows.sort(key=_badness)
    return IndexPage(
        rows=tuple(rows),
        outcomes=tuple((o, sum(row.report.verdict.outcome is o for row in rows)) for o in _URGENCY),
        most=max((row.report.score.per_thousand for row in rows), default=0.0) or 1.0,
        compared=bool(earlier),
    )


def _badness(row: StoryRow) -> tuple[int, float, float, str]:
    score = row.report.score
    quality = 100.0 if score.quality is None else score.quality
    return row.urgency, quality, -score.per_thousand, row.report.document.label
