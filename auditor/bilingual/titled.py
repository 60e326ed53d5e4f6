"""Two persons of a translation who have changed places: each stands beside what the source says of the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from auditor.alignment.lexicon import english_stem
from auditor.bilingual.names import Name, may_be
from auditor.bilingual.pairs import Pair
from auditor.bilingual.plurals import persons_meant
from auditor.model import Span
from auditor.text import WORD

_NAMED = 2
"""Words of a full name at least."""

_DESCRIBING = 6
"""Words before a name among which is what the person is: “the hospital's former director, Paul Vasseur”."""

_ENDS = re.compile(r"[;:.!?()\"“”«»„]")


@dataclass(frozen=True, slots=True)
class Exchanged:
    """Two names of the translation, in its order, and the stretch of the source with both."""

    first: Name
    second: Name
    source: Span


def exchanged(pair: Pair) -> Iterator[Exchanged]:
    """Yield two full names that stand once in each text, each right behind what the other person is in the source.

    “Judge Paul Vasseur questioned the director, Marc Delattre” where Delattre is the judge. Neither may stand behind
    what he or she is in the source.
    """
    ours = [name for name in pair.ours.names if len(name.words) >= _NAMED]
    told = [(name, place) for name in ours if (place := _place(name, pair)) is not None]
    if len(told) < _NAMED:
        return
    language = pair.theirs.language
    here = {name: _before(pair.ours.text, name.span, [each.span for each in ours]) for name, _ in told}
    places = [place for _, place in told]
    there = {name: _before(pair.theirs.text, place, places) for name, place in told}
    for (one, its), (other, place) in combinations(told, 2):
        meant = [frozenset().union(*(persons_meant(w, language) for w in there[name])) for name in (one, other)]
        said = [frozenset(map(english_stem, here[name])) for name in (one, other)]
        own = meant[0] & said[0] or meant[1] & said[1]
        if not own and meant[0] & said[1] and meant[1] & said[0]:
            first, second = sorted((one, other), key=lambda name: name.span.start)
            yield Exchanged(first, second, Span(min(its.start, place.start), max(its.end, place.end)))


def _place(name: Name, pair: Pair) -> Span | None:
    """Return where the source has the whole name, if it has it once."""
    words = list(WORD.finditer(pair.theirs.text))
    size = len(name.words)
    found = [
        Span(run[0].start(), run[-1].end())
        for start in range(len(words) - size + 1)
        if (run := words[start : start + size])
        and all(
            word.group()[0].isupper() and may_be(ours, word.group()) for ours, word in zip(name.words, run, strict=True)
        )
    ]
    return found[0] if len(found) == 1 else None


def _before(text: str, span: Span, names: list[Span]) -> list[str]:
    """Return the last words in small letters before ``span``, back to another name or the end of a clause."""
    start = max((each.end for each in names if each.end <= span.start), default=0)
    start = max((match.end() for match in _ENDS.finditer(text, start, span.start)), default=start)
    return [word.group().lower() for word in WORD.finditer(text, start, span.start)][-_DESCRIBING:]
