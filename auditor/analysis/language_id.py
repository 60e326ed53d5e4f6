"""Which language a passage is in: by its script, then by its function words.

Made for sentences and clauses of news copy, where a function word stands every few words; it says
None rather than guess. No model and no dependency: the words are in ``gazetteers/function_words.toml``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from math import log

from auditor.config import gazetteer
from auditor.text import LETTERS

LEAD = 1.25
"""How many times the runner-up's evidence the winner needs."""

ENOUGH = 2.0
"""Evidence, in words that only one language has, below which nothing is said."""

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]"), 0.05),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]"), 0.3),
    ("zh", re.compile("[\u3400-\u4dbf\u4e00-\u9fff]"), 0.3),
    ("fa", re.compile("[پچژگ]"), 0.015),
    ("ar", re.compile("[\u0600-\u06ff]"), 0.3),
    ("he", re.compile("[\u0590-\u05ff]"), 0.3),
    ("el", re.compile("[\u0370-\u03ff]"), 0.3),
    ("hi", re.compile("[\u0900-\u097f]"), 0.3),
    ("th", re.compile("[\u0e00-\u0e7f]"), 0.3),
    ("uk", re.compile("[іїєґІЇЄҐ]"), 0.02),
    ("ru", re.compile("[\u0400-\u04ff]"), 0.3),
)
"""Scripts that give the language away: the share of letters from which they do, tested in this order."""

_NAMES = {
    "ar": "Arabic",
    "ca": "Catalan",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "id": "Indonesian",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "sv": "Swedish",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "zh": "Chinese",
}


def language_name(tag: str) -> str:
    """Return the English name of the language of a BCP 47 tag, or the tag itself where it is unknown."""
    return _NAMES.get(tag.partition("-")[0].lower(), tag)


def identify(text: str) -> str | None:
    """Return the BCP 47 tag of the language of ``text``, or None where that is not certain."""
    text = unicodedata.normalize("NFC", text)
    words = LETTERS.findall(text.lower())
    letters = sum(map(len, words))
    if not letters:
        return None
    for language, letter, share in _SCRIPTS:
        if len(letter.findall(text)) >= share * letters:
            return language
    return _by_function_words(words)


def _by_function_words(words: list[str]) -> str | None:
    evidence: Counter[str] = Counter()
    for word in words:
        for language, weight in _languages_of().get(word, ()):
            evidence[language] += weight  # type: ignore[assignment]
    ranked = evidence.most_common(2)
    if not ranked or ranked[0][1] < ENOUGH:
        return None
    if len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]:
        return None
    return ranked[0][0]


@cache
def _languages_of() -> dict[str, tuple[tuple[str, float], ...]]:
    """Return the languages of each function word; a word that many share says little for each."""
    owners: dict[str, list[str]] = {}
    for language, words in gazetteer("function_words").items():
        for word in dict.fromkeys(words):
            owners.setdefault(word, []).append(language)
    most = log(len(gazetteer("function_words")))
    return {
        word: tuple((language, 1 - log(len(languages)) / most) for language in languages)
        for word, languages in owners.items()
    }
