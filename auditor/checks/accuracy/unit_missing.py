"""``unit-missing``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.analysis import Firmness, Measure, measures, names_unit, numbers, units_of
from auditor.bilingual.pairs import Pair, language, source_pairs
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import ENGLISH, Category, Confidence, Evidence, Severity, Span

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
    spoken = language(story)
    for pair in source_pairs(story):
        for theirs, ours in _bare(pair, spoken):
            yield Hit(
                spans=(pair.place(ours),),
                message=f"The source has “{theirs.span.of(pair.other)}” here; the translation does not say of what.",
                evidence=(Evidence("source", theirs.span.of(pair.other)),),
            )


def _bare(pair: Pair, spoken: str) -> Iterator[tuple[Measure, Span]]:
    """Yield the measures of the source with the number that stands for them without a unit."""
    for theirs in measures(pair.other, spoken):
        kinds = {unit.dimension for unit in theirs.units}
        if theirs.number.firmness is Firmness.LOOSE or len(kinds) > 1 or kinds & _COUNTED or _is_points(theirs):
            continue
        answers = [n for n in numbers(pair.text, ENGLISH) if n.values[0] == theirs.number.values[0]]
        if len(answers) == 1 and not names_unit(pair.around, ENGLISH, units_of(*kinds)):
            yield theirs, answers[0].span


def _is_points(measure: Measure) -> bool:
    """Tell whether it counts points, which a game has as well as a percentage."""
    return any(unit.name == "percentage points" for unit in measure.units)
