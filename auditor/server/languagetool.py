"""The one LanguageTool of the warm process: the parent starts it and sees to it, its forks ask for the way to it."""

from __future__ import annotations

import os
import pickle
import select
import socket
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from auditor.client.wire import send_bytes
from auditor.config.engine import EngineSettings
from auditor.engines.languagetool import launch, server
from auditor.engines.languagetool.launch import Server
from auditor.model import CheckUnavailable

if TYPE_CHECKING:
    from auditor.server.child import Channel

_SETTINGS = EngineSettings(offline=True)
"""The parent downloads nothing: a fork does, which has somebody to tell."""

_LATE = {"reason": "LanguageTool did not start in time.", "hint": "Try again when the machine is less busy."}


@dataclass(slots=True)
class _Waiting:
    """A fork that waits for LanguageTool, and until when."""

    end: socket.socket
    until: float


class Lender:
    """The parent's side; nothing in it waits."""

    def __init__(self) -> None:
        self._waiting: list[_Waiting] = []

    def start(self) -> None:
        """Begin to start LanguageTool, if it is here."""
        server.start(_SETTINGS)

    def warm_up(self) -> None:
        """Let it load what the first question needs, if it runs."""
        ours = server.started()
        if ours is not None and ours.process is not None:
            launch.warm_up(ours)

    def close(self) -> None:
        """End it."""
        server.close()

    def starting(self) -> int | None:
        """Return the descriptor by which it says that it listens, as long as it has not."""
        ours = server.started()
        return None if ours is None or ours.port is not None else ours.said.fileno()

    def attend(self) -> None:
        """Answer those that wait: once it listens or has failed, or when they have waited too long."""
        ours = server.started()
        if ours is None or _heard(ours):
            answer, descriptors = _answer()
            for each in self._waiting:
                _tell(each.end, answer, descriptors)
            self._waiting = []
        now = time.monotonic()
        for each in [each for each in self._waiting if each.until < now]:
            _tell(each.end, _LATE)
            self._waiting.remove(each)

    def lend(self, lost: str | None, end: socket.socket) -> None:
        """Tell the fork at ``end`` the way; it starts anew where it has died or is the one that is ``lost``."""
        ours = server.started()
        if ours is not None and (ours.asked == lost or _ended(ours)):
            server.lose(ours)
        server.start(_SETTINGS)
        self._waiting.append(_Waiting(end, time.monotonic() + launch.READY_SECONDS))
        self.attend()

    def process(self) -> int | None:
        """Return the number of Java's process, or None where none is running."""
        ours = server.started()
        return None if ours is None or ours.process is None or _ended(ours) else ours.process.pid


def _heard(ours: Server) -> bool:
    return ours.port is not None or bool(select.select([ours.said], [], [], 0)[0])


def _ended(ours: Server) -> bool:
    return ours.process is not None and ours.process.poll() is not None


def _answer() -> tuple[dict[str, Any], tuple[int, ...]]:
    """Return the way to our LanguageTool, which has been heard, or why there is none."""
    if server.started() is None:
        return {"missing": True}, ()
    try:
        ours = server.connect(_SETTINGS)
    except CheckUnavailable as missing:
        return {"reason": missing.reason, "hint": missing.hint}, ()
    way = {"asked": ours.asked, "shown": ours.shown, "port": ours.port, "owner": ours.owner}
    return way, (ours.said.fileno(),)


def _tell(end: socket.socket, answer: dict[str, Any], descriptors: tuple[int, ...] = ()) -> None:
    with suppress(OSError):  # a fork that has gone needs none
        send_bytes(end, pickle.dumps(answer), descriptors)


def borrow(channel: Channel) -> None:
    """Let this fork ask its parent's LanguageTool, and never start one of its own."""
    lost: str | None = None

    def lend(settings: EngineSettings) -> Server:
        nonlocal lost
        answer, descriptors = channel.ask({"languagetool": lost})
        if "missing" in answer:
            server.obtain(settings)
            answer, descriptors = channel.ask({"languagetool": lost})
        if "port" not in answer:
            hint = answer.get("hint", "Run “auditor doctor”.")
            raise CheckUnavailable(answer.get("reason", "LanguageTool could not be started."), hint)
        lost = answer["asked"]
        return Server(process=None, said=os.fdopen(descriptors[0], "rb"), log=None, **answer)

    server.borrow(lend)
