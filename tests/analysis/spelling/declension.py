"""Spells Ukrainian and Czech numbers in any case: CLDR has no cases for them.

The forms are those of the grammars: Український правопис (2019), § 106, and the tables of Internetová jazyková příručka
(Ústav pro jazyk český), "Skloňování číslovek".
Cases in order: nominative, genitive, dative, accusative, instrumental, locative.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative")
GENDERS = ("masculine", "feminine", "neuter")


@dataclass(frozen=True)
class Noun:
    """A scale: its forms in the singular and the plural, and its gender for what counts it."""

    singular: Sequence[str]
    plural: Sequence[str]
    gender: str
    endless: bool = True
    """Whether 21 takes what 1 takes, as in Ukrainian; Czech counts dvacet jedna tisíc."""

    def counted(self, count: int, case: int) -> str:
        """Return the form behind ``count``, whose words stand in ``case``; after five it is a genitive."""
        few = count in {2, 3, 4} or (self.endless and count % 10 in {2, 3, 4} and count % 100 not in {12, 13, 14})
        if count == 1 or (self.endless and count % 10 == 1 and count % 100 != 11):
            return self.singular[case]
        return self.plural[case if few or case not in {0, 3} else 1]


@dataclass(frozen=True)
class Grammar:
    """The numerals of a language below a thousand, spelled in a case and gender, and its scales."""

    below_thousand: Callable[[int, int, str], list[str]]
    scales: Mapping[int, Noun]

    def spell(self, value: int, case: str, gender: str) -> str:
        """Return ``value`` in words."""
        index, words, rest = CASES.index(case), [], value
        for scale, noun in self.scales.items():
            count, rest = divmod(rest, scale)
            if count:
                words += [
                    *(self.below_thousand(count, index, noun.gender) if count > 1 else []),
                    noun.counted(count, index),
                ]
        return " ".join(words + (self.below_thousand(rest, index, gender) if rest else []))


def _all(forms: str) -> tuple[str, ...]:
    return tuple(forms.split())


_UK_ONES = {
    1: {
        "masculine": _all("один одного одному один одним одному"),
        "feminine": _all("одна однієї одній одну однією одній"),
        "neuter": _all("одне одного одному одне одним одному"),
    },
    2: {
        "masculine": _all("два двох двом два двома двох"),
        "feminine": _all("дві двох двом дві двома двох"),
        "neuter": _all("два двох двом два двома двох"),
    },
}
_UK_SMALL = {
    3: _all("три трьох трьом три трьома трьох"),
    4: _all("чотири чотирьох чотирьом чотири чотирма чотирьох"),
    5: _all("п’ять п’яти п’яти п’ять п’ятьма п’яти"),
    6: _all("шість шести шести шість шістьма шести"),
    7: _all("сім семи семи сім сьома семи"),
    8: _all("вісім восьми восьми вісім вісьма восьми"),
    9: _all("дев’ять дев’яти дев’яти дев’ять дев’ятьма дев’яти"),
    40: _all("сорок сорока сорока сорок сорока сорока"),
    90: _all("дев’яносто дев’яноста дев’яноста дев’яносто дев’яноста дев’яноста"),
    100: _all("сто ста ста сто ста ста"),
    200: _all("двісті двохсот двомстам двісті двомастами двохстах"),
    300: _all("триста трьохсот трьомстам триста трьомастами трьохстах"),
    400: _all("чотириста чотирьохсот чотирьомстам чотириста чотирмастами чотирьохстах"),
    500: _all("п’ятсот п’ятисот п’ятистам п’ятсот п’ятьмастами п’ятистах"),
    600: _all("шістсот шестисот шестистам шістсот шістьмастами шестистах"),
    700: _all("сімсот семисот семистам сімсот сьомастами семистах"),
    800: _all("вісімсот восьмисот восьмистам вісімсот вісьмастами восьмистах"),
    900: _all("дев’ятсот дев’ятисот дев’ятистам дев’ятсот дев’ятьмастами дев’ятистах"),
}
_UK_TEENS = "десят одинадцят дванадцят тринадцят чотирнадцят п’ятнадцят шістнадцят сімнадцят вісімнадцят дев’ятнадцят"
_UK_TENS = {20: "двадцят", 30: "тридцят"}
_UK_FIFTIES = {50: "п’ятдесят", 60: "шістдесят", 70: "сімдесят", 80: "вісімдесят"}
for _value, _stem in (*enumerate(_UK_TEENS.split(), 10), *_UK_TENS.items()):
    _UK_SMALL[_value] = tuple(_stem + ending for ending in ("ь", "и", "и", "ь", "ьма", "и"))
for _value, _stem in _UK_FIFTIES.items():
    _UK_SMALL[_value] = tuple(_stem + ending for ending in ("", "и", "и", "", "ьма", "и"))


def _ukrainian(value: int, case: int, gender: str) -> list[str]:
    return [(_UK_ONES[part][gender] if part in _UK_ONES else _UK_SMALL[part])[case] for part in _parts(value) if part]


def _parts(value: int) -> tuple[int, ...]:
    hundreds, low = value // 100 * 100, value % 100
    return (hundreds, low) if low < 20 else (hundreds, low // 10 * 10, low % 10)


def _uk_masculine(stem: str) -> Noun:
    singular = tuple(stem + ending for ending in ("", "а", "у", "", "ом", "і"))
    plural = tuple(stem + ending for ending in ("и", "ів", "ам", "и", "ами", "ах"))
    return Noun(singular, plural, "masculine")


UKRAINIAN = Grammar(
    _ukrainian,
    {
        10**9: _uk_masculine("мільярд"),
        10**6: _uk_masculine("мільйон"),
        10**3: Noun(
            _all("тисяча тисячі тисячі тисячу тисячею тисячі"),
            _all("тисячі тисяч тисячам тисячі тисячами тисячах"),
            "feminine",
        ),
    },
)

_CS_ONES = {
    1: {
        "masculine": _all("jeden jednoho jednomu jeden jedním jednom"),
        "feminine": _all("jedna jedné jedné jednu jednou jedné"),
        "neuter": _all("jedno jednoho jednomu jedno jedním jednom"),
    },
    2: {
        "masculine": _all("dva dvou dvěma dva dvěma dvou"),
        "feminine": _all("dvě dvou dvěma dvě dvěma dvou"),
        "neuter": _all("dvě dvou dvěma dvě dvěma dvou"),
    },
}
_CS_SMALL = {
    3: _all("tři tří třem tři třemi třech"),
    4: _all("čtyři čtyř čtyřem čtyři čtyřmi čtyřech"),
    9: _all("devět devíti devíti devět devíti devíti"),
    10: _all("deset deseti deseti deset deseti deseti"),
}
_CS_STEMS = {5: "pět", 6: "šest", 7: "sedm", 8: "osm"}
_CS_TEENS = "jedenáct dvanáct třináct čtrnáct patnáct šestnáct sedmnáct osmnáct devatenáct"
_CS_TENS = "dvacet třicet čtyřicet padesát šedesát sedmdesát osmdesát devadesát"
_CS_STEMS |= dict(enumerate(_CS_TEENS.split(), 11))
_CS_STEMS |= {10 * tens: stem for tens, stem in enumerate(_CS_TENS.split(), 2)}
for _value, _stem in _CS_STEMS.items():
    _CS_SMALL[_value] = tuple(_stem + ending for ending in ("", "i", "i", "", "i", "i"))
_CS_HUNDRED = Noun(_all("sto sta stu sto stem stu"), _all("sta set stům sta sty stech"), "neuter", endless=False)
_CS_BEFORE_TENS = _all("jed(e)n dva tři čtyři pět šest sedm osm devět")


def _czech(value: int, case: int, gender: str) -> list[str]:
    hundreds, *rest = _parts(value)
    words = []
    if hundreds == 200 and case in {0, 3}:
        words = ["dvě", "stě"]
    elif hundreds:
        counted = _czech(hundreds // 100, case, "neuter") if hundreds > 100 else []
        words = [*counted, _CS_HUNDRED.counted(hundreds // 100, case)]
    return words + [(_CS_ONES[part][gender] if part in _CS_ONES else _CS_SMALL[part])[case] for part in rest if part]


def czech_inverted(value: int, case: str) -> str:
    """Return 21 to 99 with the units before the tens, as in pětadvaceti."""
    tens, units = value // 10 * 10, value % 10
    before = _CS_BEFORE_TENS[units - 1].replace("(e)", "e" if value % 3 else "")
    return f"{before}a{_CS_SMALL[tens][CASES.index(case)]}"


def _cs_masculine(stem: str) -> Noun:
    singular = tuple(stem + ending for ending in ("", "u", "u", "", "em", "u"))
    plural = tuple(stem + ending for ending in ("y", "ů", "ům", "y", "y", "ech"))
    return Noun(singular, plural, "masculine", endless=False)


CZECH = Grammar(
    _czech,
    {
        10**9: Noun(
            _all("miliarda miliardy miliardě miliardu miliardou miliardě"),
            _all("miliardy miliard miliardám miliardy miliardami miliardách"),
            "feminine",
            endless=False,
        ),
        10**6: _cs_masculine("milion"),
        10**3: Noun(
            _all("tisíc tisíce tisíci tisíc tisícem tisíci"),
            _all("tisíce tisíc tisícům tisíce tisíci tisících"),
            "masculine",
            endless=False,
        ),
    },
)
