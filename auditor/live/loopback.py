"""A server on this machine alone, and who may ask it.

That is whoever knows the token, which is part of the address. A page in a browser may not, unless its origin is
allowed; and the server must be called by a name of this machine, so that no name of somebody else's that leads here is
believed (DNS rebinding).
"""

from __future__ import annotations

import hmac
import re
from abc import abstractmethod
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from auditor.files import MB, STORY
from auditor.model import AuditorError, InputError
from auditor.text.visible import visible

LOOPBACK = "127.0.0.1"
_NAMES = frozenset({"127.0.0.1", "localhost"})
_SECONDS = 30.0
"""How long a client may be silent in the middle of its question."""

_LONGEST_LENGTH = 18
"""Digits of a length in bytes, beyond which nothing is read as a number."""

_LOOK_SECONDS = 0.5
"""How often it is asked whether the work is at its end."""

JSON = "application/json"

Job = tuple[Callable[[], Any], "Future[Any]"]


class RefusedError(Exception):
    """A request that is not answered; the message says why, in a sentence."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: the kind of the text, by its media type, and the text."""

    kind: str
    text: str


class LoopbackServer(ThreadingHTTPServer):
    """Hears questions in threads of their own; what is done for them is done one by one in the one that calls ``work``.

    ``name`` is the command that prints the address, ``key`` the token, None for none, ``origins`` are those of pages
    that may ask.
    """

    daemon_threads = True
    name = "auditor"
    remedy = "open the address that was printed"
    """What helps a page of another origin."""

    def __init__(self, handler: type[Handler], port: int, key: str | None, origins: frozenset[str]) -> None:
        try:
            super().__init__((LOOPBACK, port), handler)
        except OSError as error:
            raise InputError(f"Port {port} cannot be used ({error.strerror}); give another with --port.") from None
        self.key = key
        self.origins = origins
        self._jobs: SimpleQueue[Job] = SimpleQueue()

    @property
    def address(self) -> str:
        """What clients are to be told."""
        return f"http://{LOOPBACK}:{self.server_port}/{f'{self.key}/' if self.key else ''}"

    def handle_error(self, *_: object) -> None:
        """Say nothing of a connection that broke: what it was about is nobody's business."""

    def work(self, ended: Callable[[], bool] = lambda: False) -> None:
        """Answer until ``ended`` or the process is: audits are made in the main thread, where they can be given up."""
        Thread(target=self.serve_forever, daemon=True).start()
        while not ended():
            try:
                job, future = self._jobs.get(timeout=_LOOK_SECONDS)
            except Empty:
                continue
            try:
                future.set_result(job())
            except Exception as error:  # noqa: BLE001 - the thread that waits says what is wrong
                future.set_exception(error)

    def done(self, job: Callable[[], Any]) -> Any:
        """Return what ``job`` gives; waits for those that came before."""
        future: Future[Any] = Future()
        self._jobs.put((job, future))
        return future.result()


class Handler(BaseHTTPRequestHandler):
    """Lets in who may ask, and sends what ``told`` returns, or why nothing is."""

    server: LoopbackServer
    timeout = _SECONDS
    server_version = "auditor"
    sys_version = ""

    @abstractmethod
    def told(self, path: str) -> Answer:
        """Return the answer to a request for ``path``, the token taken off; raises ``RefusedError``."""

    def do_GET(self) -> None:
        """Answer a question in the address."""
        self._respond()

    def do_POST(self) -> None:
        """Answer a question in a body."""
        self._respond()

    def do_OPTIONS(self) -> None:
        """Tell a browser what a page may ask, where its origin is allowed."""
        self._respond()

    def _respond(self) -> None:
        try:
            self._let_in()
            path = urlsplit(self.path).path.rstrip("/").removeprefix(f"/{self.server.key}" if self.server.key else "")
            self._send(HTTPStatus.OK, Answer(JSON, "{}") if self.command == "OPTIONS" else self.told(path))
        except RefusedError as refused:
            self._send(refused.status, Answer("text/plain", f"Error: {refused}"))
        except AuditorError as error:
            self._send(HTTPStatus.BAD_REQUEST, Answer("text/plain", f"Error: {visible(str(error))}"))
        except OSError:  # it went away
            self.close_connection = True
        except Exception as error:  # noqa: BLE001 - the last resort: the next one is answered all the same
            told = f"Error: {type(error).__name__}. This is a bug: run auditor check --debug on this copy."
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, Answer("text/plain", told))

    def _let_in(self) -> None:
        """Raise ``RefusedError`` for whoever may not ask; the token is looked at last, and told of to nobody."""
        name, _, _ = self.headers.get("Host", "").partition(":")
        if name.lower() not in _NAMES:
            raise RefusedError(HTTPStatus.FORBIDDEN, "This is not the name of this machine.")
        origin = self.headers.get("Origin")
        if origin is not None and origin not in self.server.origins:
            raise RefusedError(HTTPStatus.FORBIDDEN, f"This origin may not ask; {self.server.remedy}.")
        given = urlsplit(self.path).path.split("/")[1]
        if self.server.key and not hmac.compare_digest(given.encode(), self.server.key.encode()):
            raise RefusedError(
                HTTPStatus.FORBIDDEN, f"The address lacks the token; see what {self.server.name} printed."
            )

    def body(self) -> str:
        """Return what was sent; raises ``RefusedError`` where nobody says how long it is, or it is too long."""
        length = self.headers.get("Content-Length", "")
        if not re.fullmatch("[0-9]+", length):
            raise RefusedError(HTTPStatus.LENGTH_REQUIRED, "Say how long the form is.")
        if len(length) > _LONGEST_LENGTH or int(length) > STORY.most * MB:
            raise RefusedError(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"The form is longer than {STORY.most} MB; part it."
            )
        return self.rfile.read(int(length)).decode("utf-8", "replace")

    def _send(self, status: HTTPStatus, answer: Answer) -> None:
        body = answer.text.encode("utf-8", "backslashreplace")
        self.send_response(status)
        self.send_header("Content-Type", f"{answer.kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-store")
        origin = self.headers.get("Origin")
        if origin in self.server.origins:
            self.send_header("Access-Control-Allow-Origin", str(origin))
            self.send_header("Access-Control-Allow-Headers", "Content-Type")
            self.send_header("Vary", "Origin")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Log nothing: a request holds copy, and its address the token."""
