"""The words of the trade as values: frozen, slotted, of the standard library alone."""

from auditor.model.document import Block, Document, Place, Role, Run, Segment
from auditor.model.errors import AuditorError, CheckUnavailable, InputError, PackError
from auditor.model.finding import (
    Anchor,
    Category,
    Confidence,
    Evidence,
    Finding,
    Severity,
    Silenced,
    SilencedBy,
    Skipped,
)
from auditor.model.report import (
    CheckRun,
    Comparison,
    Edit,
    Link,
    Metric,
    Outcome,
    PairScore,
    Report,
    Score,
    SentenceScore,
    Verdict,
)
from auditor.model.rule import Example, Rule
from auditor.model.span import Span

__all__ = [
    "Anchor",
    "AuditorError",
    "Block",
    "Category",
    "CheckRun",
    "CheckUnavailable",
    "Comparison",
    "Confidence",
    "Document",
    "Edit",
    "Evidence",
    "Example",
    "Finding",
    "InputError",
    "Link",
    "Metric",
    "Outcome",
    "PackError",
    "PairScore",
    "Place",
    "Report",
    "Role",
    "Rule",
    "Run",
    "Score",
    "Segment",
    "SentenceScore",
    "Severity",
    "Silenced",
    "SilencedBy",
    "Skipped",
    "Span",
    "Verdict",
]
