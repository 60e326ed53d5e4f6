"""Every number that a text states, with what it may be worth."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from fractions import Fraction

from auditor.analysis.numbers.clock import times
from auditor.analysis.numbers.digits import FIGURES, values
from auditor.analysis.numbers.ideographs import IDEOGRAPHIC, value
from auditor.analysis.numbers.lexicon import lexicon
from auditor.model import Span

HALF_DAY = 12 * 60
"""Minutes after which a clock with hands shows the same again."""


class Firmness(IntEnum):
    """How surely a word stands for a number that a translation must keep."""

    LOOSE = 0
    SPELLED = 1
    FIGURES = 2


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text.

    ``values`` are what it may be worth, likeliest first: any of them answers it. ``clock`` is the time of day
    in minutes on a clock of twelve hours, where it may be one.
    """

    span: Span
    text: str
    values: tuple[Fraction, ...]
    firmness: Firmness
    clock: int | None = None


_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f\u0901-\u0903\u093c-\u094d\u0951-\u0957\u064b-\u0652]*)+")
_FOUR_SCORE, _AND_HALF, _HALF_OF = _MARKS = "\ue000\ue001\ue002"
_PHRASES = (
    ("fr", re.compile(r"\bquatre[- ]vingts?\b", re.IGNORECASE), _FOUR_SCORE),
    ("en", re.compile(r"\band a half\b", re.IGNORECASE), _AND_HALF),
    ("en", re.compile(r"\bhalf an?(?= (?:[mb]|tr)illion)", re.IGNORECASE), _HALF_OF),
)
_ROMAN = re.compile(r"\b(?=[IVX]{2,}|[IVX](?=e\b|er\b|ème\b))([XVI]+)(?=e\b|er\b|ème\b|\b)")
_GAP = re.compile(r"[\s\u00ad‐-]{0,2}")
_COUNTER = re.compile("[人名个個年月日次回歳岁家件位点時时分天週周岁]")
_SHORT_SCALES = {"k": 10**3, "m": 10**6, "b": 10**9}
_SCALE_LATER = (r"\s?(?:[-–]|\w{1,3})\s?[\d.,]+\s?(\w+)", r"\s\w+\s(\w+)")
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
_ORDINAL = re.compile(r"(?:th|ième|first|second|third)$")
_BEFORE_ORDINAL = re.compile(r"-$|\b(?:hundred|thousand)(?: and)? $", re.IGNORECASE)
_DECADE = re.compile(r"['’]?s\b|er\b")
_YEARS = re.compile(r"(?:nnées|años|anni|anos) ['’]?$")
_VULGAR = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3)}
_IDEOGRAPHIC_SCALE_LATER = re.compile(r"\s?[至到~～–—-]\s?\d[\d,.]*([十百千万萬亿億兆]+)")
_TENS_OF_VIGESIMAL = {60, 80}
_SIGNIFICANT = 13
"""Spelled numbers from here on are as firm as figures: nobody writes them for effect."""


