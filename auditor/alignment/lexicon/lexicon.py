"""The shipped lexicons: stems of a language with the stems of their English renderings."""

from __future__ import annotations

import lzma
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import resources

from auditor.alignment.lexicon.words import Stemmed, base, english_words, foreign_words, stem
from auditor.languages import language
from auditor.model import ENGLISH
from auditor.text import cognate

_DATA = resources.files("auditor.alignment.lexicon") / "data"
_ENDING = ".txt.xz"

LANGUAGES = tuple(sorted(f.name.removesuffix(_ENDING) for f in _DATA.iterdir() if f.name.endswith(_ENDING)))
"""Languages that have a lexicon; ``docs/lexicon.md`` says what each was made from."""

_SHORTEST_PART = 4
"""Letters of the shortest part into which a compound is taken apart."""


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
        return self._of_parts(stem_, language(self.language).lexicon.compounds)

    def _of_parts(self, compound: str, links: tuple[str, ...]) -> frozenset[str]:
        """Return the English stems for the parts of a compound, which any of ``links`` may join."""
        if not links:
            return frozenset()
        for cut in range(len(compound) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            last = self.lines.get(stem(compound[cut:], self.language))
            if last is None:
                continue
            for link in links:
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
def lexicon(spoken: str) -> Lexicon | None:
    """Return the lexicon of the language ``spoken`` (a bare subtag such as ``fr``), loaded on first use, or None."""
    if spoken not in LANGUAGES:
        return None
    packed = (_DATA / f"{spoken}{_ENDING}").read_bytes()
    rows = (line.partition("\t") for line in lzma.decompress(packed).decode("utf-8").splitlines())
    return Lexicon(spoken, {word: english for word, _, english in rows})


def stemmed_words(text: str, spoken: str) -> tuple[Stemmed, ...]:
    """Return the words of ``text``, in the language ``spoken``, that name things, in order."""
    if spoken == ENGLISH:
        return english_words(text)
    entries = lexicon(spoken)
    return foreign_words(text, spoken, entries.lines if entries else ())


def may_render(entries: Lexicon | None, english: str, word: str) -> bool:
    """Tell whether an English stem renders the stem ``word``, as ``entries`` have it or as the two look."""
    return cognate(word, english) or (entries is not None and english in entries.renderings(word))
