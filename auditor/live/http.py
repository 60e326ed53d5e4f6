"""A server for the clients of LanguageTool, on this machine alone.

Who may ask: whoever knows the token, which is part of the address and lies in a file that only this user reads. A page
in a browser may not, unless its origin is allowed; and the server must be called by a name of this machine, so that no
name of somebody else's that leads here is believed (DNS rebinding).
"""

from __future__ import annotations

import hmac
import os
import secrets
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import SimpleQueue
from threading import Thread
from typing import Any, NoReturn
from urllib.parse import parse_qsl, urlsplit

from auditor.client.place import opened
from auditor.files import MB, STORY
from auditor.live.bench import Bench
from auditor.live.languagetool import LANGUAGES, Asked, answer, asked
from auditor.model import AuditorError, InputError
from auditor.text.visible import json_text, visible

LOOPBACK = "127.0.0.1"
_NAMES = frozenset({"127.0.0.1", "localhost"})
_TOKEN = "token"  # noqa: S105 - the name of the file
_SECONDS = 30.0
"""How long a client may be silent in the middle of its question."""

Job = tuple[Asked, "Future[dict[str, Any]]"]


class RefusedError(Exception):
    """A request that is not answered; the message says why, in a sentence."""

    def __init__(self, status: HTTPStatus, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def token() -> str:
    """Return this user's token, made where there is none; raises ``ForeignError`` and ``OSError`` where none can be."""
    with opened() as place:
        flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
        with os.fdopen(os.open(_TOKEN, flags, 0o600, dir_fd=place.descriptor), "r+", encoding="ascii") as file:
            known = file.read().strip()
            if not known:
                known = secrets.token_urlsafe(24)
                file.write(known)
        return known


class LanguageToolServer(ThreadingHTTPServer):
    """Hears questions in threads of their own and answers them one by one in the one that calls ``work``."""

    daemon_threads = True

    def __init__(self, bench: Bench, port: int, key: str | None, origins: frozenset[str]) -> None:
        try:
            super().__init__((LOOPBACK, port), _Handler)
        except OSError as error:
            raise InputError(f"Port {port} cannot be used ({error.strerror}); give another with --port.") from None
        self.key = key
        self.origins = origins
        self._bench = bench
        self._jobs: SimpleQueue[Job] = SimpleQueue()

    @property
    def address(self) -> str:
        """What clients are to be told: it ends where ``/v2/check`` begins."""
        return f"http://{LOOPBACK}:{self.server_port}/{f'{self.key}/' if self.key else ''}"

    def handle_error(self, *_: object) -> None:
        """Say nothing of a connection that broke: what it was about is nobody's business."""

    def work(self) -> NoReturn:
        """Answer until the process is ended: audits are made in the main thread, where they can be given up."""
        Thread(target=self.serve_forever, daemon=True).start()
        while True:
            question, future = self._jobs.get()
            try:
                future.set_result(self._answered(question))
            except Exception as error:  # noqa: BLE001 - the thread that waits says what is wrong
                future.set_exception(error)

    def ask(self, question: Asked) -> dict[str, Any]:
        """Return the answer to ``question``; waits for those that came before."""
        future: Future[dict[str, Any]] = Future()
        self._jobs.put((question, future))
        return future.result()

    def _answered(self, question: Asked) -> dict[str, Any]:
        if not question.text.strip():
            return answer(question, (), None)
        spoken, report = self._bench.plain(question.text, question.source, question.source_language)
        return answer(question, (report,) if report else (), spoken)


class _Handler(BaseHTTPRequestHandler):
    server: LanguageToolServer
    timeout = _SECONDS
    server_version = "auditor"
    sys_version = ""

    def do_GET(self) -> None:
        """Answer a question in the address."""
        self._respond(lambda: dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True)))

    def do_POST(self) -> None:
        """Answer a question in a form."""
        self._respond(self._form)

    def do_OPTIONS(self) -> None:
        """Tell a browser what a page may ask, where its origin is allowed."""
        self._respond(dict)

    def _respond(self, form: Callable[[], Mapping[str, str]]) -> None:
        try:
            self._let_in()
            self._send(HTTPStatus.OK, "application/json", json_text(self._told(form)))
        except RefusedError as refused:
            self._send(refused.status, "text/plain", f"Error: {refused}")
        except AuditorError as error:
            self._send(HTTPStatus.BAD_REQUEST, "text/plain", f"Error: {visible(str(error))}")
        except OSError:  # it went away
            self.close_connection = True
        except Exception as error:  # noqa: BLE001 - the last resort: the next one is answered all the same
            told = f"Error: {type(error).__name__}. This is a bug: run auditor check --debug on this copy."
            self._send(HTTPStatus.INTERNAL_SERVER_ERROR, "text/plain", told)

    def _let_in(self) -> None:
        """Raise ``RefusedError`` for whoever may not ask; the token is looked at last, and told of to nobody."""
        name, _, _ = self.headers.get("Host", "").partition(":")
        if name.lower() not in _NAMES:
            raise RefusedError(HTTPStatus.FORBIDDEN, "This is not the name of this machine.")
        origin = self.headers.get("Origin")
        if origin is not None and origin not in self.server.origins:
            raise RefusedError(HTTPStatus.FORBIDDEN, "This origin may not ask; allow it with --allow-origin.")
        given = urlsplit(self.path).path.split("/")[1]
        if self.server.key and not hmac.compare_digest(given.encode(), self.server.key.encode()):
            raise RefusedError(HTTPStatus.FORBIDDEN, "The address lacks the token; see what auditor serve printed.")

    def _told(self, form: Callable[[], Mapping[str, str]]) -> object:
        path = urlsplit(self.path).path.rstrip("/")
        match path.removeprefix(f"/{self.server.key}" if self.server.key else ""):
            case _ if self.command == "OPTIONS":
                return {}
            case "/v2/check":
                return self.server.ask(asked(form()))
            case "/v2/languages":
                return LANGUAGES
            case "/v2/healthcheck":
                return "OK"
        raise RefusedError(HTTPStatus.NOT_FOUND, "There are /v2/check, /v2/languages and /v2/healthcheck.")

    def _form(self) -> Mapping[str, str]:
        length = self.headers.get("Content-Length", "")
        if not (length.isascii() and length.isdigit()):
            raise RefusedError(HTTPStatus.LENGTH_REQUIRED, "Say how long the form is.")
        if int(length) > STORY.most * MB:
            raise RefusedError(
                HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"The form is longer than {STORY.most} MB; part it."
            )
        body = self.rfile.read(int(length)).decode("utf-8", "replace")
        return dict(parse_qsl(body, keep_blank_values=True))

    def _send(self, status: HTTPStatus, kind: str, text: str) -> None:
        body = text.encode("utf-8", "backslashreplace")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
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
