"""The problem sentences, worst first, each with its words marked and its findings below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.text import Text

from auditor.model import Confidence, Finding, Report, Segment, SentenceScore, Severity, Span
from auditor.render import wording
from auditor.render.terminal.excerpt import ExcerptMark, excerpt
from auditor.render.terminal.style import GOOD, INDENT, QUIET, SEVERITY, TITLE, hanging
from auditor.text.visible import visible

_SHORT = 200
"""A reason longer than this, in characters, is left to ``auditor explain``."""


def problems(report: Report, width: int, level: Severity) -> Iterator[Text]:
    """Yield the sentences that hold a finding of ``level`` or worse, worst first, last those that cost nothing."""
    explained: set[str] = set()
    by_sentence = report.by_sentence()
    free = (sentence for sentence in report.sentences if not sentence.points)
    for sentence in (*report.worst(), *free):
        findings = [f for f in by_sentence.get(sentence.number, ()) if f.severity.rank >= level.rank]
        if findings:
            yield from _sentence(report, sentence, findings, width, explained)
    loose = [f for f in report.findings if not _segment(report, f) and f.severity.rank >= level.rank]
    if loose:
        yield Text()
        yield Text("Outside the sentences", TITLE)
        for finding in loose:
            yield from _loose(report, finding, width, explained)


def place(report: Report, offset: int) -> str:
    """Return where the code point at ``offset`` stands, as ``file:line:column``."""
    there = report.document.place(offset)
    element = f" ({there.locator})" if there.locator else ""
    return f"{visible(report.document.name)}:{there.line}:{there.column}{element}"


def _sentence(
    report: Report, score: SentenceScore, findings: list[Finding], width: int, explained: set[str]
) -> Iterator[Text]:
    segment = report.document.segments[score.number - 1]
    points = wording.count(int(score.points), "point") if score.points == int(score.points) else None
    yield Text()
    yield Text.assemble(
        (f"Sentence {score.number}", TITLE),
        (f"  {points or f'{score.points:g} points'}  {place(report, segment.span.start)}", QUIET),
        ("" if score.neural is None else f"  neural {score.neural:.3f}", QUIET),
    )
    labels = [str(number) if len(findings) > 1 else "" for number in range(1, len(findings) + 1)]
    marks = [
        ExcerptMark(anchor.span, finding.severity, label)
        for finding, label in zip(findings, labels, strict=True)
        for anchor in finding.anchors
        if anchor.span.overlaps(segment.span) or segment.span.start <= anchor.span.start < segment.span.end
    ]
    for line in excerpt(report.document.text, segment.span, marks, width - INDENT):
        yield Text(" " * INDENT) + line
    yield from _source(report, score.number, width)
    for finding, label in zip(findings, labels, strict=True):
        yield from _finding(report, finding, label, width, explained, segment)


def _source(report: Report, number: int, width: int) -> Iterator[Text]:
    if report.source is None:
        return
    answers = [n for link in report.source_links if number in link.target for n in link.other]
    words = " ".join(visible(report.source.segments[n - 1].span.of(report.source.text)) for n in answers)
    if words:
        label = Text(f"{' ' * INDENT}source", QUIET)
        yield from hanging(label, Text(words, QUIET), width, INDENT + 8)


def _finding(
    report: Report, finding: Finding, label: str, width: int, explained: set[str], segment: Segment | None
) -> Iterator[Text]:
    word = finding.severity.upper() if finding.severity is Severity.CRITICAL else finding.severity.value
    head = Text(" " * INDENT + (f"{label} " if label else ""))
    indent = len(head) + len("CRITICAL") + 2
    head.append(word, SEVERITY[finding.severity])
    yield from hanging(head, Text(visible(finding.message)), width, indent)
    blank = Text()
    if (why := _short(finding.why)) and finding.rule not in explained:
        yield from hanging(blank, Text(why, QUIET), width, indent)
    explained.add(finding.rule)
    if advice := wording.advice(finding):
        yield from hanging(blank, Text.assemble(("Try: ", GOOD), (advice, GOOD)), width, indent)
    if finding.in_quotation:
        caution = "In a quotation: compare with the source before you change it."
        yield from hanging(blank, Text(caution), width, indent)
    for anchor in finding.anchors[1:]:
        if segment is None or not segment.span.covers(anchor.span):
            also = f"Also: “{visible(anchor.text)}” at {place(report, anchor.span.start)}"
            yield from hanging(blank, Text(also), width, indent)
    yield from hanging(blank, Text(_origin(report, finding), QUIET), width, indent)


def _loose(report: Report, finding: Finding, width: int, explained: set[str]) -> Iterator[Text]:
    text = report.document.text
    start = text.rfind("\n", 0, finding.primary.span.start) + 1
    end = text.find("\n", finding.primary.span.end)
    line = Span(start, len(text) if end < 0 else end)
    yield Text()
    for row in excerpt(text, line, [ExcerptMark(finding.primary.span, finding.severity)], width - INDENT):
        yield Text(" " * INDENT) + row
    yield from _finding(report, finding, "", width, explained, None)


def _origin(report: Report, finding: Finding) -> str:
    doubt = f", {finding.confidence} confidence" if finding.confidence.rank <= Confidence.LOW.rank else ""
    return f"{place(report, finding.primary.span.start)}  {finding.rule}{doubt}"


def _short(why: str) -> str:
    paragraph = " ".join(visible(why.strip().partition("\n\n")[0]).split())
    first = re.split(r"(?<=[.!?])\s", paragraph, maxsplit=1)[0]
    return first if len(first) <= _SHORT else ""


def _segment(report: Report, finding: Finding) -> Segment | None:
    return report.document.segment_at(finding.primary.span.start)
