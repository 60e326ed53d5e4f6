"""Marot's TSV, so that a report opens in Google's MQM viewer.

Source: google-research/google-research, marot/README.md: ten columns, the marked words between
``<v>`` and ``</v>``, the last column a JSON object of metadata. The viewer puts every column into its page as HTML
(``marot.js``, ``show`` and ``setSelectOptions``): no copy may hold a tag.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from auditor.model import Finding, Report, Segment
from auditor.render import wording
from auditor.render.inert import without_tags
from auditor.render.table import cell
from auditor.render.tool import NAME
from auditor.render.uri import path
from auditor.text.visible import json_text, visible

COLUMNS = (
    "system",
    "doc",
    "docSegId",
    "globalSegId",
    "rater",
    "source",
    "target",
    "category",
    "severity",
    "metadata",
)
CLEAN = "no-error"
"""The category and severity of a sentence without a finding, as the viewer has it."""

NOT_RUN_SEVERITY = "Not-run"
"""The severity of a check that did not run, which the viewer shows as an error and has no points for."""


def render(reports: Sequence[Report]) -> str:
    """Return a header, then one row per finding and one per sentence without any."""
    lines = ["\t".join(COLUMNS)]
    total = 0
    for report in reports:
        findings, sources = report.by_sentence(), report.sources_by_sentence()
        for segment in report.document.segments:
            total += 1
            answered = sources.get(segment.number, ())
            rows = _rows(report, segment, findings.get(segment.number, ()), answered, total)
            lines += ("\t".join(map(cell, row)) for row in rows)
        lines += ("\t".join(map(cell, row)) for row in _not_run(report, total))
    return "\n".join(lines) + "\n"


def _rows(
    report: Report, segment: Segment, findings: tuple[Finding, ...], answered: tuple[Segment, ...], number: int
) -> Iterator[tuple[str, ...]]:
    name = _name(report)
    left = (name, PurePosixPath(name).stem, str(segment.number), str(number), NAME, _source(report, answered))
    for finding in findings:
        yield (
            *left,
            _target(report, segment, finding),
            finding.category.value,
            finding.severity.value.capitalize(),
            _metadata(finding),
        )
    if not findings:
        yield (*left, _words(segment.span.of(report.document.text)), CLEAN, CLEAN, "{}")


def _not_run(report: Report, number: int) -> Iterator[tuple[str, ...]]:
    """Yield a row for each check that did not run: of no error where it may be missing, else of one without points."""
    name = _name(report)
    for skipped in report.skipped:
        kind = (CLEAN, CLEAN) if skipped.allowed else (wording.NOT_RUN, NOT_RUN_SEVERITY)
        note = json_text({"note": _words(wording.not_run(skipped)), "rule": wording.NOT_RUN})
        yield (name, PurePosixPath(name).stem, "0", str(number), NAME, "", "", *kind, note)


def _source(report: Report, answered: tuple[Segment, ...]) -> str:
    text = report.source.text if report.source else ""
    return _words(" ".join(segment.span.of(text) for segment in answered))


def _target(report: Report, segment: Segment, finding: Finding) -> str:
    text, span = report.document.text, finding.primary.span
    end = min(span.end, segment.span.end)
    return (
        f"{_words(text[segment.span.start : span.start])}<v>{_words(text[span.start : end])}</v>"
        f"{_words(text[end : segment.span.end])}"
    )


def _metadata(finding: Finding) -> str:
    note = {"note": _words(finding.message), "rule": _words(finding.rule), "confidence": finding.confidence.value}
    return json_text(note)


def _words(text: str) -> str:
    """Return ``text`` without tabs, line ends and what the viewer would take for a mark or run as a tag."""
    return without_tags(visible(text))


def _name(report: Report) -> str:
    """Return the story's path, which the viewer also puts between double quotes."""
    return _words(path(report.document.label)).replace('"', "”")
