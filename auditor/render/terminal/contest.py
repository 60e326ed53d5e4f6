"""The comparison on a terminal: the engines in tables, the units they differ on, what a revision changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text

from auditor.model import Answer, Contest, Disputed, Mark, Severity
from auditor.render import figures
from auditor.render.terminal.page import MAX_WIDTH, page
from auditor.render.terminal.style import INDENT, QUIET, SEVERITY, STROKE, TITLE, folded, hanging
from auditor.text.visible import visible

CATEGORIES = 12
"""Kinds of errors that are listed, the most frequent first."""

MARKS = 20
"""Findings of each fate that a revision lists; the others are counted."""

_NAME = 26
_HEAD = 12


def render(contest: Contest, *, width: int = 80, colour: bool = False, signature: bool = False) -> str:
    """Return ``contest`` as text, prose at most ``width`` cells wide, with ANSI colours where ``colour`` is set.

    ``signature``: what the scores depend on is told. Without colour the text holds no control character but the line
    feed.
    """
    lines = list(_lines(contest, min(width, MAX_WIDTH), signature))
    for line in lines:
        line.rstrip()
    return page(lines, width=width, colour=colour)


def _lines(contest: Contest, width: int, signature: bool) -> Iterator[Text]:
    engines = _engines(contest, width)
    yield Text(figures.title(contest), TITLE)
    yield Text()
    rows = [
        (f"{e.number}{e.name}", figures.estimate(engine)) for e, engine in zip(engines, contest.engines, strict=True)
    ]
    yield from _table("Engine", figures.ESTIMATE_HEADS, rows)
    yield from _chart(contest, width)
    yield from _metrics(contest)
    yield from _tests(contest)
    yield from _kinds(contest, engines)
    yield from _buckets(contest, engines)
    for each in contest.disputed:
        yield from _disputed(each, contest, width)
    yield from _revision(contest, width)
    yield from _not_run(contest, width)
    if signature:
        yield from _signatures(contest, width)


@dataclass(frozen=True, slots=True)
class _Column:
    """How an engine heads a column: by its name, or by the number that stands before its name above."""

    number: str
    name: str
    head: str


def _engines(contest: Contest, width: int) -> tuple[_Column, ...]:
    names = [engine.name for engine in contest.engines]
    if _NAME + sum(min(cell_len(visible(name)), _HEAD) + 2 for name in names) <= width:
        return tuple(_Column("", name, name) for name in names)
    return tuple(_Column(f"{n} ", name, str(n)) for n, name in enumerate(names, start=1))


def _chart(contest: Contest, width: int) -> Iterator[Text]:
    """Yield a bar for each engine: what its findings cost, a stroke of each severity's own for as many points."""
    bars = [figures.bar(engine) for engine in contest.engines]
    longest = max(sum(points for _, points in each) for each in bars)
    if not longest:
        return
    kinds = [severity for severity in reversed(Severity) if any(severity in dict(each) for each in bars)]
    yield Text()
    note = ", ".join(f"{STROKE[severity]} {severity}" for severity in kinds)
    yield Text.assemble(("Points per 1,000 words", TITLE), (f"  {note}", QUIET))
    names = [_cut(engine.name) for engine in contest.engines]
    first = max(map(cell_len, names))
    scale = (width - INDENT - first - 2) / longest
    for name, each in zip(names, bars, strict=True):
        line, done, drawn = Text(f"{' ' * INDENT}{_left(name, first)}  "), 0.0, 0
        for severity, points in each:
            done += points
            strokes = round(done * scale) - drawn
            line.append(STROKE[severity] * strokes, SEVERITY[severity])
            drawn += strokes
        yield line


def _metrics(contest: Contest) -> Iterator[Text]:
    heads = [metric.name for metric in contest.engines[0].metrics]
    if not heads:
        return
    yield Text()
    yield Text("Against the reference", TITLE)
    yield from _table("Engine", heads, [(e.name, [figures.metric(m) for m in e.metrics]) for e in contest.engines])


def _tests(contest: Contest) -> Iterator[Text]:
    baseline = visible(contest.engines[0].name)
    note = (f"  p-values; * under {figures.SIGNIFICANT}", QUIET)
    yield Text()
    yield Text.assemble((f"Points against {baseline}", TITLE), note)
    rows = [(each.engine, figures.penalty(each)) for each in contest.challenges]
    yield from _table("Engine", figures.PENALTY_HEADS, rows)
    tests = [(each.engine, figures.metric_tests(each)) for each in contest.challenges]
    if heads := [label for label, _ in tests[0][1]]:
        yield Text()
        yield Text.assemble((f"Scores against {baseline}", TITLE), note)
        rows = [(name, tuple(figures.p_value(test.p_value) for _, test in found)) for name, found in tests]
        yield from _table("Engine", heads, rows)


def _kinds(contest: Contest, engines: Sequence[_Column]) -> Iterator[Text]:
    rows = figures.kinds(contest.engines)
    if not rows:
        return
    yield Text()
    yield Text("Errors by kind", TITLE)
    shown = [(kind, [str(number) for number in numbers]) for kind, numbers in rows[:CATEGORIES]]
    yield from _table("Kind", [engine.head for engine in engines], shown)
    if len(rows) > CATEGORIES:
        yield Text(f"{' ' * INDENT}and {len(rows) - CATEGORIES} rarer kinds (all in the JSON report)", QUIET)


