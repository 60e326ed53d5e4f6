"""Possessives of a translation that give something of a man's to a woman, or of hers to him."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import english_stem, lexicon
from auditor.analysis import Gender, Kind, gender_of, given_gender, kind_of, persons, subject_of
from auditor.bilingual.names import renderings
from auditor.bilingual.pairs import Pair
from auditor.bilingual.parties import renders
from auditor.bilingual.persons import GenderMark, Shown, may_be_a_woman, possessives
from auditor.config import word_list
from auditor.languages import language as language_of
from auditor.model import Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_POSSESSIVES = {"his": Gender.MALE, "her": Gender.FEMALE}
_CLAUSE = {"VERB", "AUX"}
_PLURAL = {"NNS", "NNPS"}


def wrong_owners(pair: Pair, before: Sequence[Pair] = ()) -> Iterator[tuple[Token, Gender, str]]:
    """Yield each “his” or “her” that the source gives to the subject of its clause, who is of the other gender.

    With it come that gender and the words of the source that show it. Where possessives tell the owner, the source has
    none for the one of the translation; where they do not, it has one, and nobody else whose gender is that of the
    translation. What is owned may be of any gender: “su abogada” is a woman, and her client may be a man.

    A reflexive possessive is the subject's, whose name need not show a gender.

    Where the source leaves out its subject, or the subject is “who”, the person is known from the pairs ``before``, or
    by name; nobody of the other gender is then in either.
    """
    tokens = [token for sentence in pair.sentences for token in sentence.tokens]
    facts = language_of(pair.theirs.language).gender
    if not facts.possessives and not _owned(pair.theirs.language).search(pair.theirs.text):
        return
    free = [mark for mark in pair.theirs.persons if not _is_owned(mark, pair)]
    reflexive = re.search(facts.reflexive or r"(?!)", pair.theirs.text) is not None
    for token in tokens:
        ours = _POSSESSIVES.get(token.lower_)
        if ours is None or token.tag_ != "PRP$" or any(mark.gender is ours for mark in free):
            continue
        owned = token.head
        if any(_gender(other) is ours for other in tokens if other is not token and not _is_within(other, owned)):
            continue
        shown = Gender.MALE if ours is Gender.FEMALE else Gender.FEMALE
        marks = (mark for mark in free if mark.gender is shown and (reflexive or mark.part is not Shown.FORM))
        proof = next((mark.words for mark in marks), "")
        subject = _subject(owned)
        relative = subject is not None and subject.lower_ == "who"
        if subject is not None and (relative or not proof):
            subject = _antecedent(subject) if relative else subject
            if facts.possessives or _has_any(before, ours):
                continue
            proof = proof or _shown_before(before, shown) or _named(subject, shown)
        direct = relative or reflexive
        named = direct and subject is not None and subject.pos_ == "PROPN" and _gender(subject) is None
        if not proof or subject is None or not (named or _gender(subject) is shown or _is_shown(subject, shown, pair)):
            continue
        if _has_others(subject, owned, pair, ours) or _has_nearer(subject, token):
            continue
        if shown is Gender.FEMALE and may_be_a_woman(pair.theirs.text, pair.theirs.language):
            continue
        if facts.possessives or kind_of(owned) is Kind.PERSON:  # “su libertad” is often somebody else's
            yield token, shown, proof


def wrong_possessives(pair: Pair) -> Iterator[tuple[Token, Gender, str]]:
    """Yield each “his” or “her” before a noun that the source has beside the possessive of the other gender alone.

    Asked of languages whose possessives tell the owner, or that set “of him” or “of her” behind the noun (“a casa
    dele”). Neuter nouns for a person, and feminine ones for anybody, take possessives that do not show who it is.
    """
    theirs = pair.theirs
    facts = language_of(theirs.language).gender
    if not (facts.before_owned or facts.his_behind) or lexicon(theirs.language) is None:
        return
    owned: dict[Gender, list[tuple[str, frozenset[str]]]] = {Gender.FEMALE: [], Gender.MALE: []}
    for gender, words, noun in possessives(theirs.text, theirs.language):
        owned[gender].append((words, renderings(noun, theirs.language)))
    tokens = [token for sentence in pair.sentences for token in sentence.tokens if token.lower_ in _POSSESSIVES]
    told = [(token.lower_, english_stem(token.head.lower_)) for token in tokens]
    for token in tokens:
        ours = _POSSESSIVES[token.lower_]
        meant = english_stem(token.head.lower_)
        if token.tag_ != "PRP$" or token.head.i <= token.i:
            continue
        if facts.his_behind and any(said != token.lower_ for said, noun in told if noun == meant):
            continue  # one of the two may have a possessive that does not tell the owner
        shown = Gender.MALE if ours is Gender.FEMALE else Gender.FEMALE
        proof = next((words for words, english in owned[shown] if meant in english), "")
        if proof and not any(meant in english or not english for _, english in owned[ours]):
            yield token, shown, proof


def _gender(token: Token) -> Gender | None:
    return gender_of(token) or given_gender(token)


def _is_within(token: Token, owned: Token) -> bool:
    return token == owned or (token.doc is owned.doc and owned.is_ancestor(token))


def _named(subject: Token, gender: Gender) -> str:
    """Return the given name that shows ``gender``: the subject, or that of who says so before its pronoun."""
    if given_gender(subject) is gender:
        return subject.text
    if gender_of(subject) is not gender or subject.pos_ != "PRON":
        return ""
    names = (name for name in subject.doc.ents if name.label_ == "PERSON" and name.end <= subject.i)
    return next((name.text for name in names if any(given_gender(token) is gender for token in name)), "")


def _antecedent(who: Token) -> Token:
    """Return the person of whom a relative clause tells."""
    return next((verb.head for verb in who.ancestors if verb.dep_ == "relcl"), who)


def _has_any(pairs: Sequence[Pair], gender: Gender) -> bool:
    """Tell whether somebody in ``pairs`` is shown to be of ``gender``, by either text."""
    return any(
        any(mark.gender is gender for mark in pair.theirs.persons)
        or any(_gender(token) is gender for sentence in pair.sentences for token in sentence.tokens)
        for pair in pairs
    )


def _shown_before(pairs: Sequence[Pair], gender: Gender) -> str:
    """Return what shows somebody of ``gender`` in the source of the last of ``pairs`` that shows anybody."""
    for pair in reversed(pairs):
        marks = [mark for mark in pair.theirs.persons if mark.part is not Shown.FORM and mark.gender is gender]
        named = [token for sentence in pair.sentences for token in sentence.tokens if given_gender(token) is gender]
        if marks or named:
            return marks[0].words if marks else named[0].text
    return ""


def _subject(owned: Token) -> Token | None:
    """Return the subject of the clause in which ``owned`` stands, unless it is part of it."""
    verb = next((token for token in owned.ancestors if token.pos_ in _CLAUSE), None)
    while verb is not None and (subject := subject_of(verb)) is None and verb.dep_ in {"xcomp", "advcl", "conj", "acl"}:
        verb = next((token for token in verb.ancestors if token.pos_ in _CLAUSE), None)
    subject = subject_of(verb) if verb is not None else None
    return None if subject is None or _is_within(owned, subject) else subject


def _has_nearer(subject: Token, possessive: Token) -> bool:
    """Tell whether another person stands between the subject and the possessive, whose it may be."""
    between = possessive.doc[subject.i + 1 : possessive.i]
    nouns = [t for t in between if t.tag_ == "NN" and kind_of(t) is Kind.PERSON]
    return bool(nouns) or any(t.lower_ == "who" and _antecedent(t) != subject for t in between)


def _has_others(subject: Token, owned: Token, pair: Pair, ours: Gender) -> bool:
    """Tell whether a sentence names somebody beside the subject and what is owned.

    Who says, in a clause above, what a pronoun did may be that person, unless the given name is of the gender ``ours``.
    """
    above = (subject_of(verb) for verb in subject.ancestors if subject.pos_ == "PRON" and verb.pos_ in _CLAUSE)
    same = [subject, *(token for token in above if token is not None and not _may_be(token, ours))]
    named = [
        *(person for sentence in pair.sentences for person in persons(sentence.doc) if person.tag_ not in _PLURAL),
        *(name.root for sentence in pair.sentences for name in sentence.doc.ents if name.label_ == "PERSON"),
        *(token for sentence in pair.sentences for token in sentence.tokens if _may_be_person(token)),
    ]
    return any(not any(_is_within(token, whole) for whole in (*same, owned)) for token in named)


def _may_be_person(token: Token) -> bool:
    """Tell whether a name that nobody knows is an object, as somebody is: “thanked Roche for his help”."""
    return token.tag_ == "NNP" and token.dep_ in {"dobj", "dative"} and token.ent_type_ in {"", "PERSON", "ORG"}


def _may_be(person: Token, gender: Gender) -> bool:
    """Tell whether a word of a name is a given name of ``gender``."""
    names = word_list("people.male_names" if gender is Gender.MALE else "people.female_names")
    return _gender(person) is gender or any(token.text in names for token in person.subtree)


def _is_shown(subject: Token, gender: Gender, pair: Pair) -> bool:
    """Tell whether the noun of the source that ``subject`` renders is shown to be of ``gender``: «la tenista»."""
    nouns = [mark for mark in pair.theirs.persons if mark.part is Shown.NOUN and mark.gender is gender]
    places = renders(subject, pair) if nouns and subject.pos_ == "NOUN" and subject.tag_ not in _PLURAL else set()
    return any(place.overlaps(Span(mark.start, mark.start + len(mark.words))) for mark in nouns for place in places)


def _is_owned(mark: GenderMark, pair: Pair) -> bool:
    """Tell whether ``mark`` is a noun behind a possessive that does not tell the owner."""
    before = pair.theirs.text[: mark.start]
    return mark.part is Shown.NOUN and _owned_before(pair.theirs.language).search(before) is not None


@cache
def _owned(spoken: str) -> re.Pattern[str]:
    form = language_of(spoken).gender.owned
    return re.compile(rf"\b(?:{form})\s" if form else r"(?!)", re.IGNORECASE)


@cache
def _owned_before(spoken: str) -> re.Pattern[str]:
    form = language_of(spoken).gender.owned
    return re.compile(rf"\b(?:{form})\s(?:\w+\s)?$" if form else r"(?!)", re.IGNORECASE)
