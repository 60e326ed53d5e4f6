"""``two-terms-as-one``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from auditor.bilingual.terms import (
    Phrase,
    Rendering,
    SourceTerm,
    TermTelling,
    english_stems,
)
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity
from auditor.text import cognate

_SHORTEST = 4
"""Letters of the word that tells two terms apart; shorter ones are mostly verbs and particles."""


@dataclass(frozen=True, slots=True)
class _Name:
    """A phrase with the term of the source that it renders word by word."""

    phrase: Phrase
    term: SourceTerm


@dataclass(frozen=True, slots=True)
class _Place:
    """A phrase where it stands."""

    phrase: Phrase
    telling: TermTelling


@code_check(
    "two-terms-as-one",
    category=Category.TERM_INCONSISTENCY,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "The [[finance minister]] resigned.\n\nThe [[finance minister]] stayed.",
            "Le ministre des Finances a démissionné.\n\nLe ministre du Travail est resté.",
            "fr",
        ),
        Example(
            "The [[labour court]] ruled on Monday.\n\nThe [[labour court]] agreed.",
            "El tribunal de trabajo falló el lunes.\n\nEl tribunal de comercio aceptó.",
            "es",
        ),
    ),
    passes=(
        Example(
            "The finance minister resigned.\n\nThe labour minister stayed.",
            "Le ministre des Finances a démissionné.\n\nLe ministre du Travail est resté.",
            "fr",
        ),
        Example(
            "The finance minister resigned.\n\nThe finance minister left the ministry of labour.",
            "Le ministre des Finances a démissionné.\n\nLe ministre du Travail a quitté le ministère.",
            "fr",
        ),
        Example(
            "The labour court ruled.\n\nThe labour court agreed.",
            "El tribunal de trabajo falló.\n\nEl tribunal del trabajo aceptó.",
            "es",
        ),
        Example(
            "Interest rates rose.\n\nInterest rates are high.",
            "Les taux d'intérêt ont monté.\n\nLes taux directeurs sont élevés.",
            "fr",
        ),
    ),
)
def two_terms_as_one(story: Story) -> Iterator[Hit]:
    """Two offices or bodies of the source have one English name.

    The reader takes them for one, and what the one did for the other's work.

    Told are two terms of the source that share a word (“court of …”): the second is given the name of the first, and
    nothing in the English renders the word that tells them apart. Names in capitals, offices and bodies only; other
    nouns may be synonyms. For French, Spanish, German, Italian, Portuguese and Russian.
    """
    known = story.rendering
    if known is None:
        return
    told: set[frozenset[tuple[str, str]]] = set()
    for first, second in _namesakes(story.tellings, known):
        for other in second.telling.terms:
            pair = frozenset((first.term.stems, other.stems))
            if pair not in told and _taken_for(first, other, second, known):
                told.add(pair)
                yield Hit(
                    spans=(second.phrase.span, first.phrase.span),
                    message=f"“{second.phrase.text}” is “{other.text}” in the source here, but “{first.term.text}” "
                    "elsewhere.",
                    evidence=(Evidence("source", other.text), Evidence("source", first.term.text)),
                )


def _namesakes(every: Sequence[TermTelling], known: Rendering) -> Iterator[tuple[_Name, _Place]]:
    """Yield each name with the term that it renders word by word, and every other place where it stands."""
    places: dict[frozenset[str], list[_Place]] = defaultdict(list)
    for telling in every:
        for phrase in telling.phrases:
            if phrase.office or phrase.titled:
                places[phrase.stems].append(_Place(phrase, telling))
    for namesakes in places.values():
        names: dict[tuple[str, str], _Name] = {}
        for place in namesakes:
            for term in place.telling.terms:
                if known.literal(place.phrase, term):
                    names.setdefault(term.stems, _Name(place.phrase, term))
        yield from product(names.values(), namesakes)


def _taken_for(name: _Name, other: SourceTerm, place: _Place, known: Rendering) -> bool:
    """Tell whether ``other``, a term of the source at ``place``, was given the name of another term."""
    indexes = [index for index in (0, 1) if name.term.stems[index] != other.stems[index]]
    if len(indexes) != 1:
        return False
    (index,) = indexes
    one, its, shared = name.term.stems[index], other.stems[index], other.stems[1 - index]
    renderings = known.of(its)
    if not renderings or renderings & known.of(one) or cognate(one, its):
        return False
    pair = place.telling.pair
    proper = name.term.capitals[index] and other.capitals[index]
    return (
        (proper or place.phrase.office)
        and len(its) >= _SHORTEST
        and known.answers(name.phrase.head, shared)
        and one not in known.source_stems(pair.theirs.text)
        and not any(known.answers(stem, its) for stem in english_stems(pair.ours_around.text))
    )
