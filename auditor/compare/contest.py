"""From audited translations to what is told of them: counts, scores, tests, buckets, differences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from auditor.compare.buckets import buckets
from auditor.compare.revision import revision
from auditor.compare.table import Cell, Original, Row, rows
from auditor.compare.telling import Telling
from auditor.config import Profile
from auditor.model import Answer, Challenge, Contest, Disputed, Engine, InputError, Pivot
from auditor.scoring import (
    ChrfLines,
    Counts,
    Method,
    document_metrics,
    metric_tests,
    normalise,
    permutation_test,
    pooled,
)

DISPUTED = 10
"""How many of the units on which the engines differ most are shown."""


def contest(
    names: Sequence[str],
    originals: Sequence[Original],
    tellings: Sequence[Sequence[Telling]],
    pivot: Pivot,
    profile: Profile,
    begin: Callable[[str], None],
) -> Contest:
    """Compare the engines called ``names``: ``tellings`` holds, for each story, the telling of each engine.

    ``begin`` is told of each of two steps. Raises ``InputError`` where there is no sentence to compare.
    """
    table = [row for original, told in zip(originals, tellings, strict=True) for row in rows(original, told, pivot)]
    if not table:
        raise InputError(f"The {pivot} holds no sentence, so that nothing can be compared; give whole stories.")
    begin("Scoring against the reference" if pivot is Pivot.REFERENCE else "Counting")
    columns = list(zip(*tellings, strict=True))
    lines = [tuple(normalise(row.cells[index].text) for row in table) for index in range(len(names))]
    reference = tuple(normalise(row.pivot) for row in table) if pivot is Pivot.REFERENCE else ()
    counts: Counts = {}
    chrf = [ChrfLines(ours, reference, counts) for ours in lines] if reference else []
    engines = tuple(
        _engine(name, told, profile, [row.cells[index] for row in table], lines[index], reference, counts)
        for index, (name, told) in enumerate(zip(names, columns, strict=True))
    )
    begin("Testing the differences")
    marks = [[mark for each in told for mark in each.every_mark()] for told in columns[:2]]
    skipped = dict.fromkeys(skip for told in columns for each in told for skip in each.skipped)
    return Contest(
        pivot=pivot,
        stories=tuple(original.story for original in originals),
        units=len(table),
        engines=engines,
        challenges=_challenges(names, table, lines, reference, counts),
        buckets=buckets(table, pivot, chrf),
        disputed=_disputed(table, chrf),
        revision=revision(*marks) if len(names) == 2 else None,
        profile=profile.name,
        skipped=tuple(skipped),
    )


def _engine(
    name: str,
    told: Sequence[Telling],
    profile: Profile,
    cells: Sequence[Cell],
    lines: tuple[str, ...],
    reference: tuple[str, ...],
    counts: Counts,
) -> Engine:
    kinds = Counter(mark.category for each in told for mark in each.every_mark())
    return Engine(
        name=name,
        score=pooled((each.score for each in told), profile),
        categories=tuple(sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))),
        unanswered=sum(not cell.text for cell in cells),
        added=sum(map(_added, told)),
        metrics=tuple(document_metrics(lines, reference, counts)) if reference else (),
    )


def _added(told: Telling) -> int:
    answering = {number for link in told.links if link.other for number in link.target}
    return len(told.sentences) - len(answering)


def _challenges(
    names: Sequence[str],
    table: Sequence[Row],
    lines: Sequence[tuple[str, ...]],
    reference: tuple[str, ...],
    counts: Counts,
) -> tuple[Challenge, ...]:
    tests = (
        {method: metric_tests(lines[0], lines[1:], reference, method, counts) for method in Method} if reference else {}
    )
    baseline = [row.cells[0].points for row in table]
    return tuple(
        Challenge(
            engine=names[index],
            penalty=permutation_test([row.cells[index].points for row in table], baseline),
            bootstrap=tests[Method.BOOTSTRAP][index - 1] if tests else (),
            randomisation=tests[Method.RANDOMISATION][index - 1] if tests else (),
        )
        for index in range(1, len(names))
    )


def _disputed(table: Sequence[Row], chrf: Sequence[ChrfLines]) -> tuple[Disputed, ...]:
    """Return the units with the widest range of penalty points; of two as wide, of chrF2++."""
    ranked: list[tuple[float, float, int]] = []
    similar = [[lines.score([index]) or 0.0 for lines in chrf] for index in range(len(table))]
    for index, row in enumerate(table):
        points = [cell.points for cell in row.cells]
        spread = max(similar[index], default=0.0) - min(similar[index], default=0.0)
        ranked.append((min(points) - max(points), -spread, index))
    return tuple(
        Disputed(
            number=index + 1,
            story=table[index].story,
            pivot=table[index].pivot,
            source=table[index].source,
            answers=tuple(
                Answer(cell.text, cell.points, similar[index][engine] if chrf else None, cell.marks)
                for engine, cell in enumerate(table[index].cells)
            ),
        )
        for points, spread, index in sorted(ranked)[:DISPUTED]
        if points or spread
    )
