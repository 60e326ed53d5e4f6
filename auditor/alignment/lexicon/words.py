"""The words of a sentence that name things, by their stems."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.config import gazetteer, word_list
from auditor.model import Span
from auditor.text import LETTERS

ALGORITHMS = {
    "ar": "arabic",
    "cs": "czech",
    "de": "german",
    "en": "english",
    "es": "spanish",
    "fr": "french",
    "hi": "hindi",
    "it": "italian",
    "nl": "dutch",
    "pl": "polish",
    "pt": "portuguese",
    "ru": "russian",
    "sv": "swedish",
}
"""Snowball's stemmer for each language (snowballstem.org)."""

UNSPACED = frozenset({"ja", "zh"})
"""Languages written without spaces: their words are the longest that the lexicon has."""

LONGEST = 8
"""Characters of the longest word sought in a text without spaces."""

_SHORTEST = 2
_KANA = re.compile("[\u3040-\u309f]+")
_PARTICLES = frozenset("的了在是和与也就都而及着或一不有这那他她它我你们与將将把被对对于")


@dataclass(frozen=True, slots=True)
class Stemmed:
    """A word as the lexicons know it, by its stem; ``span`` lies in the text that it was found in."""

    stem: str
    span: Span


def english_words(text: str) -> tuple[Stemmed, ...]:
    """Return the words of English ``text`` that name things."""
    return tuple(_spaced(text, "en", _grammatical()))


def english_stem(word: str) -> str:
    """Return the stem of an English ``word`` in lower case, that of its base form where it is irregular."""
    return base(stem(word, "en"))


def base(stem_: str) -> str:
    """Return the stem of the base form for that of an irregular English form, others as they are."""
    return _irregular().get(stem_, stem_)


def foreign_words(text: str, language: str, known: Container[str]) -> tuple[Stemmed, ...]:
    """Return the words of ``text`` that name things; ``known`` are the words or stems of the lexicon."""
    if language in UNSPACED:
        return tuple(_unspaced(text, known))
    return tuple(_spaced(text, language, frozenset(gazetteer("function_words").get(language, ()))))


def _spaced(text: str, language: str, passed_over: Container[str]) -> Iterator[Stemmed]:
    for found in LETTERS.finditer(text):
        lower = found.group().lower()
        if len(lower) >= _SHORTEST and lower not in passed_over:
            known = english_stem(lower) if language == "en" else stem(lower, language)
            yield Stemmed(known, Span(*found.span()))


def _unspaced(text: str, known: Container[str]) -> Iterator[Stemmed]:
    start = 0
    while start < len(text):
        ends = range(min(start + LONGEST, len(text)), start, -1)
        end = next((end for end in ends if text[start:end] in known), None)
        if end is not None:
            word = text[start:end]
            if word not in _PARTICLES and not _KANA.fullmatch(word):
                yield Stemmed(word, Span(start, end))
        start = end or start + 1


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """Return the stem of ``word``, given in lower case; the word itself where no stemmer knows the language."""
    return _stemmer(language)(word)


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    if language not in ALGORITHMS:
        return str
    from Stemmer import Stemmer

    stemmer = Stemmer(ALGORITHMS[language])
    return lambda word: str(stemmer.stemWord(word))


@cache
def _irregular() -> dict[str, str]:
    table = gazetteer("grammatical_words")["irregular"]
    return {stem(form, "en"): stem(whole, "en") for whole, forms in table.items() for form in forms}


@cache
def _grammatical() -> frozenset[str]:
    return frozenset(word_list("grammatical_words.en"))
