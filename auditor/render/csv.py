"""Comma-separated values for spreadsheets: one finding a row, and one for each check that did not run."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from auditor.model import Report
from auditor.render import wording
from auditor.render.region import region
from auditor.render.table import cell

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


def render(reports: Sequence[Report]) -> str:
    """Return a header, one row per finding in the order of the text, one per check that did not run."""
    page = StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(COLUMNS)
    for report in reports:
        writer.writerows(_rows(report))
        writer.writerows(_not_run(report))
    return page.getvalue()


def _rows(report: Report) -> Iterator[tuple[str, ...]]:
    for finding in report.findings:
        there = region(report.document, finding.primary.span)
        segment = report.document.segment_at(finding.primary.span.start)
        row = (
            report.document.label,
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
        yield tuple(cell(str(value)) for value in row)


def _not_run(report: Report) -> Iterator[tuple[str, ...]]:
    for skipped in report.skipped:
        severity = "not run (allowed)" if skipped.allowed else "not run"
        known = {"file": report.document.label, "severity": severity, "rule": wording.NOT_RUN, "check": skipped.check}
        row = {**known, "message": wording.not_run(skipped)}
        yield tuple(cell(row.get(column, "")) for column in COLUMNS)
