"""Companies, papers and channels of a source whose name a translation tells as the word that it also is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.alignment.lexicon import english_stem
from auditor.bilingual.institutions import Exchange
from auditor.bilingual.names import held, renderings
from auditor.bilingual.side import Side
from auditor.languages import language as language_of
from auditor.model import Span
from auditor.text import cognate

_CAPITAL = re.compile(r"(?<=[\w,] )[A-Z][a-z]+\b")
"""A capitalised word inside a sentence."""


_WITH_ARTICLE = re.compile(r"\bThe (?P<word>[A-Z][a-z]+)\b")
_IN_NAME = re.compile(r"\b(?!The\b)[A-Z][a-z]+ $")
"""The word before one that does not begin a name."""


def translated_brands(ours: Side, theirs: Side, ours_around: Side) -> Iterator[Exchange]:
    """Yield the names that ``theirs`` says are a company's or a paper's, and ``ours`` has as an English word."""
    spoken = theirs.language
    for brand in _brands(spoken).finditer(theirs.text):
        group = "name" if brand["name"] else "paper"
        *article, name = brand[group].split()
        told = _WITH_ARTICLE.search(ours.text) if article else None
        if told and english_stem(told["word"].lower()) in renderings(name, spoken):
            yield Exchange(Span(*told.span()), Span(*brand.span(group)))
            continue
        if any(held(word, (name,)) for word in ours_around.words):
            continue
        meanings = renderings(name, spoken)
        for word in _CAPITAL.finditer(ours.text):
            if _IN_NAME.search(ours.text, 0, word.start()):
                continue  # a party is known by what its name says: “the United Republican Right”
            if english_stem(word.group().lower()) in meanings and not cognate(word.group().lower(), name.lower()):
                yield Exchange(Span(*word.span()), Span(*brand.span(group)))
                break


@cache
def _brands(language: str) -> re.Pattern[str]:
    known = language_of(language).names.brands
    return re.compile(known or r"(?!)")
