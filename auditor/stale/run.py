"""A translation held against two versions of its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.alignment import align
from auditor.analysis import plain
from auditor.bilingual.names import known_names
from auditor.bilingual.pairs import stretch
from auditor.bilingual.side import Side
from auditor.bilingual.updated import Update
from auditor.desk.texts import Text, agreed_language, bounded, matched, read_english, read_source
from auditor.model import (
    ENGLISH,
    Change,
    Document,
    Fact,
    InputError,
    Link,
    Passage,
    Role,
    Span,
    Staleness,
    Standing,
    primary_language,
)
from auditor.stale.versions import Numbers, versions
from auditor.text import likeness, skeleton

_SURE = 0.5
"""Confidence of a link from which a sentence of the translation is taken to tell what was added to the source."""

_SURELY = 0.85
"""Likeness of two spellings from which they are one name wherever they stand."""

_REPEATED = frozenset({Fact.FIGURE, Fact.NAME})
"""Facts that are sought in the rest of the story once they are no longer told by the source."""


def staleness(old: Text, new: Text, target: Text, *, source_language: str | None = None) -> Staleness:
    """Return what of ``target`` still holds, a translation of ``old``, now that its source is ``new``.

    ``source_language`` is the BCP 47 tag of both versions, guessed if not given. Raises ``InputError`` for texts that
    cannot be read, are in the wrong language or do not belong together.
    """
    story = read_english(target)
    before, after = read_source(old, source_language), read_source(new, source_language)
    with bounded(story, before, after):
        language = agreed_language(story, before, source_language, None)
        if agreed_language(story, after, source_language, None) != language:
            raise InputError(f"{before.name} and {after.name} are in different languages; give versions of one source.")
        beside, fault = matched(story, before, "source")
        if fault is not None or beside is None:
            raise InputError(f"{fault.reason} {fault.hint}" if fault else "Give the source of the story.")
        told = _Told(story, before, after, primary_language(language) or "")
        passages = told.passages(beside.links)
    return Staleness(story, before, after, language, passages)


@dataclass(frozen=True, eq=False)
class _Told:
    """The story and the two versions of its source, in the bare language ``spoken``."""

    story: Document
    old: Document
    new: Document
    spoken: str

    def passages(self, links: Sequence[Link]) -> tuple[Passage, ...]:
        """Return what becomes of each sentence; ``links`` say which of the story answer which of the older version."""
        known = tuple(known_names(_sentences(each), self.spoken) for each in (self.old, self.new))
        found = [*self._headline(known)]
        late = {number for link in links if not link.other for number in link.target}
        told = self._told_already(late)
        for target, before, after in _joined(links, versions(self.old, self.new), self.new):
            found.append(self._passage(target, before, after, known, told))
        return tuple(self._in_order(self._repeated(_without_moves(found))))

    def _headline(self, known: Sequence[frozenset[str]]) -> Iterator[Passage]:
        ours, old, new = (self._head(each) for each in (self.story, self.old, self.new))
        if ours is None:
            return
        span, words = ours
        then, now = old[1] if old else "", new[1] if new else ""
        changes = self._changes(then, now, words, span.start, known) if then and now and then != now else ()
        yield Passage(_standing(changes, then, now), (), (), (), words, then, now, changes, headline=True)

    @staticmethod
    def _head(document: Document) -> tuple[Span, str] | None:
        block = next((each for each in document.blocks if each.role is Role.HEADLINE), None)
        return (block.span, block.span.of(document.text)) if block else None

    def _told_already(self, late: set[int]) -> frozenset[int]:
        """Return the sentences of the newer version that the story tells in sentences that answer no older one."""
        if not late:
            return frozenset()
        links = [link for link in align(self.story, self.new) if link.confidence >= _SURE and link.target]
        return frozenset(number for link in links if set(link.target) <= late for number in link.other)

    def _passage(
        self, target: Numbers, before: Numbers, after: Numbers, known: Sequence[frozenset[str]], told: frozenset[int]
    ) -> Passage:
        ours, old, new = (
            _text(document, numbers)
            for document, numbers in ((self.story, target), (self.old, before), (self.new, after))
        )
        if not target:
            missing = bool(after) and not before and not told.issuperset(after)
            return Passage(Standing.ADD if missing else Standing.HOLDS, target, before, after, ours, old, new)
        if not after:
            return Passage(Standing.REMOVE if before else Standing.HOLDS, target, before, after, ours, old, new)
        start = stretch(self.story, target).start
        changes = self._changes(old, new, ours, start, known)
        return Passage(_standing(changes, old, new), target, before, after, ours, old, new, changes)

    def _changes(
        self, old: str, new: str, ours: str, start: int, known: Sequence[frozenset[str]]
    ) -> tuple[Change, ...]:
        if _even(old) == _even(new):
            return ()
        sides = Side(plain(old), self.spoken), Side(plain(new), self.spoken), Side(plain(ours), ENGLISH)
        found = Update(*sides, *known).changes()
        return tuple(replace(each, told=each.told.shift(start) if each.told else None) for each in found)

    def _repeated(self, passages: Sequence[Passage]) -> Iterator[Passage]:
        """Yield ``passages``, with what they tell beside their own source and another sentence has changed.

        A headline repeats the figure of the lead, in other words than the headline of the source perhaps.
        """
        now = Side(plain(self.new.text), self.spoken)
        gone = [
            change
            for passage in passages
            for change in passage.changes
            if change.fact in _REPEATED and change.before and not self._still_tells(now, change)
        ]
        for passage in passages:
            again = tuple(self._again(passage, gone)) if passage.standing in _STANDING_STILL else ()
            yield replace(passage, standing=Standing.STALE, changes=again) if again else passage

    def _still_tells(self, now: Side, change: Change) -> bool:
        if change.fact is Fact.NAME:
            return all(word in now.words for word in change.before.split())
        values = {number.values[0] for number in Side(change.before, self.spoken).numbers}
        return any(number.values[0] in values for number in now.numbers)

    def _again(self, passage: Passage, gone: Iterable[Change]) -> Iterator[Change]:
        if not passage.ours:
            return
        start = self._start(passage)
        ours = Side(plain(passage.ours), ENGLISH)
        for change in gone:
            update = Update(Side(change.before, self.spoken), Side("", self.spoken), ours, *_both(change))
            for again in update.changes():
                if (
                    again.fact is change.fact
                    and again.told is not None
                    and _is_surely(change, again.told.of(ours.text))
                ):
                    yield replace(change, told=again.told.shift(start))

    def _start(self, passage: Passage) -> int:
        if passage.headline and (head := self._head(self.story)):
            return head[0].start
        return stretch(self.story, passage.target).start

    def _in_order(self, passages: Iterable[Passage]) -> list[Passage]:
        """Return the passages in the order of the story; what is to be added stands behind what it follows."""
        found = list(passages)
        places = {number: passage.target[0] for passage in found if passage.target for number in passage.after}

        def place(passage: Passage) -> tuple[float, ...]:
            if passage.headline:
                return (-1.0,)
            if passage.target:
                return (passage.target[0], 0)
            follows = [number for number in places if passage.after and number < passage.after[0]]
            before = [p.target[0] for p in found if p.target and p.before and p.before < passage.before]
            at = places[max(follows)] if follows else max(before, default=0)
            return (at, 1, *(passage.after or passage.before))

        return sorted(found, key=place)


_STANDING_STILL = frozenset({Standing.HOLDS, Standing.REWORDED})


def _is_surely(change: Change, words: str) -> bool:
    """Tell whether ``words`` of a sentence that answers another one are the name that changed, and not only like it."""
    if change.fact is not Fact.NAME:
        return True
    names = [skeleton(name) for name in change.before.split()]
    return any(likeness(skeleton(word), name) >= _SURELY for word in words.split() for name in names)


def _both(change: Change) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(change.before.split()), frozenset()


def _standing(changes: Sequence[Change], old: str, new: str) -> Standing:
    if changes:
        return Standing.STALE
    return Standing.HOLDS if _even(old) == _even(new) else Standing.REWORDED


def _even(text: str) -> str:
    return " ".join(plain(text).split())


def _sentences(document: Document) -> list[str]:
    return [segment.span.of(document.text) for segment in document.segments]


def _text(document: Document, numbers: Sequence[int]) -> str:
    """Return the sentences of these numbers, from the first to the last where nothing stands between."""
    if not numbers:
        return ""
    if numbers[-1] - numbers[0] == len(numbers) - 1:
        return stretch(document, numbers).of(document.text)
    return " ".join(document.segments[number - 1].span.of(document.text) for number in numbers)


def _joined(
    links: Iterable[Link], pairs: Sequence[tuple[Numbers, Numbers]], new: Document
) -> Iterator[tuple[Numbers, Numbers, Numbers]]:
    """Yield sentences of the story, of the older version and of the newer one that belong together."""
    groups: list[tuple[set[int], set[int], set[int]]] = [(set(link.target), set(link.other), set()) for link in links]
    for before, after in pairs:
        touched = [group for group in groups if group[1] & set(before)]
        joined = tuple(set().union(*(group[k] for group in touched)) for k in range(3))
        joined[1].update(before)
        joined[2].update(after)
        groups = [group for group in groups if group not in touched] + [(joined[0], joined[1], joined[2])]
    found = {number for _, _, after in groups for number in after}
    for target, before_, after_ in groups:
        yield tuple(sorted(target)), tuple(sorted(before_)), tuple(sorted(after_))
    for segment in new.segments:
        if segment.number not in found:
            yield (), (), (segment.number,)


def _without_moves(passages: Sequence[Passage]) -> list[Passage]:
    """Return ``passages`` without changes that are made good: what one no longer says, another says now."""
    come = Counter((change.fact, change.after) for p in passages for change in p.changes if not change.before)
    gone = Counter((change.fact, change.before) for p in passages for change in p.changes if not change.after)
    moved = come.keys() & gone.keys()
    if not moved:
        return list(passages)
    found = []
    for passage in passages:
        left = tuple(
            change
            for change in passage.changes
            if (change.before and change.after) or (change.fact, change.before or change.after) not in moved
        )
        found.append(
            replace(passage, changes=left, standing=_standing(left, passage.old, passage.new))
            if (left != passage.changes)
            else passage
        )
    return found
