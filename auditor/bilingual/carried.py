"""Persons who were named before and are taken up by a pronoun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from auditor.analysis import Gender, gender_of, given_gender, persons
from auditor.bilingual.names import Name, is_place, renderings
from auditor.bilingual.pairs import Pair
from auditor.bilingual.persons import Shown, has_noun_in_front, may_be_a_woman
from auditor.bilingual.places import mentions
from auditor.model import ENGLISH

if TYPE_CHECKING:
    from auditor.analysis import Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_BESIDE = {"appos", "compound", "nmod"}
_LOOK_BACK = 2
"""Sentences, of the same paragraph, in which the person must have been named."""


def wrongly_taken_up(pairs: Sequence[Pair]) -> Iterator[tuple[Pair, Token, Gender, str]]:
    """Yield each “he” for the woman, or “she” for the man, who alone was named before, and what shows it.

    The sentence names nobody and opens no clause with a noun, and its source shows nobody of the pronoun's gender. The
    person is the only one named in the sentences before, in the same paragraph; the source shows the gender there by a
    noun or a form, or the translation by the given name.
    """
    for index, pair in enumerate(pairs):
        pronoun = _only_pronoun(pair)
        if pronoun is None or has_noun_in_front(pair.theirs.text, pair.theirs.language):
            continue
        if any(_may_be_somebody(name, pair) for name in pair.theirs.names):
            continue
        ours = gender_of(pronoun)
        if any(mark.gender is ours for mark in pair.theirs.persons):
            continue
        before = [
            each
            for each in pairs[max(index - _LOOK_BACK, 0) : index]
            if each.sentences[0].segment.paragraph == pair.sentences[0].segment.paragraph
        ]
        shown = _shown(before)
        if shown is not None and shown[0] is not ours and not (ours is Gender.MALE and _names_an_office(pair)):
            yield pair, pronoun, *shown


def _only_pronoun(pair: Pair) -> Token | None:
    """Return the first “he” or “she” of the translation, the only person of its sentence, as its subject."""
    tokens = [token for sentence in pair.sentences for token in sentence.tokens]
    pronouns = [token for token in tokens if token.pos_ == "PRON" and gender_of(token)]
    if len({gender_of(token) for token in pronouns}) != 1:
        return None
    named = [
        *(token for s in pair.sentences for token in persons(s.doc)),
        *(t for t in tokens if t.ent_type_ == "PERSON"),
    ]
    if any(not mentions(token.text, ENGLISH) for token in named):  # the parser takes some towns for people
        return None
    return next((t for t in pronouns if t.lower_ in {"he", "she"} and t.dep_ in _SUBJECTS), None)


def _shown(before: Sequence[Pair]) -> tuple[Gender, str] | None:
    """Return the gender of the only person named in ``before``, with what shows it; None where another may be meant."""
    named = {
        name.root.text: name.root
        for pair in before
        for sentence in pair.sentences
        for name in sentence.doc.ents
        if name.label_ == "PERSON"
    }
    if len(named) != 1:
        return None
    [(name, root)] = named.items()
    if any(not _is_same(person, root) for pair in before for s in pair.sentences for person in persons(s.doc)):
        return None
    marks = [mark for pair in before for mark in pair.theirs.persons]
    genders = {mark.gender for mark in marks}
    said = {gender_of(token) for pair in before for s in pair.sentences for token in s.tokens} - {None}
    given = given_gender(root)
    if given is not None and genders | said <= {given}:
        return given, name
    nouns = [mark for mark in marks if mark.part is not Shown.OTHER]
    if len(genders | said) == 1 and nouns and nouns[0].gender in genders | said:
        return nouns[0].gender, nouns[0].words
    return None


def _is_same(person: Token, root: Token) -> bool:
    """Tell whether a noun or name for a person is the name ``root``, or says beside it who that is."""
    if person.doc is not root.doc:
        return person.text == root.text
    return person == root or root.is_ancestor(person) or (person.is_ancestor(root) and root.dep_ in _BESIDE)


def _may_be_somebody(name: Name, pair: Pair) -> bool:
    """Tell whether capitalised words of the source may be a person: no place, nothing that the lexicon renders."""
    spoken = pair.theirs.language
    return not any(is_place(word) or renderings(word, spoken) for word in name.words)


def _names_an_office(pair: Pair) -> bool:
    return may_be_a_woman(pair.theirs.text, pair.theirs.language)
