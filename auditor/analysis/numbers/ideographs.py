"""Numbers in Chinese characters, alone or behind figures: 三十五, 1億2000万."""

from __future__ import annotations

import re
from fractions import Fraction

from auditor.analysis.numbers.digits import LONGEST

_FORMS = ("〇零", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九")
_DIGITS = {character: value for value, forms in enumerate(_FORMS) for character in forms}
_SMALL = {"十": 10, "百": 100, "千": 1_000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_FIGURES = "".join(_DIGITS)
_ALL = "".join((*_DIGITS, *_SMALL, *_LARGE))

_SCALES = "".join((*_SMALL, *_LARGE))

_UNIT = "(?:(?<![万萬亿億][一二三四五六七八九两兩])千(?=[瓦米克伏赫卡帕])|(?<=\\d)两(?=[重茶黄白]))"
"""Numerals that belong to a unit: 千瓦 is a kilowatt; not behind a larger one: 一万两千米 are 12,000 metres."""

_LARGEST = "".join(_LARGE)
_OVER = rf"(?:[余餘多](?=[{_LARGEST}]))?"

_CHARACTER = rf"(?!{_UNIT})[{_ALL}]"

IDEOGRAPHIC = re.compile(
    rf"\d[\d,.]* ?{_OVER}(?!{_UNIT})[{_SCALES}](?:[,.]?(?:\d|{_CHARACTER}))*|(?:{_CHARACTER})+(?:[余餘多][{_LARGEST}])?"
)
"""One number that holds a Chinese numeral; “over” may stand before its scale: 3000余万."""

DECIMAL = re.compile(
    rf"(?:(?<=百分之)[{_ALL}]+|零|[{_ALL}]+(?=[点點][{_FIGURES}]+(?:[{_LARGEST}]|[个個]百分[点點]|[%％倍级級度])))"
    rf"[点點](?P<tenths>[{_FIGURES}]+)(?P<scale>[{_LARGEST}]?)"
)
"""A number with tenths in characters: 零点三, 百分之三点五, 一点二亿; other ones may be times of day."""

SHARE = re.compile(rf"(?P<parts>\d+|[{_ALL}]+)(?:分の?之?|人に)(?P<part>\d+|[{_ALL}]+)")
"""A fraction, its parts first: 三分之二, 4人に1人."""

HALVES = re.compile(
    "(?<![一二三四五六七八九十百千])(?:一半|半数|半數)|(?<=[近超逾])半(?![年天日月個个小時时钟世路夜空百导])"
)
"""Half of a whole."""

HALF_A = re.compile(
    "(?<![一二三四五六七八九十百千两兩\\d个個年天时時点日月])半(?=[个個]?(?:小时|小時|時間|钟头|月|世[纪紀]|百分[点點])|[年天日])"
)
"""Half of one unit: 半小时, 半个月."""

DECADE = re.compile(rf"(?P<century>\d\d|[{_ALL}]+)世[纪紀](?P<decade>\d0|[{_ALL}]+)年代")
"""A decade of a century: 20世纪80年代."""

HALF = re.compile(
    "[个個]半|(?:年|天|周|週|小时|小時|時間|時|点|日|[个個]月|[かヶカケ]月|公斤|公里|公顷|公吨|英里|海里|吨|米|亩|升|倍)半"
)
"""Adds half behind a number: 两个半小时, 一年半."""

_ABOUT = re.compile("([一二三四五六七八])([二三四五六七八九])([十百千万萬亿億]*)")

TENS = re.compile("[成割](?![为為立功员員就果本交合])|旬")
"""Stands behind tens: 三成 is 30 per cent, 六旬 an age of sixty."""


def about(text: str) -> tuple[Fraction, ...]:
    """Return the two numbers of one that is told roughly: 五六十 is fifty or sixty; none where it is another."""
    match = _ABOUT.fullmatch(text)
    if match is None or _DIGITS[match[2]] - _DIGITS[match[1]] != 1:
        return ()
    return tuple(value(match[n] + match[3]) or Fraction(0) for n in (1, 2))


def decimal(match: re.Match[str]) -> Fraction:
    """Return the value of a match of ``DECIMAL``."""
    whole, _, _ = match.group().replace("點", "点").partition("点")
    tenths = "".join(str(_DIGITS[character]) for character in match["tenths"])
    return ((value(whole) or Fraction(0)) + Fraction(f"0.{tenths}")) * _LARGE.get(match["scale"], 1)


_PART = re.compile(rf"\d[\d,]*(?:\.\d+)?|[{_ALL}]")


def value(text: str) -> Fraction | None:
    """Return the value of a match of ``IDEOGRAPHIC``, or None where it is no number (as in a year, 二〇二四, it is)."""
    if len(text) > LONGEST:
        return None
    if all(character in _DIGITS for character in text):
        return Fraction(int("".join(str(_DIGITS[character]) for character in text)))
    total = section = current = Fraction(0)
    for part in _PART.findall(text):
        if part in _LARGE and not section + current and total:
            total *= _LARGE[part]  # 1.2万亿
        elif part in _LARGE:
            total += max(section + current, Fraction(1)) * _LARGE[part]
            section = current = Fraction(0)
        elif part in _SMALL:
            section += max(current, Fraction(1)) * _SMALL[part]
            current = Fraction(0)
        elif current:
            return None
        else:
            current = Fraction(_DIGITS[part]) if part in _DIGITS else Fraction(part.replace(",", ""))
    return total + section + current
