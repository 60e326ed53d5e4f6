"""Which language a passage is in: by its script, then by its function words.

Made for sentences and clauses of news copy, where a function word stands every few words; it says
None rather than guess. No model and no dependency: scripts and words are in ``auditor/languages``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from math import log

from auditor.languages import languages
from auditor.text import LETTERS

LEAD = 1.25
"""How many times the runner-up's evidence the winner needs."""

ENOUGH = 2.0
"""Evidence, in words that only one language has, below which nothing is said."""


def identify(text: str) -> str | None:
    """Return the BCP 47 tag of the language of ``text``, or None where that is not certain."""
    text = unicodedata.normalize("NFC", text)
    words = LETTERS.findall(text.lower())
    letters = sum(map(len, words))
    if not letters:
        return None
    for code, letter, share in _scripts():
        if len(letter.findall(text)) >= share * letters:
            return code
    return _by_function_words(words)


def _by_function_words(words: list[str]) -> str | None:
    evidence: Counter[str] = Counter()
    for word in words:
        for code, weight in _languages_of().get(word, ()):
            evidence[code] += weight  # type: ignore[assignment]
    ranked = evidence.most_common(2)
    if not ranked or ranked[0][1] < ENOUGH:
        return None
    if len(ranked) > 1 and ranked[0][1] < LEAD * ranked[1][1]:
        return None
    return ranked[0][0]


@cache
def _scripts() -> tuple[tuple[str, re.Pattern[str], float], ...]:
    """Return the letters that give a language away, with their share; first those of which the fewest do."""
    telling = sorted((each.writing.share, each.code, each.writing.letters) for each in languages())
    return tuple((code, re.compile(letters), share) for share, code, letters in telling if letters)


@cache
def _languages_of() -> dict[str, tuple[tuple[str, float], ...]]:
    """Return the languages of each function word; a word that many share says little for each."""
    owners: dict[str, list[str]] = {}
    spelled = [each for each in languages() if each.function_words and not each.writing.letters]
    for each in spelled:
        for word in dict.fromkeys(each.function_words):
            owners.setdefault(word, []).append(each.code)
    most = log(len(spelled))
    return {word: tuple((code, 1 - log(len(codes)) / most) for code in codes) for word, codes in owners.items()}
