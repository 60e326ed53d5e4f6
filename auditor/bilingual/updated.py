"""What a newer version of a sentence tells otherwise than the older one, in their own language: facts, not wording."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from auditor.analysis import CalendarWord, Number
from auditor.bilingual.bounds import bound, must_be_kept
from auditor.bilingual.derived import firm
from auditor.bilingual.figures import couples, equal, unanswered
from auditor.bilingual.names import Name, held, runs
from auditor.bilingual.reworded import reworded
from auditor.bilingual.side import Side
from auditor.languages import language as language_of
from auditor.model import Change, Fact, Span
from auditor.text import WORD, fold, likeness, skeleton

_COUNTED = 24
"""Code points behind a number in which the word stands that it counts."""

_ENDING = 3
"""Letters by which two forms of a declined name differ at most."""

Held = TypeVar("Held")


@dataclass(frozen=True, eq=False)
class Update:
    """An older and a newer version of a sentence, and its translation; ``old_names`` are all of the older story."""

    old: Side
    new: Side
    ours: Side
    old_names: frozenset[str]
    new_names: frozenset[str]

    @property
    def language(self) -> str:
        """The bare language subtag of both versions, or nothing where it is not known."""
        return self.old.language

    def changes(self) -> tuple[Change, ...]:
        """Return what the versions tell otherwise and the translation does not tell as the newer one does."""
        found = (*self._figures(), *self._dates(), *self._names(), *self._bounds())
        return (*found, *reworded(self.old, self.new, self.ours, self._is_told_apart))

    def _is_told_apart(self, word: Span, side: Side) -> bool:
        """Tell whether a word of either version is a number, a day or a name, of which more is known than its sense."""
        known = self.old_names if side is self.old else self.new_names
        apart = [number.span for number in firm(side.numbers)]
        apart += [measure.span for measure in side.measures] + [day.span for day in side.calendar]
        return word.of(side.text) in known or any(word.overlaps(span) for span in apart)

    def _figures(self) -> Iterator[Change]:
        lost, new = unanswered(self.old.numbers, self.new.numbers)
        coupled = [*couples(lost, new), *self._exchanged(lost, new), *self._in_other_units()]
        for before, after in coupled:
            here = self._told(before)
            if here is not None or self._told(after) is None or before.values == after.values:
                yield Change(
                    Fact.FIGURE, _measured(before, self.old), _measured(after, self.new), here.span if here else None
                )
        for before in _without(lost, [first for first, _ in coupled]):
            if here := self._told(before):
                yield Change(Fact.FIGURE, _measured(before, self.old), "", here.span)
        for after in _without(new, [second for _, second in coupled]):
            if self._told(after) is None:
                yield Change(Fact.FIGURE, "", _measured(after, self.new))

    def _told(self, number: Number) -> Number | None:
        """Return the number of the translation that says what ``number`` does."""
        return next((each for each in self.ours.numbers if equal(number, each)), None)

    def _exchanged(self, lost: Sequence[Number], new: Sequence[Number]) -> Iterator[tuple[Number, Number]]:
        """Yield the numbers in whose place the newer version has another of the older one's."""
        if lost or new:
            return
        now = _counting(self.new)
        for word, before in _counting(self.old).items():
            after = now.get(word)
            if after is not None and not equal(before, after):
                yield before, after

    def _in_other_units(self) -> Iterator[tuple[Number, Number]]:
        """Yield the numbers that stay and have another unit: dollars for euros."""
        for before in self.old.measures:
            same = [each for each in self.new.measures if equal(each.number, before.number)]
            if not same or any(each.units & before.units for each in same):
                continue
            if not any(each.units & same[0].units for each in self.ours.measures):
                yield before.number, same[0].number

    def _dates(self) -> Iterator[Change]:
        lost = _left(self.old.calendar, self.new.calendar, _is_same_day)
        new = _left(self.new.calendar, self.old.calendar, _is_same_day)
        for before in lost:
            here = self._dated(before)
            after = next((each for each in new if each.kind is before.kind), None)
            if after is not None:
                new.remove(after)
            if here or (after and not self._dated(after)):
                yield Change(Fact.DATE, before.text, after.text if after else "", here.span if here else None)
        for after in new:
            if not self._dated(after):
                yield Change(Fact.DATE, "", after.text)

    def _dated(self, day: CalendarWord) -> CalendarWord | None:
        return next((each for each in self.ours.calendar if _is_same_day(each, day)), None)

    def _names(self) -> Iterator[Change]:
        """Yield names that have become others, have gone from the whole story, or are new to it.

        One that the story has elsewhere takes the place of a pronoun, or a pronoun its.
        """
        then, now = self._named(self.old, self.old_names), self._named(self.new, self.new_names)
        lost = [name for name in then if not any(self._shares(name, other) for other in now)]
        new = [name for name in now if not any(self._shares(name, other) for other in then)]
        for name in then:
            for other in now:
                if self._shares(name, other):
                    gone = [word for word in name.words if not self._knows(word, self.new_names)]
                    come = [word for word in other.words if not self._knows(word, self.old_names)]
                    if come:
                        yield from self._renamed(" ".join(gone), " ".join(come))
        for before in lost:
            after = new.pop(0) if new else None
            if after is not None:
                yield from self._renamed(" ".join(before.words), " ".join(after.words))
            elif not any(self._knows(word, self.new_names) for word in before.words):
                here = self._place(before.words)
                if here is not None:
                    yield Change(Fact.NAME, " ".join(before.words), "", here)
        for after in new:
            if not any(self._knows(word, self.old_names) for word in after.words):
                yield from self._renamed("", " ".join(after.words))

    def _renamed(self, before: str, after: str) -> Iterator[Change]:
        here, there = self._place(before.split()), self._place(after.split())
        if here is not None and there is not None and here.overlaps(there):  # one word like both names: whose is it?
            here = here if self._likeness(here, before) >= self._likeness(there, after) else None
        if here is not None or there is None:
            yield Change(Fact.NAME, before, after, here)

    def _likeness(self, place: Span, name: str) -> float:
        words = [skeleton(word) for word in place.of(self.ours.text).split()]
        return max((likeness(word, skeleton(part)) for word in words for part in name.split()), default=0.0)

    def _named(self, side: Side, known: frozenset[str]) -> list[Name]:
        return list(runs(side.text, known))

    def _shares(self, name: Name, other: Name) -> bool:
        return any(self._knows(word, other.words) for word in name.words)

    def _knows(self, word: str, names: Iterable[str]) -> bool:
        """Tell whether ``word`` is among ``names``, in another case perhaps where names are declined."""
        plain, others = fold(word), {fold(name) for name in names}
        if plain in others:
            return True
        return language_of(self.language).names.declined and any(_is_form(plain, other) for other in others)

    def _place(self, words: Sequence[str]) -> Span | None:
        """Return where the translation has any of ``words``, which are a name, in whatever form."""
        places = [
            Span(*match.span())
            for match in WORD.finditer(self.ours.text)
            if match.group()[0].isupper() and any(held(word, (match.group(),)) for word in words)
        ]
        exact = {fold(word) for word in words}
        for place in places:
            if fold(place.of(self.ours.text)) in exact:
                return Span(place.start, max(p.end for p in places if p.start - place.end < _COUNTED))
        return Span(places[0].start, places[0].end) if places else None

    def _bounds(self) -> Iterator[Change]:
        """Yield numbers that stay and are bounded otherwise: at most for at least, or no longer at least."""
        for before in firm(self.old.numbers):
            after = next((each for each in firm(self.new.numbers) if equal(before, each)), None)
            here = self._told(before)
            if after is None or here is None:
                continue
            then = bound(self.old.text, self.language, before.span)
            now = bound(self.new.text, self.language, after.span)
            if then and now:
                changed = then.kind.contradicts(now.kind)
            else:
                changed = any(
                    each is not None and must_be_kept(side.text, self.language, each)
                    for each, side in ((then, self.old), (now, self.new))
                )
            if changed:
                words = (then or before).span.of(self.old.text), (now or after).span.of(self.new.text)
                yield Change(Fact.BOUND, *words, here.span)


