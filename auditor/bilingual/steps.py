"""A change to a number that is told as one by it, or the other way round: "fell to 5.4%" as "fell by 5.4%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from auditor.analysis import Firmness, Number
from auditor.bilingual.bounds import Change, change
from auditor.bilingual.pairs import Pair
from auditor.model import ENGLISH

_CHANGING = re.compile(
    r"\b(?:r(?:ise|ises|ose|isen|ising)|f(?:all|alls|ell|allen|alling)|dropp?\w*|(?:in|de)creas\w+|gr[eo]w\w*|climb\w*"
    r"|declin\w+|slipp?\w*|jump\w*|cut\w*|rais\w+|lower\w*|reduc\w+|edg(?:ed?|ing)|surg\w+|plung\w+|soar\w*|s[aiu]nk\w*"
    r"|narrow\w*|widen\w*|eas(?:ed?|es|ing)|shr[aiu]nk\w*|slow\w*|advanc\w+|gain\w*|swell\w*|swollen|tumbl\w+|slid\w*)\b"
    r"[^.;:]{0,40}$",
    re.IGNORECASE,
)
"""English verbs of change; what stands behind one in its clause may be where it goes, or how far."""

_YEARS = range(1500, 2101)


class Turned(NamedTuple):
    """A number of the translation and of the source, which change otherwise, and how it is in the source."""

    ours: Number
    theirs: Number
    kind: Change


def steps_turned(pair: Pair) -> Iterator[Turned]:
    """Yield the numbers to which something changes in one text and by which it does in the other.

    Told where each text has the number once and an English verb of change stands before it.
    """
    for number in pair.theirs.numbers:
        value = number.values[0]
        same = [each for each in pair.theirs.numbers if each.values[0] == value]
        answers = [each for each in pair.ours.numbers if each.values[0] == value]
        if len(same) != 1 or len(answers) != 1 or number.firmness is Firmness.LOOSE or value in _YEARS:
            continue
        there = change(pair.theirs.text, pair.theirs.language, number.span)
        here = change(pair.ours.text, ENGLISH, answers[0].span)
        changing = _CHANGING.search(pair.ours.text, 0, answers[0].span.start)
        if there and changing and {there, here} == {Change.TO, Change.BY}:
            yield Turned(answers[0], number, there)
