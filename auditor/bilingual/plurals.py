"""Persons who are one in the source and several in the translation, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import english_stem, english_words, senses, stem
from auditor.analysis import Tense, tense_of
from auditor.bilingual.pairs import Pair
from auditor.config import word_list
from auditor.languages import language as language_of
from auditor.model import Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_GENERIC = frozenset({"person", "adult", "patient", "citizen", "individual", "member"})
"""Persons of whom one stands for all as often as not."""

_OFFICES = frozenset({"prosecutor", "investigator", "firefighter", "rescuer"})
"""Persons by whom English calls their whole office, which is one in other languages."""

_LIKELIEST = 2
"""Renderings of a noun among which a person has to be."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "pobj"})
_EVENTS = frozenset({Tense.PAST, Tense.PERFECT, Tense.PLUPERFECT})
"""Tenses of what happened once, to somebody; what is true of all is told in the present."""

_OF_ONE = frozenset({"each", "every", "any", "no", "another", "either", "neither", "one", "many"})
"""Determiners with a singular that may stand for a plural."""


@dataclass(frozen=True, slots=True)
class Plurality:
    """An English noun, and the words of the source for it; ``several``: they are a plural."""

    noun: Token
    source: Span
    several: bool


@cache
def persons() -> frozenset[str]:
    """Return the stems of English nouns for persons of whom one does not stand for all."""
    return frozenset(map(english_stem, _names()))


@cache
def _names() -> frozenset[str]:
    return frozenset(word for word in word_list("people.persons") if word not in _GENERIC)


def persons_meant(noun: str, language: str) -> frozenset[str]:
    """Return the stems of the persons who are the likeliest renderings of a noun: a prosecution is no person.

    ``noun`` is a word of ``language`` in small letters, in any form that its lexicon knows.
    """
    likeliest = senses(noun, language)[:_LIKELIEST]
    return persons().intersection(word.stem for sense in likeliest for word in english_words(sense))


def pluralities(pair: Pair) -> Iterator[Plurality]:
    """Yield the persons that something happened to, or who did it, of whom the source has another number.

    Told where each side names them once and no word of a like meaning stands beside.
    """
    forms = _forms(pair.theirs.language)
    if forms is None or pair.coverage is None or not pair.coverage.is_translation:
        return
    text, language = pair.theirs.text, pair.theirs.language
    stems = [word.stem for word in pair.theirs.stemmed]
    tokens = [token for sentence in pair.sentences for token in sentence.tokens]
    for form, several in zip(forms, (False, True), strict=True):
        for found in form.finditer(text):
            own = stem(found["noun"].lower(), language)
            meant = persons_meant(found["noun"].lower(), language) if stems.count(own) == 1 else frozenset()
            nouns = (token for token in tokens if token.pos_ == "NOUN" and token.lemma_.lower() in _names())
            here = [token for token in nouns if english_stem(token.lemma_.lower()) in meant]
            if len(here) == 1 and _is_of(here[0], several=not several):
                yield Plurality(here[0], Span(*found.span()), several)


def _is_of(noun: Token, *, several: bool) -> bool:
    """Tell whether ``noun``, the subject of an event or the one to whom it happens, is surely of that number."""
    if several and noun.lemma_.lower() in _OFFICES:
        return False
    if noun.tag_ != ("NNS" if several else "NN"):
        return False
    if noun.dep_ in _SUBJECTS:
        if tense_of(noun.head) not in _EVENTS:
            return False
    elif several or noun.dep_ not in _OBJECTS or not any(child.lower_ == "the" for child in noun.children):
        return False
    return not any(child.lower_ in _OF_ONE or child.dep_ in {"conj", "nummod", "quantmod"} for child in noun.children)


@cache
def _forms(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    known = language_of(language).plural
    return (re.compile(known.one), re.compile(known.several)) if known.one else None
