"""``foreign-word-left-in``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.alignment.lexicon import english_stem, lexicon, stem
from auditor.analysis import Sentence
from auditor.analysis.loans import borrowed
from auditor.analysis.vocabulary import english_words, is_english
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.checks.names.lookup import particles
from auditor.languages import everywhere, language_name
from auditor.model import Category, Confidence, Severity, Span, primary_language
from auditor.text import Word, fold, in_brackets, words

_SHORTEST = 4
"""Letters from which a word that English does not have says something; shorter ones are abbreviations."""

_LATIN = re.compile("[a-z]")
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
        Example("A thick layer of snow [[tassée]] covers the road.", source_language="fr"),
        Example("The bracelets are worn on the [[poignets]].", source_language="fr"),
    ),
    passes=(
        "The prefect closed the road on Friday.",
        "The works council (Betriebsrat) met late.",
        "He read “Le Procès” in the train.",
        "The café served crème brûlée.",
        "The Hotel de Ville and the Mairie de Paris were closed.",
        "They called it the “préfet” in jest.",
        Example("He served sushi in his igloo.", source_language="fr"),
        Example("The fare is 5 reais in Rio and 30 kroner in Oslo.", source_language="pt"),
        Example("The wrestler klitschko won again.", source_language="fr"),
        "The bracelets are worn on the poignets.",
    ),
)
def foreign_word_left_in(story: Story) -> Iterator[Hit]:
    """A word was left in the source language.

    The reader does not know what “the Betriebsrat” is.

    Words in quotation marks or brackets, words that the story explains in brackets, foreign names and words that
    English has borrowed pass. Known are the words listed in ``auditor/languages`` and, where the language of
    the source is given and has a lexicon, all lower-case words that it renders otherwise and that no large English
    dictionary has. A plain one of these is minor: it may be English that is rarely met.
    """
    spoken = primary_language(story.source_language) or ""
    beside_source = story.source is not None
    listed = everywhere("leftovers")
    for sentence in story.analysis.sentences:
        found = tuple(words(sentence.plain))
        for index, word in enumerate(found):
            english = listed.get(word.text, "")
            if not (english or _looks_foreign(word.text, spoken)):
                continue
            if beside_source and not _LATIN.search(word.text):
                continue  # a whole sentence, most likely: it is told as one stretch where it is found in the source
            if not (_in_foreign_name(found, index) or _explained(sentence, word, story)):
                yield _hit(sentence.span_at(word.start, word.end), word.text, english, spoken)


def _hit(span: Span, word: str, english: str, spoken: str) -> Hit:
    if english:
        return Hit(
            spans=(span,),
            message=f"“{word}” was left untranslated; English says “{english}”.",
            suggestions=(english,),
        )
    return Hit(
        spans=(span,),
        message=f"“{word}” is no English word, but looks {language_name(spoken)}: left untranslated?",
        severity=Severity.MINOR if word.isascii() else None,
    )


def _looks_foreign(word: str, spoken: str) -> bool:
    """Tell whether ``word`` is none of English, but one that the lexicon of the language ``spoken`` renders."""
    if len(word) < _SHORTEST or not (word.isalpha() and word.islower()):
        return False
    if is_english(word) or is_english(fold(word)) or borrowed(word) or _compound(word):
        return False
    entries = lexicon(spoken)
    known = stem(word, spoken)
    if entries is None or known not in entries.lines:
        return False
    renderings = entries.renderings(known)
    return bool(renderings) and english_stem(word) not in renderings  # a name is rendered with itself


def _compound(word: str) -> bool:
    """Tell whether two English words make up ``word``, as in “barcode”."""
    cuts = range(_SHORTEST - 1, len(word) - _SHORTEST + 2)
    return any(word[:cut] in english_words() and word[cut:] in english_words() for cut in cuts)


def _in_foreign_name(found: tuple[Word, ...], index: int) -> bool:
    around = [found[i].text for i in (index - 1, index + 1) if 0 <= i < len(found)]
    return any(word.lower() in particles() for word in around)


def _explained(sentence: Sentence, word: Word, story: Story) -> bool:
    """Tell whether the word is quoted, bracketed or explained in brackets."""
    text = sentence.plain
    before, after = text[: word.start], text[word.end :]
    if before.endswith(('"', "'", "(", "[", "*")) or _GLOSS.match(after):
        return True
    bracketed = in_brackets(text, word.start)
    quotation = story.analysis.quotation_around(sentence.span_at(word.start, word.end))
    return bracketed or (quotation is not None and len(quotation) < 40)
