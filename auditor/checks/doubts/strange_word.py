"""``strange-word``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from auditor.alignment.lexicon import english_stem
from auditor.analysis.vocabulary import is_english
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Severity


@code_check(
    "strange-word",
    category=Category.SPELLING,
    severity=Severity.NEUTRAL,
    confidence=Confidence.LOW,
    flags=(
        "The [[mayyor]] opened the bridge.",
        "She lives in [[Grzmucin]], near the border.",
    ),
    passes=(
        "The mayor opened the bridge.",
        "She lives in Warsaw, near the border.",
        Example("She lives in Grzmucin, near the border.", "Elle habite à Grzmucin, près de la frontière.", "fr"),
    ),
)
def strange_word(story: Story) -> Iterator[Hit]:
    """A word is not English as far as is known; a rare name, perhaps.

    Misspelt and made-up words are among these, and so are names that a machine spelt out anew. Most are right, which is
    why it costs nothing by itself: it is a sign from which the points expected beside the findings are
    estimated, and it shows where to look.

    A word that answers one of the source passes.
    """
    answered = _answered(story)
    for sentence in story.analysis.sentences:
        known = answered.get(sentence.segment.number, frozenset())
        for token in sentence.tokens:
            if token.is_alpha and not is_english(token.lower_) and english_stem(token.lower_) not in known:
                span = sentence.span_at(token.idx, token.idx + len(token.text))
                yield Hit((span,), f"“{token.text}” is no English word that is known here.")


def _answered(story: Story) -> Mapping[int, frozenset[str]]:
    """Return the stems in each sentence of the target, by its number, that the source accounts for."""
    found: dict[int, frozenset[str]] = {}
    for pair in story.source_pairs:
        if covered := pair.coverage:
            found |= dict.fromkeys(pair.link.target, covered.answered)
    return found