def _without(found: Iterable[Number], others: Sequence[Number]) -> list[Number]:
    return [each for each in found if each not in others]


def _left(found: Iterable[Held], others: Iterable[Held], same: Callable[[Held, Held], bool]) -> list[Held]:
    """Return those of ``found`` that are left when each of ``others`` has taken one that is the same."""
    left = list(found)
    for other in others:
        answer = next((each for each in left if same(each, other)), None)
        if answer is not None:
            left.remove(answer)
    return left


def _is_same_day(one: CalendarWord, other: CalendarWord) -> bool:
    return (one.kind, one.number) == (other.kind, other.number)


def _measured(number: Number, side: Side) -> str:
    """Return a number as it is written, with its unit."""
    measure = next((each for each in side.measures if each.number == number), None)
    return (measure.span if measure else number.span).of(side.text)


def _counting(side: Side) -> dict[str, Number]:
    """Return the numbers by the word that names what they count, where it does so once."""
    found = []
    for number in firm(side.numbers):
        end = number.span.end
        word = next((each for each in side.stemmed if end <= each.span.start <= end + _COUNTED), None)
        if word is not None:
            found.append((word.stem, number))
    times = Counter(word for word, _ in found)
    return {word: number for word, number in found if times[word] == 1}


def _is_form(one: str, other: str) -> bool:
    """Tell whether two names may be forms of one: the same but for an ending."""
    short = min(len(one), len(other))
    return (
        max(len(one), len(other)) - short <= _ENDING
        and one[: max(short - _ENDING + 1, _ENDING)] == (other[: max(short - _ENDING + 1, _ENDING)])
    )
