"""What in a text shows whether somebody is a woman or a man."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from auditor.alignment.lexicon import english_stem, lexicon, stem
from auditor.analysis import Gender
from auditor.config import word_list
from auditor.languages import Capitals
from auditor.languages import language as language_of


class Shown(StrEnum):
    """What shows a gender: a pronoun as subject, a form that agrees with the subject, another pronoun, a noun."""

    SUBJECT = "subject"
    FORM = "form"
    OTHER = "other"
    NOUN = "noun"


@dataclass(frozen=True, slots=True)
class GenderMark:
    """Words at ``start`` of a text that show somebody's ``gender``."""

    gender: Gender
    part: Shown
    words: str
    start: int


_KEYS = {
    "she": (Gender.FEMALE, Shown.SUBJECT),
    "he": (Gender.MALE, Shown.SUBJECT),
    "her": (Gender.FEMALE, Shown.OTHER),
    "him": (Gender.MALE, Shown.OTHER),
    "she_shows": (Gender.FEMALE, Shown.FORM),
    "he_shows": (Gender.MALE, Shown.FORM),
    "woman": (Gender.FEMALE, Shown.NOUN),
    "man": (Gender.MALE, Shown.NOUN),
}
_OTHERS = ("feminine", "office", "impersonal", "not_showing", "neuter", "hers_behind", "his_behind", "not_owning")
_TITLES = {"mrs": Gender.FEMALE, "mr": Gender.MALE}
_SURNAME = re.compile(r" (?:[A-ZÀ-Þ]\. |[A-ZÀ-Þ][\w'-]+ (?=[A-ZÀ-Þ]))*(?P<surname>[A-ZÀ-Þ][\w'-]{2,})")
_VOWEL_SIGNS = re.compile("[\u064b-\u0652]")
"""Arabic's, which copy writes or leaves out (Unicode, block Arabic)."""

_FOLLOWING = re.compile(r"(?:\s[^\W\d_][\w-]*){1,3}")
_CLAUSE = re.compile(r"[.,;:!?()«»\"“”–—،؛]")
_CAPITAL = re.compile(r"(?:^|(?<=[.!?»“”\"] ))[A-ZÄÖÜА-ЯЁ](?=[a-zäöüßа-яё])")
"""The letter with which a sentence opens, whatever its first word is."""

_RANK = re.compile(
    r" (?:prim|premi|se[cg]u?nd|terz|ter[cç]|[cq]uart|quint|[uú]nic|pi[uù]|m[aá]is?|mej|migl|melh|plus|seul)"
)
"""Words of rank behind an article: "elegida la primera mujer" tells what she became, not who was elected."""


def marks(text: str, language: str) -> tuple[GenderMark, ...]:
    """Return what shows a person's gender in ``text``, in order; what stands for nobody is left out."""
    forms = _forms(language)
    told = _blank(forms["not_showing"], _blank(forms["impersonal"], _VOWEL_SIGNS.sub("", text)))
    found = [
        GenderMark(gender, part, match.group().strip(), match.start())
        for key, (gender, part) in _KEYS.items()
        for match in forms[key].finditer(told)
        if not _is_alternative(told, match)
        and (part is not Shown.FORM or not _has_subject(told, match, forms["determiners"]))
    ]
    found += (
        GenderMark(Gender.FEMALE, Shown.NOUN, match.group(), match.start())
        for match in forms["feminine"].finditer(told)
        if not _is_alternative(told, match) and _names_a_person(match["noun"].lower(), language)
    )
    return tuple(sorted(found, key=lambda mark: mark.start))


def word_for(noun: str, text: str, language: str) -> str:
    """Return the word of ``text`` for an English ``noun`` or title for persons, nothing where there is none."""
    found = _noun(language, noun).search(_VOWEL_SIGNS.sub("", text))
    return found.group() if found else ""


def titled(text: str, language: str) -> Iterator[tuple[str, Gender, str]]:
    """Yield each surname in ``text`` behind a title, with the gender that the title shows, and both as they stand."""
    for title, gender in _TITLES.items():
        for found in _noun(language, title).finditer(text):
            if name := _SURNAME.match(text, found.end()):
                yield name["surname"], gender, text[found.start() : name.end()]


