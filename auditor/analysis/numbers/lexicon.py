"""The words for numbers of one language, from its table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import cache

from auditor.languages import Numerals, Ordinals, language

Values = tuple[Fraction, ...]

_PLAIN = str.maketrans('ё’ʼ"', "е'''", "\u00ad")
_LONGEST = 80
"""Letters beyond which a word is not cut up."""

_DECADES = range(20, 100, 10)


class NumberKind(Enum):
    """What a word does in a number."""

    FIGURES = "figures"
    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    SCALE = "scale"
    """Multiplies what stands before it."""
    JOIN = "join"
    HALF = "half"
    """Adds half of what stands before it: "and a half"."""
    PART = "part"
    """A part of the scale behind it: "half a" million."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A number word: what it does and is worth; ``short`` for an abbreviation, ``after`` says what a join follows."""

    kind: NumberKind
    value: Fraction = Fraction(0)
    short: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class NumberLexicon:
    """The ``numerals`` of a language, ready to be read: words in the spelling of ``plain``, with what they do.

    ``inside`` has those that may stand inside a longer one: ``compounds`` matches one of nothing else, ``tails`` finds
    where the rest of any other begins. ``phrases`` finds those of several words, ``halves`` those that add half.
    ``months`` are the names of months, ``fractions`` the words for parts with how many there are, ``share`` finds what
    stands between the two numbers of a share, ``whole_first`` the whole of one up to its part, ``every`` what makes an
    ordinal one, ``less`` what makes of two a half. ``floors`` are words for storeys, ``lives`` finds a year of life
    behind an ordinal, ``unreached`` and ``unreached_after`` what says beside an age that it was not reached.
    """

    numerals: Numerals
    words: Mapping[str, NumberWord]
    loose: Mapping[str, Values]
    ambiguous: frozenset[str]
    spans: Mapping[str, str]
    inside: Mapping[str, NumberWord]
    compounds: re.Pattern[str] | None
    tails: re.Pattern[str] | None
    phrases: re.Pattern[str] | None
    halves: re.Pattern[str] | None
    months: frozenset[str]
    fractions: Mapping[str, Fraction]
    share: re.Pattern[str] | None
    whole_first: re.Pattern[str] | None
    every: re.Pattern[str] | None
    less: re.Pattern[str] | None
    floors: frozenset[str]
    lives: re.Pattern[str] | None
    unreached: re.Pattern[str] | None
    unreached_after: re.Pattern[str] | None

    def parts(self, word: str) -> list[NumberWord]:
        """Return the number words that ``word`` is made of: itself, those of a compound, or none."""
        if (known := self.words.get(word)) is not None:
            return [] if known.after == "compounds" else [known]  # "zwischen fünf und zwanzig"
        if self.compounds is None or len(word) > _LONGEST or not self.compounds.fullmatch(word):
            return []
        return _cut(word, self.inside)

    def opened_by(self, word: str) -> list[NumberWord]:
        """Return the number words that open ``word``, as in двадцатипятилетний; none where it is no such word."""
        if self.tails is None or (tail := self.tails.search(word)) is None:
            return []
        return _cut(word[: tail.start()], self.inside)


def plain(word: str) -> str:
    """Return ``word`` as the tables spell it: lower case, no soft hyphens, one apostrophe, е for ё."""
    folded = word.lower().translate(_PLAIN)
    return re.sub(r"[\s‐‑-]+", "-", folded)


def _cut(word: str, words: Mapping[str, NumberWord]) -> list[NumberWord]:
    """Return the parts of a compound, the longest first; none where it has others."""
    ends: dict[int, list[NumberWord]] = {len(word): []}
    for start in range(len(word) - 1, -1, -1) if len(word) <= _LONGEST else ():
        for end in range(len(word), start, -1):
            if end in ends and (part := words.get(word[start:end])):
                ends[start] = [part, *ends[end]]
                break
    return ends.get(0, [])


