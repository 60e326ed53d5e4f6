"""SARIF 2.1.0 with all that GitHub code scanning reads.

Source: OASIS, Static Analysis Results Interchange Format 2.1.0; GitHub, "SARIF support for code scanning".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from auditor.model import (
    Confidence,
    Document,
    Finding,
    Report,
    Rule,
    Segment,
    Severity,
    Silenced,
    SilencedBy,
    Skipped,
    Span,
    tool_version,
)
from auditor.render import wording
from auditor.render.inert import inert
from auditor.render.region import region
from auditor.render.tool import FULL_NAME, NAME, pages
from auditor.render.uri import uri
from auditor.text.visible import json_shown, visible

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LONGEST = 1024
"""GitHub cuts a rule's descriptions at this many characters."""

_LEVEL = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "warning",
    Severity.MINOR: "note",
    Severity.NEUTRAL: "note",
}
_PROBLEM = {
    Severity.CRITICAL: "error",
    Severity.MAJOR: "warning",
    Severity.MINOR: "recommendation",
    Severity.NEUTRAL: "recommendation",
}
_PRECISION = {each: "low" if each is Confidence.UNPROVEN else each.value for each in Confidence}


def render(reports: Sequence[Report]) -> str:
    """Return one SARIF run over all ``reports``."""
    rules = _rules(reports)
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": NAME,
                "fullName": FULL_NAME,
                "semanticVersion": tool_version(),
                "rules": rules,
            }
        },
        "automationDetails": {"id": f"{NAME}/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(reports)],
        "results": [result for report in reports for result in _results(report, index)],
    }
    page = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_shown(page, indent=2) + "\n"


def _rules(reports: Sequence[Report]) -> list[dict[str, Any]]:
    known = {rule.id: _described(rule) for report in reports for rule in report.rules}
    for report in reports:
        for finding in (*report.findings, *(each.finding for each in report.silenced)):
            known.setdefault(finding.rule, _undescribed(finding))
    there = pages(reports)
    return [known[rule_id] | {"helpUri": there[rule_id]} for rule_id in sorted(known)]


def _described(rule: Rule) -> dict[str, Any]:
    return _rule(rule.id, rule.summary, rule.why or rule.summary, rule.category.value, rule.severity, rule.confidence)


def _undescribed(finding: Finding) -> dict[str, Any]:
    """Describe a rule of an outside engine by what a finding of it says."""
    return _rule(
        finding.rule,
        wording.plain(finding.category).capitalize(),
        finding.why or finding.message,
        finding.category.value,
        finding.severity,
        finding.confidence,
    )


def _rule(
    rule_id: str, summary: str, why: str, category: str, severity: Severity, confidence: Confidence
) -> dict[str, Any]:
    short, full = inert(visible(summary))[:LONGEST] or rule_id, inert(_paragraphs(why))[:LONGEST]
    return {
        "id": rule_id,
        "shortDescription": {"text": short},
        "fullDescription": {"text": full or short},
        "help": {"text": f"{short}\n\n{full}\n\nMore: auditor explain {rule_id}"},
        "defaultConfiguration": {"level": _LEVEL[severity]},
        "properties": {
            "tags": ["translation", category],
            "precision": _PRECISION[confidence],
            "problem.severity": _PROBLEM[severity],
        },
    }


def _paragraphs(text: str) -> str:
    return "\n".join(map(visible, text.splitlines()))


def _invocation(reports: Sequence[Report]) -> dict[str, Any]:
    missing = [(report, skipped) for report in reports for skipped in report.skipped]
    return {
        "executionSuccessful": all(skipped.allowed for _, skipped in missing),
        "toolExecutionNotifications": [_notification(*each) for each in missing],
    }


def _notification(report: Report, skipped: Skipped) -> dict[str, Any]:
    told = (
        f"{skipped.check} did not run on {visible(report.document.name)}: "
        f"{visible(skipped.reason)} {visible(skipped.hint)}"
    )
    return {"level": "warning" if skipped.allowed else "error", "message": {"text": inert(told)}}


def _results(report: Report, index: dict[str, int]) -> Iterator[dict[str, Any]]:
    seen: dict[str, int] = {}
    given: list[tuple[Finding, Silenced | None]] = [(finding, None) for finding in report.findings]
    given += [(each.finding, each) for each in report.silenced]
    sources = report.sources_by_sentence()
    for finding, silenced in given:
        seen[finding.fingerprint] = seen.get(finding.fingerprint, 0) + 1
        result = {
            "ruleId": finding.rule,
            "ruleIndex": index[finding.rule],
            "level": _LEVEL[finding.severity],
            "message": {"text": inert(wording.sentence(finding))},
            "locations": [{"physicalLocation": _physical(report.document, finding.primary.span)}],
            "relatedLocations": list(_related(report, finding, sources)),
            "partialFingerprints": {"primaryLocationLineHash": f"{finding.fingerprint}:{seen[finding.fingerprint]}"},
            "properties": {
                "category": finding.category.value,
                "severity": finding.severity.value,
                "confidence": finding.confidence.value,
            },
        }
        if fixes := list(_fixes(report.document, finding)):
            result["fixes"] = fixes
        yield result if silenced is None else result | {"suppressions": [_suppression(silenced)]}


def _fixes(document: Document, finding: Finding) -> Iterator[dict[str, Any]]:
    """Yield a fix for each suggestion, where the words stand in the file as they are in the text.

    A suggestion that cannot be shown as it is, is none to be written into a file.
    """
    span = finding.primary.span
    if not document.is_verbatim(span):
        return
    place = _physical(document, span)
    region = {name: value for name, value in place["region"].items() if name != "snippet"}
    for words in (each for each in finding.suggestions if visible(each) == each):
        replacement = {"deletedRegion": region, "insertedContent": {"text": words}}
        yield {
            "description": {"text": inert(f"Try: {wording.suggestion(words)}.")},
            "artifactChanges": [{"artifactLocation": place["artifactLocation"], "replacements": [replacement]}],
        }


def _suppression(silenced: Silenced) -> dict[str, str]:
    """Return why it is silent; without a ``status``, which the published schemas spell in two ways, it is accepted."""
    kind = "inSource" if silenced.by is SilencedBy.DIRECTIVE else "external"
    return {"kind": kind, "justification": inert(visible(silenced.reason))}


def _related(report: Report, finding: Finding, sources: Mapping[int, tuple[Segment, ...]]) -> Iterator[dict[str, Any]]:
    number = 0
    for number, anchor in enumerate(finding.anchors[1:], 1):
        yield {
            "id": number,
            "physicalLocation": _physical(report.document, anchor.span),
            "message": {"text": inert(f"Also: “{visible(anchor.text)}”")},
        }
    home = report.document.segment_at(finding.primary.span.start)
    if report.source is None or home is None:
        return
    for answered in sources.get(home.number, ()):
        number += 1
        yield {
            "id": number,
            "physicalLocation": _physical(report.source, answered.span),
            "message": {"text": "The source sentence"},
        }


def _physical(document: Document, span: Span) -> dict[str, Any]:
    there = region(document, span)
    return {
        "artifactLocation": {"uri": uri(document.name)},
        "region": {
            "startLine": there.start.line,
            "startColumn": there.start.column,
            "endLine": there.end.line,
            "endColumn": there.end.column,
            "snippet": {"text": visible(span.of(document.text))},
        },
    }
