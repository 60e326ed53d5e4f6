"""A term of the source as a pattern: its inflected forms, capitals and accents, by language."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import normalize

from auditor.analysis import plain
from auditor.languages import language as language_of

_LEAST = 4
"""Letters below which a word is taken as it stands: endings on “or” or “loi” meet other words."""


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
    known = language_of(language)
    if not known.writing.spaced:
        return re.compile(re.escape(given), flags)
    words = r"\s+".join(_word(word, language) for word in given.split())
    return re.compile(rf"(?<!\w){known.inflection.before}{words}(?!\w)", flags)


def _word(word: str, language: str) -> str:
    if not word.isalpha() or word.isupper() or len(word) < _LEAST:
        return _letters(word)
    endings = next(each for each in language_of(language).inflection.endings if re.search(rf"(?:{each.of})$", word))
    return _letters(word[: len(word) - endings.cut]) + endings.forms


def _letters(word: str) -> str:
    return "".join(_letter(letter) for letter in word)


def _letter(letter: str) -> str:
    base = _base(letter)
    return re.escape(letter) if base == letter else f"[{letter}{base.lower()}{base.upper()}]"


def _base(letter: str) -> str:
    return normalize("NFD", letter)[0]
