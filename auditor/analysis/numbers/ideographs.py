"""Numbers in Chinese characters, alone or behind figures: 三十五, 1億2000万."""

from __future__ import annotations

import re
from fractions import Fraction

from auditor.analysis.numbers.digits import LONGEST

_FORMS = ("〇零", "一", "二两兩", "三", "四", "五", "六", "七", "八", "九")
_DIGITS = {character: value for value, forms in enumerate(_FORMS) for character in forms}
_SMALL = {"十": 10, "百": 100, "千": 1_000}
_LARGE = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_ALL = "".join((*_DIGITS, *_SMALL, *_LARGE))

_SCALES = "".join((*_SMALL, *_LARGE))

IDEOGRAPHIC = re.compile(rf"\d[\d,.]*[{_SCALES}](?:[\d,.]*\d)?(?:[{_ALL}\d,.]*[{_ALL}\d])?|[{_ALL}]+")
"""One number that holds a Chinese numeral."""

TENTHS = "成"
"""Stands behind tenths: 三成 is 30 per cent."""

_PART = re.compile(rf"\d[\d,]*(?:\.\d+)?|[{_ALL}]")


def value(text: str) -> Fraction | None:
    """Return the value of a match of ``IDEOGRAPHIC``, or None where it is no number (as in a year, 二〇二四, it is)."""
    if len(text) > LONGEST:
        return None
    if all(character in _DIGITS for character in text):
        return Fraction(int("".join(str(_DIGITS[character]) for character in text)))
    total = section = current = Fraction(0)
    for part in _PART.findall(text):
        if part in _LARGE:
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
