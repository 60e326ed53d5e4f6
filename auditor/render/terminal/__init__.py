"""The report on a terminal: the verdict first, then the worst sentences, the summary where the eye ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.text import Text

from auditor.model import Neural, Outcome, Report, Severity
from auditor.render import wording
from auditor.render.terminal.comparison import comparison
from auditor.render.terminal.findings import place, problems
from auditor.render.terminal.head import counted, head
from auditor.render.terminal.page import MAX_WIDTH, page
from auditor.render.terminal.style import INDENT, QUIET, TITLE, badge, folded, hanging
from auditor.render.terminal.timings import timings
from auditor.text.visible import visible

WORST = 5
"""How many of the worst sentences the summary names."""

LOWEST = 3
"""How many of the sentences that a neural model scores lowest the summary names."""

_LABEL = 12


def render(
    reports: Sequence[Report],
    *,
    width: int = 80,
    colour: bool = False,
    level: Severity = Severity.MAJOR,
    quiet: bool = False,
    signature: bool = False,
) -> str:
    """Return ``reports`` as text at most ``width`` cells wide, with ANSI colours where ``colour`` is set.

    Findings milder than ``level`` are counted, not shown. ``quiet``: nothing is said of stories that pass, and of the
    others no more than the verdict and the findings. ``signature``: what each score depends on is told. Without colour
    the text holds no control character but the line feed.
    """
    narrow = min(width, MAX_WIDTH)
    lines = list(_quiet(reports, narrow, colour, level) if quiet else _lines(reports, narrow, colour, level, signature))
    return page(lines, width=width, colour=colour) if lines else ""


def _quiet(reports: Sequence[Report], width: int, colour: bool, level: Severity) -> Iterator[Text]:
    held = [report for report in reports if report.verdict.outcome is not Outcome.PASS]
    for index, report in enumerate(held):
        if index:
            yield from (Text(), Text())
        yield from head(report, width, colour)
        yield from problems(report, width, level)


def _lines(reports: Sequence[Report], width: int, colour: bool, level: Severity, signature: bool) -> Iterator[Text]:
    for index, report in enumerate(reports):
        if index:
            yield from (Text(), Text())
        yield from _story(report, width, colour, level, signature)
    if len(reports) > 1:
        yield from _stories(reports)


def _story(report: Report, width: int, colour: bool, level: Severity, signature: bool) -> Iterator[Text]:
    yield from head(report, width, colour)
    yield from problems(report, width, level)
    if report.comparison:
        yield from comparison(report, report.comparison, width, signature)
    yield from _silenced(report, width, level)
    yield from _doubts(report, width, level)
    yield from _not_run(report, width)
    yield from timings(report)
    yield from _summary(report, width, colour, level)
    if signature:
        for line in folded(report.score.signature, width - INDENT - _LABEL):
            yield Text(f"{' ' * (INDENT + _LABEL)}{line}", QUIET)


def _silenced(report: Report, width: int, level: Severity) -> Iterator[Text]:
    """Yield what does not count where everything is to be shown; elsewhere the verdict counts it."""
    if not report.silenced or level is not Severity.NEUTRAL:
        return
    yield Text()
    yield Text("Silenced", TITLE)
    for each in report.silenced:
        told = f"{place(report, each.finding.primary.span.start)}  {each.finding.rule}: {visible(each.reason)}"
        yield from hanging(Text(" " * INDENT), Text(told), width, INDENT + 2)


def _doubts(report: Report, width: int, level: Severity) -> Iterator[Text]:
    """Yield where something may be wrong that nothing proves, where everything is to be shown."""
    if not report.doubts or level is not Severity.NEUTRAL:
        return
    yield Text()
    yield Text.assemble(("Doubts", TITLE), ("  they prove nothing and cost nothing", QUIET))
    for doubt in report.doubts:
        told = f"{place(report, doubt.primary.span.start)}  {doubt.rule}: “{visible(doubt.primary.text)}”"
        yield from hanging(Text(" " * INDENT), Text(told), width, INDENT + 2)


def _not_run(report: Report, width: int) -> Iterator[Text]:
    if not report.skipped:
        return
    yield Text()
    yield Text("Not run", TITLE)
    for skipped in report.skipped:
        told = Text(f"{visible(skipped.reason)} {visible(skipped.hint)}")
        yield from hanging(Text(f"{' ' * INDENT}{skipped.check}"), told, width, INDENT + len(skipped.check) + 2)


def _summary(report: Report, width: int, colour: bool, level: Severity) -> Iterator[Text]:
    yield Text()
    rate = f"{report.score.per_thousand:.1f} points per 1,000 words{wording.points(report)}"
    if report.findings or report.comparison or report.skipped:
        yield Text.assemble(badge(report.verdict.outcome, colour), "  ", counted(report))
    for label, words in _totals(report, level):
        yield from hanging(Text(f"{' ' * INDENT}{label}"), Text(words), width, INDENT + _LABEL)
    yield from hanging(Text(f"{' ' * INDENT}Estimate", QUIET), Text(rate, QUIET), width, INDENT + _LABEL)


def _totals(report: Report, level: Severity) -> Iterator[tuple[str, str]]:
    shown = {number for number, found in report.by_sentence().items() if found[0].severity.rank >= level.rank}
    worst = [sentence.number for sentence in report.worst() if sentence.number in shown]
    if worst:
        yield "Fix first", ", ".join(_where(report, number) for number in worst[:WORST])
    if kinds := Counter(wording.plain(finding.category) for finding in report.findings):
        ordered = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
        yield "Kinds", ", ".join(f"{number} {name}" for name, number in ordered)
    if report.neural:
        yield "Neural", _neural(report, report.neural)
    if hidden := [s for s in reversed(Severity) if s.rank < level.rank and report.score.count(s)]:
        told = ", ".join(f"{report.score.count(severity)} {severity}" for severity in hidden)
        yield "Not shown", f"{told}; see them with --level {'all' if Severity.NEUTRAL in hidden else hidden[-1]}"
    if report.skipped:
        yield "Not run", ", ".join(skipped.check for skipped in report.skipped)
    described = {rule.id for rule in report.rules}
    known = [finding for finding in report.findings if finding.rule in described]
    if known:
        yield "Learn more", f"auditor explain {max(known, key=lambda f: f.severity.rank).rule}"


def _neural(report: Report, neural: Neural) -> str:
    """Return the model's mean and the sentences that it likes least: where to look, not what to count."""
    scored = [(each.neural, each.number) for each in report.sentences if each.neural is not None]
    lowest = ", ".join(f"{_where(report, number)} {score:.3f}" for score, number in sorted(scored)[:LOWEST])
    return f"{neural.score:.3f} by {visible(neural.model)}; lowest: {lowest}"


def _where(report: Report, number: int) -> str:
    place = report.document.place(report.document.segments[number - 1].span.start)
    return f"sentence {number} (line {place.line})"


_ORDER = (Outcome.FAIL, Outcome.REVIEW, Outcome.PASS)


def _stories(reports: Sequence[Report]) -> Iterator[Text]:
    counts = Counter(report.verdict.outcome for report in reports)
    told = ", ".join(f"{counts[outcome]} {outcome}" for outcome in _ORDER if counts[outcome])
    yield from (Text(), Text())
    yield Text(f"{wording.count(len(reports), 'story')}: {told}", TITLE)
    for report in sorted(reports, key=_worst_first):
        quality = "-" if report.score.quality is None else wording.shown_quality(report.score.quality)
        outcome = report.verdict.outcome.upper()
        name = visible(report.document.label)
        yield Text(f"{' ' * INDENT}{outcome:<6} {quality:>3}  {name}  {wording.tally(report)}")


def _worst_first(report: Report) -> tuple[int, float]:
    quality = report.score.quality
    return _ORDER.index(report.verdict.outcome), 101.0 if quality is None else quality
