"""The language model: how natural a sentence is, and which of its joins English hardly ever makes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import numpy as np

from auditor.analysis.fluency.ngrams import Floats, Ids, NGrams
from auditor.analysis.fluency.units import CLOSING, OPENING, UNKNOWN, framed, lexical_unit, mixed_unit

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

DEFICIT_WEIGHT = 0.06
"""What a bit by which context makes a word less likely counts beside the mean gain of the sentence.

The mean alone tells a spoilt sentence from the sound one best, the sum of the deficits agrees best with
reviewers' penalties; ``docs/fluency.md`` has the figures between which this stands.
"""

WORDS_UNSEEN = 5
"""Words of average English that a sentence's fluency is held to have beside its own: few words say little.

Of 0, 5, 10, 20 and 40, those up to 20 agree best with judges among translations of one sentence (WMT 2013).
"""

LEAST_EXPECTED = 10.0
"""A join is unlikely from so many expected occurrences; below, chance explains that there are none."""

RAREST = 1 / 40
"""The share of the expected occurrences up to which a join that was seen is unlikely: the corpus has slips too."""

LEAST_LIKELY = -1.0
"""Bits that two neighbours gain from their context, together, below which they are an unlikely turn.

Of -3 to 1 it is the middle: 12% of the characters of machine-translated news are marked, and reviewers marked
something in three stretches of five (``docs/batch.md``).
"""

_REACH = 3
"""Words from one unlikely pair to the next up to which they are one turn."""

_FILE = "english.npz"


@dataclass(frozen=True, slots=True)
class Join:
    """Two neighbouring words that the corpus has (almost) never together though their parts are common.

    ``units`` are the words as the model sees them: function words, or tags for the others. ``seen`` is
    how often they met in the corpus, ``expected`` how often they would have by chance. ``gain`` says in
    bits how likely the second word and the one after it are in this context, by both models: the lower, the
    stranger.
    """

    tokens: tuple[Token, Token]
    units: tuple[str, str]
    seen: int
    expected: float
    gain: float


@dataclass(frozen=True, slots=True)
class Turn:
    """Words that are unlikely in their context, from the first token to the last; ``gain`` is that of the worst two."""

    tokens: tuple[Token, Token]
    gain: float


@dataclass(frozen=True, eq=False)
class LanguageModel:
    """Two trigram models over one corpus of edited English.

    The ``mixed`` one keeps function words and takes the tag of any other, the ``lexical`` one keeps the
    common words; ``known`` are the rarer words that the corpus has at least twice. ``centre`` and
    ``spread`` are the mean and standard deviation of raw fluency on native news.
    """

    mixed: NGrams
    lexical: NGrams
    known: frozenset[str]
    centre: float = 0.0
    spread: float = 1.0

    @property
    def words(self) -> int:
        """How many words and punctuation marks were counted."""
        marks = (*OPENING, CLOSING)
        return self.mixed.size - len(marks) * int(self.mixed.single[self.mixed.index[CLOSING]])

    def fluency(self, sentence: Iterable[Token]) -> float | None:
        """Return how natural the ``sentence``, a parse or its tokens, reads, or None where it has no word.

        0 is the mean of native news, 1 a standard deviation better, -1 one worse; that of a short sentence is drawn
        towards the mean.
        """
        tokens = _tokens(sentence)
        raw = self.raw_fluency(tokens)
        if raw is None:
            return None
        words = sum(token.is_alpha for token in tokens)
        return (raw - self.centre) / self.spread * words / (words + WORDS_UNSEEN)

    def raw_fluency(self, sentence: Iterable[Token]) -> float | None:
        """Return the mean gain of the words of ``sentence`` less its weighed deficits, in bits; None without a word."""
        tokens = _tokens(sentence)
        if not any(token.is_alpha for token in tokens):
            return None
        gains = np.array(self._gains(tokens))
        return float(gains.sum(axis=0).mean() + DEFICIT_WEIGHT * np.minimum(gains, 0).sum())

    def turns(self, sentence: Iterable[Token]) -> Iterator[Turn]:
        """Yield the stretches of ``sentence`` that read least naturally: unlikely neighbours, the word before them."""
        tokens = _tokens(sentence)
        gains = np.sum(self._gains(tokens), axis=0)[: len(tokens)]
        together = gains[:-1] + gains[1:]
        places = np.flatnonzero(together < LEAST_LIKELY).tolist()
        for run in _runs(places):
            words = [token for token in tokens[max(run[0] - 1, 0) : run[-1] + 2] if not token.is_punct]
            if words:
                yield Turn((words[0], words[-1]), float(together[run].min()))

    def joins(self, sentence: Iterable[Token]) -> Iterator[Join]:
        """Yield the neighbours in ``sentence`` that the corpus should have and (almost) has not."""
        tokens = _tokens(sentence)
        units = list(framed(self._mixed_units(tokens)))[len(OPENING) : -1]
        ids = self.mixed.ids(units)
        seen = self.mixed.pair_count(ids[:-1], ids[1:])
        expected = self.mixed.expected_pairs(ids[:-1], ids[1:])
        places = np.flatnonzero((expected >= LEAST_EXPECTED) & (seen <= expected * RAREST)).tolist()
        gains = np.sum(self._gains(tokens), axis=0) if places else None
        for place in places:
            assert gains is not None
            yield Join(
                tokens=(tokens[place], tokens[place + 1]),
                units=(units[place], units[place + 1]),
                seen=int(seen[place]),
                expected=float(expected[place]),
                gain=float(gains[place + 1 : place + 3].sum()),
            )

    def _gains(self, tokens: Sequence[Token]) -> tuple[Floats, Floats]:
        """Return the gain of each token, and of the sentence's end, by the mixed and by the lexical model."""
        if not tokens:
            return self._worked_out(tokens)
        doc = tokens[0].doc
        if doc not in _known_gains:
            _known_gains[doc] = self._worked_out(tokens)
        return _known_gains[doc]

    def _worked_out(self, tokens: Sequence[Token]) -> tuple[Floats, Floats]:
        units = list(framed(self._lexical_units(tokens)))
        plain = [unit.removesuffix(UNKNOWN) if len(unit) > 1 else unit for unit in units[len(OPENING) :]]
        lexical = self.lexical.gains(self.lexical.ids(units), self.lexical.ids(plain))
        mixed = self.mixed.gains(self.mixed.ids(framed(self._mixed_units(tokens))))
        return mixed, lexical

    @staticmethod
    def _mixed_units(tokens: Sequence[Token]) -> Iterator[str]:
        return (mixed_unit(token.lower_, token.tag_) for token in tokens)

    def _lexical_units(self, tokens: Sequence[Token]) -> Iterator[str]:
        common = self.lexical.index
        return (lexical_unit(token.lower_, token.tag_, common, self.known) for token in tokens)


