"""What a number may be worth besides its value, for what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from auditor.analysis.numbers.ideographs import HALF, TENS, value
from auditor.analysis.numbers.lexicon import NumberKind, NumberLexicon, plain
from auditor.analysis.numbers.number import Firmness, Number
from auditor.model import Span

_HUNDRED = 100
_THOUSAND = 1000
_REACH = 48
"""Code points before an age in which a word says that it was not reached."""
_NEXT_WORD = re.compile(r"[\s‐‑-](\w+)")
_NEXT = re.compile(r"[\s-](?:\w{1,3}\s)?(\w+)")
_ROUND = {5, 10, 12, 20, 100, 1000}
"""What "tens", "dozens", "hundreds" and "thousands" are worth."""
_NOUN = re.compile(r"\s\w+\s")
_UNIT = re.compile(r"\s?[^\W\d_]+\s(?=[½¼¾])")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before the first of each era by which Japan counts (Wikipedia, “Japanese era name”): 令和3年 is 2021."""

_PARTS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "b": 10**9}
_SCALE_LATER = (
    r"\s?(?:[-–—]|\w{1,3})\s?[\d.,]+\s?(\w+)",
    r"(?:\s?[-–—]\s?|\s\w{1,3}\s)\w+[\s-](\w+)",
    r"\s\w+\s(\w+)",
)
_SAME_SPAN: dict[tuple[str, int], tuple[int | Fraction, ...]] = {
    ("days", 15): (14, 2),
    ("days", 14): (15, 2),
    ("days", 8): (7, 1),
    ("days", 7): (1,),
    ("hours", 24): (1,),
    ("hours", 48): (2,),
    ("hours", 72): (3,),
    ("months", 6): (Fraction(1, 2),),
    ("months", 12): (1,),
    ("months", 18): (Fraction(3, 2),),
    ("months", 24): (2,),
}
_ROUND_OF_A_CUP = re.compile(r"\s?(?:[^\W\d_]{1,4}\s)?(?:d\w{1,2}\s)?(?:final|финал)", re.IGNORECASE)
_YEAR_BEFORE = re.compile(r"\b(\d{4})\s?[-–/]\s?$")
_DECADE = re.compile(r"['’]?s\b|er\b")
_YEARS = re.compile(r"(?:nnées|años|anni|anos) ['’]?$")
_IDEOGRAPHIC_SCALE_LATER = re.compile(r"\s?[至到~～–—-]\s?\d[\d,.]*([十百千万萬亿億兆]+)")


def otherwise(text: str, span: Span, worth: Fraction, words: NumberLexicon) -> Iterator[Fraction]:
    """Yield what plain figures may also be worth: "3m", "the '90s", the 3 of "3 or 4 million", 1914-18."""
    after, before = text[span.end : span.end + 24], text[max(span.start - 8, 0) : span.start]
    if (short := re.match(r"\s?([kmb])\b", after, re.IGNORECASE)) is not None:
        yield worth * _SHORT_SCALES[short[1].lower()]
    for form in _SCALE_LATER:
        scale = re.match(form, after)
        if scale and (word := words.words.get(plain(scale[1]))) and word.kind is NumberKind.SCALE:
            yield worth * word.value
    if words.numerals.ideographs and (scale := _IDEOGRAPHIC_SCALE_LATER.match(after)):
        yield worth * (value(f"1{scale[1]}") or 1)
    if words.numerals.ideographs:
        yield from in_ideographs(text, span, worth)
    yield from with_half(text, span, worth, words)
    yield from times_round(text, span, worth, words)
    if 1000 < worth < 2100 and worth % _HUNDRED == 0 and _DECADE.match(after):
        yield worth / _HUNDRED + 1  # "the 1600s"
    if _ROUND_OF_A_CUP.match(after):
        yield worth * 2  # the eighths of a final are the last 16
    if len(span) == 2 and (before.endswith(("'", "’")) or _DECADE.match(after) or _YEARS.search(before)):
        yield 1900 + worth
        yield 2000 + worth
    elif 1900 <= worth < 2100 and _DECADE.match(after):
        yield worth - 1900
    if (year := _YEAR_BEFORE.search(before)) and len(span) <= 2 and span.of(text).isdecimal():
        yield Fraction(year[1][: -len(span)] + span.of(text))


def in_ideographs(text: str, span: Span, worth: Fraction) -> Iterator[Fraction]:
    """Yield what figures are worth before Chinese characters: 2時間半, 3割, 22年度, 令和3年."""
    if HALF.match(text, span.end):
        yield worth + Fraction(1, 2)
    if TENS.match(text, span.end):
        yield worth * 10
    if len(span) == 2 and text.startswith("年", span.end) and not text.startswith("年間", span.end):
        yield 2000 + worth
        yield 1900 + worth
    if text.startswith("年", span.end) and (begins := _ERAS.get(text[max(span.start - 2, 0) : span.start])):
        yield begins + worth


def times_round(text: str, span: Span, worth: Fraction, words: NumberLexicon) -> Iterator[Fraction]:
    """Yield what a number of round words comes to: "two dozen", "trois décennies", "два десятка"."""
    noun = _NEXT_WORD.match(text, span.end)
    if noun and (sizes := words.loose.get(plain(noun[1]))) and sizes[0] in _ROUND:
        yield worth * sizes[0]


