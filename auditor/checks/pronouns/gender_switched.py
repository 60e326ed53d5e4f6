"""``gender-switched``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.analysis import Gender, Sentence, gender_of, given_gender, persons
from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_LOOK_BACK = 2
"""Sentences before the pronoun that are searched for persons."""


@code_check(
    "gender-switched",
    category=Category.AGREEMENT,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "Ms Ferrand, 58, was fined by the court. [[He]] left without a word.",
        "Mr Oduya chairs the board. [[She]] had joined it in May.",
        "Maria Velo runs the port. [[He]] took office in May.",
        "Its director, Anna Velo, spoke of a strike in Riga. [[He]] added that the port would close.",
    ),
    passes=(
        "Ms Ferrand, 58, was fined by the court. She left without a word.",
        "Ms Ferrand was fined with her driver, Jan Pohl. He left without a word.",
        "Ms Ferrand met the judge. He sent her home.",
        "Andrea Velo runs the port. He took office in May.",
        "“Ms Ferrand is right,” the mayor said. He will resign.",
        "Mr Oduya chairs the board. His wife is a judge. She had joined the court in May.",
        "The court fined Ms Ferrand. Her lawyers were absent. He had a second client, said Paul Roche.",
    ),
)
def gender_switched(story: Story) -> Iterator[Hit]:
    """A woman is taken up as “he”, or a man as “she”.

    French “son” and “lui”, Spanish “su” and a verb without a subject do not show the gender, so an engine guesses, and
    guesses anew in each sentence. The story itself shows it by a title (“Ms”), a word such as “spokesman” or a given
    name (“Maria”; names that go both ways pass).

    Speaks only where that person is the only one named in the two sentences before and the pronoun opens the next.
    Check the person's own usage before correcting.
    """
    sentences = story.analysis.sentences
    for index, sentence in enumerate(sentences):
        pronoun = next((t for t in sentence.doc[:1] if t.lower_ in {"he", "she"} and t.dep_ in _SUBJECTS), None)
        if pronoun is None or not index or story.analysis.in_quotation(span := sentence.span_of(pronoun)):
            continue
        person = _only_person(sentences[max(index - _LOOK_BACK, 0) : index])
        if person is None or any(t.ent_type_ == "PERSON" for t in sentence.tokens) or '"' in sentence.doc.text:
            continue
        gender = _gender(person)
        if gender is None or gender is gender_of(pronoun):
            continue
        right = "She" if gender is Gender.FEMALE else "He"
        yield Hit(
            spans=(span,),
            message=f"“{pronoun.text}” seems to stand for “{_named(person)}”, whom the story shows as "
            f"{gender}; check the pronoun.",
            suggestions=(right,),
            evidence=(Evidence("story", f"no other person is named in the {_LOOK_BACK} sentences before"),),
        )


def _only_person(before: tuple[Sentence, ...]) -> Token | None:
    """Return the one person who is named in the last sentences, as its subject in the last; None if there are more."""
    found = [
        t
        for s in before
        for t in persons(s.doc)
        if t.pos_ == "PROPN" or (t.dep_ not in {"appos", "compound", "attr"} and not _has_name(t))
    ]
    last = [t for t in found if t.doc is before[-1].doc and (t.dep_ in _SUBJECTS or t.head.dep_ in _SUBJECTS)]
    shown = {gender_of(t) for s in before for t in s.tokens if t.pos_ == "PRON"} - {None}
    names = {t.text for t in found} | {t.text for person in found for t in person.lefts}
    strangers = [
        t for s in before for t in s.tokens if t.ent_type_ == "PERSON" and t.pos_ == "PROPN" and t.text not in names
    ]
    if len({t.lemma_.lower() for t in found}) != 1 or len(last) != 1 or strangers:
        return None
    if any('"' in s.doc.text and last[0].text not in {t.text for t in s.tokens} for s in before):
        return None  # the speaker may be named outside
    return last[0] if shown <= {_gender(last[0])} else None


def _has_name(noun: Token) -> bool:
    """Tell whether a name beside ``noun`` says who that is: "its director, Maria Velo"."""
    return any(t.dep_ == "appos" and t.pos_ == "PROPN" and t.ent_type_ == "PERSON" for t in noun.children)


def _gender(person: Token) -> Gender | None:
    """Return the gender that a title, a word or the given name of ``person`` shows."""
    return gender_of(person) or given_gender(person)


def _named(person: Token) -> str:
    return " ".join([*(t.text for t in person.lefts if t.dep_ == "compound"), person.text])
