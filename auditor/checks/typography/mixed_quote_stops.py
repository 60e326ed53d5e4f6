"""``quotation-stops-mixed``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity, Span

_INSIDE = re.compile(r"[.,][\"”]\Z")


@code_check(
    "quotation-stops-mixed",
    category=Category.INCONSISTENT_STYLE,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        'She called it "a step back."\n\nHe spoke of "a gift."\n\nFor others it is "a day like [[any other".]]',
        'She called it "a step back", and left.\n\nHe spoke of "a gift".\n\nFor others it is "a [[lost day."]]',
    ),
    passes=(
        'She called it "a step back". He spoke of "a gift".',
        'She called it "a step back." He spoke of "a gift."',
        '"We are late," she said of "a lost day".',
        'She called it "a step back". "We must go on."',
        'She called it "a step back". He spoke of "a gift."',
    ),
)
def mixed_quote_stops(story: Story) -> Iterator[Hit]:
    """Full stops and commas stand now inside, now outside the marks of quoted fragments.

    American copy sets them inside, British copy outside where only a phrase is quoted; one story keeps to
    one of the two.

    Whole quoted sentences are left out, as British copy sets their stops inside. Speaks from the third
    fragment, and only where one form clearly leads.
    """
    text = story.target.text
    inside: list[Span] = []
    outside: list[Span] = []
    for quotation in story.analysis.quotations:
        words = quotation.of(text)
        if not words[1:2].islower() or "\n" in words:
            continue
        if _INSIDE.search(words):
            inside.append(_end(text, quotation.end))
        elif text[quotation.end : quotation.end + 1] in {".", ","} and words[-1] in '"”':
            outside.append(_end(text, quotation.end + 1))
    fewer, more = sorted((inside, outside), key=len)
    if fewer and len(more) >= 2 * len(fewer):
        place, usual = ("inside", "outside") if fewer is inside else ("outside", "inside")
        yield Hit(
            spans=tuple(fewer),
            message=f"The stop stands {place} the quotation marks here, {usual} them elsewhere.",
        )


def _end(text: str, end: int) -> Span:
    """Return the span of the last two words before ``end``, marks included."""
    words = list(re.finditer(r"\S+", text[max(end - 60, 0) : end]))[-2:]
    return Span(max(end - 60, 0) + words[0].start(), end)