def numbers(text: str, language: str | None) -> tuple[Number, ...]:
    """Return the numbers in ``text``, in its order, without overlaps.

    ``language`` is a bare language subtag such as ``fr``; where it is unknown, figures alone are read. Figures in
    other scripts are read as well. Small words ("a", "first", "half") are loose: they answer, but ask for nothing.
    """
    return tuple(_Reader(text, language or "").read())


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a number: ``kind`` is figures, word, scale, join or half."""

    kind: str
    span: Span
    values: tuple[Fraction, ...]


class _Reader:
    """Reads one text: first whole forms (times, Chinese numerals), then pieces put together."""

    def __init__(self, text: str, language: str) -> None:
        self.text = "".join(_plain_digit(character) for character in text)
        self.original = text
        self.language = language
        self.words = lexicon(language)

    def read(self) -> Iterator[Number]:
        found = [*self._clock(), *self._ideographic()]
        taken = [number.span for number in found]
        found += [n for n in self._composed() if not any(n.span.overlaps(span) for span in taken)]
        taken = [number.span for number in found]
        found += [n for n in (*self._loose(), *self._roman()) if not any(n.span.overlaps(span) for span in taken)]
        return iter(sorted(found, key=lambda number: number.span))

    def _number(self, span: Span, worth: tuple[Fraction, ...], firmness: Firmness, clock: int | None = None) -> Number:
        return Number(span, span.of(self.original), tuple(dict.fromkeys(worth)), firmness, clock)

    def _clock(self) -> Iterator[Number]:
        end = -1
        for span, hour, minute in sorted(times(self.text, self.language), key=lambda t: (t[0].start, -t[0].end)):
            if span.start < end:
                continue
            end = span.end
            worth = (hour, hour % 12, hour * 100) if not minute else (hour * 100 + minute,)
            minutes = (hour * 60 + minute) % HALF_DAY
            yield self._number(span, tuple(map(Fraction, worth)), Firmness.FIGURES, minutes)

    def _ideographic(self) -> Iterator[Number]:
        if self.language not in {"zh", "ja"}:
            return
        for match in IDEOGRAPHIC.finditer(self.text):
            worth = value(match.group())
            if worth is None:
                continue
            firmness = Firmness.LOOSE
            if any(character.isdigit() and character.isascii() for character in match.group()):
                firmness = Firmness.FIGURES
            elif worth > 1 and _COUNTER.match(self.text, match.end()):
                firmness = Firmness.SPELLED
            yield self._number(Span(*match.span()), (worth,), firmness)

    def _composed(self) -> Iterator[Number]:
        run: list[_Piece] = []
        for piece in self._pieces():
            if run and not self._adjoins(run[-1], piece):
                yield from self._sum(run)
                run = []
            run.append(piece)
        yield from self._sum(run)

    def _adjoins(self, before: _Piece, piece: _Piece) -> bool:
        if before.span == piece.span:
            return True  # parts of one compound
        if piece.kind == "figures" and not self._follows_thousands(before, piece):
            return False
        return _GAP.fullmatch(self.text, before.span.end, piece.span.start) is not None

    def _follows_thousands(self, before: _Piece, piece: _Piece) -> bool:
        """Tell whether figures go on after a word for thousands, as in "5 mille 352", "2 mil 300"."""
        romance = self.language in {"fr", "es", "pt", "it"}
        return romance and before.kind == "scale" and before.values[0] == 1000 and piece.values[0] < 1000

    def _pieces(self) -> Iterator[_Piece]:
        masked = self.text
        if self.words.percent:
            masked = self.words.percent.sub(lambda m: "." * len(m.group()), masked)
        for language, phrase, mark in _PHRASES:
            if language == self.language:
                masked = phrase.sub(lambda m, mark=mark: mark * len(m.group()), masked)  # type: ignore[misc]
        for match in re.finditer(rf"{FIGURES.pattern}|[½¼¾⅓⅔]|(?P<mark>[{_MARKS}])(?P=mark)+|{_WORD.pattern}", masked):
            yield from self._piece(match.group(), Span(*match.span()))

    def _piece(self, written: str, span: Span) -> Iterator[_Piece]:
        if written in _VULGAR:
            yield _Piece("figures", span, (_VULGAR[written],))
        elif written[0] == _FOUR_SCORE:
            yield _Piece("word", span, (Fraction(80),))
        elif written[0] == _AND_HALF:
            yield _Piece("join", span, ())
            yield _Piece("half", span, (Fraction(1, 2),))
        elif written[0] == _HALF_OF:
            yield _Piece("figures", span, (Fraction(1, 2),))
        elif written[0].isdigit():
            yield from self._figures(written, span)
        else:
            yield from self._word(written.lower(), span)

    def _figures(self, written: str, span: Span) -> Iterator[_Piece]:
        if worth := values(written, self.language):
            yield _Piece("figures", span, worth)
            return
        for match in re.finditer(r"\d+", written):
            yield _Piece("figures", Span(*match.span()).shift(span.start), (Fraction(int(match.group())),))

    def _word(self, word: str, span: Span) -> Iterator[_Piece]:
        if word in self.words.halves:
            yield _Piece("half", span, (Fraction(1, 2),))
        if _BEFORE_ORDINAL.search(self.text, 0, span.start) and word in self.words.loose and _ORDINAL.search(word):
            yield _Piece("word", span, self.words.loose[word][:1])  # twenty-first, dix-neuvième
        for part in self.words.cut(word):
            if part in self.words.scales:
                yield _Piece("scale", span, (self.words.scales[part],))
            elif part in self.words.cardinals:
                yield _Piece("word", span, (self.words.cardinals[part],))
            else:
                yield _Piece("join", span, ())

    def _sum(self, run: list[_Piece]) -> Iterator[Number]:
        """Yield the numbers that neighbouring pieces make, each as long as it can be."""
        while run:
            if run[0].kind in {"join", "half"} or (run[0].kind == "scale" and self._suffixed(run[0])):
                run = run[1:]
                continue
            total = _Sum(self.language)
            length = 0
            for index, piece in enumerate(run):
                if not total.take(piece):
                    break
                if piece.kind != "join":
                    length = index + 1
            used, run = run[:length], run[length:]
            yield self._finished(used, total)

    def _suffixed(self, piece: _Piece) -> bool:
        """Tell whether a scale is an abbreviation of something else, as "mil" or "m" without a number."""
        return len(piece.span) <= 3 and piece.span.of(self.text).lower() not in {"mil", "cem"}

    def _finished(self, used: list[_Piece], total: _Sum) -> Number:
        span = Span(used[0].span.start, used[-1].span.end)
        figures = used[0].kind == "figures"
        worth = total.worth(used[0].values)
        worth = (*worth, *self._same_span(span, worth[0]))
        if figures and len(used) == 1:
            worth = (*worth, *self._otherwise(span, worth))
        if figures or (worth[0] >= _SIGNIFICANT and not (len(used) == 1 and used[0].kind == "scale")):
            return self._number(span, worth, Firmness.FIGURES)
        loose = worth[0] < 2 or used[0].kind == "scale" or self._in_name(span)
        values_ = (*worth, *self._and_half(span, worth[0]), *self.words.loose.get(span.of(self.text).lower(), ()))
        return self._number(span, values_, Firmness.LOOSE if loose else Firmness.SPELLED)

    def _in_name(self, span: Span) -> bool:
        """Tell whether a spelled number has a capital though no sentence opens with it."""
        before = self.text[: span.start].rstrip()
        return self.text[span.start].isupper() and before[-1:].isalnum()

    def _same_span(self, span: Span, worth: Fraction) -> Iterator[Fraction]:
        """Yield in what other counts a stretch of time may be told: fifteen days are two weeks in French."""
        if (word := re.match(r"[\s-](\w+)", self.text[span.end : span.end + 16])) is not None:
            unit = self.words.spans.get(word[1].lower(), "")
            for count in _SAME_SPAN.get((unit, int(worth)), ()):
                yield Fraction(count)

    def _and_half(self, span: Span, worth: Fraction) -> Iterator[Fraction]:
        """Yield what "two years and a half" come to."""
        after = self.text[span.end : span.end + 24]
        if (half := re.match(r"\s\w+\s(?:et|y|e)\s(\w+)", after)) and half[1] in self.words.halves:
            yield worth + Fraction(1, 2)

    def _otherwise(self, span: Span, worth: tuple[Fraction, ...]) -> Iterator[Fraction]:
        """Yield what plain figures may also be worth: "3m", "the '90s", the 3 of "3 or 4 million", 1914-18."""
        after, before = self.text[span.end : span.end + 24], self.text[max(span.start - 8, 0) : span.start]
        if (short := re.match(r"\s?([kmb])\b", after, re.IGNORECASE)) is not None:
            yield worth[0] * _SHORT_SCALES[short[1].lower()]
        for form in _SCALE_LATER:
            if (scale := re.match(form, after)) and (factor := self.words.scales.get(scale[1].lower())):
                yield worth[0] * factor
        if self.language in {"zh", "ja"} and (scale := _IDEOGRAPHIC_SCALE_LATER.match(after)):
            yield worth[0] * (value(f"1{scale[1]}") or 1)
        yield from self._and_half(span, worth[0])
        if len(span) == 2 and (before.endswith(("'", "’")) or _DECADE.match(after) or _YEARS.search(before)):
            yield 1900 + worth[0]
            yield 2000 + worth[0]
        elif 1900 <= worth[0] < 2100 and _DECADE.match(after):
            yield worth[0] - 1900
        if (range_ := re.search(r"(\d\d)\d\d\s?[-–/]\s?$", before)) and len(span) == 2:
            yield int(range_[1]) * 100 + worth[0]

    def _loose(self) -> Iterator[Number]:
        for match in _WORD.finditer(self.text):
            if (worth := self.words.loose.get(match.group().lower())) is not None:
                # A language without a list of cardinals inflects them; "second" is often "other" there.
                firm = not self.words.cardinals and len(worth) == 1 and worth[0] > 2
                yield self._number(Span(*match.span()), worth, Firmness.SPELLED if firm else Firmness.LOOSE)

    def _roman(self) -> Iterator[Number]:
        for match in _ROMAN.finditer(self.text):
            if worth := _roman(match[1]):
                yield self._number(Span(*match.span()), (Fraction(worth),), Firmness.LOOSE)


class _Sum:
    """A number in the making: takes pieces while they fit."""

    def __init__(self, language: str) -> None:
        self.tens_last = language in {"de", "nl"}
        self.french = language == "fr"
        self.total = self.current = Fraction(0)
        self.largest = Fraction(1)
        self.factor = Fraction(1)
        self.started = self.figures = self.joined = False

    def take(self, piece: _Piece) -> bool:
        """Add ``piece`` and tell whether it belongs to the number."""
        if piece.kind == "join":
            fits = self.started and not self.joined
            self.joined = True
            return fits
        taken = {"figures": self._figures, "word": self._word, "scale": self._scale, "half": self._half}[piece.kind](
            piece.values[0]
        )
        self.joined = False
        self.started = True
        return taken

    def worth(self, firsts: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
        """Return the value, or the values if the first piece, which is figures, may be read in several ways."""
        whole = self.total + self.current
        if not self.figures:
            return (whole,)
        return tuple(first * self.factor + whole - firsts[0] * self.factor for first in firsts)

    def _figures(self, number: Fraction) -> bool:
        if self.started:
            follows = self.figures and self.total > 0 and not self.current
            self.current += number if follows else 0
            return follows
        self.figures = True
        self.current = number
        return True

    def _word(self, number: Fraction) -> bool:
        if self.figures:
            return False
        low = self.current % 100
        if not self.started or self.current == 0:
            fits = not (self.started and self.total == 0)
        elif number < 10:
            fits = self.current % 10 == 0 and (low != 10 or (self.french and number >= 7))
        elif number < 20:
            fits = low == 0 or int(low) in _TENS_OF_VIGESIMAL
        elif number < 100:
            fits = low == 0 or (self.tens_last and self.joined and 0 < low < 10)
        else:
            fits = self.current == 0
        if fits:
            self.current += number
        return fits

    def _scale(self, scale: Fraction) -> bool:
        if scale == 100 and self.figures and self.french:
            return False  # "8 cents" is money
        if scale == 100 and not self.figures:
            if self.current >= 100 or (self.joined and self.current):
                return False
            self.current = max(self.current, Fraction(1)) * scale
            return True
        if self.current and scale > self.largest:
            self.total = (self.total + self.current) * scale
        elif self.current or not self.total:
            if self.total and scale >= self.largest:
                return False
            self.total += max(self.current, Fraction(1)) * scale
        elif scale > self.largest:
            self.total *= scale
        else:
            return False
        self.factor *= scale
        self.largest = max(self.largest, scale)
        self.current = Fraction(0)
        return True

    def _half(self, half: Fraction) -> bool:
        if not self.started or not self.joined:
            return False
        if self.largest > 1 and not self.current:
            self.total += half * self.largest
        else:
            self.current += half
        return True


def _roman(letters: str) -> int:
    worth = {"I": 1, "V": 5, "X": 10}
    total = 0
    for letter, following in zip(letters, (*letters[1:], ""), strict=True):
        total += -worth[letter] if following and worth[following] > worth[letter] else worth[letter]
    return total


def _plain_digit(character: str) -> str:
    if character.isascii() or not character.isdigit():
        return {"٫": ".", "٬": ",", "．": ".", "，": ","}.get(character, character)
    return str(unicodedata.digit(character))
