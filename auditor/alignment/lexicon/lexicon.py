"""The shipped lexicons: stems of a language with their English renderings."""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources

from auditor.alignment.lexicon.words import Stemmed, base, english_stems, english_words, foreign_words, stem
from auditor.languages import language
from auditor.model import ENGLISH
from auditor.text import cognate

_DATA = resources.files("auditor.alignment.lexicon") / "data"
WORDS = ".words.xz"
"""How the files end whose renderings are words; those of the others are stems."""

_STEMS = ".stems.xz"

LANGUAGES = tuple(
    sorted(f.name.removesuffix(WORDS).removesuffix(_STEMS) for f in _DATA.iterdir() if f.name.endswith(".xz"))
)
"""Languages that have a lexicon; ``docs/lexicon.md`` says what each was made from."""

_SHORTEST_PART = 4
"""Letters of the shortest part into which a compound is taken apart."""

_SHORTEST = 2
"""Letters of the shortest piece before or after an infix."""

_SAME = "="
"""What stands before the stem of a base form, in the place of the renderings of a form with another stem."""

KIND = ":"
"""What parts a rendering from the kinds of words that it is given for: n, v, a (adjective) and r (adverb)."""

COUNTED = "c"
"""What stands for the kind of a rendering that no dictionary has, but that was counted in translations."""


@dataclass(frozen=True)
class Lexicon:
    """What the words of ``language`` are rendered with, by their stems.

    ``lines`` holds the renderings, the likeliest first, space between; ``_`` joins the words of one. They are words as
    dictionaries have them where the lexicon is ``spelt``, else stems in no order.
    """

    language: str
    lines: Mapping[str, str]
    spelt: bool

    def renderings(self, stem_: str) -> frozenset[str]:
        """Return the English stems for a stem, those of its parts for a compound; none where it is not known."""
        return frozenset(stem for token in self.tokens(stem_) for stem in self._stems(token))

    def alone(self, stem_: str) -> frozenset[str]:
        """Return the English stems that render a stem by themselves: not “advise” where it is “advise against”."""
        return frozenset(stem for token in self.tokens(stem_) if "_" not in token for stem in self._stems(token))

    def phrases(self, stem_: str, *, counted: bool = True) -> Iterator[tuple[str, ...]]:
        """Yield the renderings of a stem word by word, as they are spelt where the lexicon is, else as stems.

        Without those ``counted`` in translations only dictionaries speak: "fail" often stands for "not succeed".
        """
        for token in self.tokens(stem_):
            english, _, kinds = token.partition(KIND)
            if counted or kinds != COUNTED:
                yield tuple(english.split("_"))

    def tokens(self, stem_: str) -> tuple[str, ...]:
        """Return what the lines hold for a stem or the parts of a compound, forms followed to their words."""
        infixed = self._without_infix(stem_)
        without = self.lines.get(infixed, "") if infixed else ""  # dictionaries have few forms with it, and odd ones
        for known in self._spellings(stem_):
            if (line := self.lines.get(known)) is not None:
                return tuple(dict.fromkeys((*self._followed(without), *self._followed(line))))
        return self._of_parts(stem_, language(self.language).lexicon.compounds)

    def _spellings(self, stem_: str) -> Iterator[str]:
        """Yield a stem, and it without what a form or a derived word has more than the word in the dictionary."""
        facts = language(self.language).lexicon
        yield stem_
        for ending in facts.endings:
            if stem_.endswith(ending) and len(stem_) - len(ending) >= _SHORTEST_PART:
                yield stem_.removesuffix(ending)
        for beginning in facts.prefixes:
            if stem_.startswith(beginning) and len(stem_) - len(beginning) >= _SHORTEST_PART:
                yield stem_.removeprefix(beginning)
        if without := self._without_infix(stem_):
            yield without

    def _without_infix(self, stem_: str) -> str:
        """Return a stem without what may stand inside the word; nothing where nothing does."""
        infix = language(self.language).lexicon.infix
        before, _, after = stem_.rpartition(infix) if infix else ("", "", "")
        return before + after if len(before) >= _SHORTEST and len(after) >= _SHORTEST else ""

    def _followed(self, line: str) -> Iterator[str]:
        for token in line.split():
            if token.startswith(_SAME):
                yield from (other for other in self.lines[token[1:]].split() if not other.startswith(_SAME))
            else:
                yield token

    def _stems(self, token: str) -> tuple[str, ...]:
        return _spelt_stems(token) if self.spelt else (base(token),)

    def _of_parts(self, compound: str, links: tuple[str, ...]) -> tuple[str, ...]:
        """Return what the lines hold for the parts of a compound, which any of ``links`` may join."""
        if not links:
            return ()
        for cut in range(len(compound) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
            last = self.lines.get(stem(compound[cut:], self.language))
            if last is None:
                continue
            for link in links:
                whole = compound[:cut].removesuffix(link) if link else compound[:cut]
                first = self.lines.get(stem(whole, self.language))
                if first is not None and len(whole) >= _SHORTEST_PART:
                    return (*self._followed(first), *self._followed(last))
        return ()

    @cached_property
    def english(self) -> frozenset[str]:
        """The English stems that render some word."""
        tokens = " ".join(self.lines.values())
        if not self.spelt:
            return frozenset(map(base, tokens.split()))
        words = {token.partition(KIND)[0] for token in set(tokens.replace("_", " ").split())}
        return english_stems(word for word in words if not word.startswith(_SAME))


@lru_cache(maxsize=100_000)
def _spelt_stems(token: str) -> tuple[str, ...]:
    return tuple(word.stem for word in english_words(token.partition(KIND)[0].replace("_", " ")))


@cache
def lexicon(spoken: str) -> Lexicon | None:
    """Return the lexicon of the language ``spoken`` (a bare subtag such as ``fr``), loaded on first use, or None."""
    if spoken not in LANGUAGES:
        return None
    spelt = (_DATA / f"{spoken}{WORDS}").is_file()
    packed = (_DATA / f"{spoken}{WORDS if spelt else _STEMS}").read_bytes()
    rows = (line.partition("\t") for line in lzma.decompress(packed).decode("utf-8").splitlines())
    return Lexicon(spoken, {word: english for word, _, english in rows}, spelt)


def stemmed_words(text: str, spoken: str) -> tuple[Stemmed, ...]:
    """Return the words of ``text``, in the language ``spoken``, that name things, in order."""
    if spoken == ENGLISH:
        return english_words(text)
    entries = lexicon(spoken)
    return foreign_words(text, spoken, entries.lines if entries else ())


def may_render(entries: Lexicon | None, english: str, word: str) -> bool:
    """Tell whether an English stem renders the stem ``word``, as ``entries`` have it or as the two look."""
    return cognate(word, english) or (entries is not None and english in entries.renderings(word))
