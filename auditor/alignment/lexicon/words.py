"""The words of a sentence that name things, by their stems."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.config import gazetteer, word_list
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span
from auditor.text import LETTERS

LONGEST = 8
"""Characters of the longest word sought in a text without spaces."""

_SHORTEST = 2
_KANA = re.compile("[\u3040-\u309f]+")


@dataclass(frozen=True, slots=True)
class Stemmed:
    """A word as the lexicons know it, by its stem; ``span`` lies in the text that it was found in."""

    stem: str
    span: Span


def english_words(text: str) -> tuple[Stemmed, ...]:
    """Return the words of English ``text`` that name things."""
    return tuple(_spaced(text, ENGLISH, _grammatical()))


def english_stems(words: Iterable[str]) -> frozenset[str]:
    """Return the stems of many English words, of those that name things."""
    parts = {part for word in words for part in ((word,) if word.isalpha() else LETTERS.findall(word))}
    lower = {part.lower() for part in parts if len(part) >= _SHORTEST} - _grammatical()
    return frozenset(map(base, _stems(ENGLISH)(list(lower))))


def english_stem(word: str) -> str:
    """Return the stem of an English ``word`` in lower case, that of its base form where it is irregular."""
    return base(stem(word, ENGLISH))


def base(stem_: str) -> str:
    """Return the stem of the base form for that of an irregular English form, others as they are."""
    return _irregular().get(stem_, stem_)


def foreign_words(text: str, language: str, known: Container[str]) -> tuple[Stemmed, ...]:
    """Return the words of ``text`` that name things; ``known`` are the words or stems of the lexicon."""
    spoken = language_of(language)
    passed_over = frozenset(spoken.function_words)
    if not spoken.writing.spaced:  # there the words are the longest that the lexicon has
        return tuple(_unspaced(text, known, passed_over))
    return tuple(_spaced(text, language, passed_over))


def _spaced(text: str, language: str, passed_over: Container[str]) -> Iterator[Stemmed]:
    for found in LETTERS.finditer(text):
        lower = found.group().lower()
        if len(lower) >= _SHORTEST and lower not in passed_over:
            known = english_stem(lower) if language == ENGLISH else stem(lower, language)
            yield Stemmed(known, Span(*found.span()))


def _unspaced(text: str, known: Container[str], passed_over: Container[str]) -> Iterator[Stemmed]:
    start = 0
    while start < len(text):
        ends = range(min(start + LONGEST, len(text)), start, -1)
        end = next((end for end in ends if text[start:end] in known), None)
        if end is not None:
            word = text[start:end]
            if word not in passed_over and not _KANA.fullmatch(word):
                yield Stemmed(word, Span(start, end))
        start = end or start + 1


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """Return the stem of ``word``, given in lower case; the word itself where no stemmer knows the language."""
    return _stems(language)([word])[0]


@cache
def _stems(language: str) -> Callable[[list[str]], list[str]]:
    """Return what stems words of the language, as they are where no stemmer knows it."""
    name = language_of(language).lexicon.stemmer
    if not name:
        return list
    from Stemmer import Stemmer

    stems: Callable[[list[str]], list[str]] = Stemmer(name).stemWords
    return stems


@cache
def _irregular() -> dict[str, str]:
    tables = gazetteer("grammatical_words")["irregular"].values()
    return {
        stem(form, ENGLISH): stem(whole, ENGLISH)
        for table in tables
        for whole, forms in table.items()
        for form in forms
    }


@cache
def _grammatical() -> frozenset[str]:
    return frozenset(word_list("grammatical_words.en"))