def _runs(places: Iterable[int]) -> Iterator[list[int]]:
    """Yield ``places`` in runs whose stretches, a word more on either side, meet."""
    run: list[int] = []
    for place in places:
        if run and place > run[-1] + _REACH:
            yield run
            run = []
        run.append(place)
    if run:
        yield run


_known_gains: WeakKeyDictionary[Doc, tuple[Floats, Floats]] = WeakKeyDictionary()
"""The gains in each parse that is in use, by the one model: several checks and the score ask for them."""


def _tokens(sentence: Iterable[Token]) -> tuple[Token, ...]:
    return tuple(token for token in sentence if not token.is_space)


@cache
def shipped() -> LanguageModel:
    """Return the model that comes with the auditor."""
    with (resources.files("auditor.analysis.fluency") / _FILE).open("rb") as file, np.load(file) as arrays:
        held = dict(arrays)
    centre, spread = held["scale"].tolist()
    return LanguageModel(
        mixed=_ngrams(held, "mixed"),
        lexical=_ngrams(held, "lexical"),
        known=frozenset(_words(held["known"])),
        centre=centre,
        spread=spread,
    )


def _ngrams(held: dict[str, Ids], name: str) -> NGrams:
    """Return the n-grams stored under ``name``: sorted keys are kept as the steps between them."""
    return NGrams(
        units=tuple(_words(held[f"{name}_units"])),
        single=held[f"{name}_single"].astype(np.int64),
        preceding=held[f"{name}_preceding"].astype(np.int64),
        pairs=held[f"{name}_pairs"].astype(np.int64).cumsum(),
        pair_counts=held[f"{name}_pair_counts"].astype(np.int64),
        triples=held[f"{name}_triples"].astype(np.int64).cumsum(),
        triple_counts=held[f"{name}_triple_counts"].astype(np.int64),
    )


def _words(text: Ids) -> list[str]:
    return text.tobytes().decode().split("\n")
