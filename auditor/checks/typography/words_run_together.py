"""``words-run-together``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.analysis.vocabulary import english_words, is_english
from auditor.checks.base import Hit, Story, code_check
from auditor.config import word_list
from auditor.model import Category, Confidence, Severity

_TOKEN = re.compile(r"(?<![\w@#./:&=?%’'-])(?:[a-z]{2,}[A-Z][a-z]+|[a-z]{4,})(?![\w@/:&=?%’'-]|\.\w)")
"""A word in small letters, or one with a single capital inside: not in an address, a handle or a compound."""

_CAPITAL = re.compile("[A-Z]")
_SHORTEST = 4
"""Letters of the shortest word beside a small one: of shorter ones any name may be made."""

_OPENERS = ("the", "and", "of", "that", "with", "from")
"""Small words that begin hardly any other word."""

_NO_OPENERS = frozenset(
    {"i", "my", "me", "we", "you", "your", "it", "re", "ve", "ll", "don", "won", "self", "let", "all", "up"}
)
"""Small words with which companies begin their names (“myGov”, “youTube”)."""


@code_check(
    "words-run-together",
    category=Category.SPELLING,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "The talks resumed [[onMonday]] in Varna.",
        "The delegation travelled [[toGermany]] by train.",
        "Police questioned [[theminister]] for two hours.",
        "It was the end [[ofthe]] strike at the port.",
    ),
    passes=(
        "The talks resumed on Monday in Varna.",
        "She sold her iPhone on eBay and flew with easyJet.",
        "Follow @onMonday and #fromParis for more.",
        "The paper can be read at www.example.org/ofthe and at theminister.example.org.",
        "McDonald and MacArthur met at YouTube, and LeBron James spoke.",
        "The onboarding of staff at openSUSE and macOS went well offline.",
        "They seethe and breathe, clothe and bathe.",
        "Forthcoming talks: therefore nothing was withdrawn, nevertheless.",
        "A pro-European, anti-Macron alliance was formed by the de-Stalinised left.",
    ),
)
def words_run_together(story: Story) -> Iterator[Hit]:
    """Two words stand together without a space.

    Readers stumble, and searches do not find the words.

    Told is a small word before a day, a month, a country or a large city, or before an English word where the two
    together are none. Names with a capital inside, handles, addresses and compounds with a hyphen pass.
    """
    for sentence in story.analysis.sentences:
        for token in _TOKEN.finditer(sentence.plain):
            cut = _cut(token.group())
            if cut is not None:
                joined = token.group()
                span = sentence.span_at(*token.span())
                yield Hit(
                    spans=(span,),
                    message=f"“{joined}” is two words: put a space between them.",
                    suggestions=(f"{joined[:cut]} {joined[cut:]}",),
                )


def _cut(token: str) -> int | None:
    """Return after how many letters a space is missing, None where none is."""
    capital = _CAPITAL.search(token)
    if capital is not None:
        first, second = token[: capital.start()], token[capital.start() :]
        return capital.start() if first in _small() and second in _known_names() else None
    if is_english(token):
        return None
    if token.endswith("the") and token.removesuffix("the") in _small():
        return len(token) - len("the")
    return next((len(word) for word in _OPENERS if _opens(word, token)), None)


def _opens(word: str, token: str) -> bool:
    rest = token.removeprefix(word)
    return rest != token and len(rest) >= _SHORTEST and rest in english_words()


@cache
def _small() -> frozenset[str]:
    return frozenset(word_list("grammatical_words.en")) - _NO_OPENERS


@cache
def _known_names() -> frozenset[str]:
    lists = ("calendar.weekdays", "calendar.months", "places.countries", "places.capitals", "places.cities")
    return frozenset(name for key in lists for name in word_list(key))
