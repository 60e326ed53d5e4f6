"""How the translation answers a term that its source holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.bilingual.pairs import Pair
from auditor.checks.base import Hit, Story
from auditor.checks.terms.held import Held, held_pairs
from auditor.checks.terms.wording import Wording
from auditor.model import Evidence, Span


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A held term without an accepted translation; ``near`` is where it stands but for capitals and accents."""

    held: Held
    near: tuple[Span, str] | None


def unanswered(story: Story, *, kept: bool) -> Iterator[tuple[Pair, tuple[Unanswered, ...]]]:
    """Yield the linked sentences with the terms that they leave unanswered: those to keep, or those required.

    A term whose forbidden translation is there is not among them: that is said in its own place.
    """
    wording: Wording | None = None
    for pair, held in held_pairs(story):
        wording = wording or Wording(story)
        numbers = wording.around(pair.sentences)
        asked = (each for each in held if each.accepted and each.kept is kept)
        found = tuple(
            Unanswered(each, _near(each, wording, pair))
            for each in asked
            if not _stands((*each.accepted, *each.forbidden), wording, numbers)
        )
        if found:
            yield pair, found


def _stands(targets: tuple[str, ...], wording: Wording, numbers: frozenset[int]) -> bool:
    return any(place.sentence in numbers for target in targets for place in wording.find(target))


def _near(held: Held, wording: Wording, pair: Pair) -> tuple[Span, str] | None:
    numbers = [sentence.segment.number for sentence in pair.sentences]
    return next(((place.span, target) for target in held.accepted for place in wording.near(target, numbers)), None)


def hits(story: Story, *, kept: bool, asks: str) -> Iterator[Hit]:
    """Yield a hit at each form that is nearly right, and one on the sentence for all terms that are not there.

    ``asks`` says what the glossary asks for, with a place for the term and one for its translations.
    """
    for pair, missing in unanswered(story, kept=kept):
        for each in missing:
            if each.near is not None:
                span, target = each.near
                stands = span.of(story.target.text)
                yield Hit(
                    spans=(span,),
                    message=f"“{stands}” is written “{target}” in the glossary{each.held.note}.",
                    suggestions=(target,),
                    evidence=(Evidence("source", each.held.text),),
                )
        absent = [each.held for each in missing if each.near is None]
        if absent:
            yield Hit(
                spans=(pair.span,),
                message=" ".join(
                    asks.format(held.text, " or ".join(f"“{target}”" for target in held.accepted)) + f"{held.note}."
                    for held in absent
                ),
                evidence=tuple(Evidence("source", held.text) for held in absent),
            )
