"""``not-an-english-word``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Hit, Story, code_check
from auditor.checks.names.lookup import table
from auditor.model import Category, Confidence, Severity
from auditor.text import words


@code_check(
    "not-an-english-word",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The [[politologist]] expects a second round.",
        "The [[damnified]] families sleep in a school.",
        "[[Automobilists]] were stuck for hours.",
    ),
    passes=(
        "The political scientist expects a second round.",
        "Those affected sleep in a school.",
        "The minister ironed his shirt.",
        "The company Internauts sells games.",
    ),
)
def not_an_english_word(story: Story) -> Iterator[Hit]:
    """A foreign word carries an English ending: “politologist”, “manifestants”, “eurodeputy”.

    A machine that does not know a word makes one up. The reader finds it in no dictionary.

    Names with a capital pass. The words are in ``gazetteers/ghosts.toml``.
    """
    ghosts = table("ghosts", "words")
    for sentence in story.analysis.sentences:
        for number, word in enumerate(words(sentence.plain)):
            lower = word.text.lower()
            if (english := ghosts.get(lower)) is None or (word.text != lower and number):
                continue
            yield Hit(
                spans=(sentence.span_at(word.start, word.end),),
                message=f"“{word.text}” is a foreign word with an English ending; English says “{english}”.",
                suggestions=(english.capitalize() if word.text[0].isupper() else english,),
            )
