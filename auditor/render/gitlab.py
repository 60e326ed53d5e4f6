"""GitLab code quality: a JSON list of findings. Source: GitLab, "Code Quality", report format."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any

from auditor.model import Finding, Report, Severity
from auditor.render import wording
from auditor.render.inert import inert
from auditor.render.region import region
from auditor.render.uri import path
from auditor.text.visible import json_shown

_SEVERITY = {
    Severity.CRITICAL: "critical",
    Severity.MAJOR: "major",
    Severity.MINOR: "minor",
    Severity.NEUTRAL: "info",
}


_START = {"line": 1, "column": 1}


def render(reports: Sequence[Report]) -> str:
    """Return every finding with a fingerprint that is unique in the file and free of line numbers."""
    return json_shown(list(_issues(reports)), indent=2) + "\n"


def _issues(reports: Sequence[Report]) -> Iterator[dict[str, Any]]:
    seen: dict[tuple[str, str], int] = {}
    for report in reports:
        name = path(report.document.name)
        for finding in report.findings:
            key = (name, finding.fingerprint)
            seen[key] = seen.get(key, 0) + 1
            yield _issue(report, finding, _unique(*key, seen[key]))
        for skipped in report.skipped:
            key = (name, f"{wording.NOT_RUN} {skipped.check}")
            seen[key] = seen.get(key, 0) + 1
            yield {
                "description": inert(f"{wording.NOT_RUN}: {wording.not_run(skipped)}"),
                "check_name": wording.NOT_RUN,
                "fingerprint": _unique(*key, seen[key]),
                "severity": "info" if skipped.allowed else "major",
                "location": {"path": name, "positions": {"begin": _START, "end": _START}},
            }


def _unique(name: str, fingerprint: str, occurrence: int) -> str:
    salted = f"{name}\0{fingerprint}\0{occurrence}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(salted).hexdigest()


def _issue(report: Report, finding: Finding, fingerprint: str) -> dict[str, Any]:
    there = region(report.document, finding.primary.span)
    return {
        "description": inert(f"{finding.rule}: {wording.sentence(finding)}"),  # GitLab does not show check_name
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITY[finding.severity],
        "location": {
            "path": path(report.document.name),
            "positions": {
                "begin": {"line": there.start.line, "column": there.start.column},
                "end": {"line": there.end.line, "column": there.end.column},
            },
        },
    }
