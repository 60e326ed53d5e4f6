"""British or American: which a story is written in, and which words differ by that alone."""

from __future__ import annotations

import re
from functools import cache

from auditor.config import gazetteer
from auditor.text import LETTERS

_ENDINGS = "e|es|ed|er|ers|ing|ation|ations"
_CORRESPONDENCES = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (r"(?<=[a-z]{2}[aeioumntrylcdgkpvshz])is(?=e|ing|ation|able)", "iz"),
        (r"(?<=[a-z]{2})ys(?=e|ing)", "yz"),
        (r"(?<=[a-z]{2})our(?!ce|se|n|t)", "or"),
        (r"(?<=[a-z]{2}[^aeiou])re(?=s?$|-)", "er"),
        (r"(?<=[a-z]{2}[aeio])ll(?=ed|en|ing|ers?$|ors?$|ous|ist)", "l"),
        (r"(?<=[a-z])[ao]e(?=[a-z]{3})|^[ao]e(?=[a-z]{4})", "e"),
        (r"(?<=[a-z]{2})ogue(?=s?$)", "og"),
        (r"(?<=d)gement", "gment"),
    )
)


def detect(text: str) -> str:
    """Return the BCP 47 tag of the English that ``text`` is spelled in: ``en-GB`` or ``en-US``.

    Spellings that only one of the two has are counted; where neither leads it is ``en-US``, in whose
    dictionary British spellings are told apart by ``same_word`` anyway.
    """
    words = LETTERS.findall(text.lower())
    british, american = _markers()
    lead = sum(_marks(word, british, "s") - _marks(word, american, "z") for word in words)
    return "en-GB" if lead > 0 else "en-US"


def same_word(one: str, other: str) -> bool:
    """Tell whether two spellings differ only as British and American do.

    >>> same_word("mobilised", "mobilized"), same_word("kilometre-wide", "kilometer-wide")
    (True, True)
    >>> same_word("adress", "address")
    False
    """
    return _american(one.lower()) == _american(other.lower())


@cache
def _markers() -> tuple[frozenset[str], frozenset[str]]:
    pairs: list[list[str]] = gazetteer("english")["pairs"]
    british, american = zip(*pairs, strict=True)
    return _with_plurals(british), _with_plurals(american)


def _with_plurals(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(words) | {f"{word}s" for word in words}


def _marks(word: str, listed: frozenset[str], letter: str) -> bool:
    return word in listed or bool(_verb_form(letter).fullmatch(word))


@cache
def _verb_form(letter: str) -> re.Pattern[str]:
    return re.compile(f"(?:{'|'.join(gazetteer('english')['verbs'])}){letter}(?:{_ENDINGS})")


def _american(word: str) -> str:
    for british, american in gazetteer("english")["pairs"]:
        if word.startswith(british):
            word = american + word[len(british) :]
            break
    for pattern, american in _CORRESPONDENCES:
        word = pattern.sub(american, word)
    return word
