"""Versions of a sentence with another sense of the source's word for one that reads oddly."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import KINDS, english_stem, lexicon
from auditor.beside import each_beside
from auditor.checks.base import Story
from auditor.checks.reader.cognates import LEAST, other_senses
from auditor.checks.reader.passages import Passage, passages, read
from auditor.checks.reader.weighing import Version
from auditor.text import likeness

if TYPE_CHECKING:
    from auditor.analysis import Token
    from auditor.bilingual.pairs import Pair
    from auditor.engines.reader.client import Reader


class Sense(StrEnum):
    """What a version does: gives another sense of the word, or one that says nearly the same."""

    OTHER = "another sense of the word"
    NEAR = "another word for nearly the same"


_ODD = 6.0
"""By how many nats another word must be likelier in English alone, for a word to be taken for odd.

Of the wrong senses that could be told in the stories of ``reference/`` hardly any had less.
"""

_SENSES = 5
"""Senses of a word that are weighed, the likeliest first."""

_MOST = 60
"""Versions of a story: some seconds of the processor."""

_NEAR, _SAME = 0.6, 0.8
"""Nearness by vectors from which two words say nearly the same, and the same."""

_LIKE = 0.8
"""Likeness of two spellings of one word: “organise”, “organize”."""

_SHORTEST = 3


def renderings(story: Story) -> Iterator[Version]:
    """Yield the story with each odd word that renders one of the source's in the other senses of that.

    The oddest first.
    """
    from auditor.engines import vectors

    odd = _odd_words(story)
    encoder = vectors.connect() if odd else None
    if encoder is None:
        return
    proposed: list[tuple[float, Version]] = []
    for pair in story.source_pairs:
        for sentence in pair.sentences:
            for token in sentence.tokens:
                span = sentence.span_of(token)
                if span.start not in odd or not _may_be_wrong(token):
                    continue
                for sense in _others(token, pair):
                    near = encoder.nearness(sense, token.text)
                    if near < _SAME and likeness(sense, token.lower_) < _LIKE:
                        kind = Sense.NEAR if near >= _NEAR else Sense.OTHER
                        proposed.append((odd[span.start], Version(((span, sense),), kind, LEAST)))
    yield from (version for _, version in sorted(proposed, key=lambda each: -each[0])[:_MOST])


def _may_be_wrong(token: Token) -> bool:
    return token.pos_ in KINDS and len(token) >= _SHORTEST and token.text.islower()


def _odd_words(story: Story) -> dict[int, float]:
    """Return where a word begins that the reader finds odd in English alone, with how odd it is."""
    from auditor.engines.reader.client import PROCESSES

    if story.reader is None:
        return {}
    every = passages(story)
    found = each_beside(partial(_odd, story.reader, story), every, PROCESSES)
    return {start: gap for some in found for start, gap in some}


def _odd(reader: Reader, story: Story, passage: Passage) -> list[tuple[int, float]]:
    words = read(reader, story, passage, beside=False)
    return [(passage.span.start + word.span.start, word.gap) for word in words if word.gap >= _ODD]


def _others(token: Token, pair: Pair) -> Iterator[str]:
    """Yield what else the only word of the source means that ``token`` renders, in the form of that."""
    spoken = pair.theirs.language
    entries = lexicon(spoken)
    if entries is None or not entries.spelt:
        return
    own = {english_stem(token.lower_), english_stem(token.lemma_.lower())}
    rendered = [word for word in pair.theirs.stemmed if own & entries.renderings(word.stem)]
    if len(rendered) != 1:
        return
    word = rendered[0].span.of(pair.theirs.text)
    yield from other_senses(token, word, spoken, own, _SENSES)
