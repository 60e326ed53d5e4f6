"""What a word is, in any script: letters, words joined inside, and words or figures as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SIGNS = "\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f\u0951-\u0957"
"""Accents and vowels that are characters of their own behind their letter, as in Arabic and Hindi."""

LETTERS = re.compile(rf"(?:[^\W\d_][{SIGNS}]*)+")
"""Letters with their signs: a word, or a part of one that marks divide."""

WORD = re.compile(rf"{LETTERS.pattern}(?:['’-]{LETTERS.pattern})*")
"""A word, with the hyphens and apostrophes inside it."""

TOKEN = re.compile(r"[^\W_]+(?:(?:['’./–-]|(?<=\d),(?=\d))[^\W_]+)*")
"""A word, a figure or what mixes the two, with the marks inside it: “24/7”, “U.S”, “3,500”."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands in its text, in code points."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of ``text`` in order, hyphens and apostrophes inside them kept."""
    for found in WORD.finditer(text):
        yield Word(found.group(), *found.span())


def in_brackets(text: str, place: int, marks: str = "()") -> bool:
    """Tell whether a bracket, opened and closed by the two ``marks``, is open at ``place`` of ``text``."""
    return text.rfind(marks[0], 0, place) > text.rfind(marks[1], 0, place)