def _buckets(contest: Contest, engines: Sequence[_Column]) -> Iterator[Text]:
    heads = ["units", *(engine.head for engine in engines)]
    yield Text()
    yield Text("Penalty points per unit", TITLE)
    rows = [(b.name, [f"{b.units:,}", *(f"{share.points:.2f}" for share in b.shares)]) for b in contest.buckets]
    yield from _table("Units", heads, rows)
    scored = [(b, [share.chrf for share in b.shares if share.chrf is not None]) for b in contest.buckets]
    if not all(scores for _, scores in scored):
        return
    yield Text()
    yield Text("chrF2++ by units", TITLE)
    yield from _table(
        "Units", heads, [(b.name, [f"{b.units:,}", *(f"{s:.1f}" for s in scores)]) for b, scores in scored]
    )


def _disputed(unit: Disputed, contest: Contest, width: int) -> Iterator[Text]:
    yield Text()
    if unit is contest.disputed[0]:
        yield Text("Where they differ most", TITLE)
    where = f"  {visible(unit.story)}" if len(contest.stories) > 1 else ""
    yield Text.assemble(f"  Unit {unit.number}", (where, QUIET))
    said = [("source", unit.source)] if unit.source else []
    for label, words in (*said, (str(contest.pivot), unit.pivot)):
        yield from hanging(Text(f"  {label}", QUIET), Text(visible(words), QUIET), width, _NAME)
    for engine, answer in zip(contest.engines, unit.answers, strict=True):
        yield from hanging(Text(f"  {_cut(engine.name)}"), _answer(answer), width, _NAME)


def _answer(answer: Answer) -> Text:
    told = Text(visible(answer.text) or "(nothing)")
    told.append(f"  {figures.points(answer.points)}", QUIET)
    for mark in answer.marks:
        told.append(f"; {visible(mark.words)}: {mark.rule}", SEVERITY[mark.severity])
        told.append(f"  {_place(mark)}", QUIET)
    return told


def _revision(contest: Contest, width: int) -> Iterator[Text]:
    if contest.revision is None:
        return
    before, after = (visible(engine.name) for engine in contest.engines)
    yield Text()
    yield Text(f"From {before} to {after}", TITLE)
    fates = (
        ("Fixed", contest.revision.fixed),
        ("Remaining", contest.revision.remaining),
        ("New", contest.revision.new),
    )
    for fate, marks in fates:
        yield Text(f"  {fate}: {len(marks)}")
        for mark in sorted(marks, key=lambda mark: -mark.severity.rank)[:MARKS]:
            yield from _mark(mark, width)
        if len(marks) > MARKS:
            yield Text(f"    and {len(marks) - MARKS} more (all in the JSON report)", QUIET)


def _mark(mark: Mark, width: int) -> Iterator[Text]:
    label = Text(f"    {mark.severity}", SEVERITY[mark.severity])
    told = Text.assemble(f"{visible(mark.words)}: {visible(mark.message)}", (f"  {_place(mark)}", QUIET))
    yield from hanging(label, told, width, len(Severity.CRITICAL) + 6)


def _place(mark: Mark) -> str:
    """Return where the words stand, as terminals and editors open it."""
    return f"{visible(mark.file)}:{mark.line}:{mark.column}"


def _not_run(contest: Contest, width: int) -> Iterator[Text]:
    if contest.skipped:
        yield Text()
        yield Text("Not run", TITLE)
    for skipped in contest.skipped:
        told = Text(f"{visible(skipped.reason)} {visible(skipped.hint)}")
        yield from hanging(Text(f"  {skipped.check}"), told, width, INDENT + len(skipped.check) + 2)


def _signatures(contest: Contest, width: int) -> Iterator[Text]:
    yield Text()
    signed = [(metric.name, metric.signature) for metric in contest.engines[0].metrics]
    signed += [(label, test.signature) for label, test in figures.metric_tests(contest.challenges[0])]
    for label, signature in (*signed, ("Estimate", contest.engines[0].score.signature)):
        start = f"  {label:<14}"
        for line in folded(signature, max(width - len(start), 20)):
            yield Text(f"{start}{line}", QUIET)
            start = " " * len(start)


def _table(corner: str, heads: Sequence[str], rows: Sequence[tuple[str, Sequence[str]]]) -> Iterator[Text]:
    """Yield a table of figures: names to the left, cut where they are long, figures to the right."""
    titles = [_cut(head, _HEAD) for head in heads]
    names = [_cut(name) for name, _ in rows]
    first = max(cell_len(corner), *map(cell_len, names))
    widths = [max(cell_len(t), *(len(cells[i]) for _, cells in rows)) for i, t in enumerate(titles)]
    yield Text(" " * INDENT + "  ".join([_left(corner, first), *map(_right, titles, widths)]), QUIET)
    for name, (_, cells) in zip(names, rows, strict=True):
        yield Text(" " * INDENT + "  ".join([_left(name, first), *map(_right, cells, widths)]))


def _cut(name: str, most: int = _NAME - 3) -> str:
    shown = visible(name)
    return shown if cell_len(shown) <= most else f"{shown[: most - 1]}…"


def _left(text: str, width: int) -> str:
    return text + " " * (width - cell_len(text))


def _right(text: str, width: int) -> str:
    return " " * (width - cell_len(text)) + text
