"""Findings in XLIFF: a note for each unit, and ITS 2.0's localization quality issues and rating."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from auditor.annotating.edits import Insertion, Offsets, attributes, inserted
from auditor.annotating.its import SPACE, comment, issue, rating, severity_of
from auditor.model import Finding, Report
from auditor.readers.xml import Element, parse

_BEFORE = frozenset(("notes", "originalData", "segment", "ignorable"))
"""What follows the elements of others in a unit of XLIFF 2."""


def annotated_xliff(name: str, text: str, reports: Sequence[Report], threshold: float) -> str:
    """Return the XLIFF ``text`` with the findings: a note in their unit, issues in it, a rating of each file."""
    root = parse(name, text, tags=True)
    new = root.attributes.get("version", "").startswith("2")
    files = list(root.every("file"))
    units = [unit for file in files for unit in file.every("unit" if new else "trans-unit")]
    found: dict[int, list[Finding]] = {}
    insertions: list[Insertion] = []
    offsets = Offsets(text)
    for report in reports:
        document = report.document
        for finding in report.findings:
            at = offsets.of(document.place(finding.primary.span.start))
            unit = next((unit for unit in units if unit.start <= at < unit.end), None)
            if unit is not None:
                found.setdefault(id(unit), []).append(finding)
        first = offsets.of(document.place(document.segments[0].span.start)) if document.segments else -1
        file = next((file for file in files if file.start <= first < file.end), None)
        if file is not None and (rated := rating(report, threshold)):
            space = f' xmlns:its="{SPACE}"' if new else f' xmlns:its="{SPACE}" its:version="2.0"'
            insertions.append(Insertion(_in_tag(text, file), 0, space + attributes(rated, "its:")))
    for number, unit in enumerate((unit for unit in units if id(unit) in found), 1):
        mine = found[id(unit)]
        insertions += (
            _new(text, unit, mine, f"auditor-{number}") if new else _old(text, unit, mine, f"auditor-{number}")
        )
    return inserted(text, insertions)


def _in_tag(text: str, element: Element) -> int:
    """Return where attributes may be added to the start tag of ``element``."""
    end = element.inner - 1
    return end - 1 if text[end - 1] == "/" else end


def _prefix(text: str, element: Element) -> str:
    """Return the prefix that the format's elements have in the file, with its colon."""
    named = text[element.start + 1 : element.inner].split(None, 1)[0].rstrip("/>")
    return f"{named.rpartition(':')[0]}:" if ":" in named else ""


def _issues(findings: Sequence[Finding], name: str) -> str:
    each = "".join(f"<its:locQualityIssue{attributes(issue(finding))}/>" for finding in findings)
    version = ' version="2.0"'
    return f'<its:locQualityIssues xmlns:its="{SPACE}" xml:id="{name}"{version}>{each}</its:locQualityIssues>'


def _old(text: str, unit: Element, findings: Sequence[Finding], name: str) -> list[Insertion]:
    target = unit.first("target")
    if target is None:
        return []
    prefix = _prefix(text, unit)
    notes = "".join(
        f'<{prefix}note from="auditor" annotates="target" priority="{_priority(finding)}">'
        f"{escape(comment(finding), quote=False)}</{prefix}note>"
        for finding in findings
    )
    ref = f' xmlns:its="{SPACE}" its:locQualityIssuesRef="#{name}"'
    return [
        Insertion(_in_tag(text, target), 0, ref),
        Insertion(target.end, 0, notes),
        Insertion(unit.close, 0, _issues(findings, name)),
    ]


def _new(text: str, unit: Element, findings: Sequence[Finding], name: str) -> list[Insertion]:
    prefix = _prefix(text, unit)
    each = "".join(
        f'<{prefix}note category="quality" appliesTo="target" priority="{_priority(finding)}">'
        f"{escape(comment(finding), quote=False)}</{prefix}note>"
        for finding in findings
    )
    first = next(element for element in unit.elements() if element.name in _BEFORE)
    notes = unit.first("notes")
    insertions = [Insertion(first.start, 0, _issues(findings, name))]
    if notes is not None and notes.close > notes.inner:
        insertions.append(Insertion(notes.close, 0, each))
    else:
        insertions.append(Insertion(first.start, 1, f"<{prefix}notes>{each}</{prefix}notes>"))
    for number, target in enumerate(unit.every("target"), 1):
        if target.close > target.inner:
            mark = f'<{prefix}mrk id="{name}-{number}" type="its:any" xmlns:its="{SPACE}"'
            insertions += (
                Insertion(target.inner, 0, f'{mark} its:locQualityIssuesRef="#its={name}">'),
                Insertion(target.close, 0, f"</{prefix}mrk>"),
            )
    return insertions


def _priority(finding: Finding) -> int:
    """Return XLIFF's priority of a note: 1 is the highest."""
    return 1 if severity_of(finding) == 100 else 3 if severity_of(finding) >= 20 else 6
