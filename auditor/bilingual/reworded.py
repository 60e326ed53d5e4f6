"""Words of two versions of a sentence, in their own language: what is another sense and what another wording."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from auditor.alignment.lexicon import Stemmed, english_stem, english_words, lexicon, senses
from auditor.analysis import speaking_verbs
from auditor.bilingual.negations import Doubt, doubt
from auditor.bilingual.opposites import one_side
from auditor.bilingual.side import Side, clause_around
from auditor.languages import language as language_of
from auditor.model import Change, Fact, Span
from auditor.text import LETTERS, cognate

_CLAUSE = 3
"""Words that name things, and that the other version has in no form, by which one says more than a rewording does."""

_KEPT = 0.7
"""Share of its words that a sentence keeps where one word in another's place is a fact and no rewording."""


_LIKELIEST = 6
"""Renderings of a word among which the one is sought that a translation has for it."""


def reworded(old: Side, new: Side, ours: Side, told_apart: Callable[[Span, Side], bool]) -> Iterator[Change]:
    """Yield what two versions of a sentence tell otherwise by other words, ``ours`` being the older one's translation.

    That are a denial, an opposite, one word of another sense in a sentence that stays otherwise, and a clause more or
    less. ``told_apart`` tells of a word whether others look after it.
    """
    turned = list(_turned(old, new, ours))
    yield from _denials(old, new, ours)
    yield from turned
    yield from _Wording(old, new, ours, told_apart).changes(bool(turned))


def _denials(old: Side, new: Side, ours: Side) -> Iterator[Change]:
    """Yield a denial that one version has and the other has in no other form, unless the translation has it so."""
    here = next((Span(*match.span()) for match in ours.negations), None)
    for one, other, gone in ((old, new, True), (new, old, False)):
        if len(one.negations) <= len(other.negations) or gone != (here is not None):
            continue
        if doubt(_inserted(one.text, other.text), old.language) is Doubt.NONE:
            denial = Span(*one.negations[0].span())
            words = clause_around(one.text, denial).of(one.text).strip()
            yield Change(Fact.DENIAL, words if gone else "", "" if gone else words, here if gone else None)


def _inserted(before: str, after: str) -> str:
    """Return the words of ``after`` that ``before`` has not in their place."""
    then, now = LETTERS.findall(before.lower()), LETTERS.findall(after.lower())
    steps = SequenceMatcher(None, then, now, autojunk=False).get_opcodes()
    return " ".join(word for kind, _, _, start, end in steps if kind != "equal" for word in now[start:end])


def _turned(old: Side, new: Side, ours: Side) -> Iterator[Change]:
    """Yield words that have become their opposites, unless the translation has the newer one."""
    for name in language_of(old.language).opposites.words:
        then, now, told = one_side(old, name), one_side(new, name), one_side(ours, name)
        if then is None or now is None or then[0] == now[0] or (told is not None and told[0] == now[0]):
            continue
        yield Change(Fact.DIRECTION, then[1].of(old.text), now[1].of(new.text), told and told[1])


@dataclass(frozen=True, eq=False)
class _Wording:
    """The words that name things, of the two versions and in the translation."""

    old: Side
    new: Side
    ours: Side
    told_apart: Callable[[Span, Side], bool]

    def changes(self, is_turned: bool) -> Iterator[Change]:
        """Yield single words of another sense, unless one is told already, and clauses that came or went."""
        then, now = self.old.stemmed, self.new.stemmed
        gone = [not any(self._is_same(word, other) for other in now) for word in then]
        come = [not any(self._is_same(word, other) for other in then) for word in now]
        steps = SequenceMatcher(None, [w.stem for w in then], [w.stem for w in now], autojunk=False).get_opcodes()
        kept = min(gone.count(False) / max(len(then), 1), come.count(False) / max(len(now), 1))
        for kind, i, i_end, j, j_end in steps:
            lost, found = sum(gone[i:i_end]), sum(come[j:j_end])
            if kind == "replace" and i_end - i == j_end - j == 1 and kept >= _KEPT and not is_turned:
                yield from self._replaced(then[i], now[j])
            if lost - found >= _CLAUSE:
                yield Change(Fact.LESS, Span(then[i].span.start, then[i_end - 1].span.end).of(self.old.text), "")
            elif found - lost >= _CLAUSE:
                yield Change(Fact.MORE, "", Span(now[j].span.start, now[j_end - 1].span.end).of(self.new.text))

    def _replaced(self, before: Stemmed, after: Stemmed) -> Iterator[Change]:
        """Yield a word in another's place of which the translation has one alone, in its usual sense."""
        if self.told_apart(before.span, self.old) or self.told_apart(after.span, self.new):
            return
        first, second = self._senses(before), self._senses(after)
        if not first or not second or first & second or cognate(before.stem, after.stem):
            return
        if first & _saying() and second & _saying():
            return  # who says it, and how, is wording: "explained" for "summed up"
        here, there = self._rendered(self._usual(before, self.old)), self._rendered(self._usual(after, self.new))
        if here is not None and there is None:
            yield Change(Fact.WORD, before.span.of(self.old.text), after.span.of(self.new.text), here)

    def _is_same(self, one: Stemmed, other: Stemmed) -> bool:
        """Tell whether two words have a sense in common, or look alike."""
        return cognate(one.stem, other.stem) or not self._senses(one).isdisjoint(self._senses(other))

    def _senses(self, word: Stemmed) -> frozenset[str]:
        entries = lexicon(self.old.language)
        return entries.renderings(word.stem) if entries else frozenset()

    def _usual(self, word: Stemmed, side: Side) -> frozenset[str]:
        """Return the stems of the likeliest renderings, of all where the lexicon does not know which these are."""
        likeliest = senses(word.span.of(side.text), side.language)[:_LIKELIEST]
        stems = (each.stem for sense in likeliest for each in english_words(sense))
        return frozenset(stems) if likeliest else self._senses(word)

    def _rendered(self, stems: frozenset[str]) -> Span | None:
        """Return where the translation has a word of any of ``stems``."""
        return next((word.span for word in english_words(self.ours.text) if word.stem in stems), None)


@cache
def _saying() -> frozenset[str]:
    return frozenset(map(english_stem, speaking_verbs()))
