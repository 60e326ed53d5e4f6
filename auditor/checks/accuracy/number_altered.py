"""``number-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.analysis import Number
from auditor.checks.accuracy.figures import differences
from auditor.checks.accuracy.linked import language, source_pairs
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity


@code_check(
    "number-altered",
    category=Category.NUMBER,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        Example("The fire destroyed [[340]] houses.", "L'incendie a détruit 430 maisons.", "fr"),
        Example("The loan is worth [[3.2 million]] euros.", "Le prêt atteint 3,2 milliards d'euros.", "fr"),
        Example("The gates open at [[8:30 pm]].", "Die Tore öffnen um 19.30 Uhr.", "de"),
    ),
    passes=(
        Example("The fire destroyed 1,430 houses.", "L'incendie a détruit 1 430 maisons.", "fr"),
        Example("Debt reached 3.5 billion euros.", "La deuda llegó a 3.500 millones de euros.", "es"),
        Example("The gates open at 7:30 pm.", "Die Tore öffnen um 19.30 Uhr.", "de"),
        Example("Nearly 2,000 people came.", "1.957 Menschen kamen.", "de"),
        Example("A quarter of the 250,000 votes were void.", "Duecentocinquantamila voti, il 25% nulli.", "it"),
        Example("The pipe is 12 miles long.", "Le tuyau mesure 20 kilomètres.", "fr"),
    ),
)
def number_altered(story: Story) -> Iterator[Hit]:
    """A number says something else than the source.

    Wrong figures are what corrections are printed for. Numbers are compared as values, sentence by sentence:
    “1 430”, “1.430” and “1,430” are the same, a milliard is a billion, and 19.30 Uhr is 7:30 pm.

    Rounded numbers that are said to be rounded, measures and sums converted to another unit, and additions in
    brackets pass.
    """
    spoken = language(story)
    for pair in source_pairs(story):
        for theirs, ours in differences(pair, spoken).altered:
            yield Hit(
                spans=(pair.place(ours.span),),
                message=f"The source has “{theirs.text}” here, not “{ours.text}”.",
                evidence=(Evidence("source", theirs.text),),
                severity=Severity.CRITICAL if _wrong_scale(theirs, ours) else None,
            )


def _wrong_scale(theirs: Number, ours: Number) -> bool:
    """Tell whether the numbers differ by thousands: millions for billions."""
    one, other = theirs.values[0], ours.values[0]
    return one > 0 and other > 0 and one != other and max(one, other) / min(one, other) in {10**3, 10**6, 10**9}
