"""What a batch says of one item."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model import Finding, Skipped, Span
from auditor.text.visible import json_text

_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an item: its place in the target, in code points, its words, and what speaks against it.

    ``points`` are those of the findings in it, ``problem_probability`` says how likely it holds a major error, 0 to 1.
    """

    span: Span
    words: int
    points: float
    problem_probability: float


@dataclass(frozen=True, slots=True)
class Result:
    """The findings in one item, their spans in code points of its target, and what they cost.

    ``doubts`` are places that prove nothing and cost nothing by themselves. ``points`` are the MQM points of the
    findings, ``expected`` these and the points to be expected beside them. ``problem_probability`` says
    how likely there is a major error, and ``clear`` whether that is a risk that the desk accepts; both None where
    nothing was audited. What could not be audited at all has skipped
    "all", and says why. ``sentences`` are those of the target where they were asked for; the line of JSON is without.
    """

    id: str | int | None
    findings: tuple[Finding, ...]
    doubts: tuple[Finding, ...]
    points: float
    expected: float
    skipped: tuple[Skipped, ...]
    problem_probability: float | None = None
    clear: bool | None = None
    sentences: tuple[Sentence, ...] = ()

    @property
    def words(self) -> int:
        """The words of the ``sentences``."""
        return sum(sentence.words for sentence in self.sentences)

    @classmethod
    def without(cls, id_: str | int | None, reason: Skipped) -> Result:
        """Return the result of an item that was not audited, for ``reason``."""
        return cls(id_, (), (), 0.0, 0.0, (reason,))

    def line(self) -> str:
        """Return the result as one line of JSON, line end included."""
        row = {
            "id": self.id,
            "findings": [_plain(finding) for finding in self.findings],
            "doubts": [_plain(doubt) for doubt in self.doubts],
            "points": round(self.points, _DECIMALS),
            "expected": round(self.expected, _DECIMALS),
            "problem_probability": self.problem_probability,
            "clear": self.clear,
            "skipped": [{"check": s.check, "reason": s.reason, "hint": s.hint} for s in self.skipped],
        }
        return json_text(row) + "\n"


def _plain(finding: Finding) -> dict[str, object]:
    span = finding.primary.span
    return {
        "start": span.start,
        "end": span.end,
        "severity": finding.severity.value,
        "category": finding.category.value,
        "rule": finding.rule,
        "confidence": finding.confidence.value,
        "message": finding.message,
    }
