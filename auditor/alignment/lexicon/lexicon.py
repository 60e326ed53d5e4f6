"""The shipped lexicons: stems of a language with the stems of their English renderings."""

from __future__ import annotations

import lzma
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from auditor.alignment.lexicon.words import base, stem

LANGUAGES = ("ar", "cs", "de", "es", "fr", "hi", "it", "ja", "nl", "pl", "pt", "ru", "sv", "zh")
"""Languages that have a lexicon; ``docs/lexicon.md`` says what each was made from."""

_COMPOUNDING = frozenset({"de", "nl", "sv"})
"""Languages that write several words as one."""

_SHORTEST_PART = 4
"""Letters of the shortest part into which a compound is taken apart."""

_LINKS = ("", "s", "n", "en", "es")
"""Letters that join the parts of a compound."""


@dataclass(frozen=True)
class Lexicon:
    """What the words of ``language`` are rendered with, as stems; ``lines`` holds the English ones, space between."""

    language: str
    lines: Mapping[str, str]

    def renderings(self, stem_: str) -> frozenset[str]:
        """Return the English stems for a stem, those of its parts for a compound; none where it is not known."""
        found = self.lines.get(stem_)
        if found is not None:
            return frozenset(map(base, found.split()))
        return self._of_parts(stem_) if self.language in _COMPOUNDING else frozenset()

    def _of_parts(self, compound: str) -> frozenset[str]:
        for cut in range(len(compound) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            last = self.lines.get(stem(compound[cut:], self.language))
            if last is None:
                continue
            for link in _LINKS:
                whole = compound[:cut].removesuffix(link) if link else compound[:cut]
                first = self.lines.get(stem(whole, self.language))
                if first is not None and len(whole) >= _SHORTEST_PART:
                    return frozenset(map(base, (*first.split(), *last.split())))
        return frozenset()

    @cached_property
    def english(self) -> frozenset[str]:
        """The English stems that render some word."""
        return frozenset(map(base, {each for line in self.lines.values() for each in line.split()}))


@cache
def lexicon(language: str) -> Lexicon | None:
    """Return the lexicon of ``language`` (a bare subtag such as ``fr``), loaded on first use, or None."""
    if language not in LANGUAGES:
        return None
    packed = (resources.files("auditor.alignment.lexicon") / "data" / f"{language}.txt.xz").read_bytes()
    rows = (line.partition("\t") for line in lzma.decompress(packed).decode("utf-8").splitlines())
    return Lexicon(language, {word: english for word, _, english in rows})
