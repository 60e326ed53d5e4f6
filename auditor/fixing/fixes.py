"""Which suggestions are applied, and how."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from auditor.analysis import quotations
from auditor.model import Document, Finding, Span
from auditor.segmentation.lines import plain_runs


@dataclass(frozen=True, slots=True)
class Fix:
    """Words of the text and what to write instead."""

    span: Span
    replacement: str


def safe_fixes(document: Document, findings: Iterable[Finding]) -> tuple[Fix, ...]:
    """Return what may be written instead without asking, in the order of the text.

    These are the first suggestions of findings whose ``fix_is_safe``, about one place only and clear of every direct
    quotation. Of fixes that overlap or touch, the first in the text wins.
    """
    quoted = quotations(document)
    fixes: list[Fix] = []
    for finding in sorted(findings, key=lambda finding: finding.primary.span):
        span = finding.primary.span
        if not finding.fix_is_safe or not finding.suggestions or len(finding.anchors) > 1:
            continue
        if any(span.overlaps(quotation) for quotation in quoted):
            continue
        if fixes and span.start <= fixes[-1].span.end:
            continue
        fixes.append(Fix(span, finding.suggestions[0]))
    return tuple(fixes)


def apply(text: str, fixes: Iterable[Fix]) -> str:
    """Return ``text`` with ``fixes`` made, which are in its order and do not overlap."""
    parts: list[str] = []
    at = 0
    for fix in fixes:
        parts += text[at : fix.span.start], fix.replacement
        at = fix.span.end
    return "".join((*parts, text[at:]))


def in_file(document: Document, fixes: Iterable[Fix], file: str, write: Callable[[str], str | None]) -> tuple[Fix, ...]:
    """Return ``fixes`` of the document's text as fixes of ``file``, the text it was read from.

    ``write`` returns words as they are written there, None where that depends on what stands around. Left out are
    those, and those whose words do not stand in the file just so, but with tags or entities among them: nobody can tell
    where these belong in what is written instead.
    """
    starts = [run.span.start for run in plain_runs(file)]
    found = []
    for fix in fixes:
        written = write(fix.replacement)
        if written is not None and document.is_verbatim(fix.span):
            there = document.place(fix.span.start)
            start = starts[there.line - 1] + there.column - 1
            found.append(Fix(Span(start, start + len(fix.span)), written))
    return tuple(found)
