"""A term of the source as a pattern: its inflected forms, capitals and accents, by language."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from auditor.analysis import plain

_UNSPACED = frozenset({"zh", "ja", "th", "km", "lo", "my"})
"""Languages that write words without spaces between them."""

_ROMANCE = frozenset({"es", "pt", "it", "ca", "gl"})
_FREE = frozenset(
    {"ru", "uk", "be", "bg", "sr", "hr", "sl", "mk", "pl", "cs", "sk", "fi", "et", "hu", "lt", "lv", "el"}
)
"""Languages whose cases and numbers change the last letters of a word."""

_ARABIC_BEFORE = "(?:[وف]?(?:[بكل]?ال|لل|[بكل])?)?"
"""Conjunction, preposition and article, which Arabic writes together with the word."""

_LEAST = 4
"""Letters below which a word is taken as it stands: endings on “or” or “loi” meet other words."""

_STEM = 6
"""Letters from which a word may lose its last two before an ending."""


def even(text: str) -> str:
    """Return ``text`` composed, with plain quotes and no accents on its capitals: print leaves them off or not."""
    return "".join(_base(letter) if letter.isupper() else letter for letter in normalize("NFC", plain(text)))


@lru_cache(maxsize=10_000)
def source_pattern(term: str, language: str) -> re.Pattern[str]:
    """Return what finds ``term`` and its plain inflections in a text made ``even``.

    A term in small letters is found with any capitals, one with capitals only with the same ones. An accent may
    be missing in the text, but not be another.
    """
    given = even(term)
    flags = re.IGNORECASE if given == given.lower() else 0
    if language in _UNSPACED:
        return re.compile(re.escape(given), flags)
    words = r"\s+".join(_word(word, language) for word in given.split())
    before = _ARABIC_BEFORE if language == "ar" else ""
    return re.compile(rf"(?<!\w){before}{words}(?!\w)", flags)


def _word(word: str, language: str) -> str:
    if not word.isalpha() or word.isupper() or len(word) < _LEAST:
        return _letters(word)
    if language == "fr" and word.endswith("al"):
        return f"{_letters(word[:-1])}(?:ls?|les?|ux)"
    if language in _ROMANCE and word[-1] in "aeo":
        return f"{_letters(word[:-1])}(?:[aeio]|[aeo]s|ões|h[ie])"
    if language in _FREE:
        stem = word[:-2] if len(word) >= _STEM else word[:-1]
        return rf"{_letters(stem)}\w{{0,4}}"
    return _letters(word) + _ENDINGS.get(language, "s?")


_ENDINGS = {
    "fr": "(?:e?s|e|x)?",
    "de": "(?:e[nmrs]?|n|s|nen|se[ns]?)?",
    **dict.fromkeys(_ROMANCE, "(?:e?s|a|i)?"),
    "nl": "(?:e|en|s|n)?",
    "ar": r"\w{0,2}",
}
"""What may follow a whole word: number, gender, case."""


def _letters(word: str) -> str:
    return "".join(_letter(letter) for letter in word)


def _letter(letter: str) -> str:
    base = _base(letter)
    return re.escape(letter) if base == letter else f"[{letter}{base.lower()}{base.upper()}]"


def _base(letter: str) -> str:
    return normalize("NFD", letter)[0]
