"""Words of a source that change who or what is meant, of which the translation has nothing: "former", "alleged"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import english_stem, senses
from auditor.bilingual.pairs import Pair
from auditor.bilingual.plurals import persons, persons_meant
from auditor.bilingual.side import Side
from auditor.languages import Capitals
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span

if TYPE_CHECKING:
    from auditor.analysis import Token


_OF_VERBS = frozenset(
    {"promised", "earlier", "planned", "unreal", "possible", "perhaps", "avoided", "alleged", "considered", "seriously"}
)
"""Kinds that a translation says with the verb itself, or not at all."""

_UNDONE = frozenset({"avoided", "omitted"})
"""Kinds of what was not done."""

_KNOWN = 10
"""Words that the lexicon knows from which two sentences that hardly answer each other are no translation."""


@dataclass(frozen=True, slots=True)
class Unqualified:
    """Where the source qualifies something, and the English word for what it qualifies; None: the whole sentence.

    ``undone``: what the translation says was done was not.
    """

    source: Span
    noun: Token | None
    undone: bool


def unqualified(pair: Pair) -> Iterator[Unqualified]:
    """Yield the first qualifier of each kind that nothing in the translation, or in a sentence beside it, may render.

    One that belongs to a verb must be rendered in its own sentence.
    Of a person only where the translation names that person once, by the noun that the source qualifies.
    """
    if pair.coverage is not None and pair.coverage.known >= _KNOWN and not pair.coverage.is_translation:
        return
    answers = _compiled(ENGLISH)
    names_alone = language_of(pair.theirs.language).writing.capitals is Capitals.NAMES
    for kind, form in _compiled(pair.theirs.language).items():
        told = list(form.finditer(pair.theirs.text))
        ours = pair.ours if kind in _OF_VERBS else pair.ours_around
        for found in told if told and not answers[kind].search(ours.text) else ():
            if found.start() and names_alone and found.group()[0].isupper():
                continue  # “Porto Salvo”
            word = found.group(found.lastindex) if found.lastindex else ""
            here = _named(word, pair) if word else [None]
            if len(here) == 1:
                yield Unqualified(Span(*found.span()), here[0], kind in _UNDONE)
                break


def leaves_open(side: Side) -> bool:
    """Tell whether a text says of something that it may be, and no more: “pourrait”, „vielleicht“."""
    forms = _compiled(side.language)
    return any(kind in forms and forms[kind].search(side.text) for kind in ("possible", "perhaps"))


def _named(word: str, pair: Pair) -> list[Token | None]:
    """Return the nouns of the translation that may stand for the person whom ``word`` of the source names.

    A word of a writing without spaces that the lexicon lacks may be any of the persons.
    """
    language = pair.theirs.language
    any_person = not language_of(language).writing.spaced and not senses(word, language)
    meant = persons() if any_person else persons_meant(word.lower(), language)
    tokens = (token for sentence in pair.sentences for token in sentence.tokens)
    nouns = (token for token in tokens if token.pos_ in {"NOUN", "PROPN"} and token.is_alpha)
    return [noun for noun in nouns if english_stem(noun.lemma_.lower()) in meant]


@cache
def _compiled(language: str) -> Mapping[str, re.Pattern[str]]:
    known = language_of(language)
    edges = (r"(?<![\w-])", r"(?!\w)") if known.writing.spaced else ("", "")
    return {
        kind: re.compile(f"{edges[0]}(?:{form}){edges[1]}", re.IGNORECASE) for kind, form in known.qualifiers.items()
    }
