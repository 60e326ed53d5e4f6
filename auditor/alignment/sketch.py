"""What of a sentence survives translation: its length, numbers, names, cognates and marks."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from auditor.text import LETTERS, fold

WIDE = 2.6
"""Letters of an alphabet that one ideograph or kana stands for, near enough to compare lengths.

English translations of Chinese news run to 2.5-3 times the characters.
"""

_WIDE = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_NUMBER = re.compile(r"\d+(?:[.,'’\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
_NOT_DIGIT = re.compile(r"\D")
_SHORTEST = 2
"""Letters of a word that says something."""

_MARKS = (("?", "?？؟"), ("!", "!！"), ('"', '"“”„«»「」『』'), ("(", "(（"), (":", ":："), (";", ";；؛"))

_GRAM = 4
"""Letters in the stretches by which cognates are known (``gouvernement``: ``gouv``, ``vern``, ``neme`` …)."""

_GRAM_SHARE = 0.35
"""What one stretch weighs against a whole word: stretches of one word are not independent."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """A sentence as the aligner sees it.

    ``length`` is in letters of an alphabet; ``anchors`` are the features that may be shared with its
    answer, each with its weight (1 for a whole word or number).
    """

    length: float
    anchors: dict[str, float]


def sketch(text: str) -> Sketch:
    """Return the sketch of one sentence."""
    anchors: dict[str, float] = {}
    for number in _NUMBER.findall(text):
        anchors["#" + _NOT_DIGIT.sub("", number)] = 1.0
    for word in LETTERS.findall(text):
        for anchor, weight in _of_word(word):
            anchors[anchor] = max(weight, anchors.get(anchor, 0.0))
    for name, count in _marks(text).items():
        anchors[f"{name}{min(count, 4)}"] = 0.5
    return Sketch(length_of(text), anchors)


def length_of(text: str) -> float:
    """Return the length of ``text`` in letters of an alphabet, 1 at least."""
    wide = len(_WIDE.findall(text))
    return max(sum(not character.isspace() for character in text) + wide * (WIDE - 1), 1.0)


@lru_cache(maxsize=50_000)
def _of_word(word: str) -> tuple[tuple[str, float], ...]:
    if len(word) < _SHORTEST:
        return ()
    plain = fold(word)
    found = [(plain, 1.0)]
    if len(plain) > _GRAM:
        found += [(f"~{plain[i : i + _GRAM]}", _GRAM_SHARE) for i in range(len(plain) - _GRAM + 1)]
    if word.isupper():
        found.append((f"^{plain}", 0.5))
    return tuple(found)


def _marks(text: str) -> Counter[str]:
    found = Counter({name: sum(map(text.count, forms)) for name, forms in _MARKS})
    return +found
