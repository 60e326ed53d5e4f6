"""Numbers told by way of others: a sum or a difference of two, an age by a word, points of a rate in hundredths."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations

from auditor.analysis import Firmness, Number
from auditor.bilingual.bounds import is_apart
from auditor.bilingual.portions import portions
from auditor.bilingual.side import Side
from auditor.languages import language as language_of
from auditor.model import Span

_BASIS_POINTS = 100
_WHOLE = 100
_MATCH = (90, 45)
"""Minutes of a match, and of half of it."""

_TO_GO = re.compile(r" minutes? (?:\w+ ){0,4}(?:left|remaining|to go|from|before|of)\b")
SCALES = (10**3, 10**6, 10**9)
"""Thousands, millions and billions, which may stand beside one of two numbers for both."""

_DATED = 4
"""Code points between a month and the day of it: "12 de marzo"."""
_FROM = re.compile(r"\bfrom $")

YEARS = range(1900, 2100)
"""Numbers that are years, most likely."""

_ALL_BUT = re.compile(r"\ball but ", re.IGNORECASE)
_OF = re.compile(r"(?: [a-z]+)? (?:out )?of (?:(?:the|its|their|his|her|these|those|[\w-]+['’]s?) ){0,3}")
"""What stands between a part and the whole."""

_AND = re.compile(r"(?: [a-z-]+){1,3},? and (?:another )?")

_THE_REST = re.compile(r"(?:all but|\b(?:the (?:other|rest of the)|remaining|another|further)) $", re.IGNORECASE)
"""What stands before a number that is what another leaves: “the other 24”, “all but six”."""

_REST = re.compile(r" (?:\w+ )?(?:of (?:the|its|their)|short|shy|fewer|more|less|others?|remaining|ahead|behind)\b")
"""What stands behind a number that is what another leaves: “45 of the 62”, “17 short of”."""

_ALL_OTHERS = re.compile(r"\b(?:every|all(?: of)?(?: the| its| their)?) others?\b", re.IGNORECASE)
"""Says of a part of a whole that only one is not in it."""

_LEFT_AT = re.compile(r"\b(?:to|at|just|only|barely) (?:(?:about|around|just|only|an?|one|two)[\s-]){0,2}$")
"""Stands before what is left of something."""

_BY_ITSELF = {
    Fraction(1, 2): re.compile(r"\b(?:halv(?:e[sd]?|ing)|(?:in|by) half)\b"),
    Fraction(2): re.compile(r"\b(?:doubl(?:e[sd]?|ing)|twofold)\b"),
    Fraction(3): re.compile(r"\b(?:(?:tripl|trebl)(?:e[sd]?|ing)|threefold)\b"),
    Fraction(4): re.compile(r"\b(?:quadrupl(?:e[sd]?|ing)|fourfold)\b"),
}
"""Words that say how much of what there was there is."""

_DECADES = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")
_LATIN = ("", "", "quadra", "quinqua", "sexa", "septua", "octo", "nona")
_HIS = r"(?:his|her|their|my|our|your) (?:(?:early|mid|late)[ -]?(?:to[ -]late[ -])?)?"


def _ages() -> Iterator[tuple[range, re.Pattern[str]]]:
    """Yield ages with the English words that tell them: "teenager", "in her thirties", "octogenarian"."""
    yield range(13, 20), re.compile(r"\bteen(?:s|age|aged|agers?)?\b", re.IGNORECASE)
    for first, decade, latin in zip(range(20, 100, 10), _DECADES, _LATIN, strict=True):
        forms = [rf"{_HIS}(?:{first}s|{decade}ies)", rf"(?:{first}|{decade}y)[ -]?somethings?"]
        forms += [f"{latin}genarians?"] if latin else []
        yield range(first, first + 10), re.compile(rf"\b(?:{'|'.join(forms)})\b", re.IGNORECASE)
    yield range(100, 120), re.compile(r"\bcentenarians?\b", re.IGNORECASE)


_AGES = tuple(_ages())


def without_ages(lost: list[Number], new: list[Number], ours: Side, theirs: Side) -> tuple[list[Number], list[Number]]:
    """Leave out the ages that the translation tells by a word for them, and what stands in that word."""
    years = [m.number for m in theirs.measures if any(unit.name == "years" for unit in m.units)]
    for ages, words in _AGES:
        said = words.search(ours.text)
        aged = [number for number in lost if number in years and number.values[0] in ages] if said else []
        if said and aged:
            lost = [number for number in lost if number not in aged]
            new = [number for number in new if not said.start() <= number.span.start < said.end()]
    return lost, new


def without_sums(lost: list[Number], new: list[Number], ours: Side, theirs: Side) -> tuple[list[Number], list[Number]]:
    """Leave out a number of the one text that lies as far from a third, in both, as the other text says.

    “Arrived at 24 and married two years later” and “arrived at 24 and married at 26”.
    """
    lost, new = _without_reached(lost, new, theirs, ours)
    new, lost = _without_reached(new, lost, ours, theirs)
    return _without_rests(lost, new, ours, theirs)


def _without_rests(
    lost: list[Number], new: list[Number], ours: Side, theirs: Side
) -> tuple[list[Number], list[Number]]:
    """Leave out a count told by what it leaves of another that both texts have: 45 of the 62 died, for 17 who lived.

    The part that it leaves may be told as well ("three of the 27, the other 24"), and years may be told in months.
    """
    years = {number for number in (*ours.numbers, *theirs.numbers) if number.values[0] in YEARS}
    kept = {n.values[0] for n in firm(theirs.numbers) if n not in years} & {n.values[0] for n in firm(ours.numbers)}
    spans = {m.number.values[0] for m in theirs.measures if any(unit.name == "years" for unit in m.units)}
    wholes = kept | {12 * value for value in kept & spans}
    for number in [n for n in new if _is_rest(n, ours)]:
        parts = [n for n in theirs.numbers if any(abs(whole - n.values[0]) == number.values[0] for whole in wholes)]
        if parts and not {number, *parts} & years:
            told = next((n for n in parts if n in lost), None)
            new = [each for each in new if each is not number]
            lost = [each for each in lost if each is not told]
    return lost, new


def _is_rest(number: Number, side: Side) -> bool:
    """Tell whether English words say of a number that it is what another leaves."""
    found = _REST.match(side.text, number.span.end) or _THE_REST.search(side.text, 0, number.span.start)
    return found is not None


def without_totals(
    lost: list[Number], new: list[Number], ours: Side, theirs: Side
) -> tuple[list[Number], list[Number]]:
    """Leave out a number that two of the source come to, which are told in no other way: 154 for 148 and six."""
    spaced = language_of(theirs.language).writing.spaced  # where “un” is no article
    counts = [n for n in theirs.numbers if _counts(n, theirs)]
    for number in [n for n in new if _counts(n, ours)]:
        parts: tuple[Number, ...] | None = next(
            (
                pair
                for pair in combinations(counts, 2)
                if pair[0].values[0] + pair[1].values[0] == number.values[0]
                and any(n in lost for n in pair)
                and all(n in lost or (n.firmness is Firmness.LOOSE and not spaced) for n in pair)
            ),
            None,
        )
        if parts is None:  # “by 8 votes to 3”, “three of the 11”
            kept = [n for n in firm(ours.numbers) if n is not number and is_part(ours, n, number)]
            parts = next(((n,) for n in lost for k in kept if n.values[0] + k.values[0] == number.values[0]), None)
        if parts:
            new = [n for n in new if n is not number]
            lost = [n for n in lost if n not in parts]
    for number in [n for n in lost if _counts(n, theirs)]:  # “six adults and two children” for eight civilians
        part = next((n for n in new for k in firm(ours.numbers) if _are_listed(n, k, number, ours)), None)
        if part:
            lost, new = [n for n in lost if n is not number], [n for n in new if n is not part]
    return lost, new


def _are_listed(one: Number, other: Number, whole: Number, side: Side) -> bool:
    """Tell whether two numbers that an “and” joins come to a ``whole``: "six adults and two children"."""
    first, second = sorted((one.span, other.span))
    joined = first != second and _AND.fullmatch(side.text, first.end, second.start) is not None
    return joined and one.values[0] + other.values[0] == whole.values[0] and _counts(one, side)


def _without_reached(
    told: list[Number], reached: list[Number], side: Side, other: Side
) -> tuple[list[Number], list[Number]]:
    """Leave out those of ``reached``, in ``other``, to which a distance leads that ``side`` alone tells, and it."""
    if not reached:
        return told, reached
    kept = [
        n
        for n in firm(side.numbers)
        if any(not set(n.values).isdisjoint(answer.values) for answer in firm(other.numbers))
    ]
    distances = [n for n in side.numbers if n in told or n.firmness is Firmness.LOOSE]
    times = {m.number for m in side.measures if any(unit.dimension == "time" for unit in m.units)}
    distances = [n for n in distances if is_apart(side.text, side.language, n.span, time=n in times)]
    for number in tuple(reached):
        found = [n for n in distances if any(_lie_apart(number, base, n) for base in kept if base is not n)]
        if found:
            reached = [n for n in reached if n is not number]
            told = [n for n in told if n not in found]
    return told, reached


def _lie_apart(one: Number, other: Number, distance: Number) -> bool:
    return abs(one.values[0] - other.values[0]) == distance.values[0] <= max(one.values[0], other.values[0])


def firm(found: Iterable[Number]) -> list[Number]:
    """Return the numbers that surely are some: not “un”."""
    return [number for number in found if number.firmness > Firmness.LOOSE]


def without_shares(
    lost: list[Number], new: list[Number], ours: Side, theirs: Side
) -> tuple[list[Number], list[Number]]:
    """Leave out a number that one text tells as a share of another, or as what is left of it.

    “Two-thirds of the 24” for 16 of 24; “all but two of the 11” for 9 to 2, or 9 of 11. What a share comes to may be
    told for it: 16 where the source has 24, “two thirds of them” women.
    """
    for part, span in portions(theirs).items():
        wholes = [number.values[0] for number in firm(theirs.numbers) if not number.span.overlaps(span)]
        told = [number for number in new if any(part * whole == number.values[0] for whole in wholes)]
        if len(told) == 1:
            new = [number for number in new if number is not told[0]]
            lost = [number for number in lost if not number.span.overlaps(span)]
    shares = [(span, part * whole.values[0]) for part, span in portions(ours).items() for whole in _behind(ours, span)]
    rests = [
        (Span(said.start(), whole.span.end), whole.values[0] - number.values[0])
        for said in _ALL_BUT.finditer(ours.text)
        for number in ours.numbers
        if number.span.start == said.end()
        for whole in _behind(ours, number.span)
    ]
    for span, worth in (*shares, *rests):
        told = [number for number in lost if worth in number.values]
        if told:
            lost = [number for number in lost if number not in told]
            new = [number for number in new if not number.span.overlaps(span)]
    return lost, new


def is_part(side: Side, one: Number, other: Number) -> bool:
    """Tell whether one of two numbers is told as a part of the other: “four of the 26”."""
    first, second = sorted((one.span, other.span))
    return _OF.fullmatch(side.text, first.end, second.start) is not None


def _behind(side: Side, span: Span) -> list[Number]:
    """Return the number of which that at ``span`` is a part: “of the 24”."""
    return [
        n for n in firm(side.numbers) if n.span.start >= span.end and _OF.fullmatch(side.text, span.end, n.span.start)
    ]


def without_complements(
    lost: list[Number], new: list[Number], ours: Side, theirs: Side
) -> tuple[list[Number], list[Number]]:
    """Leave out a share told by what it leaves of a hundred: 54.2 per cent against, 45.8 per cent in favour.

    That may be told as one in so many: 99 per cent lack it, one in a hundred has it.
    """
    for number in [n for n in new if _is_per_cent(n, ours)]:
        told = [n for n in lost if n.values[0] + number.values[0] == _WHOLE and _is_per_cent(n, theirs)]
        if told:
            new = [n for n in new if n is not number]
            lost = [n for n in lost if n is not told[0]]
    shares = {value for number in ours.numbers if number.whole for value in number.values}
    lost = [n for n in lost if not (_is_per_cent(n, theirs) and _WHOLE - n.values[0] in shares)]
    for number in [n for n in new if _is_per_cent(n, ours)]:  # a fifth passed, for four in five that did not
        told = [n for n in theirs.numbers if n.whole and _WHOLE - number.values[0] in n.values]
        if told:
            new = [n for n in new if n is not number]
            lost = [n for n in lost if n not in told and _WHOLE - number.values[0] not in n.values]
    return lost, new


def without_minutes(lost: list[Number], new: list[Number], ours: Side) -> tuple[list[Number], list[Number]]:
    """Leave out a minute of a match told by those that are left: the 70th, “with 20 minutes to go”."""
    for number in [n for n in new if _TO_GO.match(ours.text, n.span.end)]:
        told = [n for n in lost if any(n.values[0] + number.values[0] == whole for whole in _MATCH)]
        if told:
            new, lost = [n for n in new if n is not number], [n for n in lost if n is not told[0]]
    return lost, new


def tells_complement(ours: Side, theirs: Side) -> bool:
    """Tell whether the translation counts those of a whole whom the source does not.

    Seventeen of 20 have none, for three of 20 that do; a fifth of the candidates passed, for four in five that did not.
    """
    there = {value for number in theirs.numbers for value in number.values}
    shares = {v for n in theirs.numbers if n.whole or _is_per_cent(n, theirs) for v in n.values}
    for number in ours.numbers:
        if _is_per_cent(number, ours) and _WHOLE - number.values[0] in shares and number.values[0] not in shares:
            return True
        for whole in ours.numbers:
            rest = whole.values[0] - number.values[0]
            if rest in there and whole.values[0] in there and is_part(ours, number, whole):
                return number.values[0] not in there
    return False


def _counts(number: Number, side: Side) -> bool:
    """Tell whether a number counts something: it is no time, year or date, and no share."""
    if number.clock is not None or number.values[0] in YEARS or any(0 < v < 1 for v in number.values[:1]):
        return False
    dated = any(word.span.gap(number.span) <= _DATED for word in side.calendar)
    return not dated and not any(unit.dimension == "share" for unit in side.units_of(number))


def without_cuts(lost: list[Number], ours: Side, theirs: Side) -> list[Number]:
    """Leave out what a share that the translation tells accounts for.

    A share by which something fell, told as the part it fell to: by 90 per cent, to a tenth, or that is lost, told as
    the part that is left. And what there was, told by what there is and how much of it that is: halved to five, cut by
    a third to 24, doubled to 80; the scale may stand beside what there is alone.
    """
    parts = {part: number for number in ours.numbers for part in number.values if 0 < part < 1}
    left = {part for part, number in parts.items() if _LEFT_AT.search(ours.text, 0, number.span.start)}
    lost = [n for n in lost if not (_is_per_cent(n, theirs) and 1 - n.values[0] / _WHOLE in parts)]
    lost = [n for n in lost if not any(0 < part < 1 and 1 - part in left for part in n.values)]
    factors = {*parts, *(1 - part for part in parts)}
    factors.update(factor for factor, form in _BY_ITSELF.items() if form.search(ours.text))
    reached = {
        n.values[0] / factor
        for n in firm(ours.numbers)
        if _counts(n, ours) or _is_per_cent(n, ours)
        for factor in factors
    }
    scales = {1, *(scale for number in theirs.numbers for scale in SCALES if number.values[0] >= scale)}
    return [n for n in lost if not any(n.values[0] * scale in reached for scale in scales)]


def without_all_others(lost: list[Number], ours: Side, theirs: Side) -> list[Number]:
    """Leave out a part that is all of a whole but one, told as every other: 14 of the 15 members."""
    if not lost or not _ALL_OTHERS.search(ours.text):
        return lost
    kept = {n.values[0] for n in firm(theirs.numbers)} & {n.values[0] for n in firm(ours.numbers)}
    return [n for n in lost if n.values[0] + 1 not in kept]


def without_quotients(new: list[Number], ours: Side, theirs: Side) -> list[Number]:
    """Leave out a number that one of both texts comes to by a factor that both tell: 14, of which 42 is three times."""
    if not new:
        return new
    told = {value for number in ours.numbers for value in number.values}
    factors = {value for number in theirs.numbers for value in number.values if value > 1} & told
    kept = {n.values[0] for n in firm(theirs.numbers)} & {n.values[0] for n in firm(ours.numbers)}
    return [n for n in new if not any(value == n.values[0] * factor for value in kept for factor in factors)]


def _is_per_cent(number: Number, side: Side) -> bool:
    return any(unit.name == "per cent" for unit in side.units_of(number))


def without_origins(new: list[Number], lost: list[Number], ours: Side) -> list[Number]:
    """Leave out from where the translation says that a number moved, by as much as it says: by 2 to 18, from 16."""
    if lost:
        return new
    told = combinations([n.values[0] for n in firm(ours.numbers) if n not in new], 2)
    reached = {value for one, other in told for value in (abs(one - other), one + other)}
    return [n for n in new if not (n.values[0] in reached and _FROM.search(ours.text, 0, n.span.start))]


def without_basis_points(
    lost: list[Number], new: list[Number], ours: Side, theirs: Side
) -> tuple[list[Number], list[Number]]:
    """Leave out points of a rate that one text alone tells in hundredths: a quarter of a point, 25 basis points."""
    lost, new = _without_hundredths(lost, new, theirs, ours)
    new, lost = _without_hundredths(new, lost, ours, theirs)
    return lost, new


def _without_hundredths(
    told: list[Number], hundredths: list[Number], side: Side, other: Side
) -> tuple[list[Number], list[Number]]:
    measured = [m.number for m in other.measures if any(unit.name == "basis points" for unit in m.units)]
    for number in [n for n in hundredths if n in measured]:
        whole = [n for n in side.numbers if n.values[0] * _BASIS_POINTS == number.values[0]]
        if whole:
            hundredths = [n for n in hundredths if n is not number]
            told = [n for n in told if n not in whole]
    return told, hundredths
