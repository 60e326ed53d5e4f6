"""``their-for-country``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.analysis import Kind, kind_of
from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

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
        "The Philippines were Spanish for three centuries, and many islands have churches.",
    ),
)
def their_for_country(story: Story) -> Iterator[Hit]:
    """One country or body is told in the plural because its name ends in -s.

    “Les États-Unis”, “les Nations unies” and “les Pays-Bas” are plural in French; in English the United
    States, the United Nations and the Netherlands take “has” and “its”.

    Pairs of countries, peoples, sports sides and the hypothetical “were” pass.
    """
    for sentence in story.analysis.sentences:
        for noun in sentence.doc:
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
                right = {"have": "has", "are": "is", "were": "was"}[verb.lower_]
                yield Hit(
                    spans=(sentence.span_of(verb),),
                    message=f"“{_name(noun)}” is one country or body and takes “{right}”.",
                    suggestions=(right,),
                )


def _plural_name(noun: Token) -> bool:
    alone = not any(child.dep_ == "conj" for child in noun.children)
    named = noun.pos_ == "PROPN" and any(child.lower_ in {"the", "united"} for child in noun.children)
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
    finite = next((t for t in (*verb.lefts, verb) if t.i > noun.i and t.lower_ in {"have", "are", "were"}), None)
    if finite is None or (finite.lower_ == "were" and _hypothetical(noun)) or noun.lower_ == "philippines":
        return None
    return finite


def _hypothetical(noun: Token) -> bool:
    return any(t.lower_ in {"if", "as", "wish", "though", "unless"} for t in noun.doc[: noun.i])
