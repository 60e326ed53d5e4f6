"""Messages over a Unix socket: a length in four bytes, then that many bytes; descriptors may come along.

Between client and server they are JSON.
"""

from __future__ import annotations

import json
import socket
import struct
from collections.abc import Iterator, Sequence
from typing import Any

Message = dict[str, Any]

_LENGTH = struct.Struct("!I")
_MOST = 64 << 20
"""Bytes of the longest message: an environment may be large, what is larger is none."""

_CHUNK = 1 << 16
_MOST_DESCRIPTORS = 8


class BrokenWireError(Exception):
    """What came is no message."""


def send(to: socket.socket, message: Message, descriptors: Sequence[int] = ()) -> None:
    """Send ``message`` and copies of ``descriptors``; raises ``OSError`` where nobody takes it."""
    send_bytes(to, json.dumps(message).encode(), descriptors)


def send_bytes(to: socket.socket, body: bytes, descriptors: Sequence[int] = ()) -> None:
    """Send ``body`` as one message, and copies of ``descriptors``; raises ``OSError`` where nobody takes it."""
    socket.send_fds(to, [_LENGTH.pack(len(body))], descriptors)
    to.sendall(body)


def receive(source: socket.socket, inbox: Inbox) -> Message | None:
    """Wait for a message and return it; None where the other side went away. Raises ``BrokenWireError``.

    ``inbox`` belongs to ``source``: what came together with this message is there for the next call.
    """
    while True:
        for message in inbox.messages():
            return message
        try:
            if not inbox.take(source):
                return None
        except ConnectionError:
            return None


class Inbox:
    """What came over one socket, and the messages that are whole; ``descriptors`` belong to whoever takes them."""

    def __init__(self) -> None:
        self.descriptors: list[int] = []
        self._bytes = bytearray()

    def take(self, source: socket.socket) -> bool:
        """Read what is there; return whether the other side may send more. Raises ``OSError``."""
        data, descriptors, *_ = socket.recv_fds(source, _CHUNK, _MOST_DESCRIPTORS)
        self.descriptors += descriptors
        self._bytes += data
        return bool(data)

    def messages(self) -> Iterator[Message]:
        """Yield the messages that are whole, each once; raises ``BrokenWireError`` for what is none."""
        for body in self.bodies():
            try:
                message = json.loads(body)
            except (ValueError, RecursionError) as error:
                raise BrokenWireError from error
            if not isinstance(message, dict):
                raise BrokenWireError
            yield message

    def bodies(self) -> Iterator[bytes]:
        """Yield the bytes of the messages that are whole, each once; raises ``BrokenWireError``."""
        while len(self._bytes) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._bytes)
            end = _LENGTH.size + length
            if length > _MOST:
                raise BrokenWireError
            if len(self._bytes) < end:
                return
            body = bytes(self._bytes[_LENGTH.size : end])
            del self._bytes[:end]
            yield body
