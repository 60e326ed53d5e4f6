"""Hand a command over to the warm process, and end as it ends there."""

from __future__ import annotations

import os
import select
import signal
import socket
import sys
from collections.abc import Sequence
from contextlib import suppress
from types import FrameType

from auditor.client.place import ForeignError, Place, connected, opened
from auditor.client.starting import started
from auditor.client.surroundings import key, surroundings
from auditor.client.wire import BrokenWireError, Inbox, receive, send
from auditor.exits import NOT_AUDITED

_PATIENCE = 60.0
"""Seconds until the first word of the process, which may have to load everything first; the turn may take longer."""

_LOST_SECONDS = 5.0
"""How long a fork is waited for whose parent was killed; the system ends it."""

_TRIES = 3
"""Connections that are tried: the first process may be of another release, the next one on its way out."""


def delegated(arguments: Sequence[str], program: str) -> int | None:
    """Let the warm process do what ``arguments`` ask for and return the exit code; None: do it in this process.

    That is where anything is wrong with it; what is not ours is told on the standard error.
    """
    try:
        with opened() as place:
            return _asked(place, arguments, program)
    except ForeignError as fault:
        _say(f"The warm process is left alone, for {fault}; remove that, or give --no-server.")
    except (OSError, BrokenWireError):
        pass
    return None


def _asked(place: Place, arguments: Sequence[str], program: str) -> int | None:
    options = ["--no-languagetool"] if "--no-languagetool" in arguments else []
    for _ in range(_TRIES):
        connection = connected(place) or started(place, options)
        if connection is None:
            return None
        with connection:
            answer = _conversation(connection, arguments, program)
        if answer is not None:
            return answer
    return None


def _conversation(connection: socket.socket, arguments: Sequence[str], program: str) -> int | None:
    """Return the exit code of the command, or None where the process did not take it up."""
    here = os.open(".", os.O_PATH)
    request = {"do": "run", "key": key(), "arguments": list(arguments), "program": program, "script": sys.argv[0]}
    try:
        send(connection, request | surroundings(), (0, 1, 2, here))
    except OSError:
        return None
    finally:
        os.close(here)
    with _Interrupts(connection):
        inbox, begun = Inbox(), 0
        connection.settimeout(_PATIENCE)
        while True:
            answer = receive(connection, inbox)
            connection.settimeout(None)
            if answer is None:
                return _lost(begun) if begun else None
            if "exit" in answer:
                return int(answer["exit"])
            if "elsewhere" in answer:
                return None
            begun = answer.get("begun", begun)


def _lost(process: int) -> int:
    """Tell that the warm process has gone, once its fork ``process`` has gone with it and can print no more."""
    with suppress(OSError):
        select.select([os.pidfd_open(process)], [], [], _LOST_SECONDS)
    _say("The warm process ended before the audit was done; run the command again.")
    return NOT_AUDITED


def _say(sentence: str) -> None:
    from auditor.text.visible import visible

    sys.stderr.write(f"auditor: {visible(sentence)}\n")


class _Interrupts:
    """While it is entered, Ctrl-C is passed on: the command ends as it would here. A second one ends us at once."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._before = signal.getsignal(signal.SIGINT)

    def __enter__(self) -> None:
        if self._before is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, self._pass_on)

    def __exit__(self, *_: object) -> None:
        if self._before is not signal.SIG_IGN:
            signal.signal(signal.SIGINT, self._before)

    def _pass_on(self, _number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        with suppress(OSError):
            send(self._connection, {"do": "interrupt"})
