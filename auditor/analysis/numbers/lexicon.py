"""The words for numbers of one language, from the gazetteer."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import cache

from auditor.config import gazetteer

Values = tuple[Fraction, ...]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Number words in lower case, with their values; ``pieces`` cuts up a compound, where they exist.

    ``spans`` gives the unit, ``days``, ``hours`` or ``months``, of a word for a stretch of time.
    """

    cardinals: dict[str, Fraction]
    scales: dict[str, Fraction]
    loose: dict[str, Values]
    joins: frozenset[str]
    halves: frozenset[str]
    spans: dict[str, str]
    percent: re.Pattern[str] | None
    pieces: re.Pattern[str] | None

    def cut(self, word: str) -> list[str]:
        """Return the number words that ``word`` is made of: itself, those of a compound, or none."""
        if word in self.cardinals or word in self.scales or word in self.joins:
            return [word]
        if self.pieces is None or not self.pieces.fullmatch(word):
            return []
        return _cut(word, tuple(sorted({*self.cardinals, *self.scales, *self.joins}, key=len, reverse=True))) or []


def _cut(word: str, parts: tuple[str, ...]) -> list[str] | None:
    if not word:
        return []
    for part in parts:
        if word.startswith(part) and (rest := _cut(word[len(part) :], parts)) is not None:
            return [part, *rest]
    return None


@cache
def lexicon(language: str) -> Lexicon:
    """Return the number words of a language (its bare subtag); empty where there are none."""
    table = gazetteer("numbers").get(language, {})
    cardinals = {word: value for word, (value,) in _words(table.get("cardinals", {})).items()}
    scales = {word: value for word, (value,) in _words(table.get("scales", {})).items()}
    percent = "|".join(map(re.escape, table.get("percent", ())))
    joins = frozenset(table.get("joins", ()))
    parts = "|".join(map(re.escape, (*cardinals, *scales, *joins)))
    return Lexicon(
        cardinals,
        scales,
        _words(table.get("loose", {})),
        joins,
        frozenset(table.get("halves", ())),
        {word: unit for unit, words in table.get("spans", {}).items() for word in words.split()},
        re.compile(rf"\b(?:{percent})\b", re.IGNORECASE) if percent else None,
        re.compile(f"(?:{parts})+") if table.get("compounds") else None,
    )


def _words(table: dict[str, str]) -> dict[str, Values]:
    return {word: tuple(map(Fraction, values.split())) for values, words in table.items() for word in words.split()}
