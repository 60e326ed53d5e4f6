"""``date-altered``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.analysis import CalendarKind, CalendarWord, month_edges
from auditor.bilingual.pairs import Pair
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity

_NIGHT = re.compile(r"\bnight\b", re.IGNORECASE)
_DAYS = 7
_BESIDE = 4
"""Code points between a day and its month at most: "7 de junio", "15. März"."""


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
    ),
    passes=(
        Example("The trial opens on Thursday.", "Le procès s'ouvre jeudi.", "fr"),
        Example("The bridge closes on June 3.", "Die Brücke schließt am 3.6. für ein Jahr.", "de"),
        Example("It is paid until late August.", "Es wird bis Ende August bezahlt.", "de"),
        Example("It ran from June to 7 July.", "Sie lief von Juni bis 7.7. nachts.", "de"),
        Example("The trial opens today.", "Le procès s'ouvre jeudi.", "fr"),
        Example("The barn burned down on Wednesday night.", "La grange a brûlé dans la nuit de jeudi.", "fr"),
        Example("The trial, which opened on Monday, goes on.", "Le procès ouvert lundi continue jusqu'à jeudi.", "fr"),
    ),
)
def date_altered(story: Story) -> Iterator[Hit]:
    """A day of the week or a month is another than in the source.

    The reader comes on the wrong day, and the correction runs the day after.

    So is the beginning of a month for its end.

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
                yield Hit(
                    spans=(pair.place(new[0].span),),
                    message=f"The source has “{lost[0].text}” here, not “{new[0].text}”.",
                    evidence=(Evidence("source", lost[0].text),),
                )
        yield from _other_edges(pair)


def _other_edges(pair: Pair) -> Iterator[Hit]:
    """Yield the months of whose end the source speaks, and the translation of the beginning, or the other way round."""
    theirs = month_edges(pair.theirs.text, pair.theirs.language, pair.theirs.calendar)
    ours = month_edges(pair.ours.text, pair.ours.language, pair.ours.calendar)
    for one in theirs:
        rivals = [other for other in theirs if other.month.number == one.month.number]
        answers = [other for other in ours if other.month.number == one.month.number]
        if len(rivals) == len(answers) == 1 and answers[0].edge is not one.edge:
            said = one.span.of(pair.theirs.text)
            yield Hit(
                spans=(pair.place(answers[0].span),),
                message=f"The source has “{said}” here, not “{answers[0].span.of(pair.ours.text)}”.",
                evidence=(Evidence("source", said),),
            )


def _without(words: Iterable[CalendarWord], others: Iterable[CalendarWord], kind: CalendarKind) -> list[CalendarWord]:
    """Return the words of one kind that ``others`` do not name."""
    held = {word.number for word in others if word.kind is kind}
    return [word for word in words if word.kind is kind and word.number not in held]


def _of_the_night(theirs: CalendarWord, ours: CalendarWord, pair: Pair) -> bool:
    """Tell whether the translation names a night by the day before the one that the source has."""
    return (theirs.number - ours.number) % _DAYS == 1 and _NIGHT.search(pair.ours.text) is not None


def _in_figures(_: CalendarWord, month: CalendarWord, pair: Pair) -> bool:
    """Tell whether the source has the month in figures: a number that is not the day beside the name of another."""
    named = [word.span for word in pair.theirs.calendar if word.kind is CalendarKind.MONTH]
    return any(
        month.number in number.values and not any(number.span.gap(word) <= _BESIDE for word in named)
        for number in pair.theirs.numbers
    )
