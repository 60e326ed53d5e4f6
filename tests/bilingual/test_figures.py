"""Numbers of a translation are paired with the source's as values; what differs is told apart."""

from __future__ import annotations

import pytest

from auditor.bilingual.figures import Differences, differences
from auditor.bilingual.side import Side


def compared(text: str, other: str, language: str, around: str = "") -> Differences:
    ours, theirs = Side(text, "en"), Side(other, language)
    return differences(ours, theirs, Side(around or text, "en"), theirs)


@pytest.mark.parametrize(
    ("language", "other", "text", "reason"),
    [
        ("fr", "1.957 personnes", "nearly 2,000 people", "rounded, and said to be"),
        ("fr", "470,4 millions", "470 million", "the same with fewer places"),
        ("fr", "2 735 km", "a 1,700-mile line", "kilometres told in miles"),
        ("fr", "50 km", "50 km (31 miles)", "a conversion in brackets"),
        ("fr", "20 degrés", "68 degrees Fahrenheit", "a temperature told in Fahrenheit"),
        ("fr", "40 hectares", "a 99-acre farm", "hectares told in acres"),
        ("es", "3.000 pesos", "$150", "a sum in another currency"),
        ("de", "am 3.6.2024", "on June 3, 2024", "a month in figures"),
        ("fr", "dans les quinze jours", "within two weeks", "two weeks are fifteen days in French"),
        ("en", "one in 4", "a quarter", "a fraction"),
        ("fr", "50 % des voix", "half of the votes", "half is 50 per cent"),
        ("it", "alle ore 20.30", "at 8:30 pm", "twelve hours and twenty-four"),
        ("fr", "5 mille 352 euros", "5,352 euros", "figures behind a word for thousands"),
        ("es", "2 mil 300 personas", "2,300 people", "the same in Spanish"),
        ("fr", "le 150e anniversaire", "the one hundred fiftieth anniversary", "an ordinal spelled out"),
        ("fr", "deux ans et demi", "two and a half years", "a half told behind the noun"),
        ("zh", "9.1万人", "91,000 people", "ten thousands"),
        ("ru", "около двадцати пяти тысяч трёхсот человек", "about 25,300 people", "a genitive in words"),
        ("ru", "до двадцать пятого мая", "until May 25", "a date in words"),
        ("ru", "двадцатипятилетний мужчина", "a 25-year-old man", "a number that opens a word"),
        ("ru", "с 10.00 до 21.00", "from 10 a.m. to 9 p.m.", "hours with a point"),
        ("ru", "5 млн 300 тыс. рублей", "5.3 million roubles", "two scales"),
        ("uk", "п’ятисот двадцяти трьох осіб", "523 people", "a genitive in words"),
        ("pl", "o pięciuset dwudziestu trzech osobach", "523 people", "a locative in words"),
        ("pl", "dwa i pół miliona", "2.5 million", "a half in words"),
        ("cs", "pětadvacet lidí", "25 people", "units before tens"),
        ("cs", "s dvaceti pěti tisíci lidí", "with 25,000 people", "an instrumental in words"),
        ("de", "eineinhalb Millionen", "1.5 million", "one and a half in one word"),
        ("de", "um halb sieben", "at 6:30", "half of the seventh hour"),
        ("de", "ein fünfundzwanzigjähriger Mann", "a 25-year-old man", "a number that opens a word"),
        ("es", "a las siete y cuarto", "at 7:15", "a time in words"),
        ("it", "ventitré feriti", "23 injured", "an accent at the end"),
        ("pt", "trinta e cinco mil pessoas", "35,000 people", "a join inside"),
        ("fr", "1 employé sur 4", "25 percent of its staff", "a share told in per cent"),
        ("ru", "каждый из трёх", "each of the three", "no share"),
        ("ru", "две трети голосов", "67 percent of the votes", "a fraction told in per cent"),
        ("de", "drei Viertel der Stimmen", "75 percent of the votes", "a fraction in two words"),
        ("cs", "tři čtvrtiny hlasů", "three-quarters of the votes", "a fraction that inflects"),
        ("pl", "dwie trzecie głosów", "two-thirds of the votes", "an ordinal for a fraction"),
        ("fr", "les 8es de finale", "the last 16", "the eighths of a final"),
        ("fr", "deux fois moins cher", "50 percent cheaper", "a half as a rate"),
        ("fr", "quatre fois moins de blés", "a quarter of the wheat", "a quarter as a rate"),
        ("es", "tres veces menos casos", "a third of the cases", "a third as a rate"),
        ("ru", "в два раза меньше случаев", "half as many cases", "a half as a rate"),
        ("fr", "18 miles ½", "18 ½ miles", "a fraction behind the unit"),
        ("fr", "de 5 000 à 10 000 euros", "between 5 and 10 thousand euros", "a scale told once"),
        (
            "fr",
            "9 millions, contre 5,2 pour le second",
            "9 million, and 5.2 million for the second",
            "a scale told once",
        ),
        ("fr", "45 milliards, puis 24 milliards", "45 billion, then 24 more", "a scale told once"),
        ("cs", "80 000 korun", "80, 000 crowns", "a space that slipped in"),
        ("fr", "60 milliards de mètres cubes", "2.1 trillion cubic feet", "cubic metres told in feet"),
        ("zh", "型号为7，8，9", "models 7, 8 and 9", "commas that part what is listed"),
        ("zh", "2000,2005年", "in 2000 and 2005", "two years"),
        ("es", "año y medio de retraso", "18 months late", "a half added to a unit without a number"),
        ("pt", "hora e meia de espera", "a wait of 90 minutes", "the same in Portuguese"),
        ("cs", "rok a půl vězení", "18 months in prison", "the same in Czech"),
        ("ar", "ساعة ونصف الساعة", "90 minutes", "the same in Arabic"),
        ("ro", "un an și jumătate de închisoare", "18 months in prison", "where no other number word is known"),
        ("de", "eine gute Viertelstunde lang", "for 15 minutes", "a quarter inside a compound"),
        ("de", "drei Viertelstunden", "45 minutes", "quarters of an hour counted"),
        ("fr", "trois quarts d'heure après 8h45", "45 minutes after 8:45", "quarters of an hour counted"),
        ("nl", "drie kwartier", "45 minutes", "quarters of an hour counted"),
        ("pl", "trzy kwadranse", "45 minutes", "quarters of an hour counted"),
        ("zh", "三刻钟", "45 minutes", "quarters of an hour counted"),
        ("ar", "ثلاثة أرباع الساعة", "45 minutes", "quarters of an hour counted"),
        ("it", "mezz'ora", "30 minutes", "half an hour with an apostrophe"),
        ("zh", "半个月", "15 days", "half a month"),
        ("zh", "一个半小时", "90 minutes", "a half between the number and the unit"),
        ("de", "eine Viertelmilliarde Euro", "250 million euros", "a part inside a scale"),
        ("ar", "نصف مليار دولار", "$500 million", "a part before a scale"),
        ("ar", "عن عمر ناهز الثمانين عاما", "aged almost 80", "tens with the article"),
        ("ru", "на 81-м году жизни", "aged 80", "a year of life"),
        ("ru", "на восемьдесят первом году жизни", "aged 80", "a year of life in words"),
        ("uk", "на 81-му році життя", "aged 80", "a year of life"),
        ("pl", "w 81. roku życia", "aged 80", "a year of life"),
        ("cs", "v 81. roce života", "aged 80", "a year of life"),
        ("de", "im 81. Lebensjahr", "aged 80", "a year of life"),
        ("fr", "dans sa 81e année", "aged 80", "a year of life"),
        ("it", "nel suo 81° anno di vita", "aged 80", "a year of life"),
        ("es", "en su 81.º año de vida", "aged 80", "a year of life"),
        ("es", "a 10 millas náuticas", "18.5 kilometres away", "nautical miles in kilometres"),
        ("de", "10 Seemeilen", "18.5 kilometres", "nautical miles in kilometres"),
        ("it", "a 10 miglia dalla costa", "18.5 kilometres offshore", "miles at sea are nautical"),
        ("zh", "10海里", "18.5 kilometres", "nautical miles in kilometres"),
        ("it", "in 2'08\"71", "in two minutes 8.71 seconds", "a time of sport"),
        ("fr", "en 2 min 08 s 71", "in 2:08.71", "a time of sport"),
        ("de", "in 2:08,71 Minuten", "in 2 minutes 8.71 seconds", "a time of sport"),
        ("fr", "en 1'08\"71", "in one minute 8.71 seconds", "a time of sport"),
        ("fr", 'en 9"83', "in 9.83 seconds", "a time of sport"),
        ("fr", "en 2h05'42\"", "in two hours, five minutes and 42 seconds", "a time of sport"),
        ("it", "per sei centesimi", "by 0.06 seconds", "hundredths of a second"),
        ("it", "per sei centesimi", "by six hundredths of a second", "hundredths of a second"),
        ("es", "a dos décimas", "0.2 seconds behind", "tenths of a second"),
        ("fr", "6-4, 7-6 (9-7)", "6-4, 7-6 (7)", "a tie-break told by the loser's points"),
        ("pt", "de 8% para 7,5%", "by half a percentage point to 7.5%", "what there was, by how much it changed"),
        ("de", "von 3,1 auf 2,6 Prozent", "by half a point to 2.6 percent", "what there was, by how much it changed"),
        ("ru", "выросли в полтора раза", "are up 50%", "a rise in per cent for a multiple"),
        ("de", "am 1. Januar", "on New Year's Day", "a day with a name"),
        ("ru", "до 31 июля", "until the end of July", "the last day of a month"),
        ("es", "a las 23.10", "at ten past eleven at night", "minutes past the hour in words"),
        ("de", "um 14.30 Uhr Ortszeit", "at 1230 GMT", "universal time"),
        ("de", "6:4, 6:7 (5:7), 7:5", "6-4, 6-7 (5), 7-5", "a tie-break told by the loser's points"),
        ("es", "cayó tres décimas, hasta el 11,2 %", "fell to 11.2% from 11.5%", "a step told by what there was"),
        ("fr", "a reculé de 0,3 point, à 7,2 %", "fell to 7.2% from 7.5%", "a step told by what there was"),
        ("fr", "42 morts, soit cinq de plus", "42 dead, up from 37 on Monday", "a step told by what there was"),
        ("fr", "à 2,25 %, soit un quart de point de moins", "to 2.25% from 2.5%", "a quarter of a point"),
        ("es", "un 3,5 %, medio punto más", "3.5%, half a point above", "half a point"),
        ("es", "un 3,5 %, medio punto más", "3.5%, up from the forecast 3%", "half a point"),
        ("es", "cumpliría 80 años en mayo", "aged 79", "a birthday not reached"),
        ("fr", "il aurait eu 80 ans en mai", "aged 79", "a birthday not reached"),
        ("it", "avrebbe compiuto 80 anni a maggio", "aged 79", "a birthday not reached"),
        ("pt", "faria 80 anos em maio", "aged 79", "a birthday not reached"),
        ("de", "wenige Wochen vor seinem 80. Geburtstag", "aged 79", "a birthday not reached"),
        ("ru", "в мае ему исполнилось бы 80 лет", "aged 79", "a birthday not reached"),
        ("zh", "80岁生日前几周", "aged 79", "a birthday not reached"),
        ("de", "um einen Viertelprozentpunkt", "by 25 basis points", "a quarter of a point in a compound"),
        ("de", "um einen Dreiviertelpunkt", "by 75 basis points", "three quarters of a point in a compound"),
        ("ru", "на полпункта", "by 50 basis points", "half a point in one word"),
        ("zh", "下调半个百分点", "cut by 50 basis points", "half a point"),
        ("it", "di 0,25 punti", "by 25 basis points", "points in hundredths"),
        ("fr", "de 75 points de base", "by 0.75 points", "hundredths in points"),
        ("fr", "élu à 24 ans et réélu deux ans plus tard", "elected at 24 and re-elected at 26", "a sum"),
        ("it", "nel 1998 e dodici anni dopo", "in 1998 and in 2010", "a sum of years"),
        ("pt", "em 1998 e saiu 12 anos depois", "in 1998 and left in 2010", "a sum of years"),
        ("de", "1998 und ging zwölf Jahre später", "in 1998 and left in 2010", "a sum of years"),
        ("ru", "в 1998 году, а через 12 лет ушёл", "in 1998 and left in 2010", "a sum of years"),
        ("zh", "1998年入职，12年后离职", "joined in 1998 and left in 2010", "a sum of years"),
        ("es", "300 socios en mayo y hoy 40 más", "300 members in May and 340 today", "a sum of members"),
        ("es", "un 10,9 %, un punto menos", "10.9%, from 11.9% in March", "a difference of one"),
        ("de", "mit 24 nach Bremen und mit 26 nach Köln", "to Bremen at 24, to Köln two years later", "a step told"),
        ("ru", "34 года, она на десять лет моложе мужа", "34; her husband is 44", "a difference of ages"),
        ("fr", "deux hommes de 19 et 22 ans", "two men, one 22 and one a teenager", "a teenager"),
        ("es", "jóvenes de 16 y 18 años", "teenagers", "two teenagers"),
        ("zh", "一名17岁少年", "a teenage boy", "a teenager"),
        ("de", "Männer von 23 und 27 Jahren", "men in their twenties", "a decade in words"),
        ("pt", "homens de 31 e 38 anos", "men in their 30s", "a decade in figures"),
        ("it", "una donna di 92 anni", "a nonagenarian", "a decade by its Latin name"),
        ("ru", "103-летний ветеран", "a centenarian", "a hundred years"),
    ],
)
def test_numbers_that_say_the_same_do_not_differ(language: str, other: str, text: str, reason: str) -> None:
    found = compared(text, other, language)
    assert (found.altered, found.missing, found.added) == ((), (), ()), reason


