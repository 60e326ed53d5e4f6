"""``unit-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.analysis import Firmness, Measure
from auditor.bilingual.pairs import Pair
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity
from auditor.text import in_brackets

_SMALL = 3
"""Numbers up to here are told in many ways."""

_SHARES = "share"
"""The dimension in which units of one size differ: a rise of a percentage point is no rise of a per cent."""

_ALIKE = 1.12
"""Ratio of two units up to which one may be put for the other: tons and tonnes, yards and metres."""

_ORDER = 10
"""Ratio of two units of a kind from which the one for the other is critical: minutes for seconds."""


@code_check(
    "unit-altered",
    category=Category.NUMBER,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        Example("The bridge cost [[430 million dollars]].", "Le pont a coûté 430 millions d'euros.", "fr"),
        Example("The trail is [[20 miles]] long.", "Der Weg ist 20 Kilometer lang.", "de"),
        Example("The tax rises by [[4%]].", "L'imposta sale di 4 punti percentuali.", "it"),
        Example("The pill holds [[50 grams]] of it.", "La píldora contiene 50 miligramos.", "es"),
    ),
    passes=(
        Example(
            "The last storm, in late April, brought barely 12 millimetres.",
            "El último temporal, a finales de abril, apenas dejó doce litros por metro cuadrado.",
            "es",
        ),
        Example(
            "The cyclone, with gusts of up to 210 kilometres (130 miles) per hour, made landfall.",
            "Le cyclone, accompagné de rafales atteignant 210 km/h, a touché terre.",
            "fr",
        ),
        Example("The bridge cost €430 million.", "Le pont a coûté 430 millions d'euros.", "fr"),
        Example("The bridge cost $470 million (€430 million).", "Le pont a coûté 430 millions d'euros.", "fr"),
        Example("The trail is 12 miles long.", "Der Weg ist 20 Kilometer lang.", "de"),
        Example("The trail is 20 kilometres long.", "Der Weg ist 20 km lang.", "de"),
        Example("The tax rises by four percentage points.", "L'imposta sale di 4 punti percentuali.", "it"),
        Example("The ship holds 50 tons.", "O navio leva 50 toneladas.", "pt"),
        Example("She ran 40 kilometres in 40 hours.", "Elle a couru 40 kilomètres en 40 heures.", "fr"),
        Example("About 10% of shops have closed.", "Un negozio su dieci ha chiuso.", "it"),
        Example("They live on $5 a day.", "他们每天靠5美元生活。", "zh"),
        Example("It covers those over 65 and 20% of the rest.", "Il vise les plus de 65 ans et 20 % des autres.", "fr"),
    ),
)
def unit_altered(story: Story) -> Iterator[Hit]:
    """A number is kept, but its currency or unit is another than in the source.

    Euros become dollars, kilometres miles, points of percentage per cents: the figure looks right and is wrong.

    A sum or a measure that is told in another unit with another number is a conversion and passes here (its number is
    tried by ``number-altered``), and so does a pair of units of about the same size. It is minor up to three, and
    where percentage points stand for a percentage, which the source may have meant, and critical where it makes the
    measure ten times as much, or as little.
    """
    for pair in story.source_pairs:
        for theirs, ours in _altered(pair):
            said = theirs.span.of(pair.theirs.text)
            yield Hit(
                spans=(pair.place(ours.span),),
                message=f"The source has “{said}” here, not “{ours.span.of(pair.ours.text)}”.",
                evidence=(Evidence("source", said),),
                severity=_severity(theirs, ours),
            )


def _severity(theirs: Measure, ours: Measure) -> Severity | None:
    if _is_doubtful(theirs, ours):
        return Severity.MINOR
    return Severity.CRITICAL if _are_alike(theirs, ours) and not _alike(theirs, ours, _ORDER) else None


def _are_alike(one: Measure, other: Measure) -> bool:
    """Tell whether the two measure the same: durations, lengths."""
    return not {unit.dimension for unit in one.units}.isdisjoint(unit.dimension for unit in other.units)


def _altered(pair: Pair) -> Iterator[tuple[Measure, Measure]]:
    """Yield the measures of the source with those of the same number and another unit in the translation."""
    ours, theirs = _told(pair.ours.measures), _told(pair.theirs.measures)
    ours = [m for m in ours if not in_brackets(pair.ours.text, m.span.start, "()")]  # what one before comes to
    for one in theirs:
        answers = [other for other in ours if _worth(other) == _worth(one)]
        rivals = [other for other in theirs if _worth(other) == _worth(one)]
        if len(answers) == len(rivals) == 1 and _stands_once(one, pair) and not _alike(one, answers[0]):
            yield one, answers[0]


def _told(found: tuple[Measure, ...]) -> list[Measure]:
    """Return the measures with a unit of their own: that of the next number may not be meant, "over 65 and 20% of"."""
    return [m for m in found if m.number.firmness > Firmness.LOOSE and m.span != m.number.span]


def _worth(measure: Measure) -> object:
    return measure.number.values[0]


def _stands_once(measure: Measure, pair: Pair) -> bool:
    """Tell whether neither text has the number of ``measure`` a second time, where it would count something else."""
    return all(
        sum(number.values[0] == _worth(measure) for number in side.numbers) == 1 for side in (pair.ours, pair.theirs)
    )


def _alike(one: Measure, other: Measure, most: float = _ALIKE) -> bool:
    """Tell whether the two may have the same unit, or units of which one is less than ``most`` times the other.

    A rate may be told by what it is a rate of: “at 160 kilometres” is a speed.
    """
    if one.units & other.units or not _names(one).isdisjoint(unit.of for unit in other.units):
        return True
    return any(
        1 / most < first.size / second.size < most
        for first in one.units
        for second in other.units
        if first.dimension == second.dimension != _SHARES and first.size and second.size
    )


def _is_doubtful(theirs: Measure, ours: Measure) -> bool:
    """Tell whether the number is a small one, or a percentage is told in points."""
    worth = theirs.number.values[0]
    if worth.denominator == 1 and worth <= (1 if _are_alike(theirs, ours) else _SMALL):
        return True
    return "per cent" in _names(theirs) and "percentage points" in _names(ours)


def _names(measure: Measure) -> set[str]:
    return {unit.name for unit in measure.units}
