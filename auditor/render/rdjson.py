"""Reviewdog's JSON. Source: reviewdog, proto/rdf/reviewdog.proto; columns count UTF-8 bytes, ends excluded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from auditor.model import Document, Finding, Report, Severity, Span
from auditor.render import wording
from auditor.render.inert import inert
from auditor.render.region import byte_columns, region
from auditor.render.tool import NAME, pages
from auditor.render.uri import path
from auditor.text.visible import json_text, visible

_SEVERITY = {
    Severity.CRITICAL: "ERROR",
    Severity.MAJOR: "WARNING",
    Severity.MINOR: "INFO",
    Severity.NEUTRAL: "INFO",
}


def render(reports: Sequence[Report]) -> str:
    """Return a DiagnosticResult with one diagnostic per finding and per check that did not run."""
    page = {
        "source": {"name": NAME},
        "diagnostics": [*_findings(reports), *_not_run(reports)],
    }
    return json_text(page, indent=2) + "\n"


def _findings(reports: Sequence[Report]) -> Iterator[dict[str, Any]]:
    there = pages(reports)
    for report in reports:
        for finding in report.findings:
            yield _diagnostic(report, finding, there[finding.rule])


def _not_run(reports: Sequence[Report]) -> Iterator[dict[str, Any]]:
    for report in reports:
        for skipped in report.skipped:
            yield {
                "message": inert(wording.not_run(skipped)),
                "location": {"path": path(report.document.name)},
                "severity": "WARNING" if skipped.allowed else "ERROR",
                "code": {"value": wording.NOT_RUN},
            }


def _diagnostic(report: Report, finding: Finding, page: str) -> dict[str, Any]:
    span = finding.primary.span
    there = _range(report.document, span)
    given = finding.suggestions if report.document.is_verbatim(span) else ()  # they are written into the file
    return {
        "message": inert(wording.sentence(finding)),
        "location": {"path": path(report.document.name), "range": there},
        "severity": _SEVERITY[finding.severity],
        "code": {"value": visible(finding.rule), "url": page},
        "suggestions": [{"range": there, "text": text} for text in given],
    }


def _range(document: Document, span: Span) -> dict[str, Any]:
    there = region(document, span)
    start, end = byte_columns(document, span)
    return {
        "start": {"line": there.start.line, "column": start},
        "end": {"line": there.end.line, "column": end},
    }
