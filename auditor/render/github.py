"""GitHub annotations: workflow commands on the standard output of a step.

Source: GitHub, "Workflow commands for GitHub Actions"; escaping as in actions/toolkit, core/command.ts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

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

SHOWN = 10
"""Of each kind of annotation GitHub keeps so many a step, and drops the others without a word.

Source: actions/runner, ``ExecutionContext.cs``, ``_maxCountPerIssueType``; a job shows 50 of all its steps.
"""


def render(reports: Sequence[Report]) -> str:
    """Return commands for the worst findings, as many of a kind as GitHub shows, and a line that counts the others.

    A check that was to run and did not is told before them all, lest it be the eleventh.
    """
    found = [(report, finding) for report in reports for finding in report.findings]
    found.sort(key=lambda pair: pair[1].urgency)
    missing = [(report, skipped) for report in reports for skipped in report.skipped]
    told = [_unrun(report, skipped) for report, skipped in missing if not skipped.allowed]
    told += [_annotation(report, finding) for report, finding in found]
    told += [_unrun(report, skipped) for report, skipped in missing if skipped.allowed]
    seen: Counter[str] = Counter()
    lines = []
    for kind, line in told:
        seen[kind] += 1
        lines += [line] if seen[kind] <= SHOWN else []
    return "".join(f"{line}\n" for line in (*lines, *_others(seen), *_verdicts(reports)))


def _others(seen: Mapping[str, int]) -> Iterator[str]:
    """Yield a line for the log on what is ``seen`` of a kind beyond those that GitHub shows."""
    over = [(kind, number - SHOWN) for kind, number in seen.items() if number > SHOWN]
    if over:
        listed = ", ".join(wording.count(number, kind) for kind, number in over)
        yield (
            f"Not annotated: {listed}, for GitHub shows {SHOWN} of a kind in a step, here the worst. "
            "The job's summary counts them all; every other format lists them."
        )


def _annotation(report: Report, finding: Finding) -> tuple[str, str]:
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
    kind = _COMMAND[finding.severity]
    return kind, f"::{kind} {listed}::{_data(wording.sentence(finding))}"


def _unrun(report: Report, skipped: Skipped) -> tuple[str, str]:
    told = _data(wording.not_run(skipped))
    kind = "warning" if skipped.allowed else "error"
    return kind, f"::{kind} file={_property(path(report.document.name))},title=not run::{told}"


def _verdicts(reports: Sequence[Report]) -> Iterator[str]:
    """Yield a line for the log; led by a word, so that no file name can pass for a command."""
    for report in reports:
        name = visible(report.document.name)
        yield f"{report.verdict.outcome.upper()} {name}: {wording.score(report)}; {wording.tally(report)}"


def _data(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
