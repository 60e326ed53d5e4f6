"""What a noun stands for: a person, a group, a country, a body or a thing, and which gender is known."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from auditor.config import word_list

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


class Kind(StrEnum):
    """The kinds that decide which pronoun is right."""

    PERSON = "person"
    GROUP = "group"
    COUNTRY = "country"
    BODY = "body"
    THING = "thing"
    UNKNOWN = "unknown"


class Gender(StrEnum):
    """Gender as the story itself shows it."""

    FEMALE = "female"
    MALE = "male"


_ENTITY_KINDS = {
    "PERSON": Kind.PERSON,
    "NORP": Kind.UNKNOWN,
    "GPE": Kind.COUNTRY,
    "LOC": Kind.COUNTRY,
    "ORG": Kind.BODY,
    "FAC": Kind.THING,
    "PRODUCT": Kind.THING,
    "EVENT": Kind.THING,
    "LAW": Kind.THING,
    "WORK_OF_ART": Kind.THING,
}

# A noun with such an ending may name a person that no list holds ("glassblower", "aviatrix").
_AGENT_ENDINGS = (
    "er",
    "or",
    "ist",
    "ian",
    "ant",
    "ent",
    "ee",
    "man",
    "woman",
    "men",
    "women",
    "ess",
    "eur",
    "ix",
    "mate",
    "kin",
)


@cache
def _lemmas(key: str) -> frozenset[str]:
    return frozenset(word_list(f"people.{key}"))


def kind_of(token: Token) -> Kind:
    """Return what the noun phrase headed by ``token`` stands for, ``UNKNOWN`` where in doubt."""
    if token.pos_ == "PRON":
        return Kind.PERSON if token.lower_ in _PERSONAL else Kind.UNKNOWN
    if token.pos_ == "PROPN" or token.ent_type_ in _ENTITY_KINDS:
        return _kind_of_name(token)
    if token.pos_ != "NOUN":
        return Kind.UNKNOWN
    return _kind_of_noun(token.lemma_.lower())


_TITLES = {"mr", "mrs", "ms", "miss", "mme", "mlle", "sir", "dame", "lady"}
"""What makes the name that follows a person's, whatever the model takes it for."""

_PERSONAL = {
    "he",
    "she",
    "him",
    "her",
    "i",
    "me",
    "you",
    "who",
    "whom",
    "himself",
    "herself",
    "someone",
    "nobody",
    "everyone",
}


def _kind_of_noun(lemma: str) -> Kind:
    if lemma in _lemmas("persons") | _lemmas("female") | _lemmas("male"):
        return Kind.PERSON
    for key, kind in (("groups", Kind.GROUP), ("countries", Kind.COUNTRY), ("bodies", Kind.BODY)):
        if lemma in _lemmas(key):
            return kind
    return Kind.UNKNOWN if lemma.endswith(_AGENT_ENDINGS) else Kind.THING


def _kind_of_name(token: Token) -> Kind:
    if any(child.lower_.rstrip(".") in _TITLES for child in token.lefts):
        return Kind.PERSON
    kind = _ENTITY_KINDS.get(token.ent_type_, Kind.UNKNOWN)
    if kind is Kind.PERSON and any(child.lower_ == "the" for child in token.children):
        return Kind.UNKNOWN  # the small model takes "the Moon" for a person
    noun = _kind_of_noun(token.lower_)
    return noun if kind is Kind.UNKNOWN and noun is not Kind.THING else kind


def gender_of(token: Token) -> Gender | None:
    """Return the gender that the word itself, or a title before the name, shows."""
    own = set() if _is_surname(token) else {token.lower_, token.lemma_.lower()}
    around = own | {child.lower_ for child in token.lefts if child.dep_ == "compound"}
    if around & (_lemmas("female") | {"she", "her", "hers", "herself"}):
        return Gender.FEMALE
    if around & (_lemmas("male") | {"he", "him", "his", "himself"}):
        return Gender.MALE
    return None


def _is_surname(token: Token) -> bool:
    """Tell whether a name that looks like a title stands alone, as surnames do: Duke, King."""
    return token.pos_ == "PROPN" and token.dep_ != "compound" and not any(t.dep_ == "det" for t in token.lefts)


def given_gender(name: Token) -> Gender | None:
    """Return the gender that the given name before the surname ``name`` shows, None where it goes both ways."""
    first = name
    while first.i and first.nbor(-1).pos_ == "PROPN" and first.nbor(-1).ent_type_ == "PERSON":
        first = first.nbor(-1)
    if first is name or name.pos_ != "PROPN":
        return None
    if first.text in _lemmas("female_names"):
        return Gender.FEMALE
    return Gender.MALE if first.text in _lemmas("male_names") else None


def persons(doc: Doc) -> tuple[Token, ...]:
    """Return one token for each mention of a person in ``doc``, pronouns left out, in order.

    Of neighbouring words for the same person ("analyst Chen Lan") it is the last.
    """
    found = [t for t in doc if t.pos_ in {"NOUN", "PROPN"} and kind_of(t) is Kind.PERSON]
    places = {t.i for t in found}
    return tuple(t for t in found if t.i + 1 not in places)
