"""``unit-missing``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.analysis import Firmness, Measure, units_of
from auditor.bilingual.pairs import Pair
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity, Span

_COUNTED = frozenset({"time", "temperature"})
"""Dimensions whose unit English leaves out: “aged 30”, “by noon”, “into the 30s”."""


@code_check(
    "unit-missing",
    category=Category.OMISSION,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("The bridge cost [[430 million]].", "Le pont a coûté 430 millions d'euros.", "fr"),
        Example("The wall is [[12]] high.", "Die Mauer ist 12 Meter hoch.", "de"),
    ),
    passes=(
        Example("The bridge cost €430 million.", "Le pont a coûté 430 millions d'euros.", "fr"),
        Example("The bridge cost 430 to 450 million euros.", "Le pont coûtera de 430 à 450 millions d'euros.", "fr"),
        Example("She left at 30.", "Elle est partie à 30 ans.", "fr"),
        Example("Nobody paid the 430 million, in euros, for it.", "Personne n'a payé 430 millions d'euros.", "fr"),
    ),
)
def unit_missing(story: Story) -> Iterator[Hit]:
    """A sum or a measure has lost its currency or its unit.

    “The bridge cost 430 million” says nothing until the reader knows of what.

    Speaks only where the number stands bare and the translation has no such unit, nor another of its kind, in the
    sentence or beside it. Ages, spans of time and temperatures pass: English often tells them without a unit.
    """
    for pair in story.source_pairs:
        for measure, ours in _bare(pair):
            theirs = measure.span.of(pair.theirs.text)
            yield Hit(
                spans=(pair.place(ours),),
                message=f"The source has “{theirs}” here; the translation does not say of what.",
                evidence=(Evidence("source", theirs),),
            )


def _bare(pair: Pair) -> Iterator[tuple[Measure, Span]]:
    """Yield the measures of the source with the number that stands for them without a unit."""
    for theirs in pair.theirs.measures:
        kinds = {unit.dimension for unit in theirs.units}
        if theirs.number.firmness is Firmness.LOOSE or len(kinds) > 1 or kinds & _COUNTED or _is_points(theirs):
            continue
        answers = [n for n in pair.ours.numbers if n.values[0] == theirs.number.values[0]]
        if any(n.ordinal for n in answers):
            continue  # “a tenth” for ten per cent
        if len(answers) == 1 and not pair.ours_around.names_unit(units_of(*kinds)):
            yield theirs, answers[0].span


def _is_points(measure: Measure) -> bool:
    """Tell whether it counts points, which a game has as well as a percentage."""
    return any(unit.name == "percentage points" for unit in measure.units)
