"""``false-friend-with-source``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.alignment.lexicon import english_stem, lexicon, stemmed_words
from auditor.checks.base import Hit, Story, code_check
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Example, Severity, Span, primary_language

_OPENING = re.compile(r"(?:^|(?<=[.!?:] ))\W*\w")
"""The letter with which a sentence opens, whatever its first word is."""


@code_check(
    "false-friend-with-source",
    category=Category.FALSE_FRIEND,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("The bridge could [[eventually]] close.", "Le pont pourrait éventuellement fermer.", "fr"),
        Example("The plant will [[eventually]] close.", "Das Werk wird eventuell schließen.", "de"),
        Example("The port will [[eventually]] close.", "Eventuell wird der Hafen geschlossen.", "de"),
        Example("The mayor [[assisted]] the ceremony.", "El alcalde asistió a la ceremonia.", "es"),
    ),
    passes=(
        Example("The bridge eventually closed.", "Le pont a fini par fermer.", "fr"),
        Example("The bridge may close.", "Le pont pourrait éventuellement fermer.", "fr"),
        Example("The plant will eventually close.", "Das Werk wird am Ende schließen.", "de"),
        Example("The bridge will eventually close."),
        Example("The parents thanked a relative.", "I genitori hanno ringraziato un parente.", "it"),
        Example("The firm eventually closed.", "L'azienda alla fine chiuse.", "it"),
        Example("They will realise her old dream.", "Vão realizar o seu velho sonho.", "pt"),
    ),
)
def false_friend_with_source(story: Story) -> Iterator[Hit]:
    """The translation has the English look-alike of a source word that means something else.

    The sentence reads well and says something false, which only the source shows. “Éventuellement” is “possibly”, not
    “eventually”. Words that news renders by their look-alike as
    often as not (“demander”, “militant”) are left out.

    Speaks only where the aligned source sentence has the word, and no other one of it that the English renders
    (“genitori” beside “parenti”). The pairs are in ``auditor/languages``.
    """
    pairs = _pairs(primary_language(story.source_language) or "")
    if not pairs or story.source is None:
        return
    for sentence in story.analysis.sentences:
        source = story.source_of(sentence.segment.number)
        if source is None:
            continue
        text, opened_small = sentence.plain, _OPENING.sub(lambda opening: opening.group().lower(), source)
        for target_word, source_word, meaning in pairs:
            here, there = target_word.search(text), source_word.search(source) or source_word.search(opened_small)
            if here is None or there is None or _is_rendered(here.group(), source, Span(*there.span()), story.spoken):
                continue
            yield Hit(
                spans=(sentence.span_at(*here.span()),),
                message=f"“{here.group()}” stands where the source has “{there.group()}”, which means “{meaning}”.",
                evidence=(Evidence("source", there.group()),),
            )


def _is_rendered(english: str, source: str, but: Span, spoken: str) -> bool:
    """Tell whether a word of ``source``, ``but`` that one, is rendered by ``english``."""
    entries, sought = lexicon(spoken), english_stem(english.lower())
    return entries is not None and any(
        sought in entries.renderings(word.stem) for word in stemmed_words(source, spoken) if not word.span.overlaps(but)
    )


@cache
def _pairs(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...]:
    """Return, for a source ``language``, the English words, the source words and their meanings."""
    return tuple(
        (re.compile(rf"\b(?:{each.english})\b", re.IGNORECASE), re.compile(rf"\b(?:{each.word})(?!\w)"), each.meaning)
        for each in language_of(language).false_friends
    )
