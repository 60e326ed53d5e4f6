"""The story beside its reference: scores, the sentences farthest from it, sentences without an answer."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from auditor.model import Comparison, Document, Edit, Metric, PairScore, Report
from auditor.render.terminal.style import GONE, GOOD, INDENT, QUIET, TITLE, folded, hanging
from auditor.text.visible import visible

WORST_PAIRS = 3
"""How many of the sentences farthest from the reference are shown."""

_LABEL = 10


def comparison(report: Report, beside: Comparison, width: int, signature: bool) -> Iterator[Text]:
    """Yield the section on the reference translation."""
    yield Text()
    yield Text.assemble(("Compared with ", TITLE), (visible(beside.reference.name), TITLE))
    for metric in beside.metrics:
        yield from _metric(metric, width, signature)
    far = sorted(beside.pairs, key=lambda pair: (pair.chrf, pair.link.target))[:WORST_PAIRS]
    if far:
        yield Text()
        yield Text.assemble("  Farthest from it ", ("  [-ours-] {+the reference’s+}", QUIET))
    for pair in far:
        yield from _pair(pair, width)
    yield from _unanswered("Not in the reference", "S", report.document, beside.unanswered_target, width)
    yield from _unanswered("Missing here", "R", beside.reference, beside.unanswered_reference, width)


def _metric(metric: Metric, width: int, signature: bool) -> Iterator[Text]:
    told = Text(f"{' ' * INDENT}{metric.name:<{_LABEL}}{metric.score:5.1f}")
    if metric.low is not None and metric.high is not None:
        told.append(f"  95% interval {metric.low:.1f} to {metric.high:.1f}")
    yield told
    if signature:
        for line in folded(metric.signature, width - INDENT - _LABEL):
            yield Text(f"{' ' * (INDENT + _LABEL)}{line}", QUIET)


def _pair(pair: PairScore, width: int) -> Iterator[Text]:
    ours = "+".join(f"S{number}" for number in pair.link.target)
    theirs = "+".join(f"R{number}" for number in pair.link.other)
    yield Text.assemble(f"  {ours} = {theirs}", (f"  chrF {pair.chrf:.0f}, TER {pair.ter:.0f}", QUIET))
    words = Text()
    for edit in pair.edits:
        _edit(edit, words)
    words.rstrip()
    yield from hanging(Text(), words, width, INDENT + 2)


def _edit(edit: Edit, words: Text) -> None:
    """Add one step; the blanks at its end stand outside the marks."""
    if edit.kind == "equal":
        words.append(visible(edit.target))
        return
    ours, theirs = visible(edit.target), visible(edit.reference)
    blank = " " if (ours or theirs).endswith(" ") else ""
    if words and not words.plain.endswith(" ") and (ours or theirs)[:1].isalnum():
        words.append(" ")
    if ours.strip():
        words.append(f"[-{ours.strip()}-]", GONE)
    if ours.strip() and theirs.strip():
        words.append(" ")
    if theirs.strip():
        words.append(f"{{+{theirs.strip()}+}}", GOOD)
    words.append(blank)


def _unanswered(title: str, letter: str, document: Document, numbers: tuple[int, ...], width: int) -> Iterator[Text]:
    if not numbers:
        return
    yield Text()
    yield Text(f"  {title}")
    for number in numbers:
        span = document.segments[number - 1].span
        words = Text(visible(span.of(document.text)))
        yield from hanging(Text(f"  {letter}{number}"), words, width, INDENT + 5)
