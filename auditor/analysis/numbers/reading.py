"""Every number that a text states, with what it may be worth."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import islice

from auditor.analysis.numbers.besides import (
    ages,
    each_of,
    floors,
    fraction,
    in_hundred,
    otherwise,
    same_span,
    shares,
    times_scale,
    with_half,
)
from auditor.analysis.numbers.clock import times
from auditor.analysis.numbers.composing import Piece, compose
from auditor.analysis.numbers.digits import FIGURES, LONGEST, values
from auditor.analysis.numbers.ideographs import (
    DECADE,
    DECIMAL,
    HALF,
    HALF_A,
    HALVES,
    IDEOGRAPHIC,
    SHARE,
    TENS,
    about,
    decimal,
    value,
)
from auditor.analysis.numbers.lexicon import NumberKind, NumberWord, lexicon, plain
from auditor.analysis.numbers.number import Firmness, Number
from auditor.model import Span
from auditor.text import SIGNS

_FIGURES, _HALF = NumberWord(NumberKind.FIGURES), NumberWord(NumberKind.HALF)
_THOUSAND = 1000
_HUNDREDTHS = {100, 1000}

HALF_DAY = 12 * 60
"""Minutes after which a clock with hands shows the same again."""

_LETTER = rf"[^\W\d_][{SIGNS}]*"
_APOSTROPHE = r"(?<=[\u0400-\u052f])['’\"](?=[\u0400-\u052f])"
_WORD = re.compile(rf"{_LETTER}(?:\u00ad?{_LETTER}|{_APOSTROPHE})*")
_ROMAN = re.compile(r"\b(?=[IVX]{2,}|[IVX](?=[eᵉ]\b|er\b|ème\b))([XVI]+)(?=[eᵉ]\b|er\b|ème\b|\b)")
_GAP = re.compile(r"[\s\u00ad‐‑-]{0,2}")
_SHORT_GAP = re.compile(r"\.?\s?")
_ON_WITH_FIGURES = re.compile(r"(?:(?P<figures>\d{1,3})(?![\d.,:]*\d)|[\d.,]+)(?:\s?(?:de )?(?P<word>[^\W\d_]+))?")
_NEXT_WORD = re.compile(r"[\s-](\w+)")
_WORD_BEFORE = re.compile(r"(\w+)\s$")
_WORD_BEHIND = re.compile(r"[eᵉ]?r?(?:ème)?\s(\w+)")
_PERCENT = re.compile("百分[之点點]")
_COUNTER = re.compile(
    "[余餘多]?(?:[人名个個年月日次回歳岁家件位点時时分天週周岁户戶辆艘头只间吨条座亩畝枚架例票席]"
    "|公里|千米|公[顷頃]|公斤|公[吨噸]|公升|平方|立方|[欧歐]元|美元|英[镑鎊]|日元|[卢盧]布|[卢盧]比|港元|[韩韓]元|英里|英尺|海里|[分秒][钟鐘]|小[时時])"
)
_MONEY = re.compile("[元块塊圆圓]")
"""Counts what is paid, unless the number is small: 三元 is in many a name."""

_AGAIN = re.compile(r"\s(?:as \w+ )?again\b", re.IGNORECASE)
"""Makes of a half one and a half: "half as many again"."""

_WHOLES = (100, 60, 12)
"""What a part is told in: in per cent, and in the minutes of an hour or the months of a year."""

_NOUN_BEFORE = re.compile(r"(?:(?P<before>[^\W_]+)\s)?(?P<noun>[^\W\d_]+)\s$")
_BEFORE_ORDINAL = re.compile(r"[‐‑-]$|\b(?:hundred|thousand)(?: and)? $", re.IGNORECASE)
_DAY = re.compile(r"\b\d{1,2}(?:er)?\s$")
_FRACTION = r"(?<![\d/])1/[234](?![\d/])|[½¼¾⅓⅔]"
_FRACTIONS = {
    "½": Fraction(1, 2),
    "¼": Fraction(1, 4),
    "¾": Fraction(3, 4),
    "⅓": Fraction(1, 3),
    "⅔": Fraction(2, 3),
    "1/2": Fraction(1, 2),
    "1/3": Fraction(1, 3),
    "1/4": Fraction(1, 4),
}
_WIDE_COMMA = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")
"""A comma of Chinese type between figures: elsewhere it parts what is listed."""
_BEFORE_FRACTION = re.compile(r"\d\s?$")
_BEHIND_UNIT = re.compile(r"\d\s?[^\W\d_]+\s$")
_LAST_CENTURY = 20
"""It and ours are told as such as well: "in the last century"."""

_SIGNIFICANT = 13
"""Spelled numbers from here on are as firm as figures: nobody writes them for effect."""


def numbers(text: str, language: str | None) -> tuple[Number, ...]:
    """Return the numbers in ``text``, in its order, without overlaps.

    ``language`` is a bare language subtag such as ``fr``; where it is unknown, figures alone are read. Figures in
    other scripts are read as well. Small words ("a", "first", "half") are loose: they answer, but ask for nothing.
    """
    return tuple(_Reader(text, language or "").read())


class _Reader:
    """Reads one text: first whole forms (times, Chinese numerals), then pieces put together."""

    def __init__(self, text: str, language: str) -> None:
        self.text = "".join(_plain_digit(character) for character in _WIDE_COMMA.sub(",", text))
        self.original = text
        self.language = language
        self.words = lexicon(language)

    def read(self) -> Iterator[Number]:
        found: list[Number] = []
        for forms in (
            self._clock,
            self._ideographic,
            self._composed,
            self._one_and_a_half,
            self._loose,
            self._roman,
        ):
            taken = [number.span for number in found]
            found += [n for n in forms() if not any(n.span.overlaps(span) for span in taken)]
        ordered = sorted(found, key=lambda number: number.span)
        return ages(floors(shares(ordered, self.text, self.words), self.text, self.words), self.text, self.words)

    def _number(self, span: Span, worth: tuple[Fraction, ...], firmness: Firmness, clock: int | None = None) -> Number:
        return Number(span, span.of(self.original), tuple(dict.fromkeys(worth)), firmness, clock)

    def _clock(self) -> Iterator[Number]:
        end = -1
        found = times(self.text, self.language, self._worth)
        for time in sorted(found, key=lambda time: (time.span.start, -time.span.end)):
            if time.span.start < end:
                continue
            end = time.span.end
            hour, minute = time.hour, time.minute
            worth = (hour, hour % 12, hour * 100) if not minute else (hour * 100 + minute,)
            minutes = (hour * 60 + minute) % HALF_DAY
            firmness = Firmness.SPELLED if time.spoken else Firmness.FIGURES
            number = self._number(time.span, tuple(map(Fraction, worth)), firmness, minutes)
            yield replace(number, morning=time.morning)

    def _worth(self, word: str) -> int | None:
        """Return what a single word or figure of a time of day is worth."""
        if word.isdecimal():
            return int(word)
        if self.words.numerals.ideographs:
            return int(value(word) or 0)
        known = self.words.words.get(plain(word))
        return (
            int(known.value)
            if known and known.kind in {NumberKind.CARDINAL, NumberKind.ORDINAL} and known.value > 1
            else None
        )

    def _ideographic(self) -> Iterator[Number]:
        if not self.words.numerals.ideographs:
            return
        taken: list[Span] = []
        for number in (*self._of_centuries(), *self._decimals(), *self._parts_in_characters(), *self._characters()):
            if not any(number.span.overlaps(span) for span in taken):
                taken.append(number.span)
                yield number

    def _of_centuries(self) -> Iterator[Number]:
        for match in DECADE.finditer(self.text):
            century, decade = (value(match[name]) or Fraction(0) for name in ("century", "decade"))
            yield self._number(Span(*match.span()), ((century - 1) * 100 + decade, decade), Firmness.FIGURES)

    def _decimals(self) -> Iterator[Number]:
        for match in DECIMAL.finditer(self.text):
            yield self._number(Span(*match.span()), (decimal(match),), Firmness.FIGURES)

    def _parts_in_characters(self) -> Iterator[Number]:
        for match in HALVES.finditer(self.text):
            yield self._number(Span(*match.span()), (Fraction(1, 2), Fraction(50), Fraction(1)), Firmness.LOOSE)
        for match in HALF_A.finditer(self.text):
            half = Fraction(1, 2)
            yield self._number(Span(*match.span()), tuple(half * whole for whole in (1, *_WHOLES)), Firmness.LOOSE)
        for match in SHARE.finditer(self.text):
            parts, part = (value(match[name]) or Fraction(0) for name in ("parts", "part"))
            if 0 < part < parts < _THOUSAND:
                worth = (part / parts, *in_hundred(part / parts), part, parts)
                yield self._number(Span(*match.span()), worth, Firmness.LOOSE)

    def _characters(self) -> Iterator[Number]:
        for match in IDEOGRAPHIC.finditer(self.text):
            worths = about(match.group()) or tuple(filter(None, [value(match.group())]))
            if not worths or _PERCENT.match(self.text, match.start()):
                continue
            firmness = Firmness.LOOSE
            if any(character.isdigit() and character.isascii() for character in match.group()):
                firmness = Firmness.FIGURES
            elif self._is_counted(worths[0], match.end()):
                firmness = Firmness.SPELLED
            half = HALF.match(self.text, match.end())
            end = half.end() if half and half.group()[0] in "个個" else match.end()  # the unit follows
            number = self._number(Span(match.start(), end), tuple(self._with_tens(worths, match.end())), firmness)
            yield replace(number, ordinal=self.text.startswith("第", match.start() - 1))

    def _is_counted(self, worth: Fraction, end: int) -> bool:
        """Tell whether what stands behind a Chinese numeral is counted by it."""
        if worth >= _SIGNIFICANT and _MONEY.match(self.text, end):
            return True
        return worth > 1 and _COUNTER.match(self.text, end) is not None

    def _with_tens(self, worths: tuple[Fraction, ...], end: int) -> Iterator[Fraction]:
        """Yield what Chinese numerals are worth with what stands behind them: tens, or a half."""
        tens = TENS.match(self.text, end)
        if tens and (rest := IDEOGRAPHIC.match(self.text, tens.end(), tens.end() + 1)):
            yield worths[0] * 10 + (value(rest.group()) or 0)  # 八成五
        elif tens and self.text.startswith("半", tens.end()):
            yield worths[0] * 10 + 5
        for worth in worths:
            if tens:
                yield worth * 10
            elif HALF.match(self.text, end):
                yield worth + Fraction(1, 2)
                yield worth
            else:
                yield worth

    def _composed(self) -> Iterator[Number]:
        run: list[Piece] = []
        for piece in self._pieces():
            if run and not self._adjoins(run[-1], piece):
                yield from self._sum(run)
                run = []
            run.append(piece)
        yield from self._sum(run)

    def _adjoins(self, before: Piece, piece: Piece) -> bool:
        if before.span == piece.span:
            return True  # parts of one compound
        if piece.kind is NumberKind.FIGURES and not self._goes_on(before, piece):
            return False
        if piece.kind is NumberKind.ORDINAL and self.words.numerals.ordinals.after == "hyphens":
            return _BEFORE_ORDINAL.search(self.text, 0, piece.span.start) is not None
        if piece.kind is NumberKind.ORDINAL and piece.values[0] in _HUNDREDTHS and self._is_part(piece):
            return False  # "sei centesimi" are a share, no place in a row
        gap = _SHORT_GAP if before.word.short else _GAP
        return gap.fullmatch(self.text, before.span.end, piece.span.start) is not None

    def _is_part(self, piece: Piece) -> bool:
        return plain(piece.span.of(self.text)) in self.words.fractions

    def _goes_on(self, before: Piece, piece: Piece) -> bool:
        """Tell whether figures go on behind a scale, as in "5 mille 352", "2 млн 350 тыс."."""
        if before.kind is not NumberKind.SCALE or not (on := _ON_WITH_FIGURES.match(self.text, piece.span.start)):
            return False
        word = self.words.words.get(plain(on["word"] or ""))
        if on["figures"] and (word is None or word.kind is not NumberKind.SCALE):
            return before.values[0] == _THOUSAND and (on["word"] or "").lower() not in self.words.months
        return word is not None and word.kind is NumberKind.SCALE and word.value < before.values[0]

    def _pieces(self) -> Iterator[Piece]:
        phrases = f"(?P<phrase>{self.words.phrases.pattern})|" if self.words.phrases else ""
        forms = rf"{_FRACTION}|{FIGURES.pattern}|{phrases}{_WORD.pattern}"
        for match in re.finditer(forms, self.text, re.IGNORECASE):
            written, span = match.group(), Span(*match.span())
            if written in _FRACTIONS and _BEHIND_UNIT.search(self.text, 0, span.start):
                continue  # "18 miles ½": the number has it
            if written in _FRACTIONS:
                added = _BEFORE_FRACTION.search(self.text, 0, span.start)
                yield Piece(_HALF if added else _FIGURES, span, (_FRACTIONS[written],))
            elif written[0].isdecimal():
                yield from self._figures(written, span)
            else:
                for word in self.words.parts(plain(written)):
                    yield Piece(word, span, (word.value,))

    def _figures(self, written: str, span: Span) -> Iterator[Piece]:
        if worth := values(written, self.language):
            yield Piece(_FIGURES, span, worth)
            return
        for match in re.finditer(rf"(?<!\d)\d{{1,{LONGEST}}}(?!\d)", written):
            yield Piece(_FIGURES, Span(*match.span()).shift(span.start), (Fraction(int(match.group())),))

    def _sum(self, run: list[Piece]) -> Iterator[Number]:
        """Yield the numbers that neighbouring pieces make, each as long as it can be."""
        while run:
            length, worth = compose(run, self.words.numerals) if self._opens(run) else (0, ())
            if length:
                yield self._finished(run[:length], worth)
            run = run[max(length, 1) :]

    def _opens(self, run: list[Piece]) -> bool:
        """Tell whether a number may start with the first piece of ``run``."""
        if run[0].kind is NumberKind.PART:
            return len(run) > 1 and run[1].kind is NumberKind.SCALE
        begins = {NumberKind.FIGURES, NumberKind.CARDINAL, NumberKind.ORDINAL, NumberKind.SCALE}
        return run[0].kind in begins and not run[0].word.short

    def _finished(self, used: list[Piece], worth: tuple[Fraction, ...]) -> Number:
        span = Span(used[0].span.start, used[-1].span.end)
        word = plain(span.of(self.text))
        if len(used) == 1 and used[0].kind is NumberKind.ORDINAL:
            worth = self.words.loose.get(word, worth)
            share = tuple(each_of(self.text, span, worth[0], self.words))
            number = self._number(span, (*worth, *share), Firmness.LOOSE)
            part = worth[0] in _HUNDREDTHS and self._is_part(used[0])
            return replace(number, ordinal=not part, whole=bool(share))
        if self._is_century(span, worth[0]):
            return self._number(span, (worth[0], worth[0] / 100 + 11, 1000 + worth[0]), Firmness.LOOSE)
        figures = used[0].kind is NumberKind.FIGURES
        worth = (*worth, *same_span(self.text, span, worth[0], self.words))
        if len(used) == 1 and used[0].kind is not NumberKind.SCALE:
            place = (self.text, span, worth[0], self.words)
            worth = (*worth, *otherwise(*place), *fraction(*place))
        bare = len(used) == 1 and used[0].kind is NumberKind.SCALE
        doubtful = bare or word in self.words.ambiguous or self._cut_short(span)
        loose = doubtful or worth[0] < 2 or used[0].kind is NumberKind.SCALE or self._in_name(span)
        if figures or (worth[0] >= _SIGNIFICANT and not doubtful):
            return self._number(span, worth, Firmness.FIGURES)
        values_ = (*worth, *with_half(self.text, span, worth[0], self.words), *self.words.loose.get(word, ()))
        return self._number(span, values_, Firmness.LOOSE if loose else Firmness.SPELLED)

    def _is_century(self, span: Span, worth: Fraction) -> bool:
        """Tell whether hundreds with a capital are a century: "il Seicento"."""
        named = self.words.numerals.centuries and self._in_name(span)
        return named and worth in range(200, _THOUSAND, 100)

    def _cut_short(self, span: Span) -> bool:
        """Tell whether a number word is a month cut short: "le 3 sept. 2019"."""
        return self.text.startswith(".", span.end) and _DAY.search(self.text, 0, span.start) is not None

    def _in_name(self, span: Span) -> bool:
        """Tell whether a spelled number has a capital though no sentence opens with it."""
        before = self.text[: span.start].rstrip()
        return self.text[span.start].isupper() and before[-1:].isalnum()

    def _loose(self) -> Iterator[Number]:
        for match in _WORD.finditer(self.text):
            word, span = plain(match.group()), Span(*match.span())
            worth = self._part_of(word, span) or self.words.loose.get(word, ())
            if not worth and (parts := self.words.opened_by(word)):
                pieces = [Piece(part, span, (part.value,)) for part in parts]
                _, worth = compose(pieces, self.words.numerals)
            if worth:
                place = (self.text, span, worth[0], self.words)
                yield self._number(span, (*worth, *with_half(*place), *times_scale(*place)), Firmness.LOOSE)

    def _one_and_a_half(self) -> Iterator[Number]:
        """Yield what adds half to a noun without a number: "año y medio" is one and a half, 18 months."""
        for match in self.words.halves.finditer(self.text) if self.words.halves else ():
            noun = _NOUN_BEFORE.search(self.text, 0, match.start())
            before = plain(noun["before"] or "") if noun else ""
            if noun and not (
                before.isdecimal() or before in self.words.words or plain(noun["noun"]) in self.words.loose
            ):
                worth = tuple(Fraction(3, 2) * whole for whole in (1, *_WHOLES))
                yield self._number(Span(noun.start("noun"), match.end()), worth, Firmness.LOOSE)

    def _part_of(self, word: str, span: Span) -> tuple[Fraction, ...]:
        """Return what "half a" comes to: of a century or a dozen, of a hundred, an hour or a year."""
        known = self.words.words.get(word)
        if known is None or known.kind is not NumberKind.PART:
            return ()
        wholes: tuple[Fraction | int, ...] = (1, *self._round_behind(span), *_WHOLES)
        again = (1 + known.value,) if _AGAIN.match(self.text, span.end) else ()
        return (*again, *self.words.loose.get(word, ()), *(known.value * whole for whole in wholes))

    def _round_behind(self, span: Span) -> tuple[Fraction, ...]:
        words = [plain(match[1]) for match in islice(_NEXT_WORD.finditer(self.text, span.end), 2)]
        return next((self.words.loose[word] for word in words if word in self.words.loose), ())

    def _roman(self) -> Iterator[Number]:
        for match in _ROMAN.finditer(self.text):
            if worth := _roman(match[1]):
                past = worth < _LAST_CENTURY and self._of_age(match)
                firmness = Firmness.SPELLED if past else Firmness.LOOSE
                yield self._number(Span(*match.span()), (Fraction(worth),), firmness)

    def _of_age(self, numeral: re.Match[str]) -> bool:
        """Tell whether a word for a century stands beside a Roman numeral."""
        ages = self.words.numerals.ages.split()
        beside = (_WORD_BEFORE.search(self.text, 0, numeral.start()), _WORD_BEHIND.match(self.text, numeral.end()))
        return any(match and plain(match[1]) in ages for match in beside)


def _roman(letters: str) -> int:
    worth = {"I": 1, "V": 5, "X": 10}
    total = 0
    for letter, following in zip(letters, (*letters[1:], ""), strict=True):
        total += -worth[letter] if following and worth[following] > worth[letter] else worth[letter]
    return total


def _plain_digit(character: str) -> str:
    if character.isascii() or not character.isdecimal():
        return {"٫": ".", "٬": ",", "．": "."}.get(character, character)
    return str(unicodedata.digit(character))
