"""What a user is told while waiting, on the standard error, out of the report's way."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from auditor.text.visible import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.status import Status
    from rich.text import Text

_MEGABYTE = 1_000_000
_BAR = 24
_MINUTE = 60


class Conversation:
    """One line that changes while the run goes on; without a terminal, only what happens once is said."""

    def __init__(self, console: Console, status: Status, clock: Callable[[], float] = time.monotonic) -> None:
        self._console = console
        self._status = status
        self._clock = clock
        self._said: float | None = None
        self._begun: tuple[float, int] | None = None
        self._lock = Lock()
        self._announced = False

    def auditing(self, story: str, done: int = 0, total: int = 1) -> None:
        """Say which story is being audited; of several, how many of ``total`` are ``done``, how fast, what is left."""
        self._change(
            f"Auditing {story}"
            if total == 1
            else f"{_bar(done, total)} {done:,} of {total:,} stories{self._pace(done, total)}  {story}"
        )

    def fetching(self, here: int, total: int) -> None:
        """Say that LanguageTool is being fetched: ``here`` of ``total`` bytes are here. Takes any thread."""
        with self._lock:
            if not self._announced:
                self._announced = True
                self.say(f"Fetching LanguageTool, once ({total / _MEGABYTE:.0f} MB)")
        self._change(f"{_bar(here, total)} {here / _MEGABYTE:.0f} of {total / _MEGABYTE:.0f} MB")

    def counting(self, done: int, total: int | None) -> None:
        """Say how many lines of a batch are done, of ``total`` where that is known."""
        known = f"{_bar(done, total)} {done:,} of {total:,} lines" if total else f"{done:,} lines"
        self._change(f"{known}{self._pace(done, total)}")

    def archiving(self, done: int, total: int, rows: int, rate: float, left: float) -> None:
        """Say how much of an archive is done, in characters, with its rows, words a second and seconds left.

        Without a terminal, whose line changes, it is said once a minute.
        """
        share = 100 * done // max(total, 1)
        line = f"{_bar(done, total)} {share}%  {rows:,} rows, {rate:,.0f} words/s, {_time(left)} left"
        if self._console.is_terminal:
            self._change(line)
            return
        now = self._clock()
        if self._said is None or now - self._said >= _MINUTE:
            self._said = now
            self.say(line)

    def comparing(self, what: str, done: int, total: int) -> None:
        """Say which of the ``total`` steps of a comparison is under way."""
        self._change(f"{_bar(done, total)} {done} of {total}  {what}")

    def _pace(self, done: int, total: int | None) -> str:
        """Return how many are done in a minute since the first was told of, and the time left; nothing before one is.

        What an earlier run has done does not count.
        """
        now = self._clock()
        if self._begun is None:
            self._begun = (now, done)
        seconds, new = now - self._begun[0], done - self._begun[1]
        if not new or seconds <= 0:
            return ""
        rate = f", {60 * new / seconds:,.0f} a minute"
        return rate if total is None else f"{rate}, {_time((total - done) * seconds / new)} left"

    def say(self, line: str) -> None:
        """Print a line that stays."""
        self._console.print(_shown(line), soft_wrap=True)

    def _change(self, line: str) -> None:
        shown = _shown(line)
        shown.truncate(self._console.width - len("⠋ "), overflow="ellipsis")
        self._status.update(shown)


def _shown(line: str) -> Text:
    """Return ``line`` as rich shows it and nothing else: of a plain text, a status would obey the markup."""
    from rich.text import Text

    return Text(visible(line))


def _time(seconds: float) -> str:
    """Return ``seconds`` in words, as exact as anybody needs who waits."""
    if seconds < _MINUTE:
        return f"{seconds:.0f} s"
    minutes = round(seconds / _MINUTE)
    return f"{minutes} min" if minutes < _MINUTE else f"{minutes // _MINUTE} h {minutes % _MINUTE} min"


def _bar(here: int, total: int) -> str:
    done = min(_BAR * here // max(total, 1), _BAR)
    return "#" * done + "." * (_BAR - done)


@contextmanager
def conversation() -> Iterator[Conversation]:
    """Talk to the user for as long as the block runs."""
    from rich.console import Console

    console = Console(stderr=True, highlight=False, markup=False, emoji=False)
    with console.status("Starting") as status:
        yield Conversation(console, status)
