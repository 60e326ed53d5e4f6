"""Months and weekdays are found by their names."""

from __future__ import annotations

import pytest

from auditor.analysis.dates import CalendarKind, calendar_words


@pytest.mark.parametrize(
    ("language", "text", "kind", "number", "reason"),
    [
        ("en", "on May 3", CalendarKind.MONTH, 5, "a capital tells the month from the verb"),
        ("fr", "le 9 août", CalendarKind.MONTH, 8, "lower case"),
        ("de", "am Dienstagabend", CalendarKind.WEEKDAY, 2, "a compound"),
        ("pt", "na quarta-feira", CalendarKind.WEEKDAY, 3, "a hyphen"),
        ("zh", "11月9日", CalendarKind.MONTH, 11, "the longer form, not 1月"),
        ("ja", "木曜日", CalendarKind.WEEKDAY, 4, "no spaces"),
        ("pl", "3 września", CalendarKind.MONTH, 9, "a genitive"),
    ],
)
def test_a_word_of_the_calendar_is_known(
    language: str, text: str, kind: CalendarKind, number: int, reason: str
) -> None:
    assert [(word.kind, word.number) for word in calendar_words(text, language)] == [(kind, number)], reason


def test_the_english_verb_may_is_no_month() -> None:
    assert calendar_words("they may march on", "en") == ()
