"""The last layer of a model: from its state behind a token, how likely each token is to follow.

A model of many languages has hundreds of thousands of tokens, and most of its time goes into weighing them all, though
nearly none but those in which English is written may follow. Of such a model only these are weighed, and those that do
follow.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from auditor.engines.reader.binding import MOST, Entry, Llama, NoSuchTensorError

_LARGE = 100_000
"""Tokens up to which a vocabulary is weighed whole."""

_COMMON = 40_000
"""Of so many tokens, the first and commonest of a larger one, those of English are weighed."""

_PIECE = re.compile(rb"[ -~]+|\s+")
_MARKS = "‘’“”–—…£€é\n"

_APART = 0.5
"""Nats by which our logits may differ from the library's, which rounds; another kind of layer differs by more."""

_PROBE = "The"


@dataclass(frozen=True, slots=True)
class Token:
    """A token as read: its log probability in nats and that of the likeliest one in its place."""

    own: float
    best: float


class Whole:
    """All tokens of the vocabulary, weighed by the library itself."""

    def __init__(self, llama: Llama) -> None:
        self._llama = llama

    def followed(self, entries: Sequence[Entry], followers: Sequence[int]) -> list[Token]:
        """Read up to ``MOST`` entries; return how likely each of ``followers`` is behind the wanted ones, in order."""
        rows = self._llama.read(entries)
        if not rows:
            return []
        own = [row[token] for row, token in zip(rows, followers, strict=True)]
        return _tokens(np.stack(rows), np.array(own), np.zeros(len(own), bool))


class English:
    """The tokens in which English is written, and those that follow, weighed by the states before the last layer."""

    def __init__(self, llama: Llama) -> None:
        self._llama = llama
        self._tokens = _english(llama)
        self._place = {token: place for place, token in enumerate(self._tokens)}
        self._table = llama.rows(self._tokens)
        self._others: dict[int, NDArray[np.float32]] = {}

    def fits(self) -> bool:
        """Tell whether the library comes to the same as we do: the model may have a last layer of another kind."""
        entries = [Entry(token, at, 0, True) for at, token in enumerate(self._llama.tokens(_PROBE, begin=True))]
        ours = self._logits(self._llama.states(entries))
        self._llama.cut(0)
        theirs = np.stack(self._llama.read(entries))[:, self._tokens]
        self._llama.cut(0)
        return float(np.abs(ours - theirs).max()) < _APART

    def followed(self, entries: Sequence[Entry], followers: Sequence[int]) -> list[Token]:
        """Read up to ``MOST`` entries; return how likely each of ``followers`` is behind the wanted ones, in order."""
        states = self._llama.states(entries)
        if not len(states):
            return []
        self._look_up([token for token in followers if token not in self._place])
        logits = self._logits(states)
        own = [
            row[self._place[token]] if token in self._place else state @ self._others[token]
            for row, state, token in zip(logits, states, followers, strict=True)
        ]
        return _tokens(logits, np.array(own), np.array([token not in self._place for token in followers]))

    def _logits(self, states: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the logits of ours behind ``states``; of as many rows always, lest one depend on those beside it."""
        padded = np.zeros((MOST, states.shape[1]), np.float32)
        padded[: len(states)] = states
        return (padded @ self._table.T)[: len(states)]

    def _look_up(self, tokens: Sequence[int]) -> None:
        new = [token for token in dict.fromkeys(tokens) if token not in self._others]
        if new:
            self._others |= zip(new, self._llama.rows(new), strict=True)


def head(llama: Llama) -> Whole | English:
    """Return what weighs the tokens that may follow."""
    if llama.size > _LARGE:
        with suppress(NoSuchTensorError):
            english = English(llama)
            if english.fits():
                return english
    return Whole(llama)


def _english(llama: Llama) -> list[int]:
    """Return the tokens in which English is written: common words and pieces, and each character by itself."""
    common = (token for token in range(_COMMON) if _PIECE.fullmatch(llama.piece(token)))
    single = (token for mark in (*map(chr, range(ord(" "), ord("~") + 1)), *_MARKS) for token in llama.tokens(mark))
    return sorted({*common, *single})


def _tokens(logits: NDArray[np.float32], own: NDArray[np.float32], apart: NDArray[np.bool_]) -> list[Token]:
    """Return the tokens with logits ``own`` among those that are weighed, or ``apart`` from them."""
    most = np.maximum(logits.max(axis=1), own)
    total = np.exp(logits - most[:, None]).sum(axis=1, dtype=np.float64) + apart * np.exp(own - most)
    return [
        Token(float(one), float(best)) for one, best in zip(own - most - np.log(total), -np.log(total), strict=True)
    ]
