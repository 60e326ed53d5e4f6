"""Institutions that a translation says what they are (“Spain’s weather agency”), where the source names them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from auditor.alignment.lexicon import english_stem
from auditor.bilingual.names import Name, english_acronyms, is_place
from auditor.bilingual.places import mentions
from auditor.config import gazetteer, word_list
from auditor.languages import language as language_of
from auditor.model import ENGLISH
from auditor.text import cognate


def glosses(text: str, rendered: Collection[str], others: Iterable[str]) -> Iterator[str]:
    """Yield the nouns of English ``text`` for institutions that nothing in the source answers.

    ``rendered`` are the stems with which the lexicon renders the source, ``others`` its words.
    """
    words = [word.lower() for word in others]
    for found in _nouns().finditer(text):
        noun = found.group().lower()
        if english_stem(noun) not in rendered and not any(cognate(word, noun) for word in words):
            yield noun


def may_be_glossed(name: Name, spoken: str) -> bool:
    """Tell whether ``name``, of the language ``spoken``, may be an institution's: neither a place nor two names."""
    if " ".join(name.words) in _listed() or all(english_acronyms(word, spoken) for word in name.words):
        return True
    return len(name.words) == 1 and not is_place(name.words[0])


def says_where(name: Name, text: str, spoken: str) -> bool:
    """Tell whether ``name`` in English ``text`` may only say where something is, or whose, which the source need not.

    That is a country whose language is ``spoken``, wherever it stands ("in central Portugal", for readers abroad), or
    another place there before what is its own: "Madrid's Prado museum".
    """
    named = mentions(name.span.of(text), ENGLISH)
    countries = language_of(spoken).countries
    if not named or not all(any(place.code in countries for place in each.places) for each in named):
        return False
    own = all(any(place.is_country and place.code in countries for place in each.places) for each in named)
    return own or _owned().match(text, name.span.end) is not None


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_institutions()})\b", re.IGNORECASE)


@cache
def _owned() -> re.Pattern[str]:
    """Return what stands behind a country whose institution or place is meant: “’s weather agency”."""
    institution = rf"(?:['’]s?)?(?:\s[\w.'’-]+){{0,3}}?\s(?:{_institutions()})\b"
    return re.compile(rf"(?i:{institution})|['’]s (?:[a-z]+ )?[A-Z]")


def _institutions() -> str:
    return "|".join((*word_list("people.bodies"), *word_list("people.institutions")))


@cache
def _listed() -> frozenset[str]:
    tables = gazetteer("glosses")
    return frozenset((*tables["seats"], *tables["groups"]))
