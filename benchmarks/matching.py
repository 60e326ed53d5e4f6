"""When a finding hits a gold mark.

An anchor of a finding hits the one mark with which it shares most characters. It hits none when it is
more than ``WIDE`` words long and longer than the mark: it points at a sentence, not at words. The mark is
found when the finding's severity is at most one step from the mark's. A finding is right when any anchor
hits a mark, whatever its severity. Neutral findings are remarks: they count nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model import Anchor, Finding, Severity
from benchmarks.gold import Mark

WIDE = 12


@dataclass(frozen=True, slots=True)
class Matching:
    """The marks that were found, and the findings that were right and wrong, each in its own order."""

    found: tuple[Mark, ...]
    missed: tuple[Mark, ...]
    right: tuple[Finding, ...]
    wrong: tuple[Finding, ...]


def match(marks: tuple[Mark, ...], findings: Iterable[Finding]) -> Matching:
    """Return what ``findings`` found of ``marks``; without marks, every finding is wrong."""
    found: set[Mark] = set()
    right: list[Finding] = []
    wrong: list[Finding] = []
    for finding in findings:
        if finding.severity is Severity.NEUTRAL:
            continue
        hit = {mark for anchor in finding.anchors if (mark := _hit(anchor, marks))}
        (right if hit else wrong).append(finding)
        found |= {mark for mark in hit if abs(mark.severity.rank - finding.severity.rank) <= 1}
    return Matching(
        found=tuple(mark for mark in marks if mark in found),
        missed=tuple(mark for mark in marks if mark not in found),
        right=tuple(right),
        wrong=tuple(wrong),
    )


def _hit(anchor: Anchor, marks: tuple[Mark, ...]) -> Mark | None:
    touched = [mark for mark in marks if mark.span.overlaps(anchor.span)]
    best = max(touched, key=lambda mark: _shared(anchor, mark), default=None)
    if best and len(anchor.text.split()) > WIDE and len(anchor.span) > len(best.span):
        return None
    return best


def _shared(anchor: Anchor, mark: Mark) -> int:
    return min(anchor.span.end, mark.span.end) - max(anchor.span.start, mark.span.start)
