"""``gender-against-source``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from auditor.analysis import Gender
from auditor.bilingual.names import names
from auditor.bilingual.pairs import Pair
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.config import word_list
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity, Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_PRONOUNS = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "himself": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "herself": Gender.FEMALE,
}
_OTHERS = frozenset({"it", "its", "they", "them", "their", "who"})
"""Pronouns that may stand for the one whom the source names, so that “he” is somebody else."""

_SWAPPED = {("he", ""): "she", ("him", ""): "her", ("his", "PRP$"): "her", ("himself", ""): "herself"} | {
    ("she", ""): "he",
    ("her", "PRP$"): "his",
    ("her", "PRP"): "him",
    ("herself", ""): "himself",
}


@code_check(
    "gender-against-source",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("“We will win,” [[he]] said.", "« Nous gagnerons », a-t-elle dit.", "fr"),
        Example("Ferrand lost [[his]] case.", "Mme Ferrand a perdu son procès.", "fr"),
        Example("[[He]] will sell the house.", "La directora venderá la casa.", "es"),
        Example("Pohl sold [[his]] shares.", "Frau Pohl verkaufte ihre Aktien.", "de"),
    ),
    passes=(
        Example("“We will win,” she said.", "« Nous gagnerons », a-t-elle dit.", "fr"),
        Example("Ms Ferrand lost her case.", "Mme Ferrand a perdu son procès.", "fr"),
        Example("The firm, he said, sold it.", "La société, dit-il, l'a vendue : elle n'en voulait plus.", "fr"),
        Example("Mrs Ferrand thanked Paul Roche for his help.", "Mme Ferrand a remercié Paul Roche de son aide.", "fr"),
        Example("The minister thanked Roche for his help.", "La ministre a remercié Roche de son aide.", "fr"),
        Example("He will sell the house.", "El dueño venderá la casa.", "es"),
        Example("Pohl sold her shares.", "Frau Pohl verkaufte ihre Aktien.", "de"),
    ),
)
def gender_against_source(story: Story) -> Iterator[Hit]:
    """A woman of the source is “he” or “his” in the translation, or a man “she” or “her”.

    French “son” and Spanish “su” do not show the gender, so that an engine guesses; where the source shows it, by a
    pronoun, a title or a noun, the guess can be proved wrong.

    Speaks only where the source sentence shows one gender and the English the other, neither names a second person,
    and no “it” or “they” may stand for the one who is meant. Masculine nouns for an office name women too: they
    prove nothing.
    """
    spoken = story.spoken
    if not language_of(spoken).gender.she:
        return
    for pair in story.source_pairs:
        pronouns = [(sentence, token) for sentence in pair.sentences for token in sentence.tokens if _gender(token)]
        shown = {_gender(token) for _, token in pronouns}
        if len(shown) != 1 or _may_be_another(pair):
            continue
        [ours] = shown
        proof = _proof(pair.theirs.text, spoken, Gender.FEMALE if ours is Gender.MALE else Gender.MALE)
        if proof:
            sentence, token = pronouns[0]
            right = _SWAPPED.get((token.lower_, ""), _SWAPPED.get((token.lower_, token.tag_)))
            yield Hit(
                spans=(Span(sentence.span_of(token).start, sentence.span_of(token).end),),
                message=f"The source shows a {'woman' if ours is Gender.MALE else 'man'} (“{proof}”), not “{token}”.",
                suggestions=(right.capitalize() if token.text[0].isupper() else right,) if right else (),
                evidence=(Evidence("source", proof),),
            )


def _gender(token: Token) -> Gender | None:
    return _PRONOUNS.get(token.lower_)


def _may_be_another(pair: Pair) -> bool:
    """Tell whether the English sentence names somebody by a gendered noun, or has pronouns for others."""
    lowered = {token.lower_ for sentence in pair.sentences for token in sentence.tokens}
    return bool(lowered & (_OTHERS | _gendered()))


@cache
def _gendered() -> frozenset[str]:
    return frozenset((*word_list("people.female"), *word_list("people.male")))


def _proof(text: str, spoken: str, gender: Gender) -> str:
    """Return the words of a source sentence that show ``gender``, nothing where they may be another's."""
    forms = _forms(spoken)
    told = forms["impersonal"].sub(" ", text)
    female = gender is Gender.FEMALE
    if any(forms[key].search(told) for key in (("he", "man", "office") if female else ("she", "woman"))):
        return ""
    found = forms["she" if female else "he_surely"].search(told) or forms["woman" if female else "man"].search(told)
    return found.group() if found and _names_one(found.group(), told, spoken) else ""


def _names_one(proof: str, text: str, spoken: str) -> bool:
    """Tell whether no name of a second person stands in ``text``, or the possessives show whose it is."""
    named = len(list(names(text.replace(". ", " "))))  # “M. Roche” opens no sentence
    possessives = language_of(spoken).gender.possessives
    return possessives or named == 0 or (named == 1 and (proof[0].isupper() or proof[0] == "-"))


@cache
def _forms(spoken: str) -> dict[str, re.Pattern[str]]:
    known = language_of(spoken).gender
    keys = ("she", "he_surely", "he", "woman", "man", "office", "impersonal")
    return {key: re.compile(getattr(known, key) or r"(?!)") for key in keys}
