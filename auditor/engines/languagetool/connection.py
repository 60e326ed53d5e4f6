"""One connection to our LanguageTool server, shown to be ours before it is asked anything."""

from __future__ import annotations

import http.client
import os
import select
from collections.abc import Iterator
from contextlib import contextmanager
from hmac import compare_digest
from http import HTTPStatus
from typing import TYPE_CHECKING

from auditor.engines.languagetool.launch import LOOPBACK

if TYPE_CHECKING:
    from auditor.engines.languagetool.launch import Server

_CONNECT_SECONDS = 5.0
_TURN_SECONDS = 600.0
"""How long a request waits for those of others; the server takes them in the order in which they come."""

_END_OF_HEAD = b"\r\n\r\n"


class ServerLostError(Exception):
    """What answers is not our server, or nothing answers."""


class AnswerLateError(Exception):
    """The server has begun, and is not done in time."""


class Connection:
    """A connection that stays open from request to request.

    Whoever listens on the port of a Java that has died would get what is meant for ours: so the other end must first
    show the secret that ours alone knows, and the connection is never opened anew behind our back.
    """

    def __init__(self, server: Server) -> None:
        self._server = server
        self._path = f"/{server.asked}/v2/"
        self._http = http.client.HTTPConnection(LOOPBACK, server.port, timeout=_CONNECT_SECONDS)
        try:
            self._http.connect()
            self._http.auto_open = 0
            self._http.request("GET", f"{self._path}healthcheck")
            self._await_turn()
            answer = self._http.getresponse()
            answer.read()
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise ServerLostError from error
        if not compare_digest((answer.getheader("Shown") or "").encode(), server.shown.encode()):
            self.close()
            raise ServerLostError

    def leads_to(self, server: Server) -> bool:
        """Tell whether it leads to ``server`` still, which closes one that was idle for half a minute."""
        if server is not self._server or self._http.sock is None:
            return False
        return not select.select([self._http.sock], [], [], 0)[0]

    def close(self) -> None:
        """Close it."""
        self._http.close()

    def post(self, name: str, form: bytes, variety: str, seconds: float) -> tuple[int, bytes]:
        """Return the status and the body of what is answered to ``form``, an encoded form, within ``seconds``.

        ``variety`` is that of its English, told beside it so that the server can load what it needs at once.

        The seconds are counted from when the server begins, which it says by asking for the form; what waits its turn
        is not late. Raises ``ServerLostError`` and ``AnswerLateError``.
        """
        try:
            self._http.putrequest("POST", self._path + name)
            self._http.putheader("Content-Type", "application/x-www-form-urlencoded")
            self._http.putheader("Content-Length", str(len(form)))
            self._http.putheader("Expect", "100-continue")
            self._http.putheader("Variety", variety)
            self._http.endheaders()
            self._await_turn()
            self._await_continue()
            self._http.sock.settimeout(seconds)
            self._http.send(form)
            answer = self._http.getresponse()
            return answer.status, answer.read()
        except TimeoutError as error:
            self.close()
            raise AnswerLateError from error
        except (OSError, http.client.HTTPException) as error:
            self.close()
            raise ServerLostError from error

    def _await_turn(self) -> None:
        """Wait until something is said; raises ``ConnectionError`` where that cannot be our server."""
        if not self._server.heard_before_its_end(self._http.sock, _TURN_SECONDS):
            raise ConnectionError

    def _await_continue(self) -> None:
        head = b""
        while not head.endswith(_END_OF_HEAD):
            piece = self._http.sock.recv(1)
            if not piece:
                raise ConnectionError
            head += piece
        if int(head.split(None, 2)[1]) != HTTPStatus.CONTINUE:
            raise ConnectionError


_idle: list[Connection] = []
"""Those that nobody uses right now."""


@contextmanager
def connection(server: Server) -> Iterator[Connection]:
    """Give a connection to ``server``, one that was used before where there is one; it is kept for the next."""
    used = _unused(server) or Connection(server)
    try:
        yield used
    except BaseException:
        used.close()
        raise
    _idle.append(used)


def _unused(server: Server) -> Connection | None:
    while _idle:
        found = _idle.pop()
        if found.leads_to(server):
            return found
        found.close()
    return None


os.register_at_fork(after_in_child=_idle.clear)
