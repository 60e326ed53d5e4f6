"""A change to a number that is told as one by it, or the other way round: "fell to 5.4%" as "fell by 5.4%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from auditor.alignment.lexicon import english_stem
from auditor.analysis import Firmness, Number
from auditor.bilingual.bounds import Change, bound, change
from auditor.bilingual.pairs import Pair
from auditor.languages import language as language_of
from auditor.model import ENGLISH

_YEARS = range(1500, 2101)
_FORECAST = frozenset(map(english_stem, ("forecast", "projection", "estimate", "prediction")))
"""What goes to a number by which something else grows."""


class Turned(NamedTuple):
    """A number of the translation and of the source, which change otherwise, and how it is in the source."""

    ours: Number
    theirs: Number
    kind: Change


def steps_turned(pair: Pair) -> Iterator[Turned]:
    """Yield the numbers to which something changes in one text and by which it does in the other.

    Told where each text has the number once and an English word for a rise or a fall stands before it, of what is
    measured alone where the source changes by it: “um 10” may be the hour.
    """
    measured = [m.number for m in pair.theirs.measures if all(unit.dimension != "time" for unit in m.units)]
    for number in pair.theirs.numbers:
        value = number.values[0]
        same = [each for each in pair.theirs.numbers if each.values[0] == value]
        answers = [each for each in pair.ours.numbers if each.values[0] == value]
        part = value < 1  # “um ein Drittel” is no hour
        if len(same) != 1 or len(answers) != 1 or value in _YEARS or (number.firmness is Firmness.LOOSE and not part):
            continue
        there = change(pair.theirs.text, pair.theirs.language, number.span)
        here = change(pair.ours.text, ENGLISH, answers[0].span)
        changing = _changing(ENGLISH).search(pair.ours.text, 0, answers[0].span.start)
        if there is Change.BY and not _changing(pair.theirs.language).search(pair.theirs.text, 0, number.span.start):
            continue  # “se situó en el 4,9 %”, “lag um 2,9 Prozent über”
        if (there is Change.BY and number not in measured and not part) or bound(
            pair.ours.text, ENGLISH, answers[0].span
        ):
            continue  # “up to 10” is a bound
        if there and changing and {there, here} == {Change.TO, Change.BY} and not _FORECAST & pair.theirs.rendered:
            yield Turned(answers[0], number, there)


@cache
def _changing(language: str) -> re.Pattern[str]:
    """Return what finds a word of ``language`` for a rise or a fall in the clause before a number."""
    told = language_of(language).opposites
    words = "|".join((*told.words.get("rise", ()), *told.hints.get("rise", ())))
    if not words:
        return re.compile("(?!)")
    edges = (r"(?<!\w)", r"(?!\w)") if language_of(language).writing.spaced else ("", "")
    return re.compile(rf"{edges[0]}(?:{words}){edges[1]}[^.;:。；：]{{0,40}}$", re.IGNORECASE)
