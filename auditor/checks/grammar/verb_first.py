"""``verb-first``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

_AUXILIARIES = {"has", "have", "was", "is", "are"}
_ADVERBS = 1
"""Words that may stand between the auxiliary and its participle."""


@code_check(
    "verb-first",
    category=Category.WORD_ORDER,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "[[Has won]] the young rider Clara Neri.",
        "[[Was arrested]] the owner of the shop in Lecce.",
        "[[Have also resigned]] two members of the board.",
    ),
    passes=(
        "The young rider Clara Neri has won.",
        "Has the young rider won?",
        "Has won the race, has lost the title?",
        "Have your tickets checked at the door.",
        "“Was arrested in 2019,” the file says.",
        "Were he elected, he would resign.",
    ),
)
def verb_first(story: Story) -> Iterator[Hit]:
    """A statement opens with an auxiliary and its participle, and its subject comes behind them or not at all.

    Italian and Spanish set a new subject behind its verb (“Ha vinto la ciclista”); English sets it in front.

    Questions, fragments without a full stop and quotations pass.
    """
    for sentence in story.analysis.sentences:
        tokens = sentence.tokens
        if len(tokens) < 4 or tokens[0].text.lower() not in _AUXILIARIES or not tokens[0].text[0].isupper():
            continue
        if tokens[-1].text != "." or "?" in sentence.text:
            continue
        verb = next((t for t in tokens[1 : 2 + _ADVERBS] if t.pos_ != "ADV"), None)
        if verb is None or verb.tag_ != "VBN" or story.analysis.in_quotation(span := sentence.span_of(tokens[0], verb)):
            continue
        yield Hit(spans=(span,), message="Set the subject in front of this verb.")
