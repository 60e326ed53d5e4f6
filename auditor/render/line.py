"""One finding a line, as compilers and linters have it: what editors and ``grep`` take apart.

Columns count code points from 1, as in every report for people.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.model import Finding, Report, Skipped
from auditor.render import wording
from auditor.text.visible import visible


def render(reports: Sequence[Report]) -> str:
    """Return ``path:line:column: severity rule message`` for each finding, in the order of the text.

    A check that did not run has the first line of its story, and is an error unless it is allowed to be missing.
    """
    return "".join(f"{line}\n" for report in reports for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for finding in report.findings:
        yield _finding(report, finding)
    for skipped in report.skipped:
        yield _not_run(report, skipped)


def _finding(report: Report, finding: Finding) -> str:
    there = report.document.place(finding.primary.span.start)
    place = f"{report.document.name}:{there.line}:{there.column}"
    return visible(f"{place}: {finding.severity} {finding.rule} {wording.sentence(finding)}")


def _not_run(report: Report, skipped: Skipped) -> str:
    severity = "warning" if skipped.allowed else "error"
    return visible(f"{report.document.name}:1:1: {severity} {wording.NOT_RUN} {wording.not_run(skipped)}")
