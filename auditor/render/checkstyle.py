"""Checkstyle XML, which many review tools read. Source: checkstyle's XMLLogger."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from auditor.model import Report, Severity
from auditor.render import wording
from auditor.render.region import region
from auditor.render.tool import NAME
from auditor.render.uri import path
from auditor.render.xml import document

_SEVERITY = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "warning",
    Severity.MINOR: "info",
    Severity.NEUTRAL: "info",
}


def render(reports: Sequence[Report]) -> str:
    """Return one ``file`` element per story, also for those without findings."""
    root = Element("checkstyle", version="4.3")
    for report in reports:
        file = SubElement(root, "file", name=path(report.document.name))
        for finding in report.findings:
            start = region(report.document, finding.primary.span).start
            SubElement(
                file,
                "error",
                line=str(start.line),
                column=str(start.column),
                severity=_SEVERITY[finding.severity],
                message=wording.sentence(finding),
                source=f"{NAME}.{finding.rule}",
            )
        for skipped in report.skipped:
            SubElement(
                file,
                "error",
                line="1",
                column="1",
                severity="warning" if skipped.allowed else "error",
                message=wording.not_run(skipped),
                source=f"{NAME}.{wording.NOT_RUN}",
            )
    return document(root)
