"""What the numbers of a pair count: the words beside each, and whether two of them changed places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, islice

from auditor.alignment.lexicon import Lexicon, Stemmed, english_stem, lexicon, may_render
from auditor.analysis import Firmness, Number
from auditor.bilingual.bounds import JOINS, Change, change, is_compared_with
from auditor.bilingual.derived import YEARS, is_part
from auditor.bilingual.figures import only_answer
from auditor.bilingual.pairs import Pair
from auditor.bilingual.side import Side
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span

_NEAR = 3
"""Words beside a number among which what it counts is."""

_AROUND = 4
"""Words on either side of a number that tell it from another."""

_SURELY_NEAR, _NEARER = 1.0, 3.0
"""How near two numbers must stand to the words of each other, and how much nearer than to their own."""

_NEAR_ONE = 0.5
"""How near a word of one of two neighbouring numbers must stand to the other, where the other's words are unknown."""

_OF = re.compile(r"\s?(?:[^\W\d]{1,3}\s)?[$€£]?")
"""What stands between a noun and its sum: "revenue of 17 million"."""

_CLOSE = 18
"""Code points between two numbers that are told in one breath: "3 dead and 12 injured"."""

_COMPARED = 64
"""Code points between two numbers of which one is compared with the other."""

_ADJOINING = 1
"""Code points between a month and the day of it; "in May, 12" and "15% in May" have more."""

_CLAUSE_END = re.compile(r"[,;:.!?()，。；：、（）](?!\d)")

_JOINS = re.compile(rf"{_CLAUSE_END.pattern}|\b(?:{JOINS})\b|[和及与而]", re.IGNORECASE)

_VAGUE = frozenset({"person", "peopl", "other", "more", "member", "new", "total", "number", "first", "last"})
"""Stems of English words that stand beside any number and tell none from another."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What stands beside a number: the stems of words, and days and months as (kind, number)."""

    stems: frozenset[str]
    days: frozenset[tuple[str, int]]


def counted(side: Side, number: Number) -> Counted:
    """Return what ``number`` counts: the words behind it, up to the next number or the end of the clause.

    A day or a month may stand before it as well.
    """
    months = [word.span for word in side.calendar]  # 10月 is no ten
    others = [
        other.span
        for other in side.numbers
        if other.firmness > Firmness.LOOSE and other is not number and not any(map(other.span.overlaps, months))
    ]
    stop = min((span.start for span in others if span.start >= number.span.end), default=len(side.text))
    start = max((span.end for span in others if span.end <= number.span.start), default=0)
    ends = _CLAUSE_END.search(side.text, number.span.end, stop)
    opens = [match.end() for match in _CLAUSE_END.finditer(side.text, start, number.span.start)]
    behind = _within(side, Span(number.span.end, ends.start() if ends else stop), first=True)
    before = _within(side, Span(opens[-1] if opens else start, number.span.start), first=False)
    return Counted(behind.stems, behind.days or before.days)


def _within(side: Side, span: Span, *, first: bool) -> Counted:
    named = [word for word in side.calendar if span.covers(word.span)]
    words = [word for word in side.stemmed if span.covers(word.span)]
    stems = [word.stem for word in words if not any(word.span.overlaps(day.span) for day in named)]
    days = [(str(word.kind), word.number) for word in named]
    return Counted(frozenset(stems[:_NEAR]), frozenset(days[:1] if first else days[-1:]))


def same_thing(pair: Pair, theirs: Number, ours: Number) -> bool:
    """Tell whether a number of the source and one of the translation surely count the same."""
    return _answers(counted(pair.theirs, theirs), counted(pair.ours, ours), lexicon(pair.theirs.language))


def _answers(theirs: Counted, ours: Counted, entries: Lexicon | None) -> bool:
    if theirs.days & ours.days:
        return True
    sought = ours.stems - _VAGUE
    return any(may_render(entries, english, word) for word in theirs.stems for english in sought)


@dataclass(frozen=True, slots=True)
class Swap:
    """Two numbers of the source, in its order, that stand in each other's place in the translation."""

    theirs: tuple[Number, Number]
    ours: tuple[Number, Number]


