"""``foreign-word-left-in``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.analysis import Sentence
from auditor.checks.base import Hit, Story, code_check
from auditor.checks.names.lookup import particles, table
from auditor.checks.names.words import Word, words
from auditor.model import Category, Confidence, Severity

_GLOSS = re.compile(r"^[\"')\]]*\s*(?:\(|,? or\b|,? meaning\b|[-–—] )")


@code_check(
    "foreign-word-left-in",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The [[préfet]] closed the road on Friday.",
        "Talks with the [[Betriebsrat]] ended late.",
        "The [[damnificados]] sleep in a school.",
    ),
    passes=(
        "The prefect closed the road on Friday.",
        "The works council (Betriebsrat) met late.",
        "He read “Le Procès” in the train.",
        "The café served crème brûlée.",
        "The Hotel de Ville and the Mairie de Paris were closed.",
        "They called it the “préfet” in jest.",
    ),
)
def foreign_word_left_in(story: Story) -> Iterator[Hit]:
    """A word was left in the source language.

    “The préfet”, “the Betriebsrat”: the reader does not know what it is.

    Words in quotation marks or brackets, words that the story explains in brackets, foreign names and words that
    English has borrowed pass. The words are in ``gazetteers/foreign_words.toml``.
    """
    foreign = table("foreign_words", "words")
    for sentence in story.analysis.sentences:
        text = sentence.plain
        found = tuple(words(text))
        for index, word in enumerate(found):
            if word.text not in foreign or _in_foreign_name(found, index) or _explained(sentence, word, story):
                continue
            english = foreign[word.text]
            yield Hit(
                spans=(sentence.span_at(word.start, word.end),),
                message=f"“{word.text}” was left untranslated; English says “{english}”.",
                suggestions=(english,),
            )


def _in_foreign_name(found: tuple[Word, ...], index: int) -> bool:
    around = [found[i].text for i in (index - 1, index + 1) if 0 <= i < len(found)]
    return any(word.lower() in particles() for word in around)


def _explained(sentence: Sentence, word: Word, story: Story) -> bool:
    """Tell whether the word is quoted, bracketed or explained in brackets."""
    text = sentence.plain
    before, after = text[: word.start], text[word.end :]
    if before.endswith(('"', "'", "(", "[", "*")) or _GLOSS.match(after):
        return True
    bracketed = before.rfind("(") > before.rfind(")")
    span = sentence.span_at(word.start, word.end)
    return bracketed or any(len(q) < 40 and q.covers(span) for q in story.analysis.quotations)
