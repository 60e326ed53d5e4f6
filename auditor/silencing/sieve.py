"""The sieve: findings that count on one side, on the other those that do not, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.model import Confidence, Document, Finding, Silenced, SilencedBy, Span
from auditor.silencing.baseline import Baseline, BaselineEntry
from auditor.silencing.directives import Directive, scopes


@dataclass(frozen=True, slots=True)
class Sifted:
    """The findings that count, and those that do not, both in the order of the text."""

    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...]


def sift(
    findings: Iterable[Finding],
    document: Document,
    *,
    directives: Iterable[Directive] = (),
    baseline: Baseline | None = None,
    least: Confidence = Confidence.LOW,
    changed: frozenset[int] | None = None,
) -> Sifted:
    """Part the ``findings`` that count from the silent ones.

    Silent are those that a directive or the baseline names, that are less sure than ``least``, or that touch none
    of the ``changed`` lines (1-based; None: all lines count).
    """
    found: dict[tuple[str | None, Span], tuple[int, Directive]] = {}
    for number, directive in enumerate(directives):
        found.setdefault((directive.rule, directive.scope), (number, directive))
    decided = baseline.silencing() if baseline else {}
    live: list[Finding] = []
    silenced: list[Silenced] = []
    for finding in findings:
        silent = (
            _by_directive(finding, found, document)
            or _by_baseline(finding, decided)
            or _by_confidence(finding, least)
            or _by_lines(finding, document, changed)
        )
        if silent is None:
            live.append(finding)
        else:
            silenced.append(silent)
    return Sifted(tuple(live), tuple(silenced))


def _by_directive(
    finding: Finding, found: Mapping[tuple[str | None, Span], tuple[int, Directive]], document: Document
) -> Silenced | None:
    holding = [found[place] for place in scopes(finding, document) if place in found]
    if not holding:
        return None
    _, directive = min(holding, key=lambda numbered: numbered[0])
    line = document.place(directive.span.start).line
    reason = f"ignored by line {line} of the story" + (f": {directive.reason}" if directive.reason else "")
    return Silenced(finding, SilencedBy.DIRECTIVE, reason)


def _by_baseline(finding: Finding, decided: Mapping[str, BaselineEntry]) -> Silenced | None:
    entry = decided.get(finding.fingerprint)
    return Silenced(finding, SilencedBy.BASELINE, entry.in_words()) if entry else None


def _by_confidence(finding: Finding, least: Confidence) -> Silenced | None:
    if finding.confidence.rank >= least.rank:
        return None
    return Silenced(finding, SilencedBy.CONFIDENCE, f"of {finding.confidence} confidence, under {least}")


def _by_lines(finding: Finding, document: Document, changed: frozenset[int] | None) -> Silenced | None:
    if changed is None or any(touches(anchor.span, document, changed) for anchor in finding.anchors):
        return None
    return Silenced(finding, SilencedBy.UNCHANGED, "on no changed line")


def touches(span: Span, document: Document, lines: frozenset[int]) -> bool:
    """Tell whether a character of ``span`` stands on one of ``lines`` (1-based)."""
    last = document.place(max(span.end - 1, span.start)).line
    return not lines.isdisjoint(range(document.place(span.start).line, last + 1))
