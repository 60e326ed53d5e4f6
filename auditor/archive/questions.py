"""What an archive tells: its worst stories, errors by kind and origin, how engines move, and what other settings do."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Any

import duckdb

from auditor.archive.publish import SUMMARY
from auditor.archive.schema import TABLES, VERSION, schema
from auditor.model import Cell, Estimate, InputError, Sheet

NORMAL = 1.96
"""Standard errors on either side of an estimate that hold the truth 95 times in 100."""

THRESHOLDS = (0.05, 0.1, 0.2, 0.3, 0.5)
"""Risks that the report tries beside the desk's own."""

_LEAST = 2
"""Stories below which nobody can say how sure an estimate is."""

_PER = 1_000
_MEMORY = "1GB"
_LONGEST = 160
"""Characters of a sentence that a table shows."""

_STORIES = """
CREATE TEMP TABLE told AS
SELECT hash(file, coalesce(document, row::VARCHAR)) AS story, any_value(file) AS file, min(row) AS row,
  any_value(coalesce(document, id)) AS id, any_value(day) AS day, any_value(desk) AS desk,
  coalesce(any_value(engine), 'unknown') AS engine, coalesce(any_value(source_language), 'unknown') AS language,
  sum(words)::DOUBLE AS words, sum(points) AS points, sum(expected) AS expected, sum(finding_count)::BIGINT AS findings,
  sum(major_count)::BIGINT AS majors, max(problem_probability) AS likely, bool_and(clear) AS clear
FROM stories WHERE not_audited IS NULL GROUP BY 1
"""
"""A row a story, whatever rows it came in."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report is to tell beside what it always does.

    ``worst``: how many stories and sentences. ``muted``: rules that might be silent. ``risk``: one that the desk might
    accept instead of its own.
    """

    worst: int = 10
    muted: tuple[str, ...] = ()
    risk: float | None = None


def answers(folder: Path, asked: Asked) -> Iterator[Sheet]:
    """Yield the tables of the report on the archive in ``folder``; see ``opened`` for what is raised."""
    with opened(folder) as (base, summary):
        base.execute(_STORIES)
        yield _overview(base, summary)
        yield _worst_stories(base, asked.worst)
        yield _worst_sentences(base, asked.worst)
        yield _kinds(base, "category", "Errors by kind", "kind")
        yield _kinds(base, "rule", "Errors by rule", "rule")
        for column, title in (
            ("engine", "By engine"),
            ("language", "By source language"),
            ("desk", "By desk"),
            ("left(day, 7)", "By month"),
        ):
            yield _groups(base, column, title)
        yield _drift(base)
        yield _thresholds(base, summary["risk"] if asked.risk is None else asked.risk, summary["risk"])
        yield _muting(base, summary["risk"] if asked.risk is None else asked.risk, asked.muted)


@contextmanager
def opened(folder: Path) -> Iterator[tuple[duckdb.DuckDBPyConnection, dict[str, Any]]]:
    """Open the tables of the archive in ``folder`` as views; yield them with the summary.

    Raises ``InputError`` where there is no finished archive, or one of another version.
    """
    try:
        summary = json.loads((folder / SUMMARY).read_bytes())
    except (OSError, ValueError):
        raise InputError(
            f"{folder} holds no finished archive; name the folder that auditor archive wrote to, or let it end."
        ) from None
    if summary.get("schema") != f"auditor-archive {VERSION}":
        raise InputError(f"The archive in {folder} is of another version of the auditor; audit it again.")
    with duckdb.connect(config={"memory_limit": _MEMORY, "preserve_insertion_order": False}) as base:
        for table in TABLES:
            _view(base, folder.absolute() / table, table)
        yield base, summary


def _view(base: duckdb.DuckDBPyConnection, place: Path, table: str) -> None:
    """Make ``table`` a view of the files below ``place``; where there are none, of no rows."""
    if not any(place.iterdir()):
        base.register(table, schema(table).empty_table())
        return
    base.execute(
        f"CREATE TEMP VIEW {table} AS FROM read_parquet({_quoted(str(place))} || '/*/*/*.parquet', "
        "hive_partitioning = true, hive_types = {'day': VARCHAR, 'desk': VARCHAR})"
    )


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def per_thousand(n: int, points: float, words: float, squares: tuple[float, float, float]) -> Estimate:
    """Return points per 1,000 words of ``n`` stories, with the interval of a ratio of sums whose unit is the story.

    ``squares`` are the sums over the stories of points², points x words and words². Source: Cochran, Sampling
    Techniques (1977), 6.4.
    """
    if not words:
        return Estimate(0.0, None, None)
    ratio = points / words
    if n < _LEAST:
        return Estimate(_PER * ratio, None, None)
    pp, pw, ww = squares
    spread = max(pp - 2 * ratio * pw + ratio * ratio * ww, 0.0)
    error = sqrt(n / (n - 1) * spread) / words
    return Estimate(_PER * ratio, _PER * max(ratio - NORMAL * error, 0.0), _PER * (ratio + NORMAL * error))


