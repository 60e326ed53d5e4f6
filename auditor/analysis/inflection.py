"""English words in the form that another has: “announce” as “announced”, “city” as “cities”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any

from auditor.analysis.vocabulary import english_words
from auditor.config import gazetteer, word_list

_VOWELS = "aeiou"
_TAKES_E = re.compile(r"(?:[sxzo]|ch|sh)$")
_DOUBLES = re.compile(r"[aeiou][bdfgklmnprtvz]$")
_IZE = re.compile(r"(?<=[iy])([sz])e$")
_LONG = 5
"""Letters of the shortest word in -or that is one in -our as well: “for” is no “four”."""

_KINDS = {"N": "n", "V": "v", "J": "a", "R": "r"}


def kind_of_word(tag: str) -> str:
    """Return the kind of word that a tag of the Penn Treebank is for: n, v, a (adjective), r (adverb), or nothing."""
    return _KINDS.get(tag[:1], "")


@lru_cache(maxsize=20_000)
def inflected(phrase: str, tag: str) -> str:
    """Return an English ``phrase``, given in its base form, in the form that ``tag`` (Penn Treebank) asks for.

    Of several words the first of a verb changes, the last of anything else. Which regular form is right (“stopped”,
    “visited”) is asked of a large dictionary. A tag that asks for the base form, or that is not known, changes nothing.
    """
    if tag in _VERBS:
        verb, space, rest = phrase.partition(" ")
        return _VERBS[tag](verb) + space + rest
    before, space, word = phrase.rpartition(" ")
    if tag in {"NNS", "NNPS"}:
        return before + space + _plural(word)
    if tag in _DEGREES:
        return before + space + _compared(word, *_DEGREES[tag])
    return phrase


@lru_cache(maxsize=20_000)
def every_form(word: str) -> dict[str, str]:
    """Return the forms of an English ``word``, given in its base form, by their tags (Penn Treebank).

    It is taken for a verb and for a noun; both spellings of “-ise” and “-our” are given.
    """
    forms = {"VB": word, **{tag: inflect(word) for tag, inflect in _VERBS.items()}, "NNS": _plural(word)}
    forms |= _irregular("odd").get(word, {})
    if other := _other_spelling(word):
        forms |= {f"{tag}-{other}": inflect(other) for tag, inflect in _VERBS.items()}
        forms |= {f"VB-{other}": other, f"NNS-{other}": _plural(other)}
    return forms


@cache
def past_forms() -> frozenset[str]:
    """Return the irregular forms of the past, participles included, that are no plain verb too: “swam”, not “cut”."""
    verbs = _irregular("verbs")
    return frozenset(str(form) for forms in verbs.values() for form in forms if form not in verbs)


def _other_spelling(word: str) -> str | None:
    """Return ``word`` as it is spelt across the Atlantic, where that is another way."""
    if spelling := _IZE.search(word):
        return word[: spelling.start()] + ("z" if spelling[1] == "s" else "s") + word[spelling.end() - 1 :]
    other = f"{word[:-3]}or" if word.endswith("our") else f"{word[:-2]}our" if word.endswith("or") else ""
    return other if len(other) >= _LONG and other in english_words() else None


def _plural(noun: str) -> str:
    irregular = _irregular("nouns").get(noun)
    return str(irregular[0]) if irregular else _with_s(noun)


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    whole = word + "e" if _TAKES_E.search(word) and f"{word}e" + "s" in english_words() else word
    return whole + "s"


def _past(verb: str) -> str:
    irregular = _irregular("verbs").get(verb)
    return str(irregular[0]) if irregular else _regular_past(verb)


def _participle(verb: str) -> str:
    irregular = _irregular("verbs").get(verb)
    return str(irregular[-1]) if irregular else _regular_past(verb)


def _regular_past(verb: str) -> str:
    return verb if verb in word_list("verbs.unchanged") else _known(_joined(verb, "ed"))


def _gerund(verb: str) -> str:
    return verb[:-2] + "ying" if verb.endswith("ie") else _known(_joined(verb, "ing"))


def _compared(word: str, ending: str, otherwise: str) -> str:
    if irregular := _irregular("adjectives").get(word):
        return str(irregular[ending == "est"])
    form = next((each for each in _joined(word, ending) if each in english_words()), None)
    return form or f"{otherwise} {word}"


def _joined(word: str, ending: str) -> Iterator[str]:
    """Yield what ``word`` with an ``ending`` that begins with a vowel may look like, the likeliest first."""
    if word.endswith("e"):
        if not (ending == "ing" and word.endswith(("ee", "oe", "ye"))):
            yield word[:-1] + ending
    elif word.endswith("y") and word[-2:-1] not in _VOWELS and not ending.startswith("i"):
        yield word[:-1] + "i" + ending
    elif word.endswith("c"):
        yield word + "k" + ending
    elif _DOUBLES.search(word):
        yield word + word[-1] + ending
    yield word + ending


def _known(forms: Iterator[str]) -> str:
    """Return the first of ``forms`` that a large dictionary has, else the plainest."""
    form = ""
    for form in forms:
        if form in english_words():
            break
    return form


@cache
def _irregular(table: str) -> dict[str, Any]:
    return dict(gazetteer("grammatical_words")["irregular"][table])


_VERBS = {"VBZ": _with_s, "VBD": _past, "VBN": _participle, "VBG": _gerund}
_DEGREES = {"JJR": ("er", "more"), "RBR": ("er", "more"), "JJS": ("est", "most"), "RBS": ("est", "most")}
