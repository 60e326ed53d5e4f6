"""Persons to whom a translation gives a country that its source does not: “Russian soldiers” for soldiers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import english_stem, lexicon
from auditor.bilingual.pairs import Pair
from auditor.bilingual.places import NamedPlace, mentions, peoples, stems, told
from auditor.bilingual.plurals import persons
from auditor.bilingual.side import Side
from auditor.languages import language as language_of
from auditor.text import fold

if TYPE_CHECKING:
    from auditor.analysis import Token


def attributed(pair: Pair, whole: Side) -> Iterator[Token]:
    """Yield the words for a people, before several persons, of whose country the ``whole`` source says nothing.

    Not of one, nor of a body or a thing, which a desk explains to its readers (“the Portuguese rival”), and not for
    countries whose language the source is written in. Nothing where the language has no lexicon, which knows peoples.
    """
    if lexicon(pair.theirs.language) is None:
        return
    countries = language_of(pair.theirs.language).countries
    for sentence in pair.sentences:
        for token in sentence.tokens:
            lands = peoples().get(fold(token.lower_), frozenset()) if token.text[0].isupper() else frozenset()
            if not lands or not _describes(token) or any(land.code in countries for land in lands):
                continue
            if not any(_is_told(land, pair, whole) for land in lands):
                yield token


def _describes(word: Token) -> bool:
    """Tell whether a word says of several persons whose they are, with no name beside either."""
    noun = word.head
    several = noun.tag_ == "NNS" and english_stem(noun.lemma_.lower()) in persons()
    if word.dep_ not in {"amod", "compound"} or not several or noun.i < word.i:
        return False
    around = word.doc[max(word.i - 1, 0) : noun.i + 2]
    return not any(t.pos_ == "PROPN" or t.text[0].isupper() for t in around if t.i != word.i and t.i)


def _is_told(land: NamedPlace, pair: Pair, whole: Side) -> bool:
    """Tell whether the source names the country, its people, or a place there, in whatever form."""
    spoken = pair.theirs.language
    if stems(land) & pair.theirs.rendered or told(land, whole.words):
        return True
    return any(place.code == land.code for each in mentions(whole.text, spoken) for place in each.places)
