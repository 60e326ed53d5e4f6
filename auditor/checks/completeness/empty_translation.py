"""The check ``empty-translation``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Severity, Span


@code_check(
    "empty-translation",
    category=Category.OMISSION,
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    flags=(
        Example("[[]]", source="Le maire a démissionné lundi."),
        Example("[[]]", source="El puente se cerró al tráfico."),
    ),
    passes=(
        Example("The mayor resigned on Monday.", source="Le maire a démissionné lundi."),
        Example("Closed.", source="El puente se cerró al tráfico."),
        "The bridge was closed to traffic.",
    ),
)
def empty_translation(story: Story) -> Iterator[Hit]:
    """There is a source, but its translation is empty.

    A translation system that fails on a sentence often returns nothing, and nobody misses what is not there.
    A text without a source is let pass: there is nothing to say that it should hold anything.
    """
    if story.source is not None and story.source.segments and not story.target.segments:
        yield Hit((Span(0, 0),), "The translation is empty; the source is not.")
