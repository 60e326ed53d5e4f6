"""Versions of a sentence with another sense of a source word that looks like the English one that stands for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Set
from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import KINDS, english_stem, senses
from auditor.analysis import inflected
from auditor.checks.base import Story
from auditor.checks.reader.weighing import Version
from auditor.text import fold, likeness

if TYPE_CHECKING:
    from auditor.analysis import Token


class Sense(StrEnum):
    """What a version does: gives another sense of the word."""

    OTHER = "other sense"


LEAST = 3.0
"""Nats that another sense must gain, beside the source and in English alone."""

_LIKE = 0.7
_SHORTEST = 4
_SENSES = 6
"""Senses of a word that are weighed, the likeliest first."""

_WORD = re.compile(r"[^\W\d_]{4,}")


def cognates(story: Story) -> Iterator[Version]:
    """Yield the story with each word that looks like its source's in other senses of that."""
    for pair in story.source_pairs:
        words = {word.group(): fold(word.group()) for word in _WORD.finditer(pair.theirs.text)}
        for sentence in pair.sentences:
            for token in sentence.tokens:
                if token.pos_ in KINDS and len(token) >= _SHORTEST and token.text.islower():
                    for sense in _others(token, words, pair.theirs.language):
                        yield Version(((sentence.span_of(token), sense),), Sense.OTHER, LEAST)


def _others(token: Token, words: Mapping[str, str], spoken: str) -> Iterator[str]:
    """Yield what else the one word of the source means that looks like ``token``, in the form of that.

    ``words`` are those of the source, with their letters plain.
    """
    plain, own = fold(token.lower_), english_stem(token.lower_)
    like = [word for word, letters in words.items() if likeness(plain, letters) >= _LIKE]
    if len(like) == 1:
        yield from other_senses(token, like[0], spoken, {own}, _SENSES)


def other_senses(token: Token, word: str, spoken: str, own: Set[str], most: int) -> Iterator[str]:
    """Yield what a ``word`` of the source means but for the stems in ``own``, in the form of the English ``token``.

    Of the ``most`` likeliest senses.
    """
    for sense in senses(word, spoken, KINDS[token.pos_])[:most]:
        if english_stem(sense.rpartition(" ")[2]) not in own:
            yield inflected(sense, token.tag_)
