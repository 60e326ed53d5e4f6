"""Names of Chinese people in pinyin: a surname that is kept beside another given name, or lost beside its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from auditor.analysis.vocabulary import english_words
from auditor.bilingual.places import mentions
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span
from auditor.text import fold

_IDEOGRAPH = re.compile("[\u3400-\u9fff]")
_NAME = re.compile(r"\b([A-Z][a-z]+(?:-[a-z]+)?) ([A-Z][a-z]+(?:-[a-z]+)?)\b(?! [A-Z])")
_BEFORE = re.compile(r"\b([A-Z]\w*) $")
_ALONE = re.compile(r"(?<![\w-])(?<![A-Z]\w )[A-Z][a-z]{3,}\b(?!-?[A-Z]|[ -][A-Z]|['’]s [A-Z])")
_OF_PLACES = re.compile(
    r"(?:\b(?:in|from|at|to|near|of|around|outside|across|via|the|an?|into|with)|,)\s$", re.IGNORECASE
)
"""What stands before a name alone that is likely a place's."""

_GIVEN = 2
"""Characters of the longest given name."""

_INITIALS = ("zh", "ch", "sh", *"bpmfdtnlgkhjqxrzcsyw")
"""The consonants with which syllables begin in pinyin."""

_LONG = 6
"""Letters of a word of pinyin that is no English one by chance."""

_NEAR = (("b", "p", "f"), ("d", "t", "zh", "ch", "sh", "z", "c", "s"), ("g", "k", "h", "j", "q", "x"))
"""Consonants for which the readings of one character are exchanged."""

_LONGEST_SYLLABLE = 6


@dataclass(frozen=True, slots=True)
class ChineseName:
    """The word at ``span`` of a translation, beside a kept surname, and where the source has the whole name."""

    span: Span
    source: Span


def other_given_names(ours: str, theirs: str) -> Iterator[ChineseName]:
    """Yield the given names in English ``ours`` that no character in Chinese ``theirs`` behind the surname reads as.

    A name has two words in pinyin, the surname first or last; the surname is one character of the source. Names that
    are no pinyin, such as those of Hong Kong and Japan, pass.
    """
    signs = list(_IDEOGRAPH.finditer(theirs))
    readings = [_pinyin(sign.group()) for sign in signs]
    for found in _NAME.finditer(ours):
        before = _BEFORE.search(ours, 0, found.start())
        if (before and before[1].lower() not in english_words()) or mentions(found.group(), ENGLISH):
            continue
        if _is_read(fold("".join(found.groups())).replace("-", ""), readings):
            continue
        kept = []
        for surname, given in ((1, 2), (2, 1)):
            places = [index for index, reading in enumerate(readings) if reading == found[surname].lower()]
            kept += [(given, index) for index in places]
        if not kept or not all(map(_syllables_of, found.groups())):
            continue
        personal = found[kept[0][0]].lower()
        if found[3 - kept[0][0]].lower() in english_words() and (personal in english_words() or len(personal) < _LONG):
            continue  # “Long March” is no name, and “Fang Jitong” is one
        if len({given for given, _ in kept}) == 1 and not any(
            _reads_as(found[word], readings, at) for word, at in kept
        ):
            word, index = kept[0]
            last = min(index + _GIVEN, len(signs) - 1)
            yield ChineseName(Span(*found.span(word)), Span(signs[index].start(), signs[last].end()))


