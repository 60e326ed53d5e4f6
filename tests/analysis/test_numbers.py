"""Numbers are read as values, whatever the language writes them in."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.analysis.numbers import Firmness, numbers


@pytest.mark.parametrize(
    ("language", "text", "value", "reason"),
    [
        ("en", "1,234.5", "1234.5", "a comma between thousands"),
        ("en", "two hundred and fifty thousand", "250000", "words added and multiplied"),
        ("en", "half a million", "500000", "half of a scale"),
        ("en", "two and a half million", "2500000", "a half before a scale"),
        ("en", "3bn", "3000000000", "an abbreviated scale"),
        ("en", "the twenty-first", "21", "an ordinal"),
        ("fr", "1 234,5", "1234.5", "a space between thousands"),
        ("fr", "1\u202f234", "1234", "a narrow no-break space"),
        ("fr", "quatre-vingt-dix-sept", "97", "four twenties and seventeen"),
        ("fr", "soixante et onze", "71", "sixty and eleven"),
        ("fr", "trois milliards", "3000000000", "a milliard is a billion"),
        ("fr", "2 billions", "2000000000000", "a billion is a trillion"),
        ("fr", "7 millions et demi", "7500000", "a half after a scale"),
        ("fr", "dix-neuvième", "19", "an ordinal of two words"),
        ("es", "3.500 millones", "3500000000", "a thousand millions"),
        ("es", "dos mil millones", "2000000000", "a scale of a scale"),
        ("es", "treinta y cinco", "35", "tens and units"),
        ("es", "1 billón", "1000000000000", "a billón is a trillion"),
        ("de", "zweihundertfünfzigtausend", "250000", "one compound"),
        ("de", "siebenundneunzig", "97", "units before tens"),
        ("de", "1.234,5 Milliarden", "1234500000000", "a point between thousands"),
        ("de", "3 Mrd. Euro", "3000000000", "an abbreviated scale"),
        ("it", "duecentocinquantamila", "250000", "one compound"),
        ("it", "ventotto", "28", "a vowel dropped"),
        ("pt", "vinte e dois milhões", "22000000", "tens, units and a scale"),
        ("ru", "3,5 млн", "3500000", "Cyrillic"),
        ("pl", "12 tysięcy", "12000", "an inflected scale"),
        ("cs", "1 250 miliard", "1250000000000", "a Czech miliarda"),
        ("zh", "9.1万", "91000", "ten thousands"),
        ("zh", "三十五人", "35", "characters alone"),
        ("ja", "1億2000万", "120000000", "two scales"),
        ("hi", "2 करोड़", "20000000", "a crore"),
        ("hi", "३५", "35", "Devanagari digits"),
        ("ar", "٣٫٥ مليون", "3500000", "Arabic digits and decimal sign"),
    ],
)
def test_a_number_is_read_as_its_value(language: str, text: str, value: str, reason: str) -> None:
    first = next(number for number in numbers(text, language) if number.firmness > Firmness.LOOSE)
    assert first.values[0] == Fraction(value), reason


@pytest.mark.parametrize(
    ("language", "text", "value", "reason"),
    [
        ("de", "1.234", "1.234", "some write points for decimals all the same"),
        ("fr", "quinze jours", "2", "two weeks"),
        ("fr", "une dizaine", "10", "about ten"),
        ("en", "the 1990s", "90", "the nineties"),
        ("en", "1914-18", "1918", "a year cut short"),
        ("en", "3 to 5 million", "3000000", "a scale told once"),
        ("en", "half of them", "50", "fifty per cent"),
        ("fr", "le XIXe siècle", "19", "a Roman numeral"),
        ("fr", "350 autres milliards", "350000000000", "a word before the scale"),
    ],
)
def test_a_number_also_answers_what_it_may_mean(language: str, text: str, value: str, reason: str) -> None:
    assert any(Fraction(value) in number.values for number in numbers(text, language)), reason


@pytest.mark.parametrize(
    ("language", "text", "minutes"),
    [
        ("fr", "à 20h30", 510),
        ("en", "at 8:30 pm", 510),
        ("de", "um 20.30 Uhr", 510),
        ("zh", "下午8点30分", 510),
        ("en", "at 3 p.m.", 180),
        ("de", "15 Uhr", 180),
    ],
)
def test_a_time_of_day_is_read_on_a_clock_with_hands(language: str, text: str, minutes: int) -> None:
    assert [number.clock for number in numbers(text, language)] == [minutes]


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("fr", "50 pour cent", "a percentage is not a hundred"),
        ("fr", "8 cents", "money is not hundreds"),
        ("it", "3 per cento", "a percentage"),
    ],
)
def test_a_scale_is_not_seen_where_there_is_none(language: str, text: str, reason: str) -> None:
    first, *_ = numbers(text, language)
    assert first.values[0] == int(text.split()[0]), reason


def test_an_unknown_language_gives_figures_alone() -> None:
    assert [number.text for number in numbers("zwei und 12,5", None)] == ["12,5"]


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_english_figures_are_read_back(value: int) -> None:
    (number,) = numbers(f"{value:,}", "en")
    assert value in number.values


@given(
    st.text(alphabet="0123456789.,' abcdeéh:½一百万٣k€-", max_size=40),
    st.sampled_from(["en", "fr", "de", "zh", "ja", "hi", ""]),
)
def test_numbers_never_overlap_and_stand_where_they_say(text: str, language: str) -> None:
    found = numbers(text, language)
    assert all(number.text == number.span.of(text) for number in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_figures_with_odd_marks_are_read_one_by_one() -> None:
    assert [number.text for number in numbers("0.0'0", "en")] == ["0", "0", "0"]