def swaps(pair: Pair) -> Iterator[Swap]:
    """Yield the numbers of a pair that changed places: each stands once in either text, beside the other's words."""
    told = [(one, other) for one in pair.theirs.numbers if (other := _sure_answer(pair, one))]
    for (first, our_first), (second, our_second) in combinations(islice(told, 8), 2):
        if our_first is our_second or is_part(pair.ours, our_first, our_second):
            continue
        swap = Swap((first, second), (our_first, our_second))
        if _keep_units(pair, swap):
            continue
        compared = _compared_crosswise(pair, swap)
        if compared is None and _is_result(pair.ours, swap.ours):
            continue  # “17 a favor y 18 en contra”: “by 18 votes to 17”
        if compared is None:
            changed = _turned(pair, swap) or _crossed(pair, swap) or _exchanged(pair, swap)
        else:
            changed = compared
        if changed:
            yield swap


def _sure_answer(pair: Pair, number: Number) -> Number | None:
    """Return the one number of the translation that answers ``number``; None where any doubt is left."""
    if number.firmness is Firmness.LOOSE or number.clock is not None or not _stands_alone(pair.theirs, number):
        return None
    answer = only_answer(number, pair.theirs, pair.ours)
    if answer is None or answer.firmness is Firmness.LOOSE:
        return None
    return answer if _stands_alone(pair.ours, answer) else None


def _stands_alone(side: Side, number: Number) -> bool:
    """Tell whether ``number`` is no year or day, and no letter or hyphen joins it to a name, a score or a range."""
    if number.values[0] in YEARS or any(word.span.gap(number.span) <= _ADJOINING for word in side.calendar):
        return False
    spaced = language_of(side.language).writing.spaced
    around = side.text[: number.span.start][-1:] + side.text[number.span.end :][:1]
    return not spaced or not any(each.isalnum() or each in "-–—/:" for each in around)


def _turned(pair: Pair, swap: Swap) -> bool:
    """Tell whether what went to the one goes to the other in the translation, from the one or by it."""
    theirs = [change(pair.theirs.text, pair.theirs.language, number.span) for number in swap.theirs]
    ours = [change(pair.ours.text, ENGLISH, number.span) for number in swap.ours]
    if theirs.count(Change.TO) != 1 or ours.count(Change.TO) != 1 or None in ours:
        return False
    return theirs.index(Change.TO) != ours.index(Change.TO) and _follow_each_other(pair.theirs, swap.theirs)


def _compared_crosswise(pair: Pair, swap: Swap) -> bool | None:
    """Tell whether the one is compared with the other, and the other with the one in the translation.

    "10.8, against 10.1", "by 412 votes to 388", "10.8, from 10.1"; None where they are not compared in both texts.
    """
    if not _follow_each_other(pair.theirs, swap.theirs) or not _follow_each_other(pair.ours, swap.ours):
        return None
    theirs, ours = _origin(pair.theirs, swap.theirs), _origin(pair.ours, swap.ours)
    if theirs is None:
        theirs = _compared(pair.theirs, swap.theirs)
        ours = _compared(pair.ours, swap.ours) if ours is None else ours
    return None if None in {theirs, ours} else theirs != ours


def _keep_units(pair: Pair, swap: Swap) -> bool:
    """Tell whether both numbers have their own units in either text, which no unit of the other can stand for.

    A price, and the share by which it fell; kilometres and miles.
    """
    first, second = ({unit.name for unit in pair.theirs.units_of(number)} for number in swap.theirs)
    our_first, our_second = ({unit.name for unit in pair.ours.units_of(number)} for number in swap.ours)
    return bool(first & our_first and second & our_second) and first.isdisjoint(second)


def _follow_each_other(side: Side, numbers: tuple[Number, Number]) -> bool:
    first, second = sorted(number.span for number in numbers)
    between = Span(first.end, second.start)
    others = (each for each in side.numbers if each.firmness is not Firmness.LOOSE and each not in numbers)
    return len(between) <= _COMPARED and not any(between.covers(other.span) for other in others)


def _origin(side: Side, numbers: tuple[Number, Number]) -> int | None:
    """Return which of two numbers is what there was; English says so without what there is: "10.8, from 10.1"."""
    changes = [change(side.text, side.language, number.span) for number in numbers]
    told = set(changes) == {Change.FROM, Change.TO} or (side.language == ENGLISH and changes.count(Change.FROM) == 1)
    return changes.index(Change.FROM) if told else None


def _compared(side: Side, numbers: tuple[Number, Number]) -> int | None:
    """Return which of two numbers is the one that the other is compared with."""
    compared = [is_compared_with(side.text, side.language, number.span) for number in numbers]
    return compared.index(True) if compared.count(True) == 1 else None


def _is_result(side: Side, numbers: tuple[Number, Number]) -> bool:
    """Tell whether an English text tells by what to what something was won or lost."""
    return _compared(side, numbers) is not None and side.text[: min(n.span.start for n in numbers)].endswith(" by ")


