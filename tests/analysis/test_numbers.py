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
        ("zh", "零点三个百分点", "0.3", "tenths in characters"),
        ("zh", "一点二亿元", "120000000", "tenths of a scale in characters"),
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
        ("es", "410.000 millones", "410000000000", "nobody counts thousandths that are none"),
        ("es", "1 billón", "1000000000000", "a billón is a trillion"),
        ("de", "zweihundertfünfzigtausend", "250000", "one compound"),
        ("de", "siebenundneunzig", "97", "units before tens"),
        ("de", "1.234,5 Milliarden", "1234500000000", "a point between thousands"),
        ("de", "3 Mrd. Euro", "3000000000", "an abbreviated scale"),
        ("it", "duecentocinquantamila", "250000", "one compound"),
        ("it", "ventotto", "28", "a vowel dropped"),
        ("pt", "vinte e dois milhões", "22000000", "tens, units and a scale"),
        ("ru", "3,5 млн", "3500000", "Cyrillic"),
        ("ru", "вырос до 14.50 рублей", "14.5", "a price, no time of day"),
        ("en", "10½ km", "21/2", "a fraction behind figures"),
        ("en", "2 1/2 million", "2500000", "a fraction in figures before a scale"),
        ("en", "95.2 mln", "95200000", "a scale that agencies cut short"),
        ("fr", "septante-trois", "73", "Belgian and Swiss tens"),
        ("fr", "cent un mille", "101000", "a hundred and a unit"),
        ("fr", "un demi-million", "500000", "half of a scale with a hyphen"),
        ("fr", "vingt et unième", "21", "an ordinal behind a join"),
        ("fr", "6 mille 74", "6074", "tens in figures behind a thousand"),
        ("es", "un millón y medio", "1500000", "a half behind a scale"),
        ("es", "medio millón", "500000", "a half before a scale"),
        ("es", "mil trescientos", "1300", "a thousand that one does not count"),
        ("es", "vigésimo quinto", "25", "ordinals behind one another"),
        ("de", "einundzwanzigtausend", "21000", "units before tens before a scale"),
        ("de", "eineinhalb Millionen", "1500000", "one and a half in one word"),
        ("de", "eine halbe Million", "500000", "a half that inflects"),
        ("de", "am einundzwanzigsten Mai", "21", "an ordinal in one word"),
        ("de", "drei Millionen zweihunderttausend", "3200000", "scales in several words"),
        ("de", "sieben\u00adund\u00adneun\u00adzig", "97", "soft hyphens"),
        ("it", "ventitré", "23", "an accent at the end"),
        ("it", "ventun mila", "21000", "a vowel dropped before a scale apart"),
        ("it", "due milioni e mezzo", "2500000", "a half behind a scale"),
        ("pt", "trinta e cinco mil", "35000", "a join inside"),
        ("pt", "um milhão e meio", "1500000", "a half behind a scale"),
        ("pt", "R$ 2,5 bi", "2500000000", "a scale cut short"),
        ("ru", "двадцати пяти тысяч трёхсот", "25300", "a genitive"),
        ("ru", "двумя тысячами пятьюстами", "2500", "an instrumental"),
        ("ru", "около полутора миллионов", "1500000", "one and a half inflects"),
        ("ru", "два с половиной миллиона", "2500000", "a half before a scale"),
        ("ru", "двадцать пятого мая", "25", "a date in words"),
        ("ru", "в две тысячи двадцать третьем году", "2023", "a year in words"),
        ("ru", "5 млн 300 тыс. рублей", "5300000", "two scales cut short"),
        ("ru", "полмиллиона", "500000", "half of a scale in one word"),
        ("uk", "п’ятисот двадцяти трьох", "523", "an apostrophe inside"),
        ("uk", "півтора мільйона", "1500000", "one and a half"),
        ("uk", 'п"ятдесят', "50", "a quotation mark for an apostrophe"),
        ("pl", "pięciuset dwudziestu trzech", "523", "a genitive"),
        ("pl", "dwa i pół miliona", "2500000", "a half before a scale"),
        ("pl", "tysiąc dziewięćset czterdziesty piąty", "1945", "two ordinals behind cardinals"),
        ("cs", "dvaceti pěti tisíc", "25000", "a genitive"),
        ("cs", "o pětadvaceti lidech", "25", "units before tens"),
        ("cs", "jeden a půl milionu", "1500000", "a half before a scale"),
        ("nl", "tweeënhalf miljoen", "2500000", "a half in one word"),
        ("sv", "tjugofem", "25", "one compound"),
        ("tr", "iki buçuk milyon", "2500000", "a half without a join"),
        ("ar", "مئة وخمسة وعشرون", "125", "units before tens, joined to the word"),
        ("hi", "ढाई लाख", "250000", "two and a half of a scale"),
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
        ("en", "a year and a half", "3/2", "a half behind what is counted"),
        ("en", "tens of thousands", "10000", "a scale behind a round word"),
        ("fr", "plusieurs centaines de milliers", "100000", "two round words"),
        ("ru", "пять-шесть тысяч", "5000", "a scale told once"),
        ("ru", "в девяностых годах", "1990", "a decade in words"),
        ("ru", "двадцатипятилетний", "25", "a number that opens a word"),
        ("pl", "dwudziestoletni", "20", "a number that opens a word"),
        ("cs", "pětadvacetiletý", "25", "a number that opens a word"),
        ("de", "fünfundzwanzigjährig", "25", "a number that opens a word"),
        ("it", "un ventitreenne", "23", "a number that opens a word"),
        ("fr", "le bicentenaire", "200", "an anniversary"),
        ("zh", "七成", "70", "tenths"),
        ("en", "from 1943–6", "1946", "a year cut to its last digit"),
        ("ru", "за последние сутки", "24", "a day and a night"),
        ("ru", "оценка — пятёрка", "5", "a noun for a number"),
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
        ("de", "um halb sieben", 390),
        ("de", "um Viertel vor sieben", 405),
        ("de", "um sieben Uhr dreißig", 450),
        ("en", "at half past six", 390),
        ("fr", "à sept heures et demie", 450),
        ("fr", "à neuf heures moins vingt", 520),
        ("es", "a las siete y cuarto", 435),
        ("es", "a las dieciocho horas", 360),
        ("it", "alle sette e mezza", 450),
        ("ru", "в половине седьмого", 390),
        ("uk", "о пів на сьому", 390),
        ("pl", "o wpół do siódmej", 390),
        ("cs", "v půl sedmé", 390),
        ("ru", "после 14.00", 120),
        ("uk", "о 21.30 год", 570),
        ("zh", "火车七点一刻到达", 435),
        ("zh", "下午三点二十分", 200),
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


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("de", "zwischen fünf und zwanzig", (5, 20)),
        ("cs", "mezi pěti a dvaceti", (5, 20)),
        ("en", "between one hundred and two hundred", (100, 200)),
        ("en", "five million, two billion", (5_000_000, 2_000_000_000)),
        ("fr", "entre mille et deux mille", (1_000, 2_000)),
        ("fr", "900 milliards et un billion", (900_000_000_000, 1_000_000_000_000)),
        ("es", "entre mil y dos mil", (1_000, 2_000)),
        ("pt", "entre duzentos e trezentos mil", (200, 300_000)),
        ("ru", "десять тысяч двенадцать тысяч", (10_000, 12_000)),
        ("ru", "выпустил 10 тысяч 15 мая", (10_000, 15)),
        ("de", "um 15 Uhr drei Frauen", (15, 3)),
    ],
)
def test_two_numbers_are_not_read_as_one(language: str, text: str, values: tuple[int, ...]) -> None:
    assert tuple(number.values[0] for number in numbers(text, language)) == values


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [
        ("ru", "увидел свою семью", "a family, not seven"),
        ("ru", "один из них", "one of several"),
        ("pl", "jeden z nich", "one of several"),
        ("pl", "sto procent pewności", "all of it"),
        ("cs", "vyhrál první set", "a set, not hundreds"),
        ("es", "mil gracias", "many"),
        ("fr", "les cent premiers jours", "the first hundred"),
        ("fr", "le 3 sept. dernier", "a month cut short"),
        ("sv", "om sex och samlevnad", "another word"),
        ("ru", "двадцатого мая", "an ordinal alone, which English may put in many ways"),
    ],
)
def test_a_word_with_other_senses_asks_for_nothing(language: str, text: str, reason: str) -> None:
    spelled = [number for number in numbers(text, language) if not number.text[0].isdigit()]
    assert spelled, "it answers all the same"
    assert all(number.firmness is Firmness.LOOSE for number in spelled), reason


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "7" * 5_000),
        ("de", "1." + "234." * 2_000),
        ("zh", "二" * 5_000),
        ("it", "vent" * 2_000),
        ("tr", "1990 - on"),
        ("ja", "①まず手に取り、②洗い流す。"),
        ("en", "①Rinse at ²: ³Note."),
    ],
)
def test_what_nobody_writes_ends_no_reading(language: str, text: str) -> None:
    assert all(number.text in text for number in numbers(text, language))


def test_an_unknown_language_gives_figures_alone() -> None:
    assert [number.text for number in numbers("zwei und 12,5", None)] == ["12,5"]


@given(st.integers(min_value=0, max_value=10**12 - 1))
def test_english_figures_are_read_back(value: int) -> None:
    (number,) = numbers(f"{value:,}", "en")
    assert value in number.values


@given(
    st.text(alphabet="0123456789.,' abcdeéh:½一百万٣k€①²-", max_size=40),
    st.sampled_from(["en", "fr", "de", "zh", "ja", "hi", ""]),
)
def test_numbers_never_overlap_and_stand_where_they_say(text: str, language: str) -> None:
    found = numbers(text, language)
    assert all(number.text == number.span.of(text) for number in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


def test_figures_with_odd_marks_are_read_one_by_one() -> None:
    assert [number.text for number in numbers("0.0'0", "en")] == ["0", "0", "0"]
