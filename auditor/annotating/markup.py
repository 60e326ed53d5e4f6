"""Marks in HTML, in a file of its own or in a string of ninjs: ``mark`` elements with ITS 2.0's attributes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence

from auditor.annotating.edits import Insertion, Offsets, attributes, in_body, inserted, together
from auditor.annotating.its import comment, issue_type, severity_of
from auditor.model import Document, Finding, Report, Severity, Span


def annotated_html(text: str, reports: Sequence[Report]) -> str:
    """Return the HTML ``text`` with the findings marked."""
    return _marked(text, reports, str)


def annotated_ninjs(text: str, reports: Sequence[Report]) -> str:
    """Return the ninjs ``text`` with the findings marked in the bodies that are HTML."""
    lines = [report for report in reports if _is_markup(report.document)]
    return _marked(text, lines, lambda markup: json.dumps(markup)[1:-1])


def _is_markup(document: Document) -> bool:
    """Tell whether the body was HTML: its pointer says so, or paragraphs of one value have marks between them."""
    first = next((document.place(segment.span.start).locator or "" for segment in document.segments), "")
    return "html" in first or first.startswith("/bodies") or "/bodies/" in first


def _marked(text: str, reports: Sequence[Report], escaped: Callable[[str], str]) -> str:
    offsets = Offsets(text)
    insertions: list[Insertion] = []
    for report in reports:
        document = report.document
        for span, findings in together(in_body(document, report.findings)):
            opening = escaped(f"<mark{attributes(_attributes(findings))}>")
            for start, end in _stretches(document, span, offsets):
                insertions += Insertion(start, 1, opening), Insertion(end, 0, escaped("</mark>"))
    return inserted(text, insertions)


def _attributes(findings: Sequence[Finding]) -> dict[str, str]:
    worst = max(findings, key=lambda finding: Severity(finding.severity).rank)
    told = " ".join(map(comment, findings))
    return {
        "its-loc-quality-issue-type": issue_type(worst.category),
        "its-loc-quality-issue-severity": str(severity_of(worst)),
        "its-loc-quality-issue-comment": told,
        "title": told,
    }


def _stretches(document: Document, span: Span, offsets: Offsets) -> Iterator[tuple[int, int]]:
    """Yield where the words of ``span`` stand in the file, without the tags and entities among them."""
    at = span.start
    while at < span.end:
        run = document.run_at(at)
        end = min(run.span.end, span.end)
        if run.end is None and document.text[at:end].strip():
            start = offsets.of(run.at(at))
            yield start, start + end - at
        at = max(end, at + 1)
