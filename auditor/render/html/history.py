"""The scores of earlier reports beside those of now: the geometry of a small chart, and the same in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

from auditor.model import Report, Score
from auditor.render.wording import count

WIDTH = 400
"""The chart's own unit; it is 100 high, one for each point of quality. The page scales it."""

MOST_COLUMNS = 30
"""Reports that the chart shows: the newest."""

NOW = "now"


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier report: its name, and the scores of its stories by their names."""

    name: str
    scores: Mapping[str, Score]


@dataclass(frozen=True, slots=True)
class Column:
    """One report in the chart: where it stands, and the qualities of its stories in order.

    ``own`` is the quality of the story that the page is about, where the report has it.
    """

    name: str
    x: float
    qualities: tuple[float, ...]
    own: float | None

    @property
    def half(self) -> tuple[float, float]:
        """The lower and the upper bound of the middle half of the stories."""
        if len(self.qualities) == 1:
            return self.qualities[0], self.qualities[0]
        lower, _, upper = quantiles(self.qualities, n=4, method="inclusive")
        return lower, upper

    @property
    def median(self) -> float:
        """The quality that half of the stories reach."""
        return median(self.qualities)


@dataclass(frozen=True, slots=True)
class History:
    """The columns from the oldest report to now; ``summary`` is a sentence, ``words`` is all that the chart shows."""

    columns: tuple[Column, ...]
    summary: str
    words: str

    @property
    def path(self) -> str:
        """The story's own way through the reports, as the points of a line."""
        return " ".join(f"{each.x},{100 - each.own:.1f}" for each in self.columns if each.own is not None)


def story_history(report: Report, earlier: Sequence[Earlier]) -> History | None:
    """Return where the score of ``report`` stands among those of ``earlier`` reports, which come oldest first.

    None where there is nothing to compare: no score now, or none earlier.
    """
    now, name = report.score.quality, report.document.label
    before = [(each.name, _qualities(each.scores.values()), _quality(each.scores.get(name))) for each in earlier]
    before = [each for each in before if each[1]][-MOST_COLUMNS:]
    if now is None or not before:
        return None
    columns = _columns([*before, (NOW, (), now)])
    scores = [quality for _, qualities, _ in before for quality in qualities]
    lower = sum(quality < now for quality in scores)
    return History(
        columns,
        f"Of {count(len(scores), 'earlier score')} in {count(len(before), 'report')}, {lower} "
        f"{'is' if lower == 1 else 'are'} lower; their median is {median(scores):.0f}.",
        _words(columns),
    )


def index_history(reports: Sequence[Report], earlier: Sequence[Earlier]) -> History | None:
    """Return how the scores of ``reports`` stand beside those of ``earlier`` ones; None as for one story."""
    now = _qualities(report.score for report in reports)
    before = [(each.name, _qualities(each.scores.values()), None) for each in earlier]
    before = [each for each in before if each[1]][-MOST_COLUMNS:]
    if not now or not before:
        return None
    columns = _columns([*before, (NOW, now, None)])
    moved = f"The median is {columns[-1].median:.0f} now; it was {columns[-2].median:.0f} in the report before."
    return History(columns, moved, _words(columns))


def last_score(name: str, earlier: Sequence[Earlier]) -> Score | None:
    """Return the newest score that a story had in ``earlier`` reports, which come oldest first."""
    return next((each.scores[name] for each in reversed(earlier) if name in each.scores), None)


def _qualities(scores: Iterable[Score]) -> tuple[float, ...]:
    return tuple(sorted(score.quality for score in scores if score.quality is not None and not score.short))


def _quality(score: Score | None) -> float | None:
    return score.quality if score else None


def _columns(rows: Sequence[tuple[str, tuple[float, ...], float | None]]) -> tuple[Column, ...]:
    step = WIDTH / len(rows)
    return tuple(
        Column(name, round(step * (index + 0.5), 2), qualities, own)
        for index, (name, qualities, own) in enumerate(rows)
    )


def _words(columns: Iterable[Column]) -> str:
    return "Quality by report, the oldest first. " + " ".join(map(_told, columns))


def _told(column: Column) -> str:
    parts = []
    if column.qualities:
        many = count(len(column.qualities), "story")
        parts.append(f"{many}, median {column.median:.0f}, {column.qualities[0]:.0f} to {column.qualities[-1]:.0f}")
    if column.own is not None:
        parts.append(f"this story {column.own:.0f}")
    return f"{column.name}: {'; '.join(parts)}."
