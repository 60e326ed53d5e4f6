"""What a fork of the warm process does: become what the client is, run its command, answer, pass on what it learned."""

from __future__ import annotations

import ctypes
import os
import pickle
import resource
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

from auditor.client.wire import Inbox, send_bytes
from auditor.exits import INTERRUPTED, NOT_AUDITED

Request = dict[str, Any]

_PR_SET_PDEATHSIG = 1
"""From ``<sys/prctl.h>``: the signal a process gets when its parent dies."""

_LIBC = ctypes.CDLL(None)  # loaded before the fork
_STANDARD = (0, 1, 2)
DESCRIPTORS = len(_STANDARD) + 1
"""How many come with a request: the standard streams, and the folder."""

_AS_EVER = (signal.SIGTERM, signal.SIGHUP, signal.SIGCHLD)


class Channel:
    """What a child says to its parent and hears from it; safe to share between threads."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end
        self._lock = threading.Lock()
        self._inbox = Inbox()

    def tell(self, message: dict[str, Any]) -> None:
        """Send ``message``."""
        with self._lock, suppress(OSError):
            send_bytes(self._end, pickle.dumps(message))

    def ask(self, message: dict[str, Any]) -> tuple[dict[str, Any], list[int]]:
        """Send ``message`` and return what is answered, with descriptors; a parent that is gone has ended us before."""
        with self._lock:
            send_bytes(self._end, pickle.dumps(message))
            while True:
                for body in self._inbox.bodies():
                    descriptors, self._inbox.descriptors = self._inbox.descriptors, []
                    return pickle.loads(body), descriptors  # noqa: S301 - from our own parent
                if not self._inbox.take(self._end):
                    os._exit(1)


def work(
    request: Request | None,
    descriptors: Sequence[int],
    end: socket.socket,
    parent: int,
    prepare: Callable[[Channel], None],
    news: Callable[[], object],
    rehearse: Callable[[], None],
) -> NoReturn:
    """Do what ``request`` asks for with the client's ``descriptors``: its three standard streams and its folder.

    Without a request it rehearses, says that it is ready and waits to be told both. ``prepare`` gets the channel to
    the parent before the work begins; ``news`` says at the end what was learned.
    """
    channel = Channel(end)
    try:
        _belong_to(parent)
        if request is None:
            _let_go_of_all_but(end)
            rehearse()
            request, descriptors = channel.ask({"ready": True})
            channel.tell({"ready": False})
        _take_on(request, descriptors, end)
        prepare(channel)
        code = _run(request)
        _let_go_of_the_streams()
        channel.tell({"exit": code})
        channel.tell({"news": news()})
    except KeyboardInterrupt:  # the audit was done, and its end not yet told
        os._exit(INTERRUPTED)
    except BaseException as error:  # noqa: BLE001 - the last resort: nothing may go on in a second copy of the parent
        _show(error)
        os._exit(NOT_AUDITED)
    os._exit(0)


def _belong_to(parent: int) -> None:
    """Take signals as a fresh program does, and die when the parent does."""
    signal.set_wakeup_fd(-1)
    for number in _AS_EVER:
        signal.signal(number, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _AS_EVER)
    os.setpgid(0, 0)
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _take_on(request: Request, descriptors: Sequence[int], end: socket.socket) -> None:
    """Become what the client is; what the parent holds is let go."""
    *streams, folder = descriptors
    os.fchdir(folder)
    for number, descriptor in zip(_STANDARD, streams, strict=True):
        os.dup2(descriptor, number)
    _let_go_of_all_but(end)
    os.environ.clear()
    os.environ.update(request["environment"])
    time.tzset()
    os.umask(request["umask"])
    for name, limits in request["limits"].items():
        with suppress(OSError, ValueError):  # a limit above our own is not ours to give
            resource.setrlimit(getattr(resource, name), tuple(limits))
    with suppress(OSError):
        os.sched_setaffinity(0, request["processors"])
    sys.path[0] = request["path"]
    sys.argv = [request["script"], *request["arguments"]]
    _open_streams(request["streams"])
    signal.signal(signal.SIGINT, signal.SIG_IGN if request["deaf"] else signal.default_int_handler)
    signal.pthread_sigmask(signal.SIG_SETMASK, ())


def _let_go_of_all_but(end: socket.socket) -> None:
    """Close what is open beside ``end`` and the standard streams."""
    for number in sorted(int(link.name) for link in Path("/proc/self/fd").iterdir()):
        if number not in {*_STANDARD, end.fileno()}:
            with suppress(OSError):  # the one that listed them is closed already
                os.close(number)


def _open_streams(streams: Sequence[Sequence[str]]) -> None:
    """Open the standard streams as Python opens them at its start, with the client's encodings."""
    modes = ("r", "w", "w")
    opened = [
        open(number, mode, encoding=encoding, errors=errors, newline="\n", closefd=False)  # noqa: SIM115
        for number, mode, (encoding, errors) in zip(_STANDARD, modes, streams, strict=True)
    ]
    sys.stdin, sys.stdout, sys.stderr = sys.__stdin__, sys.__stdout__, sys.__stderr__ = opened  # type: ignore[assignment,misc]
    assert isinstance(sys.stderr, TextIOWrapper)
    sys.stderr.reconfigure(line_buffering=True)


def _run(request: Request) -> int:
    """Run the command line and return its exit code."""
    from auditor.cli import main

    try:
        main(request["arguments"], prog_name=request["program"])
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        return INTERRUPTED
    except BaseException as error:  # noqa: BLE001 - nothing is to go on
        _show(error)
    return 3


def _show(error: BaseException) -> None:
    from auditor.text.visible import traceback_of

    sys.stderr.write(f"{traceback_of(error)}\n")


def _let_go_of_the_streams() -> None:
    """Flush what is left and close the client's streams: whoever reads them need not wait for the rest of us."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    nothing = os.open(os.devnull, os.O_RDWR)
    for number in _STANDARD:
        os.dup2(nothing, number)