@pytest.mark.parametrize(
    ("language", "other", "text", "altered"),
    [
        ("fr", "430 maisons et 12 granges", "340 houses and 12 barns", [("430", "340")]),
        ("de", "3 Milliarden Euro", "3 million euros", [("3 Milliarden", "3 million")]),
        ("fr", "de 1967 cas en 2001, en 10 ans", "from 1697 cases in 2001", [("1967", "1697")]),
        ("es", "2019", "2020", [("2019", "2020")]),
        ("ru", "двадцати пяти тысяч трёхсот", "of 25,400", [("двадцати пяти тысяч трёхсот", "25,400")]),
        ("pl", "pięciuset dwudziestu trzech osób", "524 people", [("pięciuset dwudziestu trzech", "524")]),
        ("cs", "pětadvacet lidí", "52 people", [("pětadvacet", "52")]),
        ("uk", "півтора мільйона", "2.5 million", [("півтора мільйона", "2.5 million")]),
        ("fr", "1 employé sur 4", "20 percent of its staff", [("4", "20")]),
        ("fr", "2,4 millions d'euros, 5 millions avant", "2.4 euros, 5 million before", [("2,4 millions", "2.4")]),
        ("fr", "les 8es de finale", "the last 18", [("8", "18")]),
        ("fr", "90 milliards, dont 3 millions", "90 million, 3 million of it", [("90 milliards", "90 million")]),
        ("fr", "trois quarts d'heure", "35 minutes", [("trois", "35")]),
        ("ru", "на 81-м году жизни", "aged 79", [("81", "79")]),
        ("de", "im 81. Lebensjahr", "aged 83", [("81", "83")]),
        ("ru", "на 81-м году", "aged 80", [("81", "80")]),
        ("es", "a 10 millas náuticas", "25 kilometres away", [("10", "25")]),
        ("it", "in 2'08\"71", "in two minutes 8.17 seconds", [("08", "8.17")]),
        ("it", "per sei centesimi", "by 0.6 seconds", [("sei", "0.6")]),
        ("es", "cayó tres décimas, hasta el 11,2 %", "fell to 11.2% from 11.6%", [("tres", "11.6")]),
        ("fr", "a reculé de 0,3 point, à 7,2 %", "fell to 7.2% from 7.8%", [("0,3", "7.8")]),
        ("fr", "120 morts et 20 blessés", "120 dead and 100 injured", [("20", "100")]),
        ("ar", "نصف مليار دولار", "$600 million", [("نصف مليار", "600 million")]),
        ("de", "750 Meter", "three quarters of an hour", [("750", "three")]),
    ],
)
def test_a_number_that_says_something_else_is_paired_with_the_nearest(
    language: str, other: str, text: str, altered: list[tuple[str, str]]
) -> None:
    found = compared(text, other, language).altered
    assert [(theirs.text, ours.text) for theirs, ours in found] == altered


