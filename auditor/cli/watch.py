"""A desk folder under watch: each story that is saved is audited anew."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from auditor.cli.saying import say
from auditor.cli.stories import STDIN, Failures, find
from auditor.model import AuditorError, InputError

SECONDS = 1.0
"""Between two looks at the folder."""

Stamp = tuple[int, int]
"""When a file was written last, in nanoseconds, and its size in bytes."""


def watch(paths: Sequence[str], audit: Callable[[Sequence[str], Failures], int]) -> int:
    """Audit the stories of ``paths``, then each that changes, until Ctrl-C; return 0.

    A story is taken up when it has been left alone for one look, so that none is read half written. The screen is
    cleared before the first round where it is a terminal's; later ones stand below it, and say what changed. Raises
    ``InputError`` for the standard input.
    """
    if STDIN in paths:
        raise InputError("The standard input cannot be watched; give files or folders.")
    told = Failures()
    done: dict[str, Stamp] = {}
    before = _stamps(find(paths, told))
    due = list(before)
    click.clear()
    try:
        while True:
            if due:
                _round(due, audit)
                done |= {file: before[file] for file in due}
            time.sleep(SECONDS)
            now = _stamps(find(paths, told))
            due = [file for file, stamp in now.items() if done.get(file) != stamp == before.get(file)]
            before = now
    except KeyboardInterrupt:
        return 0


def _round(files: Sequence[str], audit: Callable[[Sequence[str], Failures], int]) -> None:
    """Audit ``files``; what cannot be audited, or settings that are wrong for now, do not end the watch."""
    failures = Failures()
    try:
        audit(files, failures)
    except AuditorError as error:
        say(error)


def _stamps(files: Sequence[str]) -> dict[str, Stamp]:
    """Return the stamps of those of ``files`` that are there."""
    stamps = {}
    for file in files:
        try:
            state = Path(file).stat()
        except OSError:
            continue
        stamps[file] = (state.st_mtime_ns, state.st_size)
    return stamps
