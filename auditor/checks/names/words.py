"""The words of a sentence, hyphens and apostrophes inside them kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands in its sentence, in code points."""

    text: str
    start: int
    end: int


def words(text: str) -> Iterator[Word]:
    """Yield the words of ``text`` in order."""
    for found in _WORD.finditer(text):
        yield Word(found.group(), *found.span())