def with_half(text: str, span: Span, worth: Fraction, words: NumberLexicon) -> Iterator[Fraction]:
    """Yield what "two years and a half" and "18 miles ½" come to."""
    noun = _NOUN.match(text, span.end)
    if noun and words.halves and words.halves.match(text, noun.end()):
        yield worth + Fraction(1, 2)
    if (unit := _UNIT.match(text, span.end)) is not None:
        yield worth + _PARTS[text[unit.end()]]


def same_span(text: str, span: Span, worth: Fraction, words: NumberLexicon) -> Iterator[Fraction]:
    """Yield in what other counts a stretch of time may be told: fifteen days are two weeks in French."""
    if (word := re.match(r"[\s-](\w+)", text[span.end : span.end + 16])) is not None:
        unit = words.spans.get(word[1].lower(), "")
        for count in _SAME_SPAN.get((unit, int(worth)), ()):
            yield Fraction(count)


def fraction(text: str, span: Span, worth: Fraction, words: NumberLexicon) -> Iterator[Fraction]:
    """Yield what a number is worth before a word for parts, as a share: "two thirds", "2 fois moins"."""
    part = _NEXT_WORD.match(text, span.end)
    if part and (parts := words.fractions.get(plain(part[1]))) and worth < parts:
        yield from (worth / parts, *in_hundred(worth / parts))
    if worth > 1 and words.less and words.less.match(text, span.end + 1):
        yield from (1 / worth, *in_hundred(1 / worth), *in_hundred(1 - 1 / worth))


def each_of(text: str, span: Span, worth: Fraction, words: NumberLexicon) -> Iterator[Fraction]:
    """Yield the share in per cent of which an ordinal is the whole: "jeder vierte", "каждый пятый"."""
    if words.every and worth > 1 and words.every.search(text, 0, span.start):
        yield from in_hundred(1 / worth)


def floors(found: Iterable[Number], text: str, words: NumberLexicon) -> Iterator[Number]:
    """Yield ``found`` numbers, those of floors with their neighbours: some countries count from one."""
    for number in found:
        beside = _NEXT_WORD.match(text, number.span.end)
        if beside and plain(beside[1]) in words.floors:
            first = number.values[0]
            yield replace(number, values=(*number.values, first - 1, first + 1))
        else:
            yield number


def ages(found: Iterable[Number], text: str, words: NumberLexicon) -> Iterator[Number]:
    """Yield ``found`` numbers, with the age that a year of life, or a birthday not reached, tells: 80 in the 81st."""
    for number in found:
        if _is_of_next_year(number, text, words):
            yield replace(number, values=(*number.values, number.values[0] - 1))
        else:
            yield number


def _is_of_next_year(number: Number, text: str, words: NumberLexicon) -> bool:
    behind = (words.lives, words.unreached_after)
    if any(pattern is not None and pattern.match(text, number.span.end) for pattern in behind):
        return True
    before = words.unreached
    return before is not None and before.search(text, max(number.span.start - _REACH, 0), number.span.start) is not None


def shares(found: Sequence[Number], text: str, words: NumberLexicon) -> Iterator[Number]:
    """Yield ``found`` numbers, the two of "one in four" with the share in per cent that they are."""
    share = words.share
    articles = {after.span: n for n, after in pairwise(found) if _is_article(n, after)}
    starts = {number.span: articles.get(number.span, number).span.start for number in found}
    counts = [number for number in found if number not in articles.values()]
    pairs = [(a, b) for a, b in pairwise(counts) if share and share.fullmatch(text, a.span.end, starts[b.span])]
    first = words.whole_first
    pairs += [(b, a) for a, b in pairwise(found) if first and first.fullmatch(text, a.span.start - 1, b.span.start)]
    told: dict[Span, tuple[Fraction, ...]] = {}
    wholes: set[Span] = set()
    for part, whole in pairs:
        if part.values[0] < whole.values[0] <= _HUNDRED and not part.ordinal:
            told[part.span] = told[whole.span] = tuple(in_hundred(part.values[0] / whole.values[0]))
            wholes.add(whole.span)
    for number in found:
        whole_ = number.whole or number.span in wholes
        yield replace(number, values=(*number.values, *told.get(number.span, ())), whole=whole_)


def _is_article(number: Number, after: Number) -> bool:
    """Tell whether a number is the article of the one behind it: “a hundred”."""
    adjoins = after.span.start - number.span.end == 1
    return adjoins and number.firmness is Firmness.LOOSE and number.values[0] == 1 and after.values[0] >= _HUNDRED


def in_hundred(share: Fraction) -> tuple[Fraction, ...]:
    """Return a ``share`` in per cent: whole ones, rounded down and up, and as it is."""
    return Fraction(floor(share * 100)), Fraction(ceil(share * 100)), share * 100


def times_scale(text: str, span: Span, worth: Fraction, words: NumberLexicon) -> Iterator[Fraction]:
    """Yield what "dozens of thousands" or "plusieurs centaines de milliers" come to."""
    if worth in _ROUND and (scale := _NEXT.match(text, span.end)):
        word = plain(scale[1])
        known = words.words.get(word)
        factors = (known.value,) if known and known.kind is NumberKind.SCALE else words.loose.get(word, ())
        if factors and factors[0] >= _THOUSAND:
            yield worth * factors[0]
