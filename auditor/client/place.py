"""Where the warm process of this user answers, and whether what is there is ours.

The socket lies in a folder that is closed to everybody else; folder, socket and the process behind it must all belong
to this user, or nothing of them is believed.
"""

from __future__ import annotations

import os
import socket
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager

SOCKET = "socket"
LOCK = "lock"
LOG = "log"

_PRIVATE = 0o700
_CREDENTIALS = struct.Struct("3i")
"""A ``struct ucred``: process, user and group of the other side; see unix(7), ``SO_PEERCRED``."""


class ForeignError(Exception):
    """Something in our place is not ours; the message says what, as the middle of a sentence."""


class Place:
    """The folder, open, and its path for people to read."""

    def __init__(self, descriptor: int, path: str) -> None:
        self.descriptor = descriptor
        self.path = path

    @property
    def address(self) -> str:
        """The address of the socket, by way of the open folder: short enough for any, and nobody can swap it."""
        return f"{self.inside}/{SOCKET}"

    @property
    def inside(self) -> str:
        """The path of the open folder."""
        return f"/proc/self/fd/{self.descriptor}"


def folder() -> str:
    """Return the path of the folder, which need not exist; ``AUDITOR_STATE_DIR`` moves it.

    Each machine has its own, as homes may be shared over a network. The default is the one of platformdirs. Raises
    ``OSError`` for a user without a home.
    """
    given = os.environ.get("AUDITOR_STATE_DIR")
    root = given or os.path.join(_state_home(), "auditor")
    return os.path.join(os.path.abspath(root), f"warm-{os.uname().nodename or 'here'}")


def _state_home() -> str:
    given = os.environ.get("XDG_STATE_HOME", "").strip()
    home = os.path.expanduser("~/.local/state")
    if not given and not os.path.isabs(home):  # it would be made in whatever folder we are in
        raise FileNotFoundError("this user has no home")
    return given or home


@contextmanager
def opened() -> Iterator[Place]:
    """Open the folder, made on demand; raises ``ForeignError``, and ``OSError`` where there can be none."""
    path = folder()
    try:
        os.makedirs(path, _PRIVATE, exist_ok=True)
        descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError as error:
        if os.path.lexists(path):
            raise ForeignError(f"{path} is no folder of its own") from error
        raise
    try:
        state = os.fstat(descriptor)
        if state.st_uid != os.geteuid():
            raise ForeignError(f"the folder {path} belongs to another user")
        if stat.S_IMODE(state.st_mode) & ~_PRIVATE:
            raise ForeignError(f"the folder {path} is open to other users")
        yield Place(descriptor, path)
    finally:
        os.close(descriptor)


def connected(place: Place) -> socket.socket | None:
    """Return a connection with the warm process, or None where there is none; raises ``ForeignError``."""
    try:
        state = os.stat(SOCKET, dir_fd=place.descriptor, follow_symlinks=False)
    except FileNotFoundError:
        return None
    if not stat.S_ISSOCK(state.st_mode):
        raise ForeignError(f"{place.path}/{SOCKET} is no socket")
    if state.st_uid != os.geteuid():
        raise ForeignError(f"the socket {place.path}/{SOCKET} belongs to another user")
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.connect(place.address)
    except OSError:
        connection.close()
        return None
    if not is_ours(connection):
        connection.close()
        raise ForeignError(f"the process that answers at {place.path}/{SOCKET} belongs to another user")
    return connection


def is_ours(connection: socket.socket) -> bool:
    """Tell whether the process on the other side is this user's."""
    packed = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    _, user, _ = _CREDENTIALS.unpack(packed)
    return bool(user == os.geteuid())
