"""``expectation-as-duty``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity, Span

_EXPECTS = {
    "fr": re.compile(r"\bdevrai(?:t|ent)\b"),
    "es": re.compile(r"\bdeber[ií]an?\b"),
    "de": re.compile(r"\bsollten?\b"),
    "it": re.compile(r"\bdovrebbe(?:ro)?\b"),
    "pt": re.compile(r"\bdeveriam?\b"),
}
"""What is expected or advised: “should”, “is expected to”."""

_OBLIGES = {
    "fr": r"\b(?:(?:doi(?:s|t|vent)|dev(?:ons|ez|ra|ront|oir)|faut|faudra)\b|oblig|impérat|nécessa|exig|indispensabl)",
    "es": r"\b(?:(?:debe[ns]?|deberán?|hay que|tien\w+ que|tendrán? que)\b|obliga|necesa|exig|imprescindible|preciso)",
    "de": r"\b(?:müss|muss|musst|verpflicht|notwendig|nötig|zwing)",
    "it": r"\b(?:(?:dev[eo]|devono|dovrà|dovranno|bisogna)\b|obblig|necess|occorre)",
    "pt": r"\b(?:(?:deve[mr]?|deverá|deverão|t[eê]m? (?:que|de))\b|precis|obriga|necess)",
}
"""What obliges, in the source: there “must” has its own word."""

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

    French “devrait”, Spanish “debería”, German “sollte” and their kin are “should” or “is expected to”; with “must” the
    forecast becomes an order.

    Where the source also obliges somebody (“doit”, “il faut”), “must” may stand for that, and passes.
    """
    spoken = story.spoken
    if spoken not in _EXPECTS:
        return
    for pair in story.source_pairs:
        expected = _EXPECTS[spoken].search(pair.theirs.text)
        duty = _DUTY.search(pair.ours.text)
        if expected and duty and not re.search(_OBLIGES[spoken], pair.theirs_around.text, re.IGNORECASE):
            yield Hit(
                spans=(pair.place(Span(*duty.span())),),
                message=f"The source expects or advises it (“{expected.group()}”): “should” or “is expected to”.",
                suggestions=("should",),
                evidence=(Evidence("source", expected.group()),),
            )
