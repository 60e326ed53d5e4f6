"""GitHub annotations: workflow commands on the standard output of a step.

Source: GitHub, "Workflow commands for GitHub Actions"; escaping as in actions/toolkit, core/command.ts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.model import Finding, Report, Severity, Skipped
from auditor.render import wording
from auditor.render.region import region
from auditor.render.uri import path
from auditor.text.visible import visible

_COMMAND = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "warning",
    Severity.MINOR: "notice",
    Severity.NEUTRAL: "notice",
}


def render(reports: Sequence[Report]) -> str:
    """Return one command per finding, worst first, as GitHub shows only ten of a kind in a step.

    A check that was to run and did not is told before them all, lest it be the eleventh.
    """
    found = [(report, finding) for report in reports for finding in report.findings]
    found.sort(key=lambda pair: pair[1].urgency)
    missing = [(report, skipped) for report in reports for skipped in report.skipped]
    lines = [_unrun(report, skipped) for report, skipped in missing if not skipped.allowed]
    lines += [_annotation(report, finding) for report, finding in found]
    lines += [_unrun(report, skipped) for report, skipped in missing if skipped.allowed]
    return "".join(f"{line}\n" for line in (*lines, *_verdicts(reports)))


def _annotation(report: Report, finding: Finding) -> str:
    there = region(report.document, finding.primary.span)
    properties = {
        "file": path(report.document.name),
        "line": there.start.line,
        "endLine": there.end.line,
        "col": there.start.column,
        "endColumn": there.end.column,
        "title": f"{finding.severity}: {finding.rule}",
    }
    if there.start.line != there.end.line:  # GitHub takes columns only within one line
        del properties["col"], properties["endColumn"]
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMAND[finding.severity]} {listed}::{_data(wording.sentence(finding))}"


def _unrun(report: Report, skipped: Skipped) -> str:
    told = _data(wording.not_run(skipped))
    command = "warning" if skipped.allowed else "error"
    return f"::{command} file={_property(path(report.document.name))},title=not run::{told}"


def _verdicts(reports: Sequence[Report]) -> Iterator[str]:
    """Yield a line for the log; led by a word, so that no file name can pass for a command."""
    for report in reports:
        name = visible(report.document.name)
        yield f"{report.verdict.outcome.upper()} {name}: {wording.score(report)}; {wording.tally(report)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
