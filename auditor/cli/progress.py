"""What a user is told while waiting, on the standard error, out of the report's way."""

from __future__ import annotations

from collections.abc import Iterator
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


class Conversation:
    """One line that changes while the run goes on; without a terminal, only what happens once is said."""

    def __init__(self, console: Console, status: Status) -> None:
        self._console = console
        self._status = status
        self._lock = Lock()
        self._announced = False

    def auditing(self, story: str) -> None:
        """Say which story is being audited."""
        self._change(f"Auditing {story}")

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
        self._change(known)

    def comparing(self, what: str, done: int, total: int) -> None:
        """Say which of the ``total`` steps of a comparison is under way."""
        self._change(f"{_bar(done, total)} {done} of {total}  {what}")

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
