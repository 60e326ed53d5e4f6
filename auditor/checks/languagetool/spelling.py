"""What a word that LanguageTool does not know is: a slip, a foreign word, or a word to leave alone.

Copy is full of words that no dictionary holds: names, coinages, loan words. Only what looks like
a slip of the finger, or like a word left in its own language, is worth an editor's while.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from auditor.analysis.vocabulary import is_english
from auditor.checks.languagetool.variety import same_word
from auditor.config import word_list
from auditor.text import WORD, fold, slips

CONSIDERED = 5
"""LanguageTool's suggestions are ranked; the word that was meant is among the first few or not there."""

_POSSESSIVE = re.compile(r"['’]s?$")
_SHORT = 3
_LONG = 8
_NAME_LENGTH = 6
_PREFIXES = (
    "anti", "bio", "counter", "cyber", "de", "eco", "electro", "geo", "hyper", "infra", "inter", "macro", "mega",
    "meta", "micro", "mid", "mini", "mis", "multi", "nano", "neo", "non", "out", "over", "pan", "post", "pre", "pro",
    "proto", "pseudo", "re", "semi", "sub", "super", "tele", "trans", "ultra", "un", "under",
)  # fmt: skip


class WordKind(StrEnum):
    """What an unknown word is taken for; ``mapping.toml`` says which are reported."""

    SLIP = "slip"
    """A slip of the finger in an English word."""
    NAME_SLIP = "name-slip"
    """The same in a word that everyone writes with a capital, such as a country or a title."""
    JOINED = "joined"
    """Two words run together."""
    LOWERED = "lowered"
    """A name without its capital."""
    FOREIGN = "foreign"
    """No English word is near: a word left in its own language, perhaps."""
    COPIED = "copied"
    """The same, and the source has it letter for letter."""
    NAME = "name"
    """A name, an acronym or a title."""
    KNOWN = "known"
    """The desk has it, or the story uses it again."""
    VARIETY = "variety"
    """The British or American spelling of a word, or one with or without its accents."""
    COINAGE = "coinage"
    """A compound or a derivation that a dictionary need not hold."""
    QUOTED = "quoted"
    """A word set off by quotation marks, foreign or odd on purpose."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What is known about words: how often the story has each form, the desk's words, the source's words.

    ``desk`` and ``source`` are casefolded.
    """

    counts: Counter[str]
    desk: frozenset[str] = frozenset()
    source: frozenset[str] = frozenset()

    @classmethod
    def of(cls, text: str, desk: Iterable[str] = (), source: str = "") -> Vocabulary:
        """Return the vocabulary of a story's ``text``, beside the desk's words and the ``source`` text."""
        vouched = frozenset(_bare(word).casefold() for word in desk)
        return cls(Counter(_words(text)), vouched, frozenset(word.casefold() for word in _words(source)))

    def repeats(self, word: str) -> bool:
        """Tell whether the story writes ``word`` just so more than once."""
        return self.counts[word] > 1


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that LanguageTool does not know, with its suggestions and where it stands.

    ``opens``: it is the first word of a sentence or a quotation; ``quoted``: it stands alone between
    quotation marks; ``entity``: the kind of name that the analysis sees there (``PERSON``), or nothing.
    """

    word: str
    suggestions: tuple[str, ...]
    opens: bool = False
    quoted: bool = False
    entity: str = ""


def _words(text: str) -> list[str]:
    """Return the words of ``text``, without possessive endings."""
    return [_bare(word) for word in WORD.findall(text)]


def read(unknown: Unknown, vocabulary: Vocabulary) -> tuple[WordKind, tuple[str, ...]]:
    """Return what ``unknown`` is, and the suggestions that are worth passing on, best first."""
    word = _bare(unknown.word)
    if word.casefold() in vocabulary.desk:
        return WordKind.KNOWN, ()
    if unknown.quoted:
        return WordKind.QUOTED, ()
    if word != word.lower():
        return _capitalised(word, unknown, vocabulary)
    return _lower(word, unknown, vocabulary)


def _capitalised(word: str, unknown: Unknown, vocabulary: Vocabulary) -> tuple[WordKind, tuple[str, ...]]:
    """An unknown word with a capital is a name, unless it is one slip from a word that everyone capitalises."""
    if any(same_word(word, s) for s in unknown.suggestions[:CONSIDERED]):
        return WordKind.VARIETY, ()
    if vocabulary.repeats(word) or not word.istitle() or "-" in word or word.casefold() in vocabulary.source:
        return WordKind.NAME, ()
    near = tuple(s for s in unknown.suggestions[:CONSIDERED] if _one_slip_in_title(word, s))
    meant = tuple(s for s in near if s in known_names())
    if meant and unknown.entity != "PERSON":
        return WordKind.NAME_SLIP, meant
    if unknown.opens and not unknown.entity:
        meant = near if len(word) >= _LONG else tuple(s for s in near if s in _openers())
        if meant:
            return WordKind.SLIP, meant
    return WordKind.NAME, ()


def _one_slip_in_title(word: str, meant: str) -> bool:
    """Tell whether ``word`` is a slip for ``meant``; short names differ by a letter anyway, so they must swap two."""
    if " " in meant or slips(word.lower(), meant.lower()) != 1:
        return False
    if word.endswith("s") and word[:-1] == meant[: len(word) - 1]:  # a plural of the name, as in "both Koreas"
        return False
    swapped = sorted(word.lower()) == sorted(meant.lower())
    return swapped or (min(len(word), len(meant)) >= _NAME_LENGTH and word[0] == meant[0])


def _lower(word: str, unknown: Unknown, vocabulary: Vocabulary) -> tuple[WordKind, tuple[str, ...]]:
    suggestions = unknown.suggestions[:CONSIDERED]
    plain = tuple(s for s in suggestions if s == s.lower())
    if any(same_word(word, s) or fold(word) == fold(s) for s in plain):
        return WordKind.VARIETY, ()
    if unknown.entity:
        return WordKind.NAME, ()
    if vocabulary.repeats(word):
        return WordKind.KNOWN, ()
    if len(word) <= _SHORT:
        return _short(word)
    common = tuple(s for s in plain if s in _function_words() and slips(word, s) == 1)
    if common:
        return WordKind.SLIP, common
    if suggestions and suggestions[0].istitle() and suggestions[0].lower() == word:
        return WordKind.LOWERED, suggestions[:1]
    reading, meant = _long(word, plain)
    if word in vocabulary.source and reading in (WordKind.SLIP, WordKind.FOREIGN):
        return WordKind.COPIED, ()
    return reading, meant


def _short(word: str) -> tuple[WordKind, tuple[str, ...]]:
    """Two or three letters are an abbreviation, unless a letter of a very common word was dropped or swapped."""
    if len(word) == 1:
        return WordKind.COINAGE, ()
    meant = tuple(w for w in word_list("capitalised.function_words") if _dropped_or_swapped(word, w))
    return (WordKind.SLIP, meant) if meant else (WordKind.COINAGE, ())


def _dropped_or_swapped(word: str, meant: str) -> bool:
    if len(word) == len(meant):
        return word != meant and sorted(word) == sorted(meant) and slips(word, meant) == 1
    return len(meant) == len(word) + 1 and slips(word, meant) == 1


def _long(word: str, suggestions: tuple[str, ...]) -> tuple[WordKind, tuple[str, ...]]:
    near = tuple(s for s in suggestions if _is_slip(word, s))
    parted = tuple(s for s in suggestions if _letters(s) == _letters(word))
    if near and (not parted or near[0] == suggestions[0]):
        return (WordKind.COINAGE, ()) if _derived(word, near[0]) else (WordKind.SLIP, near)
    if joined := tuple(s for s in parted if _holds_function_word(s)):
        return WordKind.JOINED, joined
    if parted or "-" in word or _prefixed(word):
        return WordKind.COINAGE, ()
    if suggestions or not word.isascii():
        return WordKind.FOREIGN, ()
    return WordKind.COINAGE, ()


def _prefixed(word: str) -> bool:
    """Tell whether ``word`` is an English one behind a prefix (``megafire``)."""
    return any(word.startswith(prefix) and is_english(word.removeprefix(prefix)) for prefix in _PREFIXES)


def _is_slip(word: str, meant: str) -> bool:
    """Tell whether ``word`` may be a slip for ``meant``; four letters differ from too many words by one."""
    if not meant.isalpha() or "-" in word:
        return False
    return _dropped_or_swapped(word, meant) if len(word) == _SHORT + 1 else slips(word, meant) <= _tolerance(word)


def _derived(word: str, meant: str) -> bool:
    """Tell whether a prefix was put before a word or swapped there (``destocked``, ``deauthorise``), not misspelt."""
    tails = (word[len(p) :] for p in _PREFIXES if word.startswith(p) and len(word) - len(p) > _SHORT)
    return any(meant.endswith(tail) and meant.removesuffix(tail) in ("", *_PREFIXES) for tail in tails)


def _tolerance(word: str) -> int:
    return 2 if len(word) >= _LONG else 1


def _letters(text: str) -> str:
    return re.sub(r"[\s’'-]", "", text)


def _holds_function_word(text: str) -> bool:
    known = _function_words() - _PARTICLES
    return any(part.lower() in known for part in text.split())


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word)


@cache
def known_names() -> frozenset[str]:
    """Return the names and titles of the shipped word lists that all the world writes with a capital."""
    listed = (
        *word_list("calendar.months"), *word_list("calendar.weekdays"), *word_list("places.countries"),
        *word_list("places.capitals"), *word_list("places.cities"), *word_list("places.us_states"),
        *word_list("capitalised.titles"), *word_list("capitalised.bodies"), *word_list("capitalised.regions"),
        *word_list("capitalised.demonyms"),
    )  # fmt: skip
    return frozenset(listed)


@cache
def _openers() -> frozenset[str]:
    return frozenset(word_list("capitalised.openers"))


_PARTICLES = frozenset({"all", "off", "one", "out", "over"})
"""Function words that also end or begin nouns, as in ``standoff``."""


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word_list("capitalised.function_words")) | {"by", "in", "of", "on", "to", "at", "as", "is", "it"}
