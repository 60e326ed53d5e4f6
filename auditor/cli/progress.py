"""What a user is told while waiting, on the standard error, out of the report's way."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.status import Status

_MEGABYTE = 1_000_000
_BAR = 24


class Conversation:
    """One line that changes while the run goes on; without a terminal, only what happens once is said."""

    def __init__(self, console: Console, status: Status) -> None:
        self._console = console
        self._status = status
        self._lock = Lock()
        self._announced = False

    def auditing(self, story: str) -> None:
        """Say which story is being audited."""
        self._status.update(f"Auditing {story}")

    def fetching(self, here: int, total: int) -> None:
        """Say that LanguageTool is being fetched: ``here`` of ``total`` bytes are here. Takes any thread."""
        with self._lock:
            if not self._announced:
                self._announced = True
                self.say(f"Fetching LanguageTool, once ({total / _MEGABYTE:.0f} MB)")
        self._status.update(f"{_bar(here, total)} {here / _MEGABYTE:.0f} of {total / _MEGABYTE:.0f} MB")

    def counting(self, done: int, total: int | None) -> None:
        """Say how many lines of a batch are done, of ``total`` where that is known."""
        known = f"{_bar(done, total)} {done:,} of {total:,} lines" if total else f"{done:,} lines"
        self._status.update(known)

    def comparing(self, what: str, done: int, total: int) -> None:
        """Say which of the ``total`` steps of a comparison is under way."""
        self._status.update(f"{_bar(done, total)} {done} of {total}  {what}")

    def say(self, line: str) -> None:
        """Print a line that stays."""
        self._console.print(line, soft_wrap=True)


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
