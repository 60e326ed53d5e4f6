"""Words that turn a sentence round: which of two opposites each of two texts has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from auditor.alignment.lexicon import english_words, lexicon, may_render, stemmed_words
from auditor.analysis import Firmness
from auditor.bilingual.pairs import Pair
from auditor.bilingual.side import Side
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span

_GOVERNED = {True: 2, False: 1}
"""Words behind a preposition among which the one that it governs is, in English and in other languages."""

_CLAUSE_END = re.compile(r"[,;:.!?()]")


@dataclass(frozen=True, slots=True)
class Reversal:
    """A word of the source, and the word of the translation that says the opposite; spans lie in their sides."""

    theirs: Span
    ours: Span


def reversals(pair: Pair) -> Iterator[Reversal]:
    """Yield the words of a pair's translation that turn round what its source says.

    Told where each text has one side of the two alone, once; the source's word has no rendering in the translation,
    and the translation's renders no other word of the source. A word that governs others must govern the same.
    """
    if pair.ours.negations or pair.theirs.negations:
        return
    told = language_of(pair.theirs.language).opposites
    for name in (*told.words, *told.before):
        sides = _sides(pair.theirs.language, name)
        ours, theirs = _one_side(pair.ours.text, ENGLISH, name), _one_side(pair.theirs.text, pair.theirs.language, name)
        if ours is None or theirs is None or ours[0] == theirs[0] or not sides:
            continue
        if _hinted(pair.ours.text, name, theirs[0]):
            continue
        found = Reversal(theirs[1], ours[1])
        if _governs_the_same(pair, found) if name in told.before else _has_no_other_answer(pair, found):
            yield found


def _one_side(text: str, language: str, name: str) -> tuple[int, Span] | None:
    """Return the side of which ``text`` has a word, and that word; None where it has more than one."""
    found = [(side, Span(*m.span())) for side, form in enumerate(_sides(language, name)) for m in form.finditer(text)]
    return found[0] if len(found) == 1 else None


def _hinted(text: str, name: str, side: int) -> bool:
    """Tell whether other words of the English ``text`` may tell ``side``."""
    hints = _hints(name)
    return bool(hints) and hints[side].search(text) is not None


def _has_no_other_answer(pair: Pair, found: Reversal) -> bool:
    """Tell whether no word of the source but the one turned round is rendered by the translation's."""
    entries = lexicon(pair.theirs.language)
    if entries is None:
        return True
    sought = {word.stem for word in english_words(found.ours.of(pair.ours.text))}
    others = (word for word in pair.theirs.stemmed if not word.span.overlaps(found.theirs))
    return not any(sought & entries.renderings(word.stem) for word in others)


def _governs_the_same(pair: Pair, found: Reversal) -> bool:
    """Tell whether the words behind both are the same number, the same day or month, or render each other."""
    ours, theirs = _behind(pair.ours, found.ours), _behind(pair.theirs, found.theirs)
    if any(set(one).intersection(other) for one, other in zip(ours[:2], theirs[:2], strict=True)):
        return True
    entries = lexicon(pair.theirs.language)
    return any(may_render(entries, our, their) for their in theirs[2] for our in ours[2])


def _behind(side: Side, span: Span) -> tuple[list[object], list[object], list[str]]:
    """Return the values of the number, the day or month, and the first stems that stand behind ``span``."""
    end = _CLAUSE_END.search(side.text, span.end)
    tail = side.text[span.end : end.start() if end else None]
    words = stemmed_words(tail, side.language)
    reach = span.end + (words[0].span.end if words else len(tail))
    numbers: list[object] = [
        number.values[0]
        for number in side.numbers
        if number.firmness is not Firmness.LOOSE and span.end <= number.span.start <= reach
    ]
    days: list[object] = [(w.kind, w.number) for w in side.calendar if span.end <= w.span.start <= reach]
    return numbers, days, [word.stem for word in islice(words, _GOVERNED[side.language == ENGLISH])]


@cache
def _sides(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    spoken = language_of(language)
    forms = spoken.opposites.words.get(name) or spoken.opposites.before.get(name) or ()
    edges = (r"(?<![\w-])", r"(?![\w-])") if spoken.writing.spaced else ("", "")
    return tuple(re.compile(f"{edges[0]}(?:{form}){edges[1]}", re.IGNORECASE) for form in forms)


@cache
def _hints(name: str) -> tuple[re.Pattern[str], ...]:
    hints = language_of(ENGLISH).opposites.hints.get(name, ())
    return tuple(re.compile(rf"(?<!\w)(?:{form})(?!\w)", re.IGNORECASE) for form in hints)