def share(count: int, n: int) -> Estimate:
    """Return ``count`` of ``n`` as a share with its interval. Source: Wilson (1927), as Agresti and Coull advise."""
    if not n:
        return Estimate(0.0, None, None)
    p, z = count / n, NORMAL * NORMAL
    middle, half = (p + z / (2 * n)) / (1 + z / n), NORMAL * sqrt(p * (1 - p) / n + z / (4 * n * n)) / (1 + z / n)
    return Estimate(p, max(middle - half, 0.0), min(middle + half, 1.0))


_SUMS = (
    "count(*), coalesce(sum(points), 0), coalesce(sum(words), 0), coalesce(sum(points * points), 0), "
    "coalesce(sum(points * words), 0), coalesce(sum(words * words), 0), "
    "count(*) FILTER (majors > 0), count(*) FILTER (clear)"
)


def _figures(row: Sequence[Any]) -> tuple[Cell, ...]:
    n, points, words, pp, pw, ww, major, clear = row
    return n, int(words), per_thousand(n, points, words, (pp, pw, ww)), share(major, n), share(clear, n)


_FIGURES = ("stories", "words", "points / 1,000 words", "with a major error", "clear")


def _overview(base: duckdb.DuckDBPyConnection, summary: dict[str, Any]) -> Sheet:
    row = base.execute(f"SELECT {_SUMS} FROM told").fetchone()  # noqa: S608 - our own columns
    assert row
    about = (
        f"{summary['rows']:,} rows, of which {summary['not_audited']:,} could not be audited; "
        f"{summary['findings']:,} findings. Intervals hold the truth 95 times in 100, a story being the unit."
    )
    return Sheet("overview", "The archive", about, _FIGURES, (_figures(row),))


def _worst_stories(base: duckdb.DuckDBPyConnection, most: int) -> Sheet:
    rows = base.execute(
        "SELECT id, file, row, day, desk, engine, words::BIGINT, points, round(expected, 2), likely FROM told "
        "ORDER BY expected DESC, file, row LIMIT $1",
        [most],
    ).fetchall()
    columns = ("story", "file", "row", "day", "desk", "engine", "words", "points", "expected", "probability")
    about = "By the points to be expected, found or not; the probability is that of a major error in its worst row."
    return Sheet("worst-stories", "Worst stories", about, columns, tuple(rows))


def _worst_sentences(base: duckdb.DuckDBPyConnection, most: int) -> Sheet:
    rows = base.execute(
        f"SELECT coalesce(id, document), file, row, number, engine, points, problem_probability, "  # noqa: S608
        f"left(text, {_LONGEST}) FROM sentences "
        "ORDER BY problem_probability DESC, points DESC, file, row, number LIMIT $1",
        [most],
    ).fetchall()
    columns = ("row", "file", "line", "sentence", "engine", "points", "probability", "text")
    return Sheet("worst-sentences", "Worst sentences", "By the probability of a major error.", columns, tuple(rows))


def _count(base: duckdb.DuckDBPyConnection, column: str) -> None:
    """Make the table ``by_…``: for each story and each value of ``column`` the findings in it, a row."""
    base.execute(
        f"CREATE TEMP TABLE by_{column} AS "  # noqa: S608 - our own columns
        f"SELECT hash(file, coalesce(document, row::VARCHAR)) AS story, {column} AS kind, count(*)::DOUBLE AS c, "
        "sum(points) AS points, count(*) FILTER (severity IN ('major', 'critical')) AS majors "
        "FROM findings WHERE NOT doubt GROUP BY ALL"
    )


def _kinds(base: duckdb.DuckDBPyConnection, column: str, title: str, called: str) -> Sheet:
    """Return how often each kind is found: of each story the count, whose sums give the interval."""
    _count(base, column)
    whole = base.execute("SELECT count(*), sum(words), sum(words * words) FROM told").fetchone()
    assert whole
    n, words, ww = whole
    rows = base.execute(
        f"SELECT kind, sum(c)::BIGINT, count(*), sum(b.points), sum(c * c), sum(c * words) FROM by_{column} b "  # noqa: S608
        "JOIN told USING (story) GROUP BY kind ORDER BY 2 DESC, 1 LIMIT 20"
    ).fetchall()
    told = tuple(
        (kind, int(count), share(stories, n), float(points), per_thousand(n, count, words, (cc, cw, ww)))
        for kind, count, stories, points, cc, cw in rows
    )
    columns = (called, "findings", "stories with it", "points", "findings / 1,000 words")
    return Sheet(f"by-{called}", title, "The twenty most frequent, doubts apart.", columns, told, plotted=4)


