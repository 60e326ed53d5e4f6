"""``number-added``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.analysis import Firmness
from auditor.bilingual.multiples import altered
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Severity


@code_check(
    "number-added",
    category=Category.NUMBER,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("They sold 1200 boats and [[120]] cars.", "Ils ont vendu 1200 bateaux et des voitures.", "fr"),
        Example("The fire destroyed [[430]] houses.", "L'incendie a détruit des maisons.", "fr"),
        Example("The mayor, elected in [[2019]], resigned.", "Der Bürgermeister trat zurück.", "de"),
    ),
    passes=(
        Example("She sings for Sixty One Music.", "Elle chante pour Sixty One Music.", "fr"),
        Example("She sings for Forty Nine.", "Sie singt für Forty Nine.", "de"),
        Example("The fire destroyed 430 houses.", "L'incendie a détruit quatre cent trente maisons.", "fr"),
        Example("She paid 3,000 pesos (150 dollars).", "Pagó 3.000 pesos.", "es"),
        Example("The mayor resigned after one year.", "Der Bürgermeister trat nach einem Jahr zurück.", "de"),
    ),
)
def number_added(story: Story) -> Iterator[Hit]:
    """A figure of the translation is not in the source.

    Somebody has to know where it comes from. Additions in brackets, as conversions are, and small numbers spelled out
    pass. In a free translation, which may come to a figure in its own way, it is only noted.
    """
    for pair in story.source_pairs:
        told = {ours for _, ours in altered(pair)}
        for number in pair.figures.added:
            named = number.text[0].isupper() and number.text in pair.theirs.text  # “Sixty One”, in a name of both
            if number.firmness is Firmness.FIGURES and number not in told and not named:
                yield Hit(
                    spans=(pair.place(number.span),),
                    message=f"The source does not have “{number.text}” here.",
                    severity=Severity.NEUTRAL if pair.is_free else None,
                )