def test_a_number_that_moved_to_the_next_sentence_is_not_lost() -> None:
    found = compared("It burned.", "430 maisons ont brûlé.", "fr", around="It burned. There were 430 houses.")
    assert found.missing == ()


def test_a_number_that_is_nowhere_is_lost() -> None:
    found = compared("It burned.", "430 maisons ont brûlé.", "fr")
    assert [number.text for number in found.missing] == ["430"]


@pytest.mark.parametrize(
    ("language", "other", "text"),
    [
        ("pt", "de 8% para 7,5%", "by a quarter of a percentage point to 7.5%"),
        ("ru", "выросли в полтора раза", "are up 60%"),
        ("de", "am 2. Januar", "on New Year's Day"),
        ("ru", "до 15 июля", "until the end of July"),
        ("de", "um 14.30 Uhr Ortszeit", "at 1240 GMT"),
        ("de", "er feierte seinen 80. Geburtstag", "he celebrated his 79th birthday"),
        ("es", "tiene 80 años", "aged 79"),
        ("de", "um einen Viertelprozentpunkt", "by 50 basis points"),
        ("zh", "下调0.25个百分点", "cut by 50 basis points"),
        ("fr", "élu à 24 ans et réélu deux ans plus tard", "elected at 24 and re-elected at 28"),
        ("es", "un 10,9 %, un punto menos", "10.9%, from 12.9% in March"),
        ("fr", "24 morts et 26 blessés", "24 dead and 50 injured"),
        ("es", "24 muertos y 26 heridos después del derrumbe", "24 dead and 50 injured after the collapse"),
        ("es", "un joven de 27 años", "a teenager"),
        ("fr", "un homme de 84 ans", "a septuagenarian"),
        ("de", "Männer von 23 und 37 Jahren", "men in their twenties"),
    ],
)
def test_another_step_day_or_time_does_not_answer(language: str, other: str, text: str) -> None:
    found = compared(text, other, language)
    assert found.altered or found.missing or found.added