def _groups(base: duckdb.DuckDBPyConnection, column: str, title: str) -> Sheet:
    called = title.removeprefix("By ")
    rows = base.execute(f"SELECT {column}, {_SUMS} FROM told GROUP BY 1 ORDER BY 1").fetchall()  # noqa: S608
    told = tuple((row[0], *_figures(row[1:])) for row in rows)
    return Sheet(
        f"by-{called.replace(' ', '-')}", title, "Clear: at the risk of the desk.", (called, *_FIGURES), told, plotted=3
    )


def _drift(base: duckdb.DuckDBPyConnection) -> Sheet:
    """Return each engine by month, with the change since the month before it, where that is more than chance."""
    rows = base.execute(
        f"SELECT engine, left(day, 7), {_SUMS} FROM told WHERE day != 'unknown' GROUP BY 1, 2 ORDER BY 1, 2"  # noqa: S608
    ).fetchall()
    told: list[tuple[Cell, ...]] = []
    before: tuple[str, Estimate] | None = None
    for engine, month, *sums in rows:
        n, words, here, *_ = _figures(sums)
        assert isinstance(here, Estimate)
        change = _change(before[1], here) if before and before[0] == engine else None
        told.append((engine, month, n, words, here, change, _moved(change)))
        before = engine, here
    columns = ("engine", "month", "stories", "words", "points / 1,000 words", "change", "more than chance")
    about = "The change is that since the month before; it is more than chance where its interval leaves out nought."
    return Sheet("drift", "Engines over time", about, columns, tuple(told), plotted=4)


def _change(before: Estimate, here: Estimate) -> Estimate:
    by = here.value - before.value
    if before.high is None or here.high is None:
        return Estimate(by, None, None)
    half = sqrt((before.high - before.value) ** 2 + (here.high - here.value) ** 2)
    return Estimate(by, by - half, by + half)


def _moved(change: Estimate | None) -> str:
    if change is None or change.low is None or change.high is None:
        return ""
    return "worse" if change.low > 0 else "better" if change.high < 0 else "no"


def _thresholds(base: duckdb.DuckDBPyConnection, risk: float, own: float) -> Sheet:
    """Return what would be clear at other risks, and how many stories with a major error would be among them."""
    rows = []
    for each in sorted({*THRESHOLDS, risk, own}):
        row = base.execute(
            "SELECT count(*), count(*) FILTER (likely <= $1 AND majors = 0), "
            "coalesce(sum(words) FILTER (likely > $1 OR majors > 0), 0)::BIGINT, "
            "coalesce(sum(likely) FILTER (likely <= $1 AND majors = 0), 0) FROM told",
            [each],
        ).fetchone()
        assert row
        n, clear, words, missed = row
        rows.append((each, "the desk’s" if each == own else "", share(clear, n), n - clear, words, round(missed, 1)))
    columns = ("risk", "", "clear", "stories to read", "words to read", "errors let pass")
    about = (
        "What would be clear if the desk accepted another risk. Errors let pass: the stories with a major error to "
        "be expected among the clear ones, if the probabilities are right."
    )
    return Sheet("thresholds", "Another threshold", about, columns, tuple(rows))


def _muting(base: duckdb.DuckDBPyConnection, risk: float, muted: Iterable[str]) -> Sheet:
    """Return what would be without each rule; the ``muted`` ones, together as well, else those that cost the most."""
    asked = list(muted)
    whole = base.execute("SELECT sum(points), sum(words), count(*) FILTER (clear) FROM told").fetchone()
    assert whole
    points, words, clear = whole
    gone = (
        "SELECT sum(c)::BIGINT, count(*), sum(g.points), "
        "count(*) FILTER (NOT clear AND told.majors = g.majors AND likely <= $1)"
    )
    found = base.execute(
        f"{gone}, kind FROM by_rule g JOIN told USING (story) WHERE $2 OR list_contains($3, kind) "
        "GROUP BY kind ORDER BY 3 DESC, kind LIMIT 15",
        [risk, not asked, asked],
    ).fetchall()
    if len(asked) > 1:
        found += base.execute(
            "WITH g AS (SELECT story, sum(c) AS c, sum(points) AS points, sum(majors) AS majors FROM by_rule "  # noqa: S608 - our own columns
            f"WHERE list_contains($2, kind) GROUP BY story) {gone}, 'all of these' FROM g JOIN told USING (story)",
            [risk, asked],
        ).fetchall()
    rows = [
        (name, count, stories, float(cost), _PER * (points - cost) / words if words else 0.0, clear + more)
        for count, stories, cost, more, name in found
        if count
    ]
    columns = ("muted", "findings", "stories", "points", "points / 1,000 words then", "clear then")
    about = (
        f"{_PER * points / max(words, 1):.2f} points per 1,000 words and {clear:,} clear stories as it is. "
        "The probabilities are left as they are: with the rule they were learnt."
    )
    return Sheet("muting", "Without a rule", about, columns, tuple(rows))
