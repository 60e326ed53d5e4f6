"""Messages over a socket: whole, in order, none lost, descriptors with them."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator

import pytest

from auditor.client.wire import BrokenWireError, Inbox, receive, send

Pair = tuple[socket.socket, socket.socket]


@pytest.fixture
def pair() -> Iterator[Pair]:
    one, other = socket.socketpair()
    with one, other:
        yield one, other


def test_messages_that_come_together_are_received_one_by_one(pair: Pair) -> None:
    for number in range(3):
        send(pair[0], {"number": number, "odd": "\udcff é"})
    inbox = Inbox()
    received = [receive(pair[1], inbox) for _ in range(3)]
    assert received == [{"number": number, "odd": "\udcff é"} for number in range(3)]


def test_a_message_that_comes_in_pieces_is_whole(pair: Pair) -> None:
    body = b'{"long": "' + b"x" * 200_000 + b'"}'
    inbox = Inbox()
    sent = len(body).to_bytes(4, "big") + body
    found = []
    for start in range(0, len(sent), 50_000):
        pair[0].sendall(sent[start : start + 50_000])
        inbox.take(pair[1])
        found += inbox.messages()
    assert [len(message["long"]) for message in found] == [200_000]


def test_the_end_of_the_other_side_is_none(pair: Pair) -> None:
    pair[0].close()
    assert receive(pair[1], Inbox()) is None


def test_descriptors_come_along(pair: Pair) -> None:
    reading, writing = os.pipe()
    send(pair[0], {}, (reading,))
    os.write(writing, b"through")
    inbox = Inbox()
    receive(pair[1], inbox)
    (copy,) = inbox.descriptors
    assert os.read(copy, 10) == b"through"
    for descriptor in (reading, writing, copy):
        os.close(descriptor)


@pytest.mark.parametrize("nonsense", [b"\xff\xff\xff\xff", b"\0\0\0\2[]", b"\0\0\0\1x"])
def test_nonsense_is_told_apart(pair: Pair, nonsense: bytes) -> None:
    pair[0].sendall(nonsense)
    with pytest.raises(BrokenWireError):
        receive(pair[1], Inbox())
