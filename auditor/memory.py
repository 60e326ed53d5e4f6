"""What was worked out before, kept by what it was worked out from, for as long as a process stays warm."""

from __future__ import annotations

import gc
import sys
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from threading import Lock
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")

GARBAGE = 50_000
"""Objects made between two looks for garbage; Python's own 700 cost a tenth of the time until the first report."""


SWITCH_SECONDS = 0.0005
"""How long one thread may go on before another; with Python's own 0.005 the one that asks an engine waited its turn so
often that the question came 40 ms late."""


def spare() -> None:
    """Let this process be quick: look for garbage seldom, as an audit makes hardly any, and let threads take turns."""
    gc.set_threshold(GARBAGE)
    sys.setswitchinterval(SWITCH_SECONDS)


class Memory(Generic[Key, Value]):
    """Values by their key, up to ``most`` in all; those that were not asked for the longest go first.

    ``weigh`` gives what a value takes of ``most``, by default 1 each. It starts asleep and keeps nothing, so that a
    process that works once does not fill up; ``wake`` begins. Safe to share between threads.
    """

    def __init__(self, most: int, weigh: Callable[[Value], int] = lambda _: 1) -> None:
        self._most = most
        self._weigh = weigh
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._weight = 0
        self._fresh: dict[Key, Value] = {}
        self._awake = False
        self._lock = Lock()

    def wake(self) -> None:
        """Begin to keep what is put here."""
        self._awake = True

    @property
    def in_use(self) -> bool:
        """Whether anything is kept here, or will be."""
        return self._awake or bool(self._kept)

    def get(self, key: Key) -> Value | None:
        """Return the value of ``key``, or None where it is not known."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Key, value: Value) -> None:
        """Keep ``value``, unless asleep."""
        if self._awake:
            with self._lock:
                self._place(key, value)
                self._fresh[key] = value

    def news(self) -> Mapping[Key, Value]:
        """Return what was put here since the last call: what a copy of this process may want to learn."""
        with self._lock:
            fresh, self._fresh = self._fresh, {}
            return fresh

    def learn(self, news: Mapping[Key, Value]) -> None:
        """Keep what another process found out."""
        with self._lock:
            for key, value in news.items():
                self._place(key, value)

    def _place(self, key: Key, value: Value) -> None:
        if key in self._kept:
            self._weight -= self._weigh(self._kept.pop(key))
        self._kept[key] = value
        self._weight += self._weigh(value)
        while self._weight > self._most:
            _, dropped = self._kept.popitem(last=False)
            self._weight -= self._weigh(dropped)
