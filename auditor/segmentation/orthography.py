"""What each language writes with a full stop that ends no sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from auditor.languages import language
from auditor.model import ENGLISH


@dataclass(frozen=True, slots=True)
class Orthography:
    """The lists of one language; ``auditor.languages.Stops`` says what each is for."""

    titles: frozenset[str]
    numbered: frozenset[str]
    clock: frozenset[str]
    calendar: frozenset[str]
    ambiguous: frozenset[str]
    inner: frozenset[str]
    particles: frozenset[str]
    openers: frozenset[str]
    verbs: frozenset[str]
    ordinals: bool


@cache
def orthography(tag: str | None) -> Orthography:
    """Return the lists for a BCP 47 tag: English for ``None``, empty ones for a language without lists."""
    stops = language(tag or ENGLISH).stops
    return Orthography(
        titles=_with_capitals(stops.titles),
        numbered=_with_capitals(stops.numbered),
        clock=_with_capitals(stops.clock),
        calendar=_with_capitals(stops.calendar),
        ambiguous=_with_capitals(stops.ambiguous),
        inner=frozenset(stops.inner),
        particles=frozenset(stops.particles),
        openers=frozenset(stops.openers),
        verbs=_with_capitals(stops.verbs),
        ordinals=stops.ordinals,
    )


def _with_capitals(entries: tuple[str, ...]) -> frozenset[str]:
    return frozenset(entries) | {entry[:1].upper() + entry[1:] for entry in entries if entry.islower()}
