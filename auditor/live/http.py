"""A server for the clients of LanguageTool, on this machine alone."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from auditor.client.place import opened
from auditor.live.bench import Bench
from auditor.live.languagetool import LANGUAGES, Asked, answer, asked
from auditor.live.loopback import JSON, Answer, Handler, LoopbackServer, RefusedError
from auditor.text.visible import json_text

_TOKEN = "token"  # noqa: S105 - the name of the file


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


class LanguageToolServer(LoopbackServer):
    """Answers as LanguageTool's server does; its address ends where ``/v2/check`` begins.

    ``key`` lies in a file that only this user reads.
    """

    name = "auditor serve"
    remedy = "allow it with --allow-origin"

    def __init__(self, bench: Bench, port: int, key: str | None, origins: frozenset[str]) -> None:
        super().__init__(_Handler, port, key, origins)
        self._bench = bench

    def ask(self, question: Asked) -> dict[str, Any]:
        """Return the answer to ``question``; waits for those that came before."""
        answered: dict[str, Any] = self.done(lambda: self._answered(question))
        return answered

    def _answered(self, question: Asked) -> dict[str, Any]:
        if not question.text.strip():
            return answer(question, (), None)
        spoken, report = self._bench.plain(question.text, question.source, question.source_language)
        return answer(question, (report,) if report else (), spoken)


class _Handler(Handler):
    server: LanguageToolServer

    def told(self, path: str) -> Answer:
        """Return what LanguageTool's server would say."""
        return Answer(JSON, json_text(self._said(path)))

    def _said(self, path: str) -> object:
        match path:
            case "/v2/check":
                return self.server.ask(asked(self._form()))
            case "/v2/languages":
                return LANGUAGES
            case "/v2/healthcheck":
                return "OK"
        raise RefusedError(HTTPStatus.NOT_FOUND, "There are /v2/check, /v2/languages and /v2/healthcheck.")

    def _form(self) -> Mapping[str, str]:
        form = self.body() if self.command == "POST" else urlsplit(self.path).query
        return dict(parse_qsl(form, keep_blank_values=True))
