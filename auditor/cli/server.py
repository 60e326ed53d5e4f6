"""``auditor server``: look at the warm process, or end it."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from auditor.cli.saying import show_lines
from auditor.client.place import ForeignError
from auditor.model import AuditorError

if TYPE_CHECKING:
    from auditor.client.wire import Message

NONE = "No warm process is running."


@click.group()
def server() -> None:
    """Look at the process that stays warm between audits, or stop it.

    The first check, batch or comparison starts it; it holds the language model, the rules and LanguageTool, so that
    the next one begins at once. Only you can reach it, on this machine alone. It ends by itself after ten minutes
    without use, and is not kept where CI is set.
    """


@server.command()
def status() -> None:
    """Say since when it has been running, what it has done and takes, and when it will end."""
    from auditor.client.control import status as ask

    found = _answered(ask)
    if found is None:
        show_lines(NONE)
        return
    engine = found["languagetool"]
    since = time.strftime("%H:%M:%S", time.localtime(found["since"]))
    show_lines(f"A warm process has been running since {since} (process {found['process']}).")
    show_lines(f"Requests: {found['served']} let in, {found['running']} of them running, {found['waiting']} waiting.")
    show_lines(f"Memory: {found['memory']} MB; LanguageTool: {f'{engine} MB' if engine else 'not running'}.")
    show_lines(f"It ends after {found['rest']:.0f} s without a request.")


@server.command()
def stop() -> None:
    """End it, once the audits that are running are done."""
    from auditor.client.control import stop as ask

    told = _answered(ask)
    if told is None:
        show_lines(NONE)
    elif told["running"]:
        show_lines(f"It ends when what is running is done ({told['running']}).")
    else:
        show_lines("Stopped.")


def _answered(ask: Callable[[], Message | None]) -> Message | None:
    try:
        return ask()
    except ForeignError as fault:
        raise AuditorError(f"The warm process is left alone, for {fault}; remove that.") from None
