"""Items of a list of the source of which the translation has all but one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from auditor.alignment.lexicon import lexicon
from auditor.alignment.lexicon.words import Stemmed, english_words
from auditor.bilingual.pairs import Pair
from auditor.bilingual.side import Side
from auditor.languages import language as language_of
from auditor.model import Span
from auditor.text import cognate

_WORDS = 3
"""Words of an item at most, without articles and prepositions."""

_COMMA = re.compile(r"[,，、]")
_END = re.compile(r"[.;:!?()\"“”«»„—–。；：！？（）《》]")
_CUT = re.compile(r",?\s(?:and|or)\s|,\s", re.IGNORECASE)
_JOINED = re.compile(r"\b(?:and|or)\b", re.IGNORECASE)
_GOES_ON = re.compile(r"\W*(?:and|or|as well as|along with|including)\b", re.IGNORECASE)


class Omitted(NamedTuple):
    """An item of a list of the source, and the English list that lacks it."""

    item: Span
    ours: Span


def omitted(pair: Pair) -> Iterator[Omitted]:
    """Yield the item behind the first of a list of the source that nothing in the translation answers.

    All others are answered, the English list that answers them is shorter by one, and each word of it answers one of
    the source. Where a list begins cannot be told so surely: its first item is never the one that is missing.
    """
    covered = pair.coverage
    if len(pair.sentences) != 1 or len(pair.link.other) != 1 or covered is None or not covered.is_translation:
        return
    lost = {word.stem for word in covered.lost}
    for items in _rows(pair.theirs):
        gone = [item for item in items if all(word.stem in lost for word in item)]
        kept = [item for item in items if item not in gone]
        if len(gone) != 1 or gone[0] == items[0] or any(word.stem in lost for item in kept for word in item):
            continue
        if _answers(gone[0], pair.ours_around, pair.theirs.language):
            continue
        ours = _shorter_list([_answers(item, pair.ours, pair.theirs.language) for item in kept], pair)
        if ours is not None:
            yield Omitted(Span(gone[0][0].span.start, gone[0][-1].span.end), ours)


def _answers(item: Sequence[Stemmed], ours: Side, spoken: str) -> list[Span]:
    """Return where the English text has words that render one of an item, or look like it."""
    entries = lexicon(spoken)
    spaced = language_of(spoken).writing.spaced
    return [
        word.span
        for word in english_words(ours.text)
        for their in item
        if (entries and word.stem in entries.renderings(their.stem)) or (spaced and cognate(word.stem, their.stem))
    ]


def _shorter_list(answers: Sequence[Sequence[Span]], pair: Pair) -> Span | None:
    """Return the English list that has the words that answer the items, one part for each, and nothing else."""
    if not all(answers) or pair.coverage is None:
        return None
    text = pair.ours.text
    whole = Span(
        min(span.start for each in answers for span in each), max(span.end for each in answers for span in each)
    )
    cuts = [Span(*found.span()) for found in _CUT.finditer(text, whole.start, whole.end)]
    if len(cuts) != len(answers) - 1 or not _JOINED.search(whole.of(text)) or _END.search(whole.of(text)):
        return None
    edges = [Span(whole.start, whole.start), *cuts, Span(whole.end, whole.end)]
    parts = [Span(one.end, other.start) for one, other in pairwise(edges)]
    new = [word for word in english_words(text) if whole.covers(word.span) and word.stem not in pair.coverage.answered]
    if new or _GOES_ON.match(text, whole.end):
        return None
    each_has_its_part = all(part.covers(span) for part, own in zip(parts, answers, strict=True) for span in own)
    return whole if each_has_its_part else None


def _rows(side: Side) -> Iterator[list[tuple[Stemmed, ...]]]:
    """Yield the items, each by its words, of the lists of three or more whose words the lexicon knows."""
    text = side.text
    for final in _final(side.language).finditer(text):
        start = max((found.end() for found in _END.finditer(text, 0, final.start())), default=0)
        edges = [*(found.start() for found in _COMMA.finditer(text, start, final.start())), final.start()]
        between = [Span(one + 1, other) for one, other in pairwise(edges)][::-1]
        items = list(takewhile(bool, (_item(_words(span, side), side) for span in between)))
        if not items:
            continue
        opens = edges[-1 - len(items)]
        ends = [found.start() for form in (_END, _COMMA) for found in form.finditer(text, final.end())]
        first = _run(_words(Span(start, opens), side)[::-1], side)[::-1]
        last = _run(_words(Span(final.end(), min(ends, default=len(text))), side), side)
        row = [_item(first, side), *reversed(items), _item(last, side)]
        if all(row):
            yield row


def _words(span: Span, side: Side) -> list[Stemmed]:
    return [word for word in side.stemmed if span.covers(word.span)]


def _run(words: Sequence[Stemmed], side: Side) -> list[Stemmed]:
    """Return the words from the first on between which nothing but a space stands."""
    spaced = language_of(side.language).writing.spaced
    run = list(words[:1])
    for one, other in pairwise(words):
        first, second = sorted((one.span, other.span), key=lambda span: span.start)
        if not spaced or side.text[first.end : second.start].strip():
            break
        run.append(other)
    return run


def _item(words: Sequence[Stemmed], side: Side) -> tuple[Stemmed, ...]:
    """Return the words as those of an item; none where they are too many, or one is not known."""
    entries = lexicon(side.language)
    known = entries is not None and all(entries.renderings(word.stem) for word in words)
    return tuple(words) if known and len(words) <= _WORDS else ()


@cache
def _final(spoken: str) -> re.Pattern[str]:
    return re.compile(language_of(spoken).writing.joins or r"(?!)", re.IGNORECASE)
