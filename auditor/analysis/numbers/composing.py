"""Numbers put together from their pieces: five, hundred, thousand, and a half."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from auditor.analysis.numbers.lexicon import NumberKind, NumberWord
from auditor.languages import Numerals
from auditor.model import Span

_HUNDRED = 100
_ORDINAL_SCALES = {100, 1000}
_TENS_OF_TWENTIES = {60, 80}
_LARGEST_MULTIPLIED = 100_000
"""The largest scale before another one: dos mil millones, लाख करोड़."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a number with its place; the parts of a compound share theirs. ``values`` as in ``Number``."""

    word: NumberWord
    span: Span
    values: tuple[Fraction, ...]

    @property
    def kind(self) -> NumberKind:
        """What it does in a number."""
        return self.word.kind


def compose(pieces: Sequence[Piece], numerals: Numerals) -> tuple[int, tuple[Fraction, ...]]:
    """Return how many of ``pieces``, from the first on, make one number, and what that may be worth; 0 for none.

    A number ends with a word: a compound belongs to it whole or not at all.
    """
    length = _length(pieces, numerals)
    while length and length < len(pieces) and pieces[length].span == pieces[length - 1].span:
        length -= 1
    if not length:
        return 0, ()
    number = _Composition(numerals)
    for piece in pieces[:length]:
        number.take(piece)
    return length, number.worth(pieces[0].values)


def _length(pieces: Sequence[Piece], numerals: Numerals) -> int:
    number = _Composition(numerals)
    length = 0
    closed: list[tuple[Fraction, int]] = []
    for index, piece in enumerate(pieces):
        if not number.take(piece):
            return _before(piece.values[0], closed) or length if piece.kind is NumberKind.SCALE else length
        if piece.kind is not NumberKind.JOIN:
            length = index + 1
        if piece.kind is NumberKind.SCALE:
            closed.append((piece.values[0], length))
    return length


def _before(scale: Fraction, closed: Sequence[tuple[Fraction, int]]) -> int:
    """Return where a number ends before a ``scale`` that did not fit, and what it counts.

    "A thousand and two | thousand": the two belongs to the second thousand.
    """
    return max((length for size, length in closed if size >= scale or size > _LARGEST_MULTIPLIED), default=0)


class _Composition:
    """A number in the making.

    ``terms`` are what scales have closed, each smaller than the one before, with the scale; ``group`` is what goes on
    below them.
    """

    def __init__(self, numerals: Numerals) -> None:
        self.numerals = numerals
        self.terms: list[tuple[Fraction, Fraction]] = []
        self.group = Fraction(0)
        self.factor = Fraction(1)
        self.last: NumberKind | None = None
        self.figures = False
        self._additions = {
            NumberKind.FIGURES: self._figures,
            NumberKind.CARDINAL: self._cardinal,
            NumberKind.PART: self._cardinal,
            NumberKind.ORDINAL: self._ordinal,
            NumberKind.SCALE: self._scale,
            NumberKind.HALF: self._half,
        }

    def take(self, piece: Piece) -> bool:
        """Add ``piece`` and tell whether it belongs to the number, which is spoilt where it does not."""
        fits = piece.kind is NumberKind.JOIN and self._join(piece.word.after)
        if (add := self._additions.get(piece.kind)) is not None:
            fits = add(piece.values[0])
        self.last = piece.kind
        return fits

    def worth(self, firsts: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
        """Return the value, or the values if the first piece, which is figures, may be read in several ways."""
        whole = sum((term for term, _ in self.terms), self.group)
        if not self.figures:
            return (whole,)
        return tuple(whole + (first - firsts[0]) * self.factor for first in firsts)

    def _join(self, after: str) -> bool:
        if self.last not in {NumberKind.CARDINAL, NumberKind.SCALE}:
            return False
        tens = self.group % 100 >= 20 and self.group % 10 == 0
        hundreds = self.group % 100 == 0
        return {"tens": tens, "hundreds": hundreds, "both": tens or hundreds, "compounds": True}[after]

    def _figures(self, number: Fraction) -> bool:
        follows = self.figures and self.last is NumberKind.SCALE and self._fits(number)
        self.figures = True
        self.group += number
        return self.last is None or follows

    def _cardinal(self, number: Fraction) -> bool:
        fits = not self.figures and self.last not in {NumberKind.ORDINAL, NumberKind.HALF} and self._fits(number)
        self.group += number
        return fits

    def _ordinal(self, number: Fraction) -> bool:
        follows = self.last is None or self.last is NumberKind.ORDINAL or self.numerals.ordinals.after != "ordinals"
        if self.figures or not follows:
            return False
        if number in _ORDINAL_SCALES:
            return self._scale(number)
        behind_ten = self.last is NumberKind.ORDINAL and self.group % 100 == 10 and 0 < number < 10  # décima primeira
        fits = behind_ten or self._fits(number)
        self.group += number
        return fits

    def _fits(self, number: Fraction) -> bool:
        """Tell whether ``number``, which is below a thousand, may stand behind the group."""
        if not self.group:
            return self.last is None or bool(self.terms and 0 < number < self.terms[-1][1])
        low = self.group % 100
        if number < 10:
            return number > 0 and low % 10 == 0 and (low != 10 or self.numerals.teens)
        if number < 20:
            return low == 0 or (self.numerals.twenties and low in _TENS_OF_TWENTIES)
        if number < 100:
            return low == 0 or (self.last is NumberKind.JOIN and self.numerals.compounds and low < 10)
        return False

    def _scale(self, scale: Fraction) -> bool:
        if self.last in {NumberKind.ORDINAL, NumberKind.JOIN}:
            return False
        if scale == _HUNDRED:
            return self._hundred()
        below = self.group
        fits = True
        while self.terms and self.terms[-1][1] < scale:
            term, smaller = self.terms.pop()
            fits = smaller <= _LARGEST_MULTIPLIED  # "two thousand million", but not "two million billion"
            below += term
        if not self.terms:
            self.factor *= scale
        fits = fits and (not self.terms or self.terms[-1][1] > scale)
        self.terms.append(((below or Fraction(1)) * scale, scale))
        self.group = Fraction(0)
        return fits

    def _hundred(self) -> bool:
        fits = self.group < _HUNDRED and (self.last is not NumberKind.FIGURES or self.numerals.hundreds_of_figures)
        self.group = (self.group or Fraction(1)) * _HUNDRED
        fits = fits and (not self.terms or self.group < self.terms[-1][1])
        if not self.terms:
            self.factor *= _HUNDRED
        return fits

    def _half(self, half: Fraction) -> bool:
        if self.last in {None, NumberKind.ORDINAL, NumberKind.JOIN}:
            return False
        self.group += half if self.group or not self.terms else half * self.terms[-1][1]
        return True
