"""Figures: what a group of digits with its points, commas and spaces may be worth."""

from __future__ import annotations

import re
from fractions import Fraction

from auditor.languages import language as language_of

FIGURES = re.compile(r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:[.,]\d+)?|\d{1,3}(?:, 000)+(?!\d)|\d+(?:[.,'’]\d+)*")
"""One group of digits; a space parts thousands only, and one that slipped in behind the comma only noughts."""

LONGEST = 40
"""Digits beyond which figures are no number that anybody reads, and cost time."""

_YEARS = re.compile(r"(?:19|20)\d\d[.,](?:19|20)\d\d")
_GROUPED = re.compile(r"\d{1,3}(?:(\D)\d{3})(?:\1\d{3})*|\d{1,2}(?:(\D)\d{2})+\2\d{3}")


def values(figures: str, language: str) -> tuple[Fraction, ...]:
    """Return what ``figures`` may be worth, likeliest first; nothing where it is no single number, or too long.

    ``1.234`` is 1234 in German and 1.234 in English: as many writers do not keep to it, both are given. ``1.240`` is
    more than a thousand where the comma is the decimal sign: nobody counts thousandths that are none.
    """
    if len(figures) > LONGEST:
        return ()
    figures = figures.replace(", ", ",")
    marks = re.findall(r"\D", figures)
    if not marks:
        return (Fraction(int(figures)),)
    whole = Fraction(int(re.sub(r"\D", "", figures)))
    if len(set(marks)) == 1:
        grouped = _GROUPED.fullmatch(figures) is not None and not figures.startswith("0")
        if len(marks) > 1 or marks[0] in " \u00a0\u202f'’":
            return (whole,) if grouped else ()
        if _YEARS.fullmatch(figures):
            return ()
        decimal = Fraction(figures.replace(",", "."))
        if not grouped:
            return (decimal,)
        point = "," if language_of(language).writing.decimal == "," else "."
        if point == "," and figures.endswith("00" if marks[0] == point else "0"):
            return (whole,)
        return (decimal, whole) if marks[0] == point else (whole, decimal)
    head, mark, tail = figures.rpartition(marks[-1])
    if mark not in {".", ","} or mark in head or not _GROUPED.fullmatch(head):
        return ()
    return (Fraction(re.sub(r"\D", "", head) + "." + tail),)
