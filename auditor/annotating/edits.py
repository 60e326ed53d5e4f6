"""Insertions into the text of a file: nothing that stands there is changed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from auditor.model import Document, Finding, Place, Role, Span
from auditor.segmentation.lines import plain_runs


@dataclass(frozen=True, slots=True, order=True)
class Insertion:
    """Characters to put in before the code point at ``at``; of several at one place the lower ``rank`` goes first."""

    at: int
    rank: int
    text: str


def inserted(text: str, insertions: Iterable[Insertion]) -> str:
    """Return ``text`` with ``insertions`` made."""
    parts: list[str] = []
    at = 0
    for each in sorted(insertions):
        parts += text[at : each.at], each.text
        at = each.at
    return "".join((*parts, text[at:]))


class Offsets:
    """From places to offsets in the text of a file."""

    def __init__(self, file: str) -> None:
        self._starts = [run.span.start for run in plain_runs(file)]

    def of(self, place: Place) -> int:
        """Return the offset of ``place`` in code points."""
        return self._starts[place.line - 1] + place.column - 1

    def line(self, offset: int) -> int:
        """Return the 1-based line that holds ``offset``."""
        return bisect_right(self._starts, offset)


def attributes(values: dict[str, str], prefix: str = "") -> str:
    """Return ``values`` as attributes, each after a space."""
    return "".join(f' {prefix}{name}="{escape(value)}"' for name, value in values.items())


def in_body(document: Document, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings whose words stand in the body: elsewhere a file may hold them where no mark can be."""
    bodies = [block.span for block in document.blocks if block.role is Role.BODY]
    for finding in findings:
        if any(body.covers(finding.primary.span) for body in bodies):
            yield finding


def together(findings: Iterable[Finding]) -> list[tuple[Span, Sequence[Finding]]]:
    """Return ``findings`` by the stretches of the text they mark: those that overlap or touch share one."""
    found: list[tuple[Span, list[Finding]]] = []
    for finding in sorted(findings, key=lambda each: each.primary.span):
        span = finding.primary.span
        if found and span.start <= found[-1][0].end:
            before, held = found[-1]
            found[-1] = (Span(before.start, max(before.end, span.end)), [*held, finding])
        else:
            found.append((span, [finding]))
    return list(found)
