"""Comma-separated values for spreadsheets: one finding a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from auditor.model import Report
from auditor.render.region import region
from auditor.render.visible import visible

COLUMNS = (
    "file",
    "line",
    "column",
    "end_line",
    "end_column",
    "sentence",
    "severity",
    "confidence",
    "category",
    "rule",
    "check",
    "words",
    "message",
    "suggestion",
    "fingerprint",
)

_FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet would take for a formula (OWASP, "CSV Injection")."""


def render(reports: Sequence[Report]) -> str:
    """Return a header and one row per finding, in the order of the stories and of their text."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(COLUMNS)
    for report in reports:
        writer.writerows(_rows(report))
    return page.getvalue()


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for finding in report.findings:
        there = region(report.document, finding.primary.span)
        segment = report.document.segment_at(finding.primary.span.start)
        row = (
            report.document.name,
            there.start.line,
            there.start.column,
            there.end.line,
            there.end.column,
            segment.number if segment else "",
            finding.severity,
            finding.confidence,
            finding.category,
            finding.rule,
            finding.check,
            finding.primary.text,
            finding.message,
            finding.suggestions[0] if finding.suggestions else "",
            finding.fingerprint,
        )
        yield tuple(_cell(str(value)) for value in row)


def _cell(text: str) -> str:
    shown = visible(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
