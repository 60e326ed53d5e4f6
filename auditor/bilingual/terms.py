"""Terms of two words in the source, and the English phrases that may render them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import Lexicon, english_stem, english_words, foreign_words, lexicon
from auditor.bilingual.pairs import Pair
from auditor.config import word_list
from auditor.languages import language as language_of
from auditor.model import Span
from auditor.text import cognate

if TYPE_CHECKING:
    from auditor.analysis import Sentence, Token

_SHORTEST = 4
"""Letters of a telling word: shorter ones are courtesy titles and acronyms (“Ms”, “EU”), which may vary."""


@dataclass(frozen=True, slots=True)
class SourceTerm:
    """Two words of the source that belong together: their stems, which have capitals, and ``text``, as it stands."""

    stems: tuple[str, str]
    capitals: tuple[bool, bool]
    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """An English noun with its attribute (“finance minister”, “minister of finance”), by their stems.

    ``titled``: both words have capitals; ``office``: the noun is one for a single office or body.
    """

    stems: frozenset[str]
    head: str
    text: str
    span: Span
    titled: bool
    office: bool


@dataclass(frozen=True, slots=True)
class TermTelling:
    """The terms of some sentences of the source, and the phrases of the English that answers them."""

    pair: Pair
    terms: tuple[SourceTerm, ...]
    phrases: tuple[Phrase, ...]


class Rendering:
    """What renders what, between one language and English."""

    def __init__(self, spoken: str, entries: Lexicon) -> None:
        self.spoken = spoken
        self.entries = entries
        self._known: dict[str, frozenset[str]] = {}

    def of(self, word: str) -> frozenset[str]:
        """Return the English stems that render the source ``word``, given as a stem."""
        if word not in self._known:
            self._known[word] = self.entries.renderings(word)
        return self._known[word]

    def answers(self, stem: str, word: str) -> bool:
        """Tell whether the English ``stem`` renders the source ``word``, both given as stems."""
        return stem in self.of(word) or cognate(word, stem)

    def literal(self, phrase: Phrase, term: SourceTerm) -> bool:
        """Tell whether each of the two words of ``phrase`` renders another of the two of ``term``."""
        first, second = term.stems
        return any(
            self.answers(one, first) and self.answers(other, second)
            for one in phrase.stems
            for other in phrase.stems - {one}
        )

    def source_stems(self, text: str) -> frozenset[str]:
        """Return the stems of a source ``text``'s words."""
        return frozenset(word.stem for word in foreign_words(text, self.spoken, self.entries.lines))


def rendering(spoken: str) -> Rendering | None:
    """Return what the lexicon of the language ``spoken`` says; None where terms are not told."""
    entries = lexicon(spoken) if language_of(spoken).inflection.links is not None else None
    return None if entries is None else Rendering(spoken, entries)


def tellings(pairs: Iterable[Pair], known: Rendering) -> Iterator[TermTelling]:
    """Yield the pairs that have terms, with these and the phrases in them."""
    for pair in pairs:
        terms = tuple({term.stems: term for term in _terms(pair.theirs.text, known)}.values())
        if terms:
            yield TermTelling(pair, terms, tuple(p for sentence in pair.sentences for p in _phrases(sentence)))


def english_stems(text: str) -> frozenset[str]:
    """Return the stems of the words of English ``text``."""
    return frozenset(word.stem for word in english_words(text))


def same(one: Phrase, other: Phrase) -> bool:
    """Tell whether two phrases are one but for inflection and derivation: “economic” and “economy”."""
    return all(any(_akin(word, its) for its in other.stems) for word in one.stems)


def both_name(one: Phrase, other: Phrase) -> bool:
    """Tell whether two phrases are names of a kind: both in capitals, or both for an office or a body."""
    return (one.titled and other.titled) or (one.office and other.office)


def _akin(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return cognate(one, other) or (len(shorter) >= _SHORTEST and longer.startswith(shorter))  # Peru, Peruvian


def _terms(text: str, known: Rendering) -> Iterator[SourceTerm]:
    words = foreign_words(text, known.spoken, known.entries.lines)
    for one, other in pairwise(words):
        if one.stem != other.stem and _joined(known.spoken).fullmatch(text[one.span.end : other.span.start]):
            capitals = (text[one.span.start].isupper(), text[other.span.start].isupper())
            yield SourceTerm((one.stem, other.stem), capitals, text[one.span.start : other.span.end])


@cache
def _joined(spoken: str) -> re.Pattern[str]:
    return re.compile(rf"\s{language_of(spoken).inflection.links}")


def _phrases(sentence: Sentence) -> Iterator[Phrase]:
    for noun in sentence.tokens:
        if noun.pos_ in {"NOUN", "PROPN"} and noun.is_alpha:
            yield from (_phrase(sentence, noun, other) for other in _attributes(noun))


def _phrase(sentence: Sentence, noun: Token, attribute: Token) -> Phrase:
    first, last = sorted((noun.i, attribute.i))
    return Phrase(
        stems=frozenset((english_stem(noun.lower_), english_stem(attribute.lower_))),
        head=english_stem(noun.lower_),
        text=sentence.doc[first : last + 1].text,
        span=sentence.span_of(noun, attribute),
        titled=noun.text[0].isupper() and attribute.text[0].isupper(),
        office=noun.lower_ in _offices(),
    )


def _attributes(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.i < noun.i and child.dep_ in {"compound", "amod", "nmod", "poss"} and _tells(child):
            yield child
        elif child.lower_ == "of":
            yield from (t for t in child.children if t.dep_ == "pobj" and _tells(t))


def _tells(token: Token) -> bool:
    return token.is_alpha and len(token) >= _SHORTEST


@cache
def _offices() -> frozenset[str]:
    return frozenset(word_list("people.offices"))
