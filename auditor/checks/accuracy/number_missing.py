"""``number-missing``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.analysis import Firmness
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity

_SEVERAL = 2
"""Figures whose loss is more than another way to put it."""


@code_check(
    "number-missing",
    category=Category.NUMBER,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("[[The fire destroyed houses in the valley.]]", "Le feu a détruit 430 maisons dans la vallée.", "fr"),
        Example(
            "[[The plant opened and employs hundreds.]]",
            "Das Werk von 1987 beschäftigt 340 Menschen.",
            "de",
        ),
    ),
    passes=(
        Example(
            "The canal will cut the number of daily transits by a third to 24 because of drought.",
            "El canal reducirá de 36 a 24 el número diario de tránsitos por la sequía.",
            "es",
        ),
        Example(
            "The cabinet has agreed to halve the tax on food to five percent.",
            "Das Kabinett hat sich auf eine Senkung der Steuer auf Lebensmittel von zehn auf fünf Prozent verständigt.",
            "de",
        ),
        Example("The fire destroyed 430 houses.", "L'incendie a détruit 430 maisons.", "fr"),
        Example("The first suspect was held.", "Le suspect no 1 a été arrêté.", "fr"),
        Example("She returned after a decade.", "Elle est revenue après 10 ans.", "fr"),
        Example("Half of the members left.", "50 % des membres sont partis.", "fr"),
    ),
)
def number_missing(story: Story) -> Iterator[Hit]:
    """A number of the source is not in the translation.

    A figure left out is a fact left out: a date, an age, a toll.

    Small words for numbers answer figures (“a decade” for “10 ans”), and a number that moved to the next sentence
    is not lost. A single one is minor, since English has many ways around a number; where several figures are gone, a
    part of the sentence is gone with them, and the finding is major. In a free translation a single one is only noted.
    """
    for pair in story.source_pairs:
        missing = pair.figures.missing
        if not missing:
            continue
        firm = sum(number.firmness is Firmness.FIGURES for number in missing)
        words = ", ".join(f"“{number.text}”" for number in missing)
        yield Hit(
            spans=(pair.span,),
            message=f"The source has {words} here; the translation does not.",
            evidence=tuple(Evidence("source", number.text) for number in missing),
            severity=Severity.MAJOR if firm >= _SEVERAL else Severity.NEUTRAL if pair.is_free else None,
        )
