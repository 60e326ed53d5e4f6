"""``who-its``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_NOT_A_PERSON_YET_WHO = {
    "baby",
    "infant",
    "toddler",
    "child",
    "dog",
    "cat",
    "horse",
    "animal",
    "bird",
    "team",
    "side",
}


@code_check(
    "who-its",
    category=Category.AGREEMENT,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "Ankara has found a neighbour [[who never hides its]] impatience.",
        "The ministry relies on a supplier [[who has doubled its]] prices.",
    ),
    passes=(
        "Ankara has found a neighbour that never hides its impatience.",
        "The minister, who said its budget would double, left the agency on Friday.",
        "The lawyer who founded the firm and its sister company died on Monday.",
        "The official who runs the port signed its new charter.",
    ),
)
def who_its(story: Story) -> Iterator[Hit]:
    """A relative “who” and an “its” speak of the same owner: it is either a person or a thing.

    French “qui … son” marks neither, so an engine picks both at random. Write “that … its” for a
    country or a body, “who … his/her/their” for persons.

    Passes when “its” can mean another thing named in between or before the relative clause.
    """
    for sentence in story.analysis.sentences:
        for who in sentence.tokens:
            its = _own_its(who)
            if its is None:
                continue
            yield Hit(
                spans=(sentence.span_of(who, its),),
                message=f"“who” makes “{who.head.head.text}” a person, “its” makes it a thing; one of them is wrong.",
            )


def _own_its(who: Token) -> Token | None:
    """Return the "its" that the subject "who" must own: in the verb's direct object, nothing in between."""
    verb = who.head
    if (
        who.lower_ != "who"
        or who.dep_ != "nsubj"
        or verb.dep_ != "relcl"
        or verb.lemma_ in {"say", "sign", "join", "lead"}
    ):
        return None
    if verb.head.lemma_.lower() in _NOT_A_PERSON_YET_WHO:
        return None
    for thing in (child for child in verb.children if child.dep_ == "dobj"):
        its = next((child for child in thing.children if child.lower_ == "its"), None)
        if its is not None and not _other_owner(verb, its):
            return its
    return None


def _other_owner(verb: Token, its: Token) -> bool:
    """Tell whether a noun before "its", other than the antecedent, may be the owner."""
    antecedent = verb.head
    names = {t.i for t in antecedent.subtree if t.i < verb.i and t.dep_ in {"compound", "amod", "nmod"}}
    before = its.doc[: its.i]
    return any(
        t.pos_ in {"NOUN", "PROPN"} and t.i not in names and t.i > antecedent.left_edge.i and t != antecedent
        for t in before
    )
