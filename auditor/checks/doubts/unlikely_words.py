"""``unlikely-words``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.analysis import language_model
from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity


@code_check(
    "unlikely-words",
    category=Category.AWKWARD,
    severity=Severity.NEUTRAL,
    confidence=Confidence.LOW,
    flags=(
        "The [[mayor has him opened]] the bridge on Monday.",
        "They spoke of the [[bridge of to repair]].",
    ),
    passes=(
        "The mayor opened the bridge on Monday.",
        "They spoke of the bridge to be repaired.",
        "He said that the council would meet on Tuesday.",
    ),
)
def unlikely_words(story: Story) -> Iterator[Hit]:
    """These words hardly ever follow each other like this in edited English.

    Literal translation reads like this, and so does anything rare and good. It costs nothing by itself: it
    shows where the sentence reads least naturally, from which the points expected beside the findings are estimated.

    What is likely depends on function words, tags and common words; `docs/fluency.md` says how it is measured.
    """
    model = language_model()
    for sentence in story.analysis.sentences:
        for turn in model.turns(sentence.tokens):
            first, last = turn.tokens
            yield Hit(
                spans=(sentence.span_at(first.idx, last.idx + len(last.text)),),
                message="These words hardly ever follow each other like this.",
                evidence=(Evidence("language model", f"{turn.gain:.1f} bits where they are least likely"),),
            )