@pytest.mark.parametrize(
    ("language", "other", "text", "lost"),
    [
        ("fr", "6-4, 7-6 (9-7)", "6-4, 7-6 (6)", ["9"]),
        ("fr", "6-4, 7-6 (9-7)", "6-4, 7-6 in 7 days", ["9"]),
    ],
)
def test_points_that_are_no_tie_break_of_the_translation_are_lost(
    language: str, other: str, text: str, lost: list[str]
) -> None:
    assert [number.text for number in compared(text, other, language).missing] == lost


@pytest.mark.parametrize(
    ("language", "other", "text"),
    [
        ("es", "año y medio de retraso", "28 months late"),
        ("it", "mezz'ora", "40 minutes"),
        ("ar", "عن عمر ناهز الثمانين عاما", "aged almost 90"),
        ("es", "un 3,5 %, medio punto más", "3.5%, up from the forecast 2%"),
        ("zh", "半年", "16 months"),
    ],
)
def test_a_part_of_a_unit_answers_no_other_figure(language: str, other: str, text: str) -> None:
    assert len(compared(text, other, language).added) == 1


@pytest.mark.parametrize(
    ("language", "other"),
    [
        ("be", "3 мільярды"),
        ("bg", "3 милиарда"),
        ("ca", "3 mil milions"),
        ("da", "3 milliarder"),
        ("el", "3 δισεκατομμύρια"),
        ("et", "3 miljardit"),
        ("fa", "۳ میلیارد"),
        ("fi", "3 miljardia"),
        ("he", "3 מיליארד"),
        ("hr", "3 milijarde"),
        ("hu", "3 milliárd"),
        ("id", "3 miliar"),
        ("ko", "30억"),
        ("lt", "3 mlrd."),
        ("lv", "3 miljardi"),
        ("mk", "3 милијарди"),
        ("no", "3 milliarder"),
        ("ro", "3 miliarde"),
        ("sk", "3 miliardy"),
        ("sl", "3 milijarde"),
        ("sr", "3 милијарде"),
        ("ur", "3 ارب"),
    ],
)
def test_a_scale_is_read_where_no_other_number_word_is_known(language: str, other: str) -> None:
    same, wrong = compared("3 billion", other, language), compared("3 million", other, language)
    assert (same.altered, same.missing, same.added) == ((), (), ())
    assert len(wrong.altered) == 1