def possessives(text: str, language: str) -> Iterator[tuple[Gender, str, str]]:
    """Yield what tells the owner beside what is owned: the gender, the words and each noun it may be.

    Behind a possessive the noun is one of the next three words of the clause, where nouns have capitals the first that
    has one; before “of him” or “of her” it is one of the last two.
    """
    for key, gender in (("hers_behind", Gender.FEMALE), ("his_behind", Gender.MALE)):
        for found in _forms(language)[key].finditer(text):
            for noun in found["owned"].split():
                yield gender, found.group(), noun
    if language_of(language).gender.before_owned:
        yield from _before_owned(text, language)


def _before_owned(text: str, language: str) -> Iterator[tuple[Gender, str, str]]:
    forms = _forms(language)
    capitals = language_of(language).writing.capitals is Capitals.NOUNS
    small = _CAPITAL.sub(lambda match: match.group().lower(), text)
    told = _blank(forms["neuter"], _blank(forms["not_showing"], small))
    for key, gender in (("her", Gender.FEMALE), ("him", Gender.MALE)):
        for form in forms[key].finditer(told):
            if _is_alternative(told, form) or forms["not_owning"].fullmatch(form.group()):
                continue
            following = _FOLLOWING.match(text, form.end())
            nouns = following.group().split() if following else []
            first = next((number for number, word in enumerate(nouns, start=1) if word[0].isupper()), len(nouns))
            for noun in nouns[:first] if capitals else nouns:
                yield gender, text[form.start() : text.index(noun, form.end()) + len(noun)], noun


def may_be_a_woman(text: str, language: str) -> bool:
    """Tell whether ``text`` has a masculine noun that names women too."""
    return _forms(language)["office"].search(text) is not None


def names_anybody(text: str, language: str) -> bool:
    """Tell whether ``text`` has a noun, of whatever gender, that names men and women: « la victime », „die Geisel“."""
    forms = _forms(language)
    return any(forms[key].search(text) is not None for key in ("not_showing", "neuter"))


def has_noun_in_front(text: str, language: str) -> bool:
    """Tell whether a clause of ``text`` opens with a noun and its determiner, which may be its subject."""
    return any(_forms(language)["determiners"].match(text, start) for start in _openings(text))


def has_possessive(text: str, language: str) -> bool:
    """Tell whether ``text`` has a possessive of the third person; true where they tell the owner, or none is known."""
    known = language_of(language).gender
    return known.possessives or not known.owned or _forms(language)["owned"].search(text.lower()) is not None


def _names_a_person(noun: str, language: str) -> bool:
    entries = lexicon(language)
    return entries is not None and not _persons().isdisjoint(entries.renderings(stem(noun, language)))


@cache
def _persons() -> frozenset[str]:
    return frozenset(map(english_stem, word_list("people.persons")))


def _is_alternative(text: str, found: re.Match[str]) -> bool:
    """Tell whether a word stands beside another of its kind for anybody: "his/her"."""
    return "/" in (text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1])


def _openings(text: str) -> Iterator[int]:
    yield 0
    yield from (found.end() + 1 for found in _CLAUSE.finditer(text))


def is_known(language: str) -> bool:
    """Tell whether it is known what shows a person's gender in ``language``."""
    return bool(language_of(language).gender.she)


def _has_subject(text: str, form: re.Match[str], determiners: re.Pattern[str]) -> bool:
    """Tell whether a noun with a determiner stands in the clause of ``form`` before it, or right after it."""
    after = text[form.end() :].lstrip(" ")
    follows = determiners.match(after)
    if follows and not _RANK.match(after, follows.end()):
        return True
    return determiners.search(_CLAUSE.split(text[: form.start()])[-1]) is not None


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match.group()), text)


@cache
def _forms(language: str) -> dict[str, re.Pattern[str]]:
    known = language_of(language).gender
    forms = {key: getattr(known, key) for key in (*_KEYS, *_OTHERS)}
    forms["owned"] = rf"\b(?:{known.owned})\b" if known.owned else ""
    forms["determiners"] = rf"(?i)\b(?:{known.determiners})(?!\w)" if known.determiners else ""
    return {key: re.compile(form or r"(?!)") for key, form in forms.items()}


@cache
def _noun(language: str, noun: str) -> re.Pattern[str]:
    form = language_of(language).gender.nouns.get(noun)
    spaced = language_of(language).writing.spaced
    return re.compile((rf"(?i)(?<!\w)(?:{form})(?!\w)" if spaced else form) if form else r"(?!)")
