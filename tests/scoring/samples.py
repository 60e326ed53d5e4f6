"""Findings and documents made by hand for the tests of scoring."""

from __future__ import annotations

from auditor.config import Profile, load_profile
from auditor.model import Anchor, Category, Confidence, Document, Finding, Severity, Span
from auditor.segmentation import document_from_text

WIRE = load_profile("wire")


def story(*sentences: str, name: str = "story.en.txt") -> Document:
    """Return a story of one paragraph per sentence, without furniture."""
    return document_from_text(name, "\n\n".join(sentences), furniture=False)


def words(count: int) -> Document:
    """Return a story of exactly ``count`` words, ten to the sentence."""
    full, rest = divmod(count, 10)
    sentences = ["The nine men of the crew sailed home without him."] * full
    return story(*sentences, *([" ".join(["Gulls"] * rest) + "."] if rest else []))


def finding(severity: Severity, *spans: Span, text: str = "x", confidence: Confidence = Confidence.HIGH) -> Finding:
    """Return a finding of this severity at ``spans`` (by default at the start of the text)."""
    return Finding(
        check="sample",
        rule="sample/rule",
        message="Something is wrong here.",
        category=Category.GRAMMAR,
        severity=severity,
        confidence=confidence,
        anchors=tuple(Anchor(span, text) for span in spans or (Span(0, 3),)),
    )


def findings(minor: int = 0, major: int = 0, critical: int = 0, neutral: int = 0) -> tuple[Finding, ...]:
    """Return so many findings of each severity."""
    numbers = {
        Severity.NEUTRAL: neutral,
        Severity.MINOR: minor,
        Severity.MAJOR: major,
        Severity.CRITICAL: critical,
    }
    return tuple(finding(severity) for severity, number in numbers.items() for _ in range(number))


def profile(**changes: object) -> Profile:
    """Return the wire profile with some settings changed."""
    from dataclasses import replace

    return replace(WIRE, **changes)  # type: ignore[arg-type]
