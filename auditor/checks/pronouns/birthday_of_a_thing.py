"""``birthday-of-a-thing``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.analysis import Kind, kind_of
from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_MARKING = {"celebrate", "mark", "observe", "commemorate", "fete", "toast"}


@code_check(
    "birthday-of-a-thing",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "The bridge, whose first arch [[celebrates his 90th birthday]] in May, will close for repairs.",
        "The treaty [[will mark its 30th birthday]] next week.",
        "The project [[celebrated her 50th birthday]] on Sunday.",
    ),
    passes=(
        "The bridge will mark its 90th anniversary in May.",
        "The queen celebrated her 90th birthday at home.",
        "Anna Keller, whose firm built the bridge, will celebrate her 60th birthday in May.",
        "The town celebrated his 100th birthday with a concert.",
        "Her family celebrated her 18th birthday on the beach.",
    ),
)
def birthday_of_a_thing(story: Story) -> Iterator[Hit]:
    """A thing has a birthday, where English has an anniversary.

    With “his” or “her” the sentence gives the birthday to the wrong one, which is a factual error (critical). French
    “fêter ses 60 ans” and Spanish “cumplir” serve people and things alike.

    Persons, groups celebrating somebody else's birthday, and nouns we cannot tell pass.
    """
    for sentence in story.analysis.sentences:
        for birthday in sentence.tokens:
            owner = _possessive(birthday)
            if owner is None or kind_of(_subject(birthday.head)) is not Kind.THING:
                continue
            verb = birthday.head
            first = min([t for t in verb.children if t.dep_ == "aux"] + [verb], key=lambda t: t.i)
            span = sentence.span_of(first, birthday)
            corrected = span.of(story.target.text).replace(owner.text, "its").replace(birthday.text, "anniversary")
            yield Hit(
                spans=(span,),
                message=f"“{_subject(verb).text}” is a thing: it has an anniversary, not a birthday.",
                suggestions=(corrected,),
                severity=Severity.CRITICAL if owner.lower_ in {"his", "her"} else None,
            )


def _possessive(birthday: Token) -> Token | None:
    """Return the possessive before a "birthday" that some subject celebrates."""
    if birthday.lemma_ != "birthday" or birthday.dep_ != "dobj" or birthday.head.lemma_ not in _MARKING:
        return None
    return next((t for t in birthday.children if t.lower_ in {"his", "her", "its"}), None)


def _subject(verb: Token) -> Token:
    """Return the subject of ``verb``, or the verb itself where it has none."""
    return next((t for t in verb.children if t.dep_ == "nsubj"), verb)
