"""``expectation-as-duty``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity, Span

_DUTY = re.compile(r"\bmust\b(?! have\b)", re.IGNORECASE)


@code_check(
    "expectation-as-duty",
    category=Category.MISTRANSLATION,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("The bridge [[must]] open in May.", "Le pont devrait ouvrir en mai.", "fr"),
        Example("The talks [[must]] end today.", "Las conversaciones deberían terminar hoy.", "es"),
        Example("The line [[must]] bring in a million.", "Die Strecke sollte eine Million bringen.", "de"),
    ),
    passes=(
        Example("The bridge is expected to open in May.", "Le pont devrait ouvrir en mai.", "fr"),
        Example("The bridge must open in May.", "Le pont doit ouvrir en mai.", "fr"),
        Example("The talks should end today.", "Las conversaciones deberían terminar hoy.", "es"),
        Example("He must have known.", "Er sollte es wissen.", "de"),
    ),
)
def expectation_as_duty(story: Story) -> Iterator[Hit]:
    """“Must” stands for what the source only expects or advises.

    With “must” a forecast becomes an order: write “should” or “is expected to”. That is what French “devrait”, Spanish
    “debería”, German “sollte” and their kin say.

    Where the source also obliges somebody (“doit”, “il faut”), “must” may stand for that, and passes.
    """
    told = language_of(story.spoken).duty
    if not told.expects:
        return
    for pair in story.source_pairs:
        expected = re.search(told.expects, pair.theirs.text)
        duty = _DUTY.search(pair.ours.text)
        if expected and duty and not re.search(told.obliges, pair.theirs_around.text, re.IGNORECASE):
            yield Hit(
                spans=(pair.place(Span(*duty.span())),),
                message=f"The source expects or advises it (“{expected.group()}”): “should” or “is expected to”.",
                suggestions=("should",),
                evidence=(Evidence("source", expected.group()),),
            )
