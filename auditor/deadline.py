"""An end to work that somebody else's text or expression may make endless."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType

_AGAIN_SECONDS = 1.0
"""After which an alarm that was lost, as in a callback that swallows errors, rings again."""


class OverdueError(BaseException):
    """A block took longer than it may; ``within`` makes an error of its caller's of it, so that nobody else sees it.

    ``place`` says what was going on, where somebody on the way out knows.
    """

    def __init__(self, limit: _Limit) -> None:
        super().__init__()
        self.limit = limit
        self.place = ""


@dataclass(frozen=True, eq=False, slots=True)
class _Limit:
    """The second of the processor, as ``time.process_time`` counts them, at which a block must have ended."""

    at: float


_limits: list[_Limit] = []


@contextmanager
def within(seconds: float, late: Callable[[str], Exception]) -> Iterator[None]:
    """Raise what ``late`` makes of the place where the block takes more than ``seconds`` of the processor.

    Blocks may lie in each other.

    Seconds of the processor, since a busy machine is no fault of a story. Only the main thread can be interrupted, and
    only where Python runs, which is so in its own expressions; in other threads the block has no end.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    mine = _Limit(time.process_time() + seconds)
    before = signal.signal(signal.SIGPROF, _ring)
    _limits.append(mine)
    _wind()
    try:
        yield
    except OverdueError as overdue:
        if overdue.limit is not mine:
            raise
        raise late(overdue.place) from None
    finally:
        _limits.remove(mine)
        _wind()
        signal.signal(signal.SIGPROF, before)


def _ring(_: int, __: FrameType | None) -> None:
    now = time.process_time()
    for limit in _limits:  # the outermost first: what lies in it is over with it
        if now >= limit.at:
            raise OverdueError(limit)


def _wind() -> None:
    """Set the clock to the next limit, or stop it."""
    rest = max(min(limit.at for limit in _limits) - time.process_time(), 0.001) if _limits else 0.0
    signal.setitimer(signal.ITIMER_PROF, rest, _AGAIN_SECONDS if _limits else 0.0)
