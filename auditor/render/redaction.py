"""A report without the copy: what is wrong and where, in no word of the story, its source or its reference."""

from __future__ import annotations

import string
from dataclasses import replace

from auditor.model import Comparison, Document, Edit, Finding, PairScore, Report, Rule
from auditor.render.wording import plain

_KEPT = frozenset(string.punctuation)

_MASKS = {1: "x", 2: "×", 3: "░", 4: "𝑥"}
"""A mask is as many bytes long in UTF-8 as what it hides, so that every format's columns stay right."""


def redacted(report: Report) -> Report:
    """Return ``report`` with its texts masked, messages as general as their rule, and neither suggestion nor evidence.

    Places, rules, scores and fingerprints stay: a baseline made of the one holds for the other.
    """
    rules = {rule.id: rule for rule in report.rules}
    return replace(
        report,
        document=_document(report.document),
        findings=tuple(_finding(each, rules.get(each.rule)) for each in report.findings),
        source=_document(report.source) if report.source else None,
        comparison=_comparison(report.comparison) if report.comparison else None,
        silenced=tuple(
            replace(each, finding=_finding(each.finding, rules.get(each.finding.rule)), reason=each.by.value)
            for each in report.silenced
        ),
        doubts=tuple(_finding(each, None) for each in report.doubts),
    )


def masked(text: str) -> str:
    """Return ``text`` with all but white space and ASCII punctuation masked, character by character."""
    return "".join(map(_mask, text))


def _mask(character: str) -> str:
    if character.isspace() or character in _KEPT:
        return character
    return _MASKS[len(character.encode("utf-8", "surrogatepass"))]


def _document(document: Document) -> Document:
    about = document.metadata and replace(document.metadata, id=None, slug=None, translated_from=None)
    return replace(document, text=masked(document.text), metadata=about)


def _finding(finding: Finding, rule: Rule | None) -> Finding:
    return replace(
        finding,
        message=rule.summary if rule else f"{plain(finding.category).capitalize()}.",
        why=rule.why if rule else "",
        anchors=tuple(replace(anchor, text=masked(anchor.text)) for anchor in finding.anchors),
        suggestions=(),
        fix_is_safe=False,
        evidence=(),
    )


def _comparison(comparison: Comparison) -> Comparison:
    return replace(
        comparison,
        reference=_document(comparison.reference),
        pairs=tuple(_pair(pair) for pair in comparison.pairs),
    )


def _pair(pair: PairScore) -> PairScore:
    return replace(pair, edits=tuple(Edit(e.kind, masked(e.target), masked(e.reference)) for e in pair.edits))
