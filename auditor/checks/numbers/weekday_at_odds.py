"""``weekday-at-odds-with-date``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from auditor.checks.base import Hit, Story, code_check
from auditor.config import word_list
from auditor.model import Category, Confidence, Severity

_WEEKDAYS = word_list("calendar.weekdays")
_MONTHS = word_list("calendar.months")
_DAY = r"(?P<day{0}>[12]?\d|3[01])(?:st|nd|rd|th)?"
_MONTH = rf"(?P<month{{0}}>{'|'.join(_MONTHS)})"
_DATE = re.compile(
    rf"\b(?P<weekday>{'|'.join(_WEEKDAYS)}),?\s+(?:the\s+)?"
    rf"(?:{_MONTH.format(1)}\s+{_DAY.format(1)}|{_DAY.format(2)}\s+(?:of\s+)?{_MONTH.format(2)})"
    r",?\s+(?P<year>(?:19|20)\d\d)\b"
)


@code_check(
    "weekday-at-odds-with-date",
    category=Category.DATE_TIME,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The pier opened on [[Friday, March 3, 2021]], the mayor said.",
        "The law dates from [[Monday 5 June 2020]].",
    ),
    passes=(
        "The pier opened on Wednesday, March 3, 2021, the mayor said.",
        "The law dates from Friday 5 June 2020.",
        "The ship leaves on Friday, March 3.",
    ),
)
def weekday_at_odds(story: Story) -> Iterator[Hit]:
    """A weekday and the date beside it do not go together.

    One of the two was garbled; the reader who plans by it misses the day.

    Speaks only where the year stands with them.
    """
    for sentence in story.analysis.sentences:
        for match in _DATE.finditer(sentence.plain):
            month = _MONTHS.index(match["month1"] or match["month2"]) + 1
            try:
                day = date(int(match["year"]), month, int(match["day1"] or match["day2"]))
            except ValueError:
                continue
            right = _WEEKDAYS[day.weekday()]
            if right != match["weekday"]:
                yield Hit(
                    spans=(sentence.span_at(match.start(), match.end()),),
                    message=f"That day was a {right}, not a {match['weekday']}; one of the two is wrong.",
                )
