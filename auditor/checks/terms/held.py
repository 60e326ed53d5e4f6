"""Which terms of the glossary a source sentence holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from auditor.bilingual.pairs import Pair
from auditor.checks.base import Story
from auditor.checks.terms.inflection import even, source_pattern
from auditor.model import Span, Term, TermKind, primary_language
from auditor.text import fold

_PREFIX = 3
"""Letters of a term's first word that its inflections share; they tell soon that a term is not in a story."""


@dataclass(frozen=True, slots=True)
class Held:
    """What the source says at one place, and the entries of the glossary for exactly these words."""

    text: str
    terms: tuple[Term, ...]

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every accepted translation, best first."""
        return tuple(dict.fromkeys(target for term in self.terms for target in term.accepted))

    @property
    def forbidden(self) -> tuple[str, ...]:
        """Every translation that must not stand."""
        return tuple(target for term in self.terms if term.kind is TermKind.FORBIDDEN for target in term.targets)

    @property
    def kept(self) -> bool:
        """Whether the words stay as they are."""
        return any(term.kind is TermKind.KEEP for term in self.terms)

    @property
    def note(self) -> str:
        """What the desk notes of them, as the end of a sentence."""
        return told(next((term.note for term in self.terms if term.note), ""))


def told(note: str) -> str:
    """Return a note as it follows the words of a message."""
    return f" ({note.rstrip('.')})" if note else ""


def held_pairs(story: Story) -> Iterator[tuple[Pair, tuple[Held, ...]]]:
    """Yield the linked sentences whose source holds terms, with these; of terms that overlap, the longest."""
    if story.source is None or not story.glossary:
        return
    spoken = story.spoken
    terms = _in_play(story.glossary, spoken, story.source.text)
    if not terms:
        return
    for pair in story.source_pairs:
        if found := tuple(_held(pair.theirs.text, terms, spoken)):
            yield pair, found


@lru_cache(maxsize=4)
def _in_play(glossary: tuple[Term, ...], spoken: str, text: str) -> tuple[Term, ...]:
    """Return the terms for the language whose first letters are somewhere in the source."""
    known = fold(text)
    return tuple(
        term
        for term in glossary
        if term.source
        and (not spoken or primary_language(term.source_language) in (None, spoken))
        and fold(term.source.split()[0])[:_PREFIX] in known
    )


def _held(source: str, terms: tuple[Term, ...], spoken: str) -> Iterator[Held]:
    text = even(source)
    places: dict[Span, list[Term]] = {}
    for term in terms:
        for found in source_pattern(term.source or "", spoken).finditer(text):
            places.setdefault(Span(*found.span()), []).append(term)
    told: list[Span] = []
    for place in sorted(places, key=lambda span: (-len(span), span)):
        if not any(place.overlaps(longer) for longer in told):
            told.append(place)
    seen: set[tuple[Term, ...]] = set()
    for place in sorted(told):
        here = tuple(places[place])
        if here not in seen:
            seen.add(here)
            yield Held(place.of(text), here)
