"""``possessive-at-odds-with-name``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.analysis import Gender, Sentence, gender_of, given_gender, persons
from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_LOOK_BACK = 2
"""Sentences before that must hold nobody whom the possessive may mean."""


@code_check(
    "possessive-at-odds-with-name",
    category=Category.AGREEMENT,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "Maria Velo, known for [[his]] role in the port strike, has died.",
        "Pedro Borg told reporters of [[her]] wish to leave.",
    ),
    passes=(
        "Maria Velo, known for her role in the port strike, has died.",
        "Pedro Borg met Anna Velo and told reporters of her wish to leave.",
        "Paul Roche was fined. Maria Velo spoke of his case.",
        "Andrea Velo, known for his role in the port strike, has died.",
        "Maria Velo accused the mayor of breaking his word.",
    ),
)
def possessive_at_odds(story: Story) -> Iterator[Hit]:
    """“His” stands beside a woman's name, or “her” beside a man's.

    French “son”, Spanish “su” and Italian “suo” take the gender of the thing, not of the owner; the engine guesses.

    Speaks only where nobody else is mentioned in the sentence before the possessive, nor in the two sentences before,
    whom it may mean. Given names that go both ways and quotations pass. Check the person's own usage before correcting.
    """
    sentences = story.analysis.sentences
    for index, sentence in enumerate(sentences):
        for pronoun in sentence.tokens:
            if pronoun.lower_ not in {"his", "her"} or pronoun.dep_ != "poss":
                continue
            owner = _owner(pronoun)
            if owner is None or story.analysis.in_quotation(span := sentence.span_of(pronoun)):
                continue
            gender = gender_of(owner) or given_gender(owner)
            if gender is None or gender is gender_of(pronoun) or _somebody_else(owner, sentences, index):
                continue
            yield Hit(
                spans=(span,),
                message=f"“{pronoun.text}” seems to stand for “{owner.text}”, a {gender} name; check the pronoun.",
                suggestions=("her" if gender is Gender.FEMALE else "his",),
            )


def _owner(pronoun: Token) -> Token | None:
    """Return the named subject of the clause that is the only person in the sentence so far."""
    before = [t for t in persons(pronoun.doc) if t.i < pronoun.i and t.tag_ != "NNS"]
    pronouns = [t for t in pronoun.doc if t.pos_ == "PRON" and t != pronoun and gender_of(t)]
    named = [t for t in before if t.pos_ == "PROPN" and t.ent_type_ == "PERSON"]
    if len(named) != 1 or pronouns or any(t.ent_type_ == "PERSON" for t in pronoun.doc[pronoun.i :]):
        return None
    owner = named[0]
    titles = [t for t in before if t != owner and t.head != owner and owner.head != t and t not in owner.subtree]
    return owner if owner.dep_ in _SUBJECTS and not titles else None


def _somebody_else(owner: Token, sentences: tuple[Sentence, ...], index: int) -> bool:
    """Tell whether the sentences before mention anybody else."""
    docs = [sentence.doc for sentence in sentences[max(index - _LOOK_BACK, 0) : index]]
    return any(
        t.text != owner.text and (t.pos_ != "PRON" or gender_of(t) is not None)
        for doc in docs
        for t in (*persons(doc), *(t for t in doc if t.pos_ == "PRON" and gender_of(t)))
    )
