"""``their-for-country``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.analysis import Kind, kind_of
from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_SINGULAR = {
    "have": "has",
    "are": "is",
    "were": "was",
    "do": "does",
    "go": "goes",
    "launch": "launches",
    "reach": "reaches",
}
"""The forms that a final -s alone does not give."""

_PLURAL_NAMES = {"states", "nations", "emirates", "netherlands", "philippines"}


@code_check(
    "their-for-country",
    category=Category.AGREEMENT,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "For [[their part, the Netherlands]] signed the accord on Friday.",
        "For [[their part, the United Nations]] called for calm.",
        "The United States [[have]] closed the consulate.",
        "The United Nations [[were]] not consulted.",
        "The United States [[plan]] to close the consulate.",
    ),
    passes=(
        "For its part, the Netherlands signed the accord on Friday.",
        "For their part, the Netherlands and Belgium signed the accord.",
        "For their part, the Dutch signed the accord.",
        "The United States has closed the consulate.",
        "The United States and China have closed their consulates.",
        "The two states have signed.",
        "Officials from the United States have left.",
        "If the United States were to leave, the pact would fail.",
        "Experts in the United States plan for the worst.",
        "These United States have seen worse.",
        "It is vital that the United Nations take the lead.",
        "The Philippines were Spanish for three centuries, and many islands have churches.",
    ),
)
def their_for_country(story: Story) -> Iterator[Hit]:
    """One country or body is told in the plural because its name ends in -s.

    In English the United States, the United Nations and the Netherlands take “has” and “its”. French has them in the
    plural (“les États-Unis”).

    Pairs of countries, peoples, sports sides and the hypothetical “were” pass.
    """
    for sentence in story.analysis.sentences:
        for noun in sentence.tokens:
            if noun.dep_ not in {"nsubj", "nsubjpass"} or not _plural_name(noun):
                continue
            their = _their_part(noun)
            if their is not None:
                span = sentence.span_of(their, noun)
                yield Hit(
                    spans=(span,),
                    message=f"“{_name(noun)}” is one country or body: “for its part”, not “their”.",
                    suggestions=("its" + span.of(story.target.text)[len("their") :],),
                )
            verb = _plural_verb(noun)
            if verb is not None:
                right = _SINGULAR.get(verb.lower_) or f"{verb.lower_}s"
                yield Hit(
                    spans=(sentence.span_of(verb),),
                    message=f"“{_name(noun)}” is one country or body and takes “{right}”.",
                    suggestions=(right,),
                )


def _plural_name(noun: Token) -> bool:
    alone = not any(child.dep_ == "conj" for child in noun.children)
    named = noun.pos_ == "PROPN" and any(child.lower_ in {"the", "united"} for child in noun.children)
    before = {child.lower_ for child in noun.children}
    named = (
        named and not before & {"these", "those"} and ("united" in before or noun.lower_ not in {"states", "nations"})
    )
    return alone and named and noun.lower_ in _PLURAL_NAMES and kind_of(noun) in {Kind.COUNTRY, Kind.BODY}


def _name(noun: Token) -> str:
    return noun.doc[noun.left_edge.i : noun.i + 1].text


def _their_part(noun: Token) -> Token | None:
    """Return the "their" of a "for their part" that speaks of ``noun``."""
    for token in noun.doc[: noun.left_edge.i]:
        if token.lower_ == "their" and token.head.lower_ in {"part", "side"} and token.head.head.head == noun.head:
            return token
    return None


def _plural_verb(noun: Token) -> Token | None:
    verb = noun.head
    finite = next((t for t in (*verb.lefts, verb) if t.i > noun.i and (t.lower_ == "were" or t.tag_ == "VBP")), None)
    if (
        finite is None
        or not _next_to(noun, finite)
        or (finite.lower_ == "were" and _hypothetical(noun))
        or noun.lower_ == "philippines"
    ):
        return None
    return finite


def _next_to(noun: Token, finite: Token) -> bool:
    """Tell whether the verb follows its subject at once or after an adverb, so that nothing else can be its subject."""
    if finite.lower_ not in _SINGULAR and noun.left_edge.i and noun.left_edge.nbor(-1).lower_ in {"that", "let", "to"}:
        return False  # "it is vital that the United Nations take the lead"
    inverted = any(t.dep_ == "aux" and t.i < noun.i for t in noun.head.children)
    return not inverted and all(t.pos_ == "ADV" for t in noun.doc[noun.i + 1 : finite.i])


def _hypothetical(noun: Token) -> bool:
    return any(t.lower_ in {"if", "as", "wish", "though", "unless"} for t in noun.doc[: noun.i])
