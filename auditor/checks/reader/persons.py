"""Versions of a paragraph in which other persons or things are meant."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from auditor.analysis import Gender
from auditor.checks.base import Story
from auditor.checks.reader.weighing import Version
from auditor.config import word_list

if TYPE_CHECKING:
    from auditor.analysis import Sentence, Token


class Change(StrEnum):
    """What a version changes: man or woman, person or thing, or “who” or “which”."""

    GENDER = "gender"
    KIND = "kind"
    RELATIVE = "relative"


_FORMS = (
    ("he", "she", "it"),
    ("him", "her", "it"),
    ("his", "her", "its"),
    ("himself", "herself", "itself"),
)
"""Subject, object, possessive, reflexive: of a man, a woman, a thing."""

_ROLES = (
    {(form, "PRP"): role for role in (0, 1, 3) for form in _FORMS[role] if form != "it"}
    | {(form, "PRP$"): 2 for form in _FORMS[2]}
)  # fmt: skip
_HOPELESS = -1.0
"""Nats beside the source below which no gain in English alone makes a version worth telling."""

_SUBJECTS = {"nsubj", "nsubjpass"}
_RELATIVES = {"who": "which", "which": "who"}


def pronouns(story: Story) -> Iterator[Version]:
    """Yield the story with each pronoun by itself put into another gender or kind."""
    for sentence in story.analysis.sentences:
        for token in sentence.tokens:
            for other, kind in _others(token):
                edit = (sentence.span_of(token), _cased(other, token))
                yield Version((edit,), kind, _HOPELESS, in_context=kind is not Change.RELATIVE)


def persons(story: Story) -> Iterator[Version]:
    """Yield the story with all words for men in a paragraph turned into those for women, and the other way round.

    A paragraph in which both stand, or one word alone that is a pronoun, is left out.
    """
    paragraphs: dict[int, list[Sentence]] = defaultdict(list)
    for sentence in story.analysis.sentences:
        paragraphs[sentence.segment.paragraph].append(sentence)
    for sentences in paragraphs.values():
        words = [(sentence, token) for sentence in sentences for token in sentence.tokens]
        swaps = [(s.span_of(token), token, *swap) for s, token in words if (swap := _swapped(token))]
        if len({gender for _, _, gender, _ in swaps}) == 1 and (len(swaps) > 1 or _role(swaps[0][1]) is None):
            edits = tuple((span, _cased(other, token)) for span, token, _, other in swaps)
            yield Version(edits, Change.GENDER, _HOPELESS, in_context=True)


def _others(token: Token) -> Iterator[tuple[str, Change]]:
    """Yield the rivals of a pronoun, and what each changes."""
    word, role = token.lower_, _role(token)
    if word in _RELATIVES and token.dep_ in _SUBJECTS and token.head.dep_ == "relcl":
        yield _RELATIVES[word], Change.RELATIVE
    if role is not None:
        thing = _FORMS[role][-1]
        for form in _FORMS[role]:
            if form != word:
                yield form, Change.KIND if thing in {form, word} else Change.GENDER


def _role(token: Token) -> int | None:
    if token.lower_ == "it" and token.tag_ == "PRP":
        return None if token.dep_ == "expl" else 0 if token.dep_ in _SUBJECTS else 1
    return _ROLES.get((token.lower_, token.tag_))


def gender_shown(word: str) -> Gender:
    """Return the gender of a pronoun or noun that shows one."""
    if word.lower() in _couples():
        return _couples()[word.lower()][0]
    return Gender.MALE if any(word.lower() == man for man, *_ in _FORMS) else Gender.FEMALE


def _swapped(token: Token) -> tuple[Gender, str] | None:
    """Return the gender that ``token`` shows, and the word for the other one; None where it shows none."""
    word = token.lower_
    role = _role(token)
    if role is None:
        return _couples().get(word) if token.pos_ in {"NOUN", "PROPN"} else None
    man, woman, thing = _FORMS[role]
    if word == thing:
        return None
    return (Gender.MALE, woman) if word == man else (Gender.FEMALE, man)


@cache
def _couples() -> Mapping[str, tuple[Gender, str]]:
    """Return the nouns that show a gender, with it and the noun for the other one."""
    found: dict[str, tuple[Gender, str]] = {}
    for woman, man in (couple.split() for couple in word_list("people.couples")):
        found.setdefault(woman, (Gender.FEMALE, man.lstrip("+")))
        if not man.startswith("+"):
            found.setdefault(man, (Gender.MALE, woman))
    return found


def _cased(word: str, like: Token) -> str:
    return word.capitalize() if like.text[0].isupper() else word
