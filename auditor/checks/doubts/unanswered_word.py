"""``unanswered-word``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Severity


@code_check(
    "unanswered-word",
    category=Category.MISTRANSLATION,
    severity=Severity.NEUTRAL,
    confidence=Confidence.LOW,
    flags=(
        Example("The mayor opened the [[tunnel]].", "Le maire a ouvert le pont.", "fr"),
        Example("The mayor opened the [[old]] bridge.", "Der Bürgermeister öffnete die Brücke.", "de"),
    ),
    passes=(
        Example("The mayor opened the bridge.", "Le maire a ouvert le pont.", "fr"),
        Example("The mayor opened the old bridge.", "Der Bürgermeister öffnete die alte Brücke.", "de"),
        "The mayor opened the tunnel.",
    ),
)
def unanswered_word(story: Story) -> Iterator[Hit]:
    """Nothing in the source accounts for this word, as far as the lexicon knows.

    A mistranslation looks like this, and an addition; so does free translation, with every right. It costs
    nothing by itself: it is a sign from which the points expected beside the findings are estimated, and it
    shows where to look.

    Grammatical words pass, words that the lexicon of the language never gives, and any that looks like one of the
    source.
    """
    for pair in story.source_pairs:
        if covered := pair.coverage:
            for word in covered.unfounded:
                text = word.span.of(pair.ours.text)
                yield Hit((pair.place(word.span),), f"No word of the source accounts for “{text}”.")