def _crossed(pair: Pair, swap: Swap) -> bool:
    """Tell whether each number stands beside the words of the other, and none beside its own.

    In the same order only the very nouns count: “four penalty takers, two saves” counts no penalties.
    """
    entries = lexicon(pair.theirs.language)
    one, two = (counted(pair.theirs, number) for number in swap.theirs)
    our_one, our_two = (counted(pair.ours, number) for number in swap.ours)
    if _answers(one, our_one, entries) or _answers(two, our_two, entries):
        return False
    if swap.ours[0].span < swap.ours[1].span:
        if not all(_stands_before_its_noun(pair.theirs, number) for number in swap.theirs):
            return False  # „in Deutschland 1.200 und in Polen 800 Stellen“
        our_one, our_two = (
            _head_alone(each, number, pair) for each, number in zip((our_one, our_two), swap.ours, strict=True)
        )
    crossed = _answers(one, our_two, entries), _answers(two, our_one, entries)
    if all(crossed):
        return not _part_of(pair, swap)
    counts = all(each.stems for each in (one, two, our_one, our_two))
    return any(crossed) and counts and swap.ours[1].span < swap.ours[0].span and _close_by(pair, swap)


def _stands_before_its_noun(side: Side, number: Number) -> bool:
    """Tell whether a word that names something stands right behind a number, with its unit at most between."""
    word = next((word for word in side.stemmed if word.span.start >= number.span.end), None)
    return word is not None and not re.search(r"\w", side.text[number.span.end : word.span.start])


def _head_alone(found: Counted, number: Number, pair: Pair) -> Counted:
    """Return of the words beside a number of the translation the noun that it counts; all where it has none."""
    for sentence in pair.sentences:
        for token in sentence.tokens:
            start = pair.start_of(sentence) + token.idx
            if token.dep_ == "nummod" and number.span.start <= start < number.span.end:
                return Counted(found.stems & {english_stem(token.head.lemma_.lower())}, found.days)
    return found


def _exchanged(pair: Pair, swap: Swap) -> bool:
    """Tell whether the two stand in the other order, each much nearer to what renders the words around the other."""
    entries = lexicon(pair.theirs.language)
    if _headed_crosswise(pair, swap, entries) or _told_of_each_other(pair, swap, entries):
        return True
    if swap.ours[0].span < swap.ours[1].span:
        return False
    return any(_nearer_crosswise(pair, swap, entries, within_clause=each) for each in (False, True))


def _nearer_crosswise(pair: Pair, swap: Swap, entries: Lexicon | None, *, within_clause: bool) -> bool:
    one, two = _apart(*(_around(pair.theirs, number, within_clause) for number in swap.theirs))
    our_one, our_two = _apart(*(_around(pair.ours, number, within_clause) for number in swap.ours))
    own = _nearness(one, our_one, entries) + _nearness(two, our_two, entries)
    crossed = _nearness(one, our_two, entries), _nearness(two, our_one, entries)
    if not all(crossed):
        alone = not own and _follow_each_other(pair.theirs, swap.theirs) and _follow_each_other(pair.ours, swap.ours)
        return within_clause and alone and not _share(pair, swap, entries) and sum(crossed) >= _NEAR_ONE
    return sum(crossed) >= max(_SURELY_NEAR, _NEARER * own)


def _share(pair: Pair, swap: Swap, entries: Lexicon | None) -> bool:
    """Tell whether the noun behind the first number of each text is one, and counts the other too.

    "388 votos en contra y 412 a favor", "412 votes for and 388 against": it tells neither from the other.
    """
    theirs, ours = (_behind(side, numbers) for side, numbers in ((pair.theirs, swap.theirs), (pair.ours, swap.ours)))
    return theirs is not None and ours is not None and may_render(entries, ours, theirs)


def _behind(side: Side, numbers: tuple[Number, Number]) -> str | None:
    """Return the stem of the word right behind the first of two numbers."""
    first = min(number.span for number in numbers)
    word = next((word for word in side.stemmed if word.span.start >= first.end), None)
    return word.stem if word is not None and not side.text[first.end : word.span.start].strip() else None


def _headed_crosswise(pair: Pair, swap: Swap, entries: Lexicon | None) -> bool:
    """Tell whether the noun right before each number is that of the other: "a loss of 71 on revenue of 17"."""
    theirs = [_head(pair.theirs, number) for number in swap.theirs]
    ours = [_head(pair.ours, number) for number in swap.ours]
    if None in theirs or None in ours:
        return False
    own, crossed = (
        [word and english and may_render(entries, english, word) for word, english in zip(theirs, told, strict=True)]
        for told in (ours, ours[::-1])
    )
    return all(crossed) and not any(own)