def lost_surnames(ours: str, theirs: str, spoken: str) -> Iterator[ChineseName]:
    """Yield the given names that stand alone in English ``ours`` where Chinese ``theirs`` has a surname before them.

    A given name of two signs is sought, behind one that is a surname, where no other name of the sentence has its
    reading: news calls people by both names, and by the surname when it names them again.
    """
    families = language_of(spoken).names.families
    for found in _ALONE.finditer(ours):
        given = found.group()
        if (
            _OF_PLACES.search(ours, 0, found.start())
            or 2 not in _syllables_of(given)
            or given.lower() in english_words()
            or mentions(given, ENGLISH)
        ):
            continue
        behind = [span for span in spelled(given, theirs) if len(span) == _GIVEN]
        whole = [Span(span.start - 1, span.end) for span in behind if span.start and theirs[span.start - 1] in families]
        if len(whole) != 1 or len(behind) != 1:
            continue
        family = _pinyin(theirs[whole[0].start])
        before = _BEFORE.search(ours, 0, found.start())
        surname = before is not None and before[1].lower() in _syllables()  # read in another way: 覃 is Tan or Qin
        if not surname and not re.search(rf"\b{family}", ours, re.IGNORECASE):
            yield ChineseName(Span(*found.span()), whole[0])


def _reads_as(given: str, readings: list[str], surname: int) -> bool:
    """Tell whether the one or two characters behind that at ``surname`` read like ``given``, or others just so."""
    plain = fold(given).replace("-", "")
    for start, count in product(range(len(readings)), range(1, _GIVEN + 1)):
        reading = "".join(readings[start : start + count])
        follows = start == surname + 1 and count in _syllables_of(given)
        if reading == plain or (follows and _may_read(plain, tuple(readings[start : start + count]))):
            return True
    return False


def spelled(name: str, text: str) -> Iterator[Span]:
    """Yield where characters of Chinese ``text`` read as the English ``name``."""
    plain = fold(name).replace("-", "")
    counts = _syllables_of(plain)
    for start, count in product(range(len(text)), sorted(counts)):
        if "".join(map(_pinyin, text[start : start + count])) == plain and _IDEOGRAPH.match(text, start):
            yield Span(start, start + count)


def _is_read(name: str, readings: list[str]) -> bool:
    """Tell whether neighbouring characters may be read as ``name`` whole, the surname too."""
    lengths = range(2, _GIVEN + 2)
    stretches = ((start, start + length) for start in range(len(readings)) for length in lengths)
    return any(_may_read(name, tuple(readings[start:end])) for start, end in stretches)


def _may_read(plain: str, readings: Sequence[str]) -> bool:
    """Tell whether ``plain`` may be read from characters with ``readings``, of which many have two.

    The two of a character nearly always share the beginning of the syllable, or its end behind consonants said at about
    the same place: 长 is “zhang” or “chang”.
    """
    if not readings:
        return not plain
    return any(
        plain[:cut] in _syllables() and _are_akin(plain[:cut], readings[0]) and _may_read(plain[cut:], readings[1:])
        for cut in range(1, min(len(plain), _LONGEST_SYLLABLE) + 1)
    )


def _are_akin(one: str, other: str) -> bool:
    """Tell whether one character may have both readings; hardly any has one with -n and one with -ng."""
    short, long = sorted((one, other), key=len)
    if short.endswith("n") and long == f"{short}g":
        return False
    first, second = _initial(one), _initial(other)
    near = first == second or any(first in row and second in row for row in _NEAR)
    return (one[len(first) :] == other[len(second) :] and near) or (first == second and bool(first))


def _initial(syllable: str) -> str:
    return next((initial for initial in _INITIALS if syllable.startswith(initial)), "")


@lru_cache(maxsize=10_000)
def _syllables_of(word: str) -> frozenset[int]:
    """Return of how many syllables of Mandarin ``word`` can be made; empty where it is no pinyin."""
    plain = word.lower().replace("-", "")
    counts = {0} if not plain else set()
    for cut in range(1, min(len(plain), _LONGEST_SYLLABLE) + 1):
        if plain[:cut] in _syllables():
            counts |= {1 + count for count in _syllables_of(plain[cut:])}
    return frozenset(counts)


@lru_cache(maxsize=1)
def _syllables() -> frozenset[str]:
    return frozenset(_pinyin(chr(code)) for code in range(0x4E00, 0x9FA6))


@lru_cache(maxsize=25_000)
def _pinyin(sign: str) -> str:
    from anyascii import anyascii

    return anyascii(sign).lower()
