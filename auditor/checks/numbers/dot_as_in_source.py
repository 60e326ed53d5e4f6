"""``dot-as-in-source``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.bilingual.pairs import Pair
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity, Span

_DOTTED = re.compile(r"(?<![\w.,/:@-])[$€£]?(?P<figure>[1-9]\d{0,2}\.\d{3})(?![\w.]*\d|[,:/-]\d)")
"""A figure of four to six digits with a dot before the last three."""

_COMMA = ","
_THOUSAND = 1000


@code_check(
    "dot-as-in-source",
    category=Category.NUMBER_FORMAT,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        Example(
            "The stage ends at the top of the mountain ([[1.567]] m).",
            "L'étape arrive au sommet de la montagne (1.567 m).",
            "fr",
        ),
        Example("The ship can carry [[5.200]] on two decks.", "Das Schiff fasst auf zwei Decks 5.200.", "de"),
    ),
    passes=(
        Example(
            "The stage ends at the top of the mountain (1,567 m).",
            "L'étape arrive au sommet de la montagne (1.567 m).",
            "fr",
        ),
        Example("The runner needed 9.875 seconds.", "Der Läufer brauchte 9,875 Sekunden.", "de"),
        Example("It weighs 1.567 kilos.", "Ele pesa 1,567 quilos.", "pt"),
        Example("Sales came to 1.248 billion euros.", "El grupo facturó 1.248 millones de euros.", "es"),
    ),
)
def dot_as_in_source(story: Story) -> Iterator[Hit]:
    """A figure has the dot between its thousands that the source has.

    In English that is a decimal point: a mountain of 1.567 metres is as high as a child.

    Speaks only beside a source in a language that parts units from tenths by a comma, of figures that stand there digit
    by digit.
    """
    if story.source is None or language_of(story.spoken).writing.decimal != _COMMA:
        return
    for pair in story.source_pairs:
        theirs = {found["figure"] for found in _DOTTED.finditer(pair.theirs.text)}
        for found in _DOTTED.finditer(pair.ours.text):
            figure = found["figure"]
            if figure in theirs and not _is_scaled(pair, Span(*found.span("figure"))):
                right = figure.replace(".", ",")
                yield Hit(
                    spans=(pair.place(Span(*found.span("figure"))),),
                    message=f"“{figure}” is written as in the source; in English it is a decimal: write “{right}”.",
                    suggestions=(right,),
                    evidence=(Evidence("source", figure),),
                )


def _is_scaled(pair: Pair, span: Span) -> bool:
    """Tell whether the number of the translation at ``span`` is one of the source, in another scale: billions."""
    told = [number for number in pair.ours.numbers if number.span.overlaps(span)]
    there = {number.values[0] for number in pair.theirs.numbers}
    return any(number.values[0] >= _THOUSAND and number.values[0] in there for number in told)
