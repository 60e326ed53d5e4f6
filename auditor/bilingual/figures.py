"""Numbers of two texts that answer each other, and those that do not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import log10

from auditor.analysis import (
    CalendarKind,
    Firmness,
    Number,
    Unit,
    units_of,
)
from auditor.bilingual.amounts import without_amounts
from auditor.bilingual.derived import (
    SCALES,
    firm,
    without_ages,
    without_all_others,
    without_basis_points,
    without_complements,
    without_cuts,
    without_minutes,
    without_origins,
    without_quotients,
    without_shares,
    without_sums,
    without_totals,
)
from auditor.bilingual.side import Side
from auditor.languages import language as language_of
from auditor.model import Span
from auditor.text import in_brackets

_NEAR = 0.07
"""How far a converted measure may be rounded, as a share of it."""

_DEGREES = {"degrees Celsius", "degrees Fahrenheit"}
_DEGREE = 1.5
"""How far a converted temperature, or a difference of two, may be rounded."""

_THOUSAND = 1000

_COMPARED = re.compile(r"\b(?:from|against|versus|than|compared (?:with|to)) [^,;:()\d]{0,40}$", re.IGNORECASE)
"""Stands before what there was, or what was expected."""

_CHANGED_BY = re.compile(r"\bby (?:about |around |nearly |almost |just |over )?$", re.IGNORECASE)

_HALF, _WHOLE = Fraction(1, 2), 100
_FULL = re.compile(
    r"\b(?:full|fully|whole|wholly|entire|entirely|complete|completely|all|total|totally)\b", re.IGNORECASE
)
"""English for a hundred per cent."""

_PER_CENT = re.compile(r"\s?(?:%|per ?cent)")
_UNIVERSAL = re.compile(r"\s?(?:GMT|UTC)\b")
_ZONE = 30
"""Minutes by which the times of two places may differ, or several times as much."""

_HOLIDAYS = {
    "new year's day": 1,
    "new year's eve": 31,
    "christmas day": 25,
    "christmas eve": 24,
    "boxing day": 26,
    "may day": 1,
    "valentine's day": 14,
    "halloween": 31,
    "bastille day": 14,
}
_LAST_DAYS = (31, 30, 28, 29)
_NAMED_DAY = re.compile(
    rf"\b(?:{'|'.join(_HOLIDAYS)}|(?P<end>end of (?:(?:this|the|next|that) year|(?=(?-i:[A-Z])))))", re.IGNORECASE
)

_BASIS_POINTS = 100
_LONGEST_MONTH = 31
_HOLIDAY = re.compile(r"(?:st|nd|rd|th)? (?:public |national |bank |religious )?(?:holiday|feast)\b")
_INTERIM = re.compile(
    r"(?P<one>\d{1,2}) ?[:–-] ?(?P<two>\d{1,2}) \((?P<interim>(?P<first>\d{1,2}) ?[:–-] ?(?P<second>\d{1,2}))\)"
)
_IN_DATE, _OF_MONTH = 12, 2
"""Code points between a weekday and the month of its date, “Sonntag, dem 23. Februar”, and between that and the day."""

_DATED = 2
"""Code points between a weekday and the day of the month: “jeudi 12”, “пятницу, 21”, “quinta-feira (12)”."""

_TIE_BREAK = re.compile(r"(?<!\d)(?:6 ?[-–:/] ?7|7 ?[-–:/] ?6) ?[(\[](?P<one>\d{1,2}) ?[-–:/] ?(?P<other>\d{1,2})[)\]]")

_DAYS = 7
_LEAD = re.compile(r"\b(?:down|up|ahead|behind|lead|led|clear|deficit|adrift|unanswered|nil|whitewash|cruis\w+)\b")
_NIL = re.compile(r"\b(?:0 ?[:–-] ?(?P<one>\d{1,2})|(?P<other>\d{1,2}) ?[:–-] ?0)\b")
_SECOND = 2
_TH = re.compile(r"(?:st|nd|rd|th)\b(?! century| of [A-Z])")
_RANKED = re.compile(
    r"\b(?:the|his|her|its|their|in|(?:finish|rank|plac)(?:ed|es|ing)?|c[ao]mes?|was|were|takes?|took|claim(?:ed|s)?"
    r"|secur(?:ed|es)|won|wins?) $",
    re.IGNORECASE,
)
"""What stands before “second” where it is a place in a row."""

_ROUNDED = re.compile(
    r"(?:about|around|nearly|almost|some|over|under|than|roughly|approximately|up to|an? )\s*\S?$", re.IGNORECASE
)
_ROUGHLY = Fraction(3, 100)
"""How far a number said to be rounded may lie from the exact one."""


@dataclass(frozen=True, slots=True)
class Differences:
    """Numbers without an answer: those of the source beside what stands in their place, lost ones, new ones."""

    altered: tuple[tuple[Number, Number], ...]
    missing: tuple[Number, ...]
    added: tuple[Number, ...]


def differences(ours: Side, theirs: Side, ours_around: Side, theirs_around: Side) -> Differences:
    """Return how the numbers of two texts differ; what stands ``around`` a text was moved, not lost."""
    lost, new = unanswered(theirs.numbers, ours.numbers)
    lost = [n for n in lost if not is_answered(n, (*ours.numbers, *_months(ours), *_days(ours)))]
    new = [n for n in new if not is_answered(n, (*theirs.numbers, *_months(theirs), *_holidays(theirs)))]
    new = [n for n in new if not _in_brackets(n, ours.text)]
    lost, new = _without_roundings(lost, new, ours.text)
    lost, new = _without_conversions(lost, new, ours, theirs)
    lost, new = without_amounts(lost, theirs, ours), without_amounts(new, ours, theirs)
    lost, new = _without_ellipses(lost, new, ours, theirs)
    lost, new = _without_steps(lost, new, ours, theirs)
    lost, new = _without_steps_told(lost, new, ours, theirs)
    lost, new = without_sums(lost, new, ours, theirs)
    lost, new = without_totals(lost, new, ours, theirs)
    lost, new = without_shares(lost, new, ours, theirs)
    lost, new = without_basis_points(lost, new, ours, theirs)
    lost, new = without_complements(lost, new, ours, theirs)
    lost, new = without_minutes(lost, new, ours)
    lost, new = without_cuts(lost, ours, theirs), without_origins(new, lost, ours)
    lost, new = without_all_others(lost, ours, theirs), without_quotients(new, ours, theirs)
    lost, new = _without_days(lost, ours, theirs), _without_holidays(new, ours.text)
    lost = _without_nils(_without_interim_scores(lost, theirs.text), ours, theirs)
    new = _without_days_of_weeks(new, theirs)
    lost, new = without_ages(lost, new, ours, theirs)
    lost, new = _without_zones(lost, new, ours, theirs)
    lost, new = _without_multiples(lost, new, ours, theirs)
    lost, new = _without_wholes(lost, ours, theirs), _without_doubles(new, ours, theirs)
    lost = _without_tie_breaks(lost, ours.text, theirs.text)
    altered = (*couples(lost, new), *_ranks_altered(ours, theirs, ours_around, theirs_around))
    lost = [n for n in lost if n not in [first for first, _ in altered]]
    new = [n for n in new if n not in [second for _, second in altered]]
    lost = [n for n in lost if not is_answered(n, ours_around.numbers)]
    new = [n for n in new if not is_answered(n, theirs_around.numbers)]
    lost, new = without_amounts(lost, theirs, ours_around), without_amounts(new, ours, theirs_around)
    return Differences(altered, tuple(lost), tuple(new))


def _ranks_altered(ours: Side, theirs: Side, ours_around: Side, theirs_around: Side) -> Iterator[tuple[Number, Number]]:
    """Yield the place in a row of the source and that of the translation, where either is the only one unanswered."""
    told, known = (*ours_around.numbers, *_months(ours_around), *_days(ours_around)), theirs_around.numbers
    lost = [n for n in theirs.numbers if _is_rank(n, theirs.text) and not is_answered(n, told)]
    new = [n for n in ours.numbers if _is_rank(n, ours.text) and not is_answered(n, (*known, *_months(theirs_around)))]
    if len(lost) == len(new) == 1:
        yield lost[0], new[0]


def _is_rank(number: Number, text: str) -> bool:
    """Tell whether a number is a place in a row behind the first: “fourth”, “30th”, but no second of time."""
    if number.values[0] < _SECOND:
        return False
    if text.startswith("second", number.span.start):
        return _RANKED.search(text, 0, number.span.start) is not None
    return number.ordinal or _TH.match(text, number.span.end) is not None


def unanswered(theirs: Sequence[Number], ours: Sequence[Number]) -> tuple[list[Number], list[Number]]:
    """Pair off firm numbers one by one and return those that are left over on each side."""
    lost, new = firm(theirs), firm(ours)
    for likeliest in (True, False):
        for number in tuple(lost):
            answer = next((n for n in new if equal(number, n, likeliest)), None)
            if answer is not None:
                lost.remove(number)
                new.remove(answer)
    return lost, new


def only_answer(number: Number, theirs: Side, ours: Side) -> Number | None:
    """Return the one number of ``ours`` that may say what ``number`` of ``theirs`` does; None where either has two.

    Where figures answer figures, small words do not count: "a year" is no answer to "1 June".
    """
    rivals = [other for other in theirs.numbers if equal(other, number) and not _is_share_with(other, number)]
    answers = [other for other in ours.numbers if equal(number, other) and not _is_share_with(other, number)]
    if number.firmness is Firmness.FIGURES and any(other.firmness is Firmness.FIGURES for other in answers):
        rivals, answers = firm(rivals), firm(answers)
    return answers[0] if len(rivals) == len(answers) == 1 else None


def _is_share_with(one: Number, other: Number) -> bool:
    """Tell whether two numbers have nothing in common but the share that they may be together: "four of twelve"."""
    return one.whole is not other.whole and one.values[0] != other.values[0]


def equal(one: Number, other: Number, likeliest: bool = False) -> bool:
    """Tell whether two numbers may say the same, or do so in their likeliest reading."""
    if one.clock is not None and other.clock is not None:
        halves = {one.morning, other.morning}
        return one.clock == other.clock and (None in halves or len(halves) == 1)
    if likeliest:
        return one.values[0] == other.values[0]
    return not set(one.values).isdisjoint(other.values)


def is_answered(number: Number, others: Iterable[Number]) -> bool:
    """Tell whether any of ``others`` says the same; a time of day may be told as a count of hours and minutes."""
    others = tuple(others)
    if any(equal(number, other) for other in others):
        return True
    return any(_tells_time(other, number) for other in others if other.clock is not None) or _is_time(number, others)


def _is_time(number: Number, others: Iterable[Number]) -> bool:
    """Tell whether ``others``, none of them a time of day, tell that of ``number``: the hour and the minutes."""
    if number.clock is None:
        return False
    told = {value for other in others if other.clock is None for value in other.values}
    hours, minutes, both = _told_by(number.clock)
    said = not number.clock % 60 or bool(told & minutes)
    return bool(told & both) or (said and bool(told & hours))


def _tells_time(time: Number, number: Number) -> bool:
    """Tell whether a plain ``number`` is the hour, the minutes, or both, of a ``time`` of day."""
    if number.clock is not None or time.clock is None:
        return False
    return not set().union(*_told_by(time.clock)).isdisjoint(number.values[:1])


def _told_by(clock: int) -> tuple[set[Fraction], set[Fraction], set[Fraction]]:
    """Return by which hours, minutes and figures of both a time on a clock with hands may be told.

    The hours are its own and the one that it is before, the minutes those after the one and before the other.
    """
    hour, minute = divmod(clock, 60)
    hours = {Fraction(each) for each in (hour, hour + 12, hour + 1, hour + 13) if each}
    return hours, {Fraction(minute), Fraction(60 - minute)}, {each + Fraction(minute, 100) for each in hours}


def _months(side: Side) -> Iterator[Number]:
    """Yield each month that is named as the number that a date in figures has for it."""
    for word in side.calendar:
        if word.kind is CalendarKind.MONTH:
            yield Number(word.span, word.text, (Fraction(word.number),), Firmness.LOOSE)


def _days(side: Side) -> Iterator[Number]:
    """Yield the days of the month that English names otherwise: “New Year’s Day”, “the end of July”."""
    for found in _NAMED_DAY.finditer(side.text):
        days = _LAST_DAYS if found["end"] else (_HOLIDAYS[found.group().lower()],)
        yield Number(Span(*found.span()), found.group(), tuple(map(Fraction, days)), Firmness.LOOSE)


def _holidays(side: Side) -> Iterator[Number]:
    """Yield the days of the month on which the holidays fall that a text in its own language names."""
    for form, day in language_of(side.language).calendar.holidays.items():
        for found in re.finditer(form, side.text):
            yield Number(Span(*found.span()), found.group(), (Fraction(day),), Firmness.LOOSE)


def _in_brackets(number: Number, text: str) -> bool:
    return any(in_brackets(text, number.span.start, marks) for marks in ("()", "[]"))


def _without_roundings(lost: list[Number], new: list[Number], text: str) -> tuple[list[Number], list[Number]]:
    for number in tuple(lost):
        answer = next((n for n in new if _rounds(number, n, text)), None)
        if answer is not None:
            lost = [n for n in lost if n is not number]
            new = [n for n in new if n is not answer]
    return lost, new


def _rounds(exact: Number, rounded: Number, text: str) -> bool:
    for one in exact.values:
        for other in rounded.values:
            if one <= 0 or other <= 0 or not _rounder(one, other):
                continue
            hedged = _ROUNDED.search(text, 0, rounded.span.start)
            if abs(one - other) <= _ROUGHLY * one if hedged else _rounding_of(one, other):
                return True
    return False


def _rounder(exact: Fraction, rounded: Fraction) -> bool:
    return _significant(rounded) < _significant(exact)


def _significant(value: Fraction) -> int:
    return len(f"{float(value):.10g}".replace(".", "").split("e")[0].strip("0"))


def _rounding_of(exact: Fraction, rounded: Fraction) -> bool:
    """Tell whether ``rounded`` is ``exact`` told with fewer places, two at least."""
    places = _significant(rounded)
    year = exact.denominator == 1 and 1900 <= exact < 2100
    return places >= 2 and not year and float(f"{float(exact):.{places - 1}e}") == float(rounded)


def _without_conversions(
    lost: list[Number], new: list[Number], ours: Side, theirs: Side
) -> tuple[list[Number], list[Number]]:
    """Leave out measures and sums of money that the translation tells in another unit."""
    told = {measure.number: measure for measure in ours.measures}
    meant = {measure.number: measure.units for measure in theirs.measures}
    converted: set[tuple[Unit, Unit]] = set()
    for number in tuple(new):
        if number not in told:
            continue
        units = told[number].units
        named = theirs.names_unit(units)
        answers = [n for n in lost if _converts(n, meant.get(n), number, units, named)]
        if answers:
            new = [n for n in new if n is not number]
            lost = [n for n in lost if n.values != answers[0].values]
            converted |= set(product(meant.get(answers[0], ()), units))
    for number, answer in product(tuple(new), tuple(lost)):  # “40 degrees in Seville, 35 in Madrid”
        if not {number, answer} & {*told, *meant} and any(
            _is_told_in(answer, one, number, other) for one, other in converted if one.dimension == other.dimension
        ):
            new, lost = [n for n in new if n is not number], [n for n in lost if n is not answer]
    return lost, new


def _without_ellipses(
    lost: list[Number], new: list[Number], ours: Side, theirs: Side
) -> tuple[list[Number], list[Number]]:
    """Leave out numbers of which one side leaves out the scale that it has beside another: "from 5 to 10 thousand".

    A bare sum of the translation is no such number: "2.37 euros" for 2.37 million is wrong beside any million.
    """
    measured = {measure.number for measure in ours.measures}
    for number in tuple(lost):
        for other in new:
            bare, scaled, side = (
                (other, number, ours) if other.values[0] < number.values[0] else (number, other, theirs)
            )
            if bare in measured or not _is_scaled(bare, scaled, side):
                continue
            lost, new = [n for n in lost if n is not number], [n for n in new if n is not other]
            break
    return lost, new


def _without_steps(
    lost: list[Number], new: list[Number], ours: Side, theirs: Side
) -> tuple[list[Number], list[Number]]:
    """Leave out what there was, where the source says by how much it changed: "two tenths", "from 3.0% to 2.8%"."""
    kept = [n for n in firm(ours.numbers) if any(equal(n, other) for other in theirs.numbers)]
    for before in firm(ours.numbers):
        if before in kept or not _COMPARED.search(ours.text, 0, before.span.start):
            continue
        steps = list(_steps(before, kept, (*lost, *_in_words(theirs))))
        if steps:
            new = [n for n in new if n is not before]
            lost = [n for n in lost if n not in steps]
    return lost, new


def _without_steps_told(
    lost: list[Number], new: list[Number], ours: Side, theirs: Side
) -> tuple[list[Number], list[Number]]:
    """Leave out what there was, where the translation says by how much it changed: "by half a point to 7.5%"."""
    kept = [n for n in firm(theirs.numbers) if any(equal(n, other) for other in ours.numbers)]
    for before in tuple(lost):
        found = _steps(before, kept, (*new, *_in_words(ours)))
        steps = [n for n in found if _CHANGED_BY.search(ours.text, 0, n.span.start)]
        if steps:
            lost = [n for n in lost if n is not before]
            new = [n for n in new if n not in steps]
    return lost, new


def _steps(before: Number, kept: Iterable[Number], told: Iterable[Number]) -> Iterator[Number]:
    """Yield those of the numbers ``told`` by which ``before`` differs from one of ``kept``, also in basis points."""
    changes = {abs(now.values[0] - before.values[0]) for now in kept} - {0}
    worth = {value for change in changes for value in (change, change * _BASIS_POINTS)}
    yield from (number for number in told if not worth.isdisjoint(number.values))


def _in_words(side: Side) -> Iterator[Number]:
    """Yield the numbers in words, which may be parts of one (“dos décimas”), without “one”."""
    yield from (n for n in side.numbers if n.firmness is not Firmness.FIGURES and n.values[0] != 1)


def _without_multiples(
    lost: list[Number], new: list[Number], ours: Side, theirs: Side
) -> tuple[list[Number], list[Number]]:
    """Leave out per cents by which a thing changed that the source multiplies or divides, and what it does so by.

    Up 50% for 1.5 times, down 60% for 2.5 times less.
    """
    doubled = language_of(theirs.language).opposites.words.get("double", ())
    told = [
        factor
        for factor, form in zip((2, Fraction(3, 2)), doubled, strict=False)  # halved is 50% less, the rise is no less
        if re.search(rf"(?<!\w)(?:{form})", theirs.text, re.IGNORECASE)
    ]
    for number in [n for n in new if _PER_CENT.match(ours.text, n.span.end)]:
        share = number.values[0] / 100
        times = {1 + share} | ({1 / (1 - share)} if share < 1 else set())
        by = [n for n in theirs.numbers if times & set(n.values) and not _PER_CENT.match(theirs.text, n.span.end)]
        if by or 1 + share in told:
            new = [n for n in new if n is not number]
            lost = [n for n in lost if n not in by]
    return lost, new


def _without_doubles(new: list[Number], ours: Side, theirs: Side) -> list[Number]:
    """Leave out what the source tells only half of: down from twelve, for six, half of what was first asked."""
    if not new or not any(_HALF in n.values for n in theirs.numbers):
        return new
    kept = {n.values[0] for n in firm(theirs.numbers)} & {n.values[0] for n in firm(ours.numbers)}
    return [n for n in new if n.values[0] / 2 not in kept]


def _without_wholes(lost: list[Number], ours: Side, theirs: Side) -> list[Number]:
    """Leave out a hundred per cent that the translation tells by a word: “fully paid”."""
    if not lost or not _FULL.search(ours.text):
        return lost
    return [n for n in lost if not (n.values[0] == _WHOLE and _PER_CENT.match(theirs.text, n.span.end))]


def _without_days(lost: list[Number], ours: Side, theirs: Side) -> list[Number]:
    """Leave out the date beside a weekday that both texts tell: “on Thursday” for « ce jeudi 12 mars »."""
    kept = {word.number for word in ours.calendar if word.kind is CalendarKind.WEEKDAY}
    days = [word.span for word in theirs.calendar if word.kind is CalendarKind.WEEKDAY and word.number in kept]
    months = [word.span for word in theirs.calendar if word.kind is CalendarKind.MONTH]
    months = [span for span in months if any(span.gap(day) <= _IN_DATE for day in days)]
    plain = [n for n in lost if n.clock is None and n.values[0] <= _LONGEST_MONTH]
    dated = [n for n in plain if any(0 <= n.span.start - day.end <= _DATED for day in days)]
    dated += [n for n in plain if any(n.span.gap(month) <= _OF_MONTH for month in months)]
    return [n for n in lost if n not in dated]


def _without_holidays(new: list[Number], text: str) -> list[Number]:
    """Leave out the date by which the translation says what a holiday is: “the August 15 holiday” for Ferragosto."""
    return [n for n in new if not _HOLIDAY.match(text, n.span.end)]


def _without_interim_scores(lost: list[Number], theirs: str) -> list[Number]:
    """Leave out the score at half-time behind that of a match: “3:1 (1:0)”."""
    inside = [
        Span(*match.span("interim"))
        for match in _INTERIM.finditer(theirs)
        if int(match["first"]) <= int(match["one"]) and int(match["second"]) <= int(match["two"])
    ]
    return [n for n in lost if not any(span.covers(n.span) for span in inside)]


def _without_nils(lost: list[Number], ours: Side, theirs: Side) -> list[Number]:
    """Leave out the nil of a score that the translation tells by the lead: “two goals down” for 0:2."""
    if not _LEAD.search(ours.text):
        return lost
    inside = [
        Span(*match.span())
        for match in _NIL.finditer(theirs.text)
        if any(n.values[0] == int(match["one"] or match["other"]) for n in ours.numbers)
    ]
    return [n for n in lost if n.values[0] or not any(span.covers(n.span) for span in inside)]


def _without_days_of_weeks(new: list[Number], theirs: Side) -> list[Number]:
    """Leave out the day that the source counts in weeks: 13 for the second Sunday of a month."""
    weekdays = [word.span for word in theirs.calendar if word.kind is CalendarKind.WEEKDAY]
    weeks = {n.values[0] for n in theirs.numbers if n.ordinal and any(_is_right_before(n.span, w) for w in weekdays)}
    return [n for n in new if -(-n.values[0] // _DAYS) not in weeks]


def _is_right_before(one: Span, other: Span) -> bool:
    return 0 < other.start - one.end <= _IN_DATE


def _without_zones(
    lost: list[Number], new: list[Number], ours: Side, theirs: Side
) -> tuple[list[Number], list[Number]]:
    """Leave out a time of the source that the translation gives in universal time: 8 p.m. in Beijing, 1200 GMT."""
    for number in tuple(new):
        if number.clock is None or not _UNIVERSAL.match(ours.text, number.span.end):
            continue
        local = [n for n in theirs.numbers if n.clock is not None and (n.clock - number.clock) % _ZONE == 0]
        if local:
            new = [n for n in new if n is not number]
            lost = [n for n in lost if n not in local]
    return lost, new


def _without_tie_breaks(lost: list[Number], ours: str, theirs: str) -> list[Number]:
    """Leave out the winner's points of a tie-break where the translation tells the loser's alone: "7-6 (5)"."""
    for match in _TIE_BREAK.finditer(theirs):
        points = sorted(("one", "other"), key=lambda name: int(match[name]))
        if re.search(rf"[67]-[67] ?\({int(match[points[0]])}\)", ours):
            lost = [n for n in lost if n.span.start != match.start(points[1])]
    return lost


def _is_scaled(bare: Number, scaled: Number, side: Side) -> bool:
    """Tell whether ``scaled`` is ``bare``, of ``side``, with a scale that another number of that side has."""
    if bare.values[0] <= 0 or (scale := scaled.values[0] / bare.values[0]) not in SCALES:
        return False
    if bare.values[0] >= _THOUSAND and any(map(str.isalpha, bare.text)):
        return False  # it has a scale of its own: millions for billions
    return any(other is not bare and other.values[0] >= scale for other in side.numbers)


def _converts(theirs: Number, meant: frozenset[Unit] | None, ours: Number, units: frozenset[Unit], named: bool) -> bool:
    """Tell whether ``ours``, in ``units``, is ``theirs`` in another unit: in those ``meant``, or in any where unknown.

    Rates of exchange move, so that a sum passes in any currency that the source does not name (``named``).
    """
    for unit in units:
        if unit.dimension == "money" and not named:
            return True
        for other in meant or units_of(unit.dimension):
            if other != unit and other.dimension == unit.dimension and _is_told_in(theirs, other, ours, unit):
                return True
    return False


def _is_told_in(theirs: Number, their_unit: Unit, ours: Number, our_unit: Unit) -> bool:
    told = float(ours.values[0])
    if {their_unit.name, our_unit.name} == _DEGREES:
        fahrenheit = our_unit.name == "degrees Fahrenheit"
        shown = [degrees * 1.8 if fahrenheit else degrees / 1.8 for degrees in map(float, theirs.values)]
        zero = 32 if fahrenheit else -32 / 1.8
        counted = [sign * one + start for one in shown for start in (0, zero) for sign in (1, -1)]  # “minus 50”
        return any(abs(told - abs(one)) < _DEGREE for one in counted)
    if not their_unit.size or not our_unit.size:
        return False
    factor = their_unit.size / our_unit.size
    return any(abs(told / (float(value) * factor) - 1) < _NEAR for value in theirs.values if value > 0)


def couples(lost: list[Number], new: list[Number]) -> Iterator[tuple[Number, Number]]:
    """Yield the lost numbers with the new ones that most likely stand in their place: the nearest first."""
    fitting = [(one, other) for one in lost for other in new if (one.clock is None) == (other.clock is None)]
    taken: set[Number] = set()
    for one, other in sorted(fitting, key=lambda couple: _distance(*couple)):
        if one not in taken and other not in taken:
            taken |= {one, other}
            yield one, other


def _distance(one: Number, other: Number) -> float:
    return abs(log10(max(one.values[0], Fraction(1, 100))) - log10(max(other.values[0], Fraction(1, 100))))
