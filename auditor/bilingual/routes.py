"""Places from which and to which somebody or something goes, that have changed parts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from auditor.bilingual.pairs import Pair
from auditor.bilingual.parties import anchors, is_name, the_one
from auditor.languages import language as language_of
from auditor.model import Span

if TYPE_CHECKING:
    from auditor.analysis import Token


def routes_turned(pair: Pair) -> Iterator[tuple[Span, Span]]:
    """Yield where the source has what stands before a place, and the English preposition that says the opposite.

    Told of two names of which English has the one behind "from" and the other behind "to", and the source, which has
    each once, the first behind what leads to a place and the second behind what leads away from one.
    """
    forms = _forms(pair.theirs.language)
    if forms is None:
        return
    away, towards = forms
    for start, origin, goal in _routes(pair):
        here, there = (the_one(anchors(noun, pair)) for noun in (origin, goal))
        if here is None or there is None or here.overlaps(there):
            continue
        turned = towards.search(pair.theirs.text, 0, here.start)
        if turned and away.search(pair.theirs.text, 0, there.start):
            yield Span(turned.start(), turned.start() + len(turned.group().rstrip())), start


def _routes(pair: Pair) -> Iterator[tuple[Span, Token, Token]]:
    """Yield where English has “from”, and the names behind it and behind a “to” beside it."""
    for sentence in pair.sentences:
        begin = pair.start_of(sentence)
        ends = [
            (token, noun)
            for token in sentence.tokens
            if token.lower_ in {"from", "to"}
            for noun in token.children
            if noun.dep_ == "pobj" and is_name(noun)
        ]
        for (one, origin), (other, goal) in ((a, b) for a in ends for b in ends):
            near = other.head in {one.head, one, origin} or one.head in {other, goal}
            if one.lower_ == "from" and other.lower_ == "to" and near:
                yield Span(begin + one.idx, begin + one.idx + len(one)), origin, goal


@cache
def _forms(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    places = language_of(language).opposites.places
    edge = r"(?<!\w)" if language_of(language).writing.spaced else ""
    if not places:
        return None
    away, towards = (re.compile(f"{edge}(?:{form})$", re.IGNORECASE) for form in places)
    return away, towards
