"""``number-altered``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.analysis import Number
from auditor.bilingual.counted import same_thing
from auditor.bilingual.derived import SCALES, YEARS
from auditor.bilingual.multiples import altered, ordinals_altered, parts_altered, parts_turned, shares_lost
from auditor.bilingual.pairs import Pair
from auditor.bilingual.side import Side
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity

_SMALL = 3
"""Numbers up to here stand in idioms and are told in many ways."""

_IN_WORDS = (altered, parts_turned, ordinals_altered, parts_altered, shares_lost)
"""What tells numbers in words that are others in the translation."""

_TENS = frozenset(10**digits for digits in range(1, 10))
"""Ratios of two numbers that have the same figures: a comma slipped, or a million stands for a billion."""

_FAR = 20
"""Ratio of two numbers beyond which neither was put for the other."""


@code_check(
    "number-altered",
    category=Category.NUMBER,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        Example("The fire destroyed [[340]] houses.", "L'incendie a détruit 430 maisons.", "fr"),
        Example("The loan is worth [[3.2 million]] euros.", "Le prêt atteint 3,2 milliards d'euros.", "fr"),
        Example("[[Ten]] patients had to wait.", "Jeder zehnte Patient musste warten.", "de"),
        Example("The gates open at [[8:30 pm]].", "Die Tore öffnen um 19.30 Uhr.", "de"),
    ),
    passes=(
        Example("The fire destroyed 1,430 houses.", "L'incendie a détruit 1 430 maisons.", "fr"),
        Example("Debt reached 3.5 billion euros.", "La deuda llegó a 3.500 millones de euros.", "es"),
        Example("Ten percent of patients had to wait.", "Jeder zehnte Patient musste warten.", "de"),
        Example("About 10% of employees work nights.", "Un salarié sur dix travaille la nuit.", "fr"),
        Example("The gates open at 7:30 pm.", "Die Tore öffnen um 19.30 Uhr.", "de"),
        Example("Nearly 2,000 people came.", "1.957 Menschen kamen.", "de"),
        Example("A quarter of the 250,000 votes were void.", "Duecentocinquantamila voti, il 25% nulli.", "it"),
        Example("The dig cost 5,352 euros.", "Les fouilles ont coûté 5 mille 352 euros.", "fr"),
        Example("The talks lasted two and a half years.", "Les discussions ont duré deux ans et demi.", "fr"),
        Example("They marked the one hundred fiftieth anniversary.", "Ils ont fêté le 150e anniversaire.", "fr"),
        Example("The pipe is 12 miles long.", "Le tuyau mesure 20 kilomètres.", "fr"),
    ),
)
def number_altered(story: Story) -> Iterator[Hit]:
    """A number says something else than the source.

    Wrong figures are what corrections are printed for. Numbers are compared as values, sentence by sentence:
    “1 430”, “1.430” and “1,430” are the same, a milliard is a billion, and 19.30 Uhr is 7:30 pm.

    Rounded numbers that are said to be rounded, measures and sums converted to another unit, and additions in
    brackets pass. It is minor where the two may not belong together: up to three, a figure against a word, numbers far
    apart, or any in a free translation. Another power of ten, millions for billions, is critical.
    """
    for pair in story.source_pairs:
        for theirs, ours in pair.figures.altered:
            yield Hit(
                spans=(pair.place(ours.span),),
                message=f"The source has “{theirs.text}” here, not “{ours.text}”.",
                evidence=(Evidence("source", theirs.text),),
                severity=_severity(theirs, ours, pair),
            )
        for theirs, ours in dict.fromkeys(couple for tell in _IN_WORDS for couple in tell(pair)):
            yield Hit(
                spans=(pair.place(ours.span),),
                message=f"The source has “{theirs.text}” here; “{ours.text}” is another amount.",
                evidence=(Evidence("source", theirs.text),),
            )


def _severity(theirs: Number, ours: Number, pair: Pair) -> Severity | None:
    one, other = theirs.values[0], ours.values[0]
    ratio = max(one, other) / min(one, other) if min(one, other) > 0 else None
    if ratio in SCALES:
        return Severity.CRITICAL
    if _belong_together(theirs, ours, pair):
        return Severity.CRITICAL if ratio in _TENS else None
    idiom = min(one, other) <= _SMALL
    odd = theirs.firmness is not ours.firmness
    far = ratio is None or ratio > _FAR
    free = pair.is_free and ratio not in _TENS
    return Severity.MINOR if idiom or odd or far or free else None


def _belong_together(theirs: Number, ours: Number, pair: Pair) -> bool:
    """Tell whether the two surely stand in each other's place: by the hands of the clock, or by what they count."""
    if theirs.clock is not None and ours.clock is not None:
        return True
    if "century" in _kind(theirs, pair.theirs) & _kind(ours, pair.ours):
        return True
    alone = _is_alone(theirs, pair.theirs) and _is_alone(ours, pair.ours)
    return (alone and _kind(theirs, pair.theirs) == _kind(ours, pair.ours)) or same_thing(pair, theirs, ours)


def _kind(number: Number, side: Side) -> frozenset[str]:
    """Return what ``number`` measures, if it does, or that it is a year or a century."""
    if _of_age(number, side):
        return frozenset({"century"})
    measured = {unit.dimension for unit in side.units_of(number)}
    return frozenset(measured or ({"year"} if number.values[0] in YEARS else ()))


def _of_age(number: Number, side: Side) -> bool:
    """Tell whether a word for a century stands beside ``number``."""
    ages = language_of(side.language).numerals.ages.split()
    around = (
        side.text[: number.span.start].split()[-1:] + re.split(r"[\s-]", side.text[number.span.end :], maxsplit=2)[1:2]
    )
    return any(word.lower().rstrip(".,;:") in ages for word in around)


def _is_alone(number: Number, side: Side) -> bool:
    """Tell whether ``side`` has no other number."""
    return all(other is number or other.values[0] == 1 for other in side.numbers)
