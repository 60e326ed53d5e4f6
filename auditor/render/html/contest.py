"""The comparison of several translations as one page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from urllib.parse import quote

from auditor.model import Contest, Mark, Severity
from auditor.render import figures
from auditor.render.uri import uri


@dataclass(frozen=True, slots=True)
class Table:
    """A table of figures; ``rows`` hold a name and the cells under ``heads``."""

    title: str
    corner: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]
    note: str = ""


WIDTH = 1000
"""The chart's own units; the page scales them."""


@dataclass(frozen=True, slots=True)
class Bar:
    """An engine's bar: what it stands for, in words, and its parts: severity, start and width, of ``WIDTH``."""

    engine: str
    told: str
    parts: tuple[tuple[Severity, float, float], ...]


@dataclass(frozen=True, slots=True)
class ContestPage:
    """All that the template shows of a comparison."""

    title: str
    tables: tuple[Table, ...]
    bars: tuple[Bar, ...]
    links: Mapping[Mark, str]
    fates: tuple[tuple[str, tuple[Mark, ...]], ...]
    signatures: tuple[tuple[str, str], ...]


def contest_page(contest: Contest) -> ContestPage:
    """Return the tables of ``contest`` and what became of the findings where one translation revises the other."""
    changed = contest.revision
    signed = [(metric.name, metric.signature) for metric in contest.engines[0].metrics]
    signed += [(label, test.signature) for label, test in figures.metric_tests(contest.challenges[0])]
    signed += [(f"Estimate, {engine.name}", engine.score.signature) for engine in contest.engines]
    return ContestPage(
        title=figures.title(contest),
        tables=tuple(table for table in _tables(contest) if table.rows and table.heads),
        bars=tuple(_bars(contest)),
        links={mark: _link(mark) for mark in _marks(contest)},
        fates=(("Fixed", changed.fixed), ("Remaining", changed.remaining), ("New", changed.new)) if changed else (),
        signatures=tuple(signed),
    )


def _bars(contest: Contest) -> Iterator[Bar]:
    """Yield a bar for each engine, the longest as wide as the chart; none where nothing costs anything."""
    bars = [figures.bar(engine) for engine in contest.engines]
    longest = max(sum(points for _, points in each) for each in bars)
    for engine, each in zip(contest.engines, bars, strict=True):
        if not longest:
            return
        starts = accumulate((points for _, points in each), initial=0.0)
        parts = tuple(
            (severity, round(start / longest * WIDTH, 1), round(points / longest * WIDTH, 1))
            for (severity, points), start in zip(each, starts, strict=False)
        )
        listed = ", ".join(f"{points:.1f} {severity}" for severity, points in each)
        told = f"{engine.score.per_thousand:.1f} points per 1,000 words{f': {listed}' if listed else ''}"
        yield Bar(engine.name, told, parts)


def _marks(contest: Contest) -> Iterator[Mark]:
    for unit in contest.disputed:
        for answer in unit.answers:
            yield from answer.marks
    if changed := contest.revision:
        yield from (*changed.fixed, *changed.remaining, *changed.new)


def _link(mark: Mark) -> str:
    """Return the address of the words in their story, as seen from the page; empty where the story has no file.

    Browsers scroll to a text fragment and mark it. Source: WICG, "URL Fragment Text Directives".
    """
    if not mark.file or mark.file.startswith("<"):
        return ""
    words = " ".join(mark.words.split())
    fragment = quote(words, safe="").replace("-", "%2D") if 0 < len(words) <= _SOUGHT else ""
    return f"{uri(mark.file)}{f'#:~:text={fragment}' if fragment else ''}"


_SOUGHT = 100
"""Characters up to which a browser is told to look for the words."""


def _tables(contest: Contest) -> Sequence[Table]:
    engines = contest.engines
    names = tuple(engine.name for engine in engines)
    tests = tuple((each.engine, figures.metric_tests(each)) for each in contest.challenges)
    kinds = tuple((kind, tuple(map(str, numbers))) for kind, numbers in figures.kinds(engines))
    points = tuple((b.name, (f"{b.units:,}", *(f"{s.points:.2f}" for s in b.shares))) for b in contest.buckets)
    chrf = tuple(
        (b.name, (f"{b.units:,}", *(f"{s.chrf:.1f}" for s in b.shares if s.chrf is not None))) for b in contest.buckets
    )
    starred = f"* is under {figures.SIGNIFICANT}"
    return (
        Table(
            "Estimates",
            "Engine",
            figures.ESTIMATE_HEADS,
            tuple((engine.name, figures.estimate(engine)) for engine in engines),
            "Unanswered: units without a sentence here. Added: sentences here without a unit.",
        ),
        Table(
            "Against the reference",
            "Engine",
            tuple(metric.name for metric in engines[0].metrics),
            tuple((engine.name, tuple(map(figures.metric, engine.metrics))) for engine in engines),
            "With 95% intervals where there are enough units.",
        ),
        Table(
            f"Points against {names[0]}",
            "Engine",
            figures.PENALTY_HEADS,
            tuple((each.engine, figures.penalty(each)) for each in contest.challenges),
            f"Differences of penalty points per unit, with the p-value of a permutation of units; {starred}.",
        ),
        Table(
            f"Scores against {names[0]}",
            "Engine",
            tuple(label for label, _ in tests[0][1]),
            tuple((name, tuple(figures.p_value(test.p_value) for _, test in found)) for name, found in tests),
            f"P-values of sacrebleu’s paired bootstrap (bs) and approximate randomisation (ar); {starred}.",
        ),
        Table("Errors by kind", "Kind", names, kinds),
        Table("Penalty points per unit", "Units", ("units", *names), points),
        Table("chrF2++ by units", "Units", ("units", *names) if engines[0].metrics else (), chrf),
    )
