"""``glossary-term-forbidden``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.checks.terms.held import Held, held_pairs, told
from auditor.checks.terms.wording import TermPlace, Wording
from auditor.model import Category, Confidence, Evidence, Severity, Span, Term, TermKind

_EVICT = Term(TermKind.FORBIDDEN, None, ("decant",), "say who had to move")
_RATE = Term(TermKind.FORBIDDEN, "taux directeur", ("director rate",))
_GOOD_RATE = Term(TermKind.REQUIRED, "taux directeur", ("key rate",))


@code_check(
    "glossary-term-forbidden",
    category=Category.TERMBASE,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        Example("The council [[decanted]] forty tenants.", glossary=(_EVICT,)),
        Example("The [[director rate]] rose.", "Le taux directeur a monté.", "fr", glossary=(_RATE, _GOOD_RATE)),
    ),
    passes=(
        Example("The council moved forty tenants.", glossary=(_EVICT,)),
        Example("The key rate rose.", "Le taux directeur a monté.", "fr", glossary=(_RATE, _GOOD_RATE)),
        Example("The director rate rose.", "Le tarif du directeur a monté.", "fr", glossary=(_RATE, _GOOD_RATE)),
        Example(
            "The wine decanter sold well.",
            glossary=(_EVICT, Term(TermKind.REQUIRED, None, ("wine decanter",))),
        ),
    ),
)
def glossary_term_forbidden(story: Story) -> Iterator[Hit]:
    """The translation has a word that the glossary forbids.

    The desk has ruled the word out: it is unfair, misleading or the trap of a known false friend.

    An entry without a source term speaks wherever its words stand, in any inflection; one with a source term
    only where the aligned source sentence holds it. A longer entry of the glossary, forbidden or not, silences the
    shorter ones in it.
    """
    forbidden = [term for term in story.glossary if term.kind is TermKind.FORBIDDEN]
    if not forbidden:
        return
    wording = Wording(story)
    held = _held_in(story)
    found = [each for term in forbidden for each in _found(term, wording, held)]
    if not found:
        return
    longer = [each.place.span for each in found]
    accepted = (target for term in story.glossary for target in term.accepted)
    longer += [place.span for target in accepted for place in wording.find(target)]
    said: set[Span] = set()
    for each in sorted(found, key=lambda each: each.place.span):
        span = each.place.span
        if span not in said and not any(len(other) > len(span) and other.overlaps(span) for other in longer):
            said.add(span)
            yield _hit(each, story)


@dataclass(frozen=True, slots=True)
class _Found:
    """A forbidden word in the translation, and what the source holds there, if that matters."""

    term: Term
    target: str
    place: TermPlace
    held: Held | None


def _held_in(story: Story) -> dict[int, list[Held]]:
    """Return what the source holds, by the number of the translation's sentence."""
    held: dict[int, list[Held]] = {}
    for pair, found in held_pairs(story):
        for sentence in pair.sentences:
            held.setdefault(sentence.segment.number, []).extend(found)
    return held


def _found(term: Term, wording: Wording, held: dict[int, list[Held]]) -> Iterator[_Found]:
    for target in term.targets:
        for place in wording.find(target):
            here = next((each for each in held.get(place.sentence, ()) if term in each.terms), None)
            if term.source is None or here is not None:
                yield _Found(term, target, place, here)


def _hit(found: _Found, story: Story) -> Hit:
    stands = found.place.span.of(story.target.text)
    wanted: tuple[str, ...] = ()
    asked = ""
    if found.held and (wanted := found.held.accepted):
        asked = f"; for “{found.held.text}” it asks for {' or '.join(f'“{word}”' for word in wanted)}"
    inflected = stands.lower() != found.target.lower()
    return Hit(
        spans=(found.place.span,),
        message=f"“{stands}” is forbidden by the glossary{asked}{told(found.term.note)}.",
        suggestions=() if inflected else tuple(_cased(word, stands) for word in wanted),
        evidence=(Evidence("source", found.held.text),) if found.held else (),
    )


def _cased(word: str, like: str) -> str:
    return word[0].upper() + word[1:] if like[0].isupper() else word
