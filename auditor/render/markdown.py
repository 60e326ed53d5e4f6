"""Markdown: a summary for a pull request's comment, a job summary, a wiki page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from auditor.model import Finding, Report, Severity
from auditor.render import wording
from auditor.text.visible import visible

LONGEST = 50
"""Findings listed per story; what is beyond is counted."""

_SYNTAX = re.compile(r"[\\`*_{}\[\]|<>~&@$]|:(?=\S)|(?<=www)\.|#(?=\d)|^[-+#=]", re.IGNORECASE)
"""Marks of Markdown and its formulas, and what would make a link or a mention."""


def render(reports: Sequence[Report]) -> str:
    """Return a heading per story with its verdict, its reasons and its findings of major or worse."""
    return "".join(f"{line}\n" for report in reports for line in _story(report))


def _story(report: Report) -> Iterator[str]:
    name = _text(report.document.label)
    yield f"## {report.verdict.outcome.upper()}: {name}\n"
    words = wording.count(report.score.words, "word")
    yield f"{wording.score(report).capitalize()}; {wording.tally(report)}; {words}.\n"
    for reason in report.verdict.reasons:
        yield f"- {_text(reason)}"
    yield ""
    found = sorted(
        (f for f in report.findings if f.severity.rank >= Severity.MAJOR.rank),
        key=lambda finding: finding.urgency,
    )
    if found:
        yield "| Severity | Line | Words | What is wrong |\n| --- | ---: | --- | --- |"
        for finding in found[:LONGEST]:
            yield _row(report, finding)
        yield ""
    if len(found) > LONGEST:
        yield f"… and {len(found) - LONGEST} more.\n"
    for skipped in report.skipped:
        told = f"{_text(skipped.check)}. {_text(skipped.reason)} {_text(skipped.hint)}"
        yield f"Not run, as allowed: {told}\n" if skipped.allowed else f"**Not run**: {told}\n"


def _row(report: Report, finding: Finding) -> str:
    line = report.document.place(finding.primary.span.start).line
    words = _text(finding.primary.text) or "·"
    return f"| {finding.severity} | {line} | {words} | {_text(wording.sentence(finding))} |"


def _text(text: str) -> str:
    """Return ``text`` as it stands, whatever Markdown would make of it."""
    return _SYNTAX.sub(r"\\\g<0>", visible(text)).strip()
