"""Read versions of a sentence word by word: how likely each token is after all that stands before it.

What the versions share is read once: the prompt, and of each version what it begins with like the first one.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice, takewhile

from auditor.engines.reader.binding import MOST, Entry, Llama
from auditor.engines.reader.head import Token, head

PROMPT_TOKENS = 768
"""Of a longer prompt the end is read."""

TEXT_TOKENS = 512
"""Of a longer version the beginning is read."""

_SEQUENCES = 16
_ROOM = PROMPT_TOKENS + 2 * TEXT_TOKENS
"""Tokens that are kept in mind: a prompt, the first version, and others beside it."""

_TOGETHER = 3 * MOST
"""Tokens of versions that are read beside each other."""

_BASE = 0
"""The sequence of the prompt and the first version."""


class Reading:
    """A model at work; it keeps in mind the prompt and the first version that it read last.

    A reading depends on nothing that was read before.
    """

    def __init__(self, path: str) -> None:
        self._llama = Llama(path, _ROOM, _SEQUENCES)
        self._head = head(self._llama)
        self._start = 0
        self._held: tuple[list[int], list[int]] | None = None
        self._known: list[Token] = []

    def versions(self, prompt: str, versions: Sequence[str]) -> list[float]:
        """Return the log probability of each of ``versions``, in nats."""
        first, *others = (self._tokens(prompt, version) for version in versions)
        self._read_first(self._prompt(prompt), first)
        sums = {tuple(first): _sum(self._known)}
        fresh = [other for other in dict.fromkeys(map(tuple, others)) if other not in sums]
        sums |= zip(fresh, self._read_others(first, fresh), strict=True)
        return [sums[tuple(each)] for each in (first, *others)]

    def text(self, prompt: str, text: str) -> list[tuple[int, int, Token]]:
        """Return each token of ``text`` and where it stands there, in code points."""
        tokens = self._tokens(prompt, text)
        self._read_first(self._prompt(prompt), tokens)
        spans = self._spans(_joined(prompt, text), tokens)
        shift = len(_joined(prompt, text)) - len(text)
        return [
            (max(start - shift, 0), max(end - shift, 0), known)
            for (start, end), known in zip(spans, self._known, strict=True)
        ]

    def _prompt(self, prompt: str) -> list[int]:
        begin, *rest = self._llama.tokens(prompt, begin=True)
        return [begin, *rest[-PROMPT_TOKENS + 1 :]]

    def _tokens(self, prompt: str, text: str) -> list[int]:
        return self._llama.tokens(_joined(prompt, text))[:TEXT_TOKENS]

    def _spans(self, text: str, tokens: Sequence[int]) -> Iterator[tuple[int, int]]:
        """Yield the code points of each of ``tokens``, which stand for the beginning of ``text``."""
        place = [0]  # the code point at each byte
        for number, character in enumerate(text):
            place += [number] * (len(character.encode("utf-8", "replace")) - 1) + [number + 1]
        ends = accumulate(len(self._llama.piece(token)) for token in tokens)
        start = 0
        for end in ends:
            yield start, (start := place[min(end, len(place) - 1)])

    def _read_first(self, prompt: list[int], first: list[int]) -> None:
        """Read ``first`` behind ``prompt`` and keep both in mind."""
        if self._held == (prompt, first):
            return
        self._held = None
        self._llama.cut(_BASE)
        self._start = len(prompt)
        feed = [*prompt, *first]
        self._known = self._followed(
            [Entry(token, at, _BASE, at >= len(prompt) - 1) for at, token in enumerate(feed[:-1])], first
        )
        self._held = (prompt, first)

    def _read_others(self, first: Sequence[int], others: Sequence[Sequence[int]]) -> Iterator[float]:
        """Yield the log probability of each of ``others``, several read beside each other."""
        for group in _groups([(other, _common(first, other)) for other in others]):
            entries: list[Entry] = []
            wanted: list[int] = []
            for sequence, (other, shared) in enumerate(group, 1):
                if shared < len(other):
                    begin = self._start + shared - 1
                    self._llama.copy(sequence, begin)
                    feed = [self._last_before(first, shared), *other[shared:-1]]
                    entries += [Entry(token, begin + at, sequence, True) for at, token in enumerate(feed)]
                    wanted += other[shared:]
            read = iter(self._followed(entries, wanted))
            for sequence, (other, shared) in enumerate(group, 1):
                own = [next(read) for _ in other[shared:]]
                yield _sum(self._known[:shared]) + _sum(own)
                self._llama.cut(sequence)

    def _last_before(self, first: Sequence[int], shared: int) -> int:
        assert self._held
        return first[shared - 1] if shared else self._held[0][-1]

    def _followed(self, entries: Sequence[Entry], followers: Sequence[int]) -> list[Token]:
        """Read ``entries``; return how likely each of ``followers`` is behind the wanted ones, in order."""
        rest = iter(followers)
        found: list[Token] = []
        for batch in _batches(entries):
            found += self._head.followed(batch, list(islice(rest, sum(entry.wanted for entry in batch))))
        return found


def _joined(prompt: str, text: str) -> str:
    return f" {text}" if prompt and not prompt[-1].isspace() else text


def _common(one: Sequence[int], other: Sequence[int]) -> int:
    """Return how many tokens the two begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _groups(others: Sequence[tuple[Sequence[int], int]]) -> Iterator[list[tuple[Sequence[int], int]]]:
    """Yield versions, each with the number of tokens it shares with the first one, that fit beside each other."""
    group: list[tuple[Sequence[int], int]] = []
    rows = 0
    for other, shared in others:
        more = len(other) - shared
        if group and (len(group) == _SEQUENCES - 1 or rows + more > _TOGETHER):
            yield group
            group, rows = [], 0
        group.append((other, shared))
        rows += more
    if group:
        yield group


def _batches(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    """Yield ``entries`` in as few batches as may be, of the same size."""
    count = -(-len(entries) // MOST)
    for number in range(count):
        yield entries[number * len(entries) // count : (number + 1) * len(entries) // count]


def _sum(tokens: Sequence[Token]) -> float:
    return math.fsum(token.own for token in tokens)
