"""The place that one warm process of a user takes: a lock, and the socket that only its holder binds."""

from __future__ import annotations

import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from auditor.client.place import LOCK, SOCKET, Place

_SECONDS = 2.0
"""How long the lock is waited for: what a killed process leaves behind is gone by then."""

_LOOK_SECONDS = 0.02
_BACKLOG = 128


@dataclass(slots=True)
class Own:
    """What is ours as long as we answer: ``leave`` gives it to the next one."""

    place: Place
    listener: socket.socket
    lock: int

    def leave(self) -> None:
        """Answer no longer: take the socket away and let another process take the place."""
        if self.lock >= 0:
            with suppress(FileNotFoundError):
                os.unlink(SOCKET, dir_fd=self.place.descriptor)
            self.listener.close()
            fcntl.flock(self.lock, fcntl.LOCK_UN)  # a fork may still hold the descriptor
            os.close(self.lock)
            self.lock = -1


@contextmanager
def taken(place: Place) -> Iterator[Own | None]:
    """Give the place as ours for as long as the block runs, or None where another process has it."""
    lock = os.open(f"{place.inside}/{LOCK}", os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    if not _locked(lock):
        os.close(lock)
        yield None
        return
    own = Own(place, _bound(place), lock)
    try:
        yield own
    finally:
        own.leave()


def _locked(lock: int) -> bool:
    deadline = time.monotonic() + _SECONDS
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                return False
            time.sleep(_LOOK_SECONDS)
        else:
            return True


def _bound(place: Place) -> socket.socket:
    """Return the socket, listening; nobody but us can connect, not even for a moment."""
    with suppress(FileNotFoundError):
        os.unlink(SOCKET, dir_fd=place.descriptor)
    listener = socket.socket(socket.AF_UNIX)
    before = os.umask(0o177)
    try:
        listener.bind(place.address)
    finally:
        os.umask(before)
    listener.listen(_BACKLOG)
    listener.setblocking(False)
    return listener