@cache
def lexicon(code: str) -> NumberLexicon:
    """Return the number words of a language (its bare subtag); empty where there are none."""
    numerals = language(code).numerals
    words = dict(_words(numerals))
    loose = dict(_alone(numerals.ordinals)) | {word: values for values, word in _forms(numerals.loose)}
    inside = dict(_inside(numerals)) | words
    tails = "|".join(numerals.tails.split())
    return NumberLexicon(
        numerals,
        words,
        loose,
        frozenset(map(plain, numerals.ambiguous.split())),
        {word: unit for unit, forms in numerals.spans.items() for word in forms.split()},
        inside,
        re.compile(f"(?:{'|'.join(map(re.escape, inside))})+") if numerals.compounds else None,
        re.compile(rf"(?<=..)(?:{tails})") if tails else None,
        _phrases([word for word in words if "-" in word]),
        _phrases([word for word, entry in words.items() if entry.kind is NumberKind.HALF]),
        frozenset(word for forms in language(code).calendar.months for word in forms.split()),
        {word: values[0] for values, word in _forms(numerals.fractions)},
        _share(numerals.each),
        re.compile(numerals.whole_first) if numerals.whole_first else None,
        re.compile(rf"\b(?:{'|'.join(numerals.every.split())})\s$", re.IGNORECASE) if numerals.every else None,
        _phrases(numerals.less.split()),
        frozenset(numerals.floors.split()),
        re.compile(rf"(?:{numerals.lives})(?!\w)", re.IGNORECASE) if numerals.lives else None,
        re.compile(rf"(?:{numerals.unreached})\s?$", re.IGNORECASE) if numerals.unreached else None,
        re.compile(rf"\s?(?:{numerals.unreached_after})", re.IGNORECASE) if numerals.unreached_after else None,
    )


def _words(numerals: Numerals) -> Iterator[tuple[str, NumberWord]]:
    for values, word in _forms(numerals.ordinals.words, numerals.ordinals.endings):
        yield word, NumberWord(NumberKind.ORDINAL, values[0])
    for kind, table in (
        (NumberKind.CARDINAL, numerals.cardinals),
        (NumberKind.SCALE, numerals.scales),
        (NumberKind.PART, numerals.parts),
    ):
        for values, word in _forms(table):
            yield word, NumberWord(kind, values[0])
    for values, word in _forms(numerals.short):
        yield word, NumberWord(NumberKind.SCALE, values[0], short=True)
    for after, forms in numerals.joins.items():
        for word in forms.split():
            yield plain(word), NumberWord(NumberKind.JOIN, after=after)
    for word in numerals.halves.split():
        yield plain(word), NumberWord(NumberKind.HALF, Fraction(1, 2))
    for word in numerals.none.split():
        yield plain(word), NumberWord(NumberKind.NONE)


def _inside(numerals: Numerals) -> Iterator[tuple[str, NumberWord]]:
    for value, forms in numerals.combining.items():
        for word in forms.split():
            yield (
                plain(word),
                NumberWord(NumberKind.SCALE if value in numerals.scales else NumberKind.CARDINAL, Fraction(value)),
            )


def _alone(ordinals: Ordinals) -> Iterator[tuple[str, Values]]:
    """Yield what ordinals may stand for when they are alone: a decade in the plural, as in девяностые."""
    for values, word in _forms(ordinals.words, ordinals.plural):
        yield word, (*values, 1900 + values[0]) if values[0] in _DECADES else values
    for values, word in _forms(ordinals.words, ordinals.endings):
        yield word, values


def _forms(table: Mapping[str, str], endings: str = "") -> Iterator[tuple[Values, str]]:
    """Yield each word of ``table`` with its values; a word that ends in ``~`` takes each of the ``endings``."""
    for values, words in table.items():
        worth = tuple(map(Fraction, values.split()))
        for word in words.split():
            for ending in endings.split() if word.endswith("~") else ("",):
                yield worth, plain(word.rstrip("~") + ending)


def _share(words: str) -> re.Pattern[str] | None:
    """Return what finds "people in" between the numbers of "one person in four"."""
    forms = "|".join(re.escape(word).replace(r"\-", r"\s") for word in words.split())
    return re.compile(rf"(?:\s[^\W\d]+){{0,2}}\s(?:{forms})\s", re.IGNORECASE) if words else None


def _phrases(words: list[str]) -> re.Pattern[str] | None:
    """Return what finds ``words``, in which a hyphen stands for a hyphen or a space."""
    forms = (re.escape(word).replace(r"\-", r"[\s‐‑-]\s?") for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE) if words else None