def _told_of_each_other(pair: Pair, swap: Swap, entries: Lexicon | None) -> bool:
    """Tell whether the nouns before either number, in the same order, are those of the other: “the region 70, …”."""
    if swap.ours[1].span < swap.ours[0].span or swap.theirs[1].span < swap.theirs[0].span:
        return False
    if not _follow_each_other(pair.theirs, swap.theirs) or not _follow_each_other(pair.ours, swap.ours):
        return False
    nouns = {pair.start_of(s) + t.idx for s in pair.sentences for t in s.tokens if t.pos_ in {"NOUN", "PROPN"}}
    theirs = _before_each(pair.theirs, swap.theirs)
    ours = [[word for word in some if word.span.start in nouns] for some in _before_each(pair.ours, swap.ours)]
    told = [[_render_any(some, others, entries) for others in ours] for some in theirs]
    return told[0][1] and told[1][0] and not told[0][0] and not told[1][1]


def _before_each(side: Side, numbers: tuple[Number, Number]) -> list[list[Stemmed]]:
    """Return the words before the first of two numbers, in its clause, and those between the two."""
    first, second = numbers
    opens = [match.end() for match in _CLAUSE_END.finditer(side.text, 0, first.span.start)]
    spans = Span(opens[-1] if opens else 0, first.span.start), Span(first.span.end, second.span.start)
    return [[word for word in side.stemmed if span.covers(word.span)] for span in spans]


def _render_any(theirs: list[Stemmed], ours: list[Stemmed], entries: Lexicon | None) -> bool:
    return any(may_render(entries, english.stem, word.stem) for word in theirs for english in ours)


def _head(side: Side, number: Number) -> str | None:
    """Return the stem of the word before ``number``, with no more than a small word between."""
    before = [word for word in side.stemmed if word.span.end <= number.span.start]
    if not before or not _OF.fullmatch(side.text, before[-1].span.end, number.span.start):
        return None
    return before[-1].stem


def _apart(one: dict[str, float], two: dict[str, float]) -> tuple[dict[str, float], dict[str, float]]:
    """Return the words around two numbers, each with how much nearer it stands to the one than to the other."""
    return (
        {word: near - two.get(word, 0) for word, near in one.items() if near > two.get(word, 0)},
        {word: near - one.get(word, 0) for word, near in two.items() if near > one.get(word, 0)},
    )


def _around(side: Side, number: Number, within_clause: bool) -> dict[str, float]:
    """Return the stems of the words around ``number``, up to the next number, each with how near it is, at most 1.

    ``within_clause``: up to a comma or a word that joins clauses as well.
    """
    others = [other.span for other in side.numbers if other.firmness > Firmness.LOOSE and other is not number]
    start = max((span.end for span in others if span.end <= number.span.start), default=0)
    stop = min((span.start for span in others if span.start >= number.span.end), default=len(side.text))
    if within_clause:
        start = max((match.end() for match in _JOINS.finditer(side.text, start, number.span.start)), default=start)
        stop = ends.start() if (ends := _JOINS.search(side.text, number.span.end, stop)) else stop
    behind = [word.stem for word in side.stemmed if number.span.end <= word.span.start < stop]
    before = [word.stem for word in side.stemmed if start <= word.span.start and word.span.end <= number.span.start]
    near: dict[str, float] = {}
    for stems in (behind, before[::-1]):
        for place, each in enumerate(stems[:_AROUND], start=1):
            near[each] = max(near.get(each, 0), 1 / place)
    return near


def _nearness(theirs: dict[str, float], ours: dict[str, float], entries: Lexicon | None) -> float:
    return sum(
        near * other
        for word, near in theirs.items()
        for english, other in ours.items()
        if english not in _VAGUE and may_render(entries, english, word)
    )


def _part_of(pair: Pair, swap: Swap) -> bool:
    """Tell whether one number is a part of the other, which both count the same: "333 of the plant's 1,137 jobs"."""
    first, second = sorted(number.span for number in swap.ours)
    return " of " in Span(first.end, second.start).of(pair.ours.text)


def _close_by(pair: Pair, swap: Swap) -> bool:
    """Tell whether the two numbers follow each other in both texts, with no more than what the first counts between."""
    ours = Span(swap.ours[1].span.end, swap.ours[0].span.start).of(pair.ours.text)
    theirs = Span(swap.theirs[0].span.end, swap.theirs[1].span.start).of(pair.theirs.text)
    return max(len(ours), len(theirs)) <= _CLOSE
