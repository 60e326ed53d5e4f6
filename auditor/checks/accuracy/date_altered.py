"""``date-altered``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.analysis import CalendarKind, CalendarWord, Firmness, month_edges
from auditor.bilingual.pairs import Pair
from auditor.bilingual.side import Side
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity, Span

_NIGHT = re.compile(r"\bnight\b|\d ?p\.?m\b|\bmidnight\b", re.IGNORECASE)
_NIGHTS = re.compile("night|premières heures|petites heures|nuit|nacht|noche|notte|noite|ноч|夜", re.IGNORECASE)
_DAYS = 7
_BESIDE = 4
"""Code points between a day and its month at most: "7 de junio", "15. März"."""

_IN_A_MONTH = range(1, 32)
_FIGURES = re.compile(r"(?<![\d./-])(0?[1-9]|1[0-2])[./](0?[1-9]|1[0-2])(?:[./](?:20)?\d\d)?(?![\d/-])(?!\.\d)")
"""A day and a month in figures either of which may be the other, so that they can change places."""


@code_check(
    "date-altered",
    category=Category.DATE_TIME,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        Example("The trial opens on [[Tuesday]].", "Le procès s'ouvre jeudi.", "fr"),
        Example("The bridge closes in [[July]].", "Die Brücke schließt im Juni.", "de"),
        Example("It is paid until [[the beginning of August]].", "Es wird bis Ende August bezahlt.", "de"),
        Example("The law took effect on [[March]] 4.", "La ley entró en vigor el 4 de mayo.", "es"),
        Example("The trial opens on [[July]] 7.", "El juicio comenzará el 7 de junio.", "es"),
        Example(
            "The vote was put off from June 9 to [[June]] 14.", "Le vote du 9 juin est reporté au 14 juillet.", "fr"
        ),
        Example("Bids are due on [[March]] 5.", "El plazo vence el 03/05.", "es"),
    ),
    passes=(
        Example("The trial opens on Thursday.", "Le procès s'ouvre jeudi.", "fr"),
        Example("The bridge closes on June 3.", "Die Brücke schließt am 3.6. für ein Jahr.", "de"),
        Example("It is paid until late August.", "Es wird bis Ende August bezahlt.", "de"),
        Example("Bids are due on May 3.", "El plazo vence el 03/05.", "es"),
        Example("The vote was put off from June 9 to July 14.", "Le vote du 9 juin est reporté au 14 juillet.", "fr"),
        Example(
            "Output grew in August, data showed on Friday.", "9月12日（星期五）公布的数据显示，8月产出增长。", "zh"
        ),
        Example("It ran from June to 7 July.", "Sie lief von Juni bis 7.7. nachts.", "de"),
        Example("The trial opens today.", "Le procès s'ouvre jeudi.", "fr"),
        Example("The barn burned down on Wednesday night.", "La grange a brûlé dans la nuit de jeudi.", "fr"),
        Example("The trial, which opened on Monday, goes on.", "Le procès ouvert lundi continue jusqu'à jeudi.", "fr"),
    ),
)
def date_altered(story: Story) -> Iterator[Hit]:
    """A day of the week or a month is another than in the source.

    The reader comes on the wrong day, and the correction runs the day after.

    So is the beginning of a month for its end, and a day in another month: June 14 for July 14. Figures are read as the
    source's language has them, the day first.

    Told only where the source names one day (or month) that the translation lacks and the translation one that the
    source lacks. Months in figures count; “today” for a weekday passes, and so does
    the day before of a night, which many languages name by the morning it leads to.
    """
    for pair in story.source_pairs:
        ours, theirs = pair.ours.calendar, pair.theirs.calendar
        for kind in CalendarKind:
            lost, new = _without(theirs, ours, kind), _without(ours, theirs, kind)
            excused = _in_figures if kind is CalendarKind.MONTH else _of_the_night
            if lost and new and not excused(lost[0], new[0], pair):
                yield _another(pair, new[0].span, lost[0].text)
        yield from _other_edges(pair)
        yield from _other_months(pair)


def _other_edges(pair: Pair) -> Iterator[Hit]:
    """Yield the months of whose end the source speaks, and the translation of the beginning, or the other way round."""
    theirs = month_edges(pair.theirs.text, pair.theirs.language, pair.theirs.calendar)
    ours = month_edges(pair.ours.text, pair.ours.language, pair.ours.calendar)
    for one in theirs:
        rivals = [other for other in theirs if other.month.number == one.month.number]
        answers = [other for other in ours if other.month.number == one.month.number]
        if len(rivals) == len(answers) == 1 and answers[0].edge is not one.edge:
            yield _another(pair, answers[0].span, one.span.of(pair.theirs.text))


def _other_months(pair: Pair) -> Iterator[Hit]:
    """Yield the months of days that the source has in another month, which both have elsewhere or which is in figures.

    A month that only one of them has is told as it stands.
    """
    ours, theirs = _days_of(pair.ours), _days_of(pair.theirs)
    named = [{word.number for _, word in days} for days in (ours, theirs)]
    for day, month in ours:
        answers = [other for each, other in theirs if each == day]
        rivals = [other for each, other in ours if each == day]
        if len(answers) == len(rivals) == 1 and answers[0].number != month.number and named[0] <= named[1]:
            yield _another(pair, month.span, answers[0].text)
    if not pair.theirs.calendar:
        for found in _FIGURES.finditer(pair.theirs.text):
            first, second = int(found[1]), int(found[2])
            dates = {(day, month.number) for day, month in ours}
            if first != second and (second, first) in dates and (first, second) not in dates:
                turned = next(month for day, month in ours if (day, month.number) == (second, first))
                yield _another(pair, turned.span, found.group())


def _another(pair: Pair, span: Span, said: str) -> Hit:
    return Hit(
        spans=(pair.place(span),),
        message=f"The source has “{said}” here, not “{span.of(pair.ours.text)}”.",
        evidence=(Evidence("source", said),),
    )


def _days_of(side: Side) -> list[tuple[int, CalendarWord]]:
    """Return the days of a text that stand beside the name of their month, with it."""
    return [
        (int(number.values[0]), word)
        for word in side.calendar
        if word.kind is CalendarKind.MONTH
        for number in side.numbers
        if number.firmness is not Firmness.LOOSE
        and number.values[0] in _IN_A_MONTH
        and number.span.gap(word.span) <= _BESIDE
        and not number.span.overlaps(word.span)
    ]


def _without(words: Iterable[CalendarWord], others: Iterable[CalendarWord], kind: CalendarKind) -> list[CalendarWord]:
    """Return the words of one kind that ``others`` do not name."""
    held = {word.number for word in others if word.kind is kind}
    return [word for word in words if word.kind is kind and word.number not in held]


def _of_the_night(theirs: CalendarWord, ours: CalendarWord, pair: Pair) -> bool:
    """Tell whether the translation names a night by the day before the one that the source has."""
    is_eve = (theirs.number - ours.number) % _DAYS == 1
    return is_eve and _NIGHT.search(pair.ours.text) is not None and _NIGHTS.search(pair.theirs.text) is not None


def _in_figures(_: CalendarWord, month: CalendarWord, pair: Pair) -> bool:
    """Tell whether the source has the month in figures: a number that is not the day beside the name of another."""
    named = [word.span for word in pair.theirs.calendar if word.kind is CalendarKind.MONTH]
    return any(
        month.number in number.values and not any(number.span.gap(word) <= _BESIDE for word in named)
        for number in pair.theirs.numbers
    )
