"""Ask LanguageTool about a text."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from auditor.beside import each_beside
from auditor.engines.languagetool.annotation import Paragraph, Piece, Request, paragraphs, shared_out
from auditor.engines.languagetool.connection import AnswerLateError, ServerLostError, connection
from auditor.engines.languagetool.form import form
from auditor.engines.languagetool.launch import LOOPBACK
from auditor.engines.languagetool.lock import lock
from auditor.engines.languagetool.reply import Match, Reply, matches
from auditor.engines.languagetool.server import connect, lose
from auditor.engines.languagetool.whole import explained
from auditor.memory import Memory
from auditor.model import CheckUnavailable

if TYPE_CHECKING:
    from language_tool_python import LanguageTool

    from auditor.config.engine import EngineSettings
    from auditor.engines.languagetool.launch import Server

_AT_ONCE = min(4, len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1)
"""Requests for one text that are under way at once: as many as our Java works on (see ``Guard.java``)."""

_BASE_SECONDS = 60.0
_CHARACTERS_PER_SECOND = 200.0
"""A tenth of what a loaded two-core machine does: only a server that hangs is given up."""

_NO_PROXY = {"no_proxy": LOOPBACK}
"""Keeps a site's proxy out of talk between two processes of one machine."""

_PARAGRAPHS_AND_REMARKS = 20_000
answers: Memory[tuple[str, frozenset[str], tuple[Piece, ...]], tuple[Match, ...]] = Memory(
    _PARAGRAPHS_AND_REMARKS, lambda found: 1 + len(found)
)
"""What was said of paragraphs, by language, the rules that were off, and their pieces; asleep until it is woken."""


class _RefusedError(CheckUnavailable):
    """One of LanguageTool's rules fails on a text: it says so, and is ready for the next."""


def version() -> str:
    """Return the release of LanguageTool in use, such as ``6.8``."""
    return lock().release


def check_text(
    pieces: Iterable[Piece],
    language: str,
    settings: EngineSettings,
    *,
    disabled: Collection[str] = (),
) -> Reply:
    """Return what LanguageTool says about ``pieces``, its spans in their concatenation.

    Pieces are ``(text, is_markup)``; markup is counted and never checked. ``language`` is one of
    LanguageTool's codes, such as ``en-US``; ``disabled`` names rules that stay silent. A server that dies is
    started once more. Raises ``CheckUnavailable``.
    """
    (told,) = check_texts([list(pieces)], language, settings, disabled=disabled)
    if isinstance(told, CheckUnavailable):
        raise told
    return told


def check_texts(
    texts: Sequence[Iterable[Piece]],
    language: str,
    settings: EngineSettings,
    *,
    disabled: Collection[str] = (),
) -> list[Reply | CheckUnavailable]:
    """Return what LanguageTool says about each of ``texts``, the same as ``check_text`` says of it alone.

    Each paragraph is asked about by itself, whatever stands around it; many share a request. A text with a paragraph
    on which LanguageTool fails has the reason for an answer; it keeps the others from nothing.
    """
    conversation = _Conversation(language, settings, disabled)
    asked = [list(paragraphs(text)) for text in texts]
    told = conversation.ask(dict.fromkeys(paragraph.pieces for text in asked for paragraph in text))
    return [_reply(text, told) for text in asked]


def _reply(
    asked: Sequence[Paragraph], told: Mapping[tuple[Piece, ...], Sequence[Match] | _RefusedError]
) -> Reply | CheckUnavailable:
    """Return what was told of the paragraphs of a text as a reply to the text."""
    found: list[tuple[Paragraph, Match]] = []
    for paragraph in asked:
        here = told[paragraph.pieces]
        if isinstance(here, _RefusedError):
            return here
        found += ((paragraph, match) for match in here)
    silent = explained(found, asked)
    kept = [replace(m, span=m.span.shift(p.start)) for p, m in found if (p, m) not in silent]
    return Reply(tuple(sorted(kept, key=lambda match: (match.span.start, match.span.end))), f"LanguageTool {version()}")


class _Conversation:
    """The requests of one text, several at once; the server may be lost once, by any of them."""

    def __init__(self, language: str, settings: EngineSettings, disabled: Collection[str]) -> None:
        self._language = language
        self._settings = settings
        self._disabled = frozenset(disabled)
        self._lost: Server | None = None

    def ask(self, asked: Iterable[tuple[Piece, ...]]) -> dict[tuple[Piece, ...], tuple[Match, ...] | _RefusedError]:
        """Return what is said of each of ``asked``, the pieces of paragraphs; most of it may be known from before."""
        remembered = {pieces: answers.get((self._language, self._disabled, pieces)) for pieces in asked}
        told: dict[tuple[Piece, ...], tuple[Match, ...] | _RefusedError] = {}
        told |= {pieces: found for pieces, found in remembered.items() if found is not None}
        requests = shared_out([pieces for pieces in remembered if pieces not in told], _AT_ONCE)
        for request, said in zip(requests, each_beside(self._parted, requests, _AT_ONCE), strict=True):
            for pieces, found in zip(request.paragraphs, said, strict=True):
                if not isinstance(found, _RefusedError):
                    answers.put((self._language, self._disabled, pieces), found)
                told[pieces] = found
        return told

    def _parted(self, request: Request) -> list[tuple[Match, ...] | _RefusedError]:
        """Return what is said of each paragraph; one on which LanguageTool fails is parted from the others."""
        try:
            return [*self._said(request)]
        except _RefusedError as refused:
            many = len(request.paragraphs)
            if many == 1:
                return [refused]
            halves = request.paragraphs[: many // 2], request.paragraphs[many // 2 :]
            return [found for half in halves for found in self._parted(Request(half))]

    def _said(self, request: Request) -> list[tuple[Match, ...]]:
        again = False
        while True:
            server = connect(self._settings)
            try:
                return matches(self._answer(server, request), request)
            except ServerLostError as error:
                lose(server)
                if again or self._lost not in (None, server):
                    raise CheckUnavailable(
                        "LanguageTool's server died twice in this audit.",
                        "Run “auditor doctor”; it needs about 600 MB of memory.",
                    ) from error
                again, self._lost = True, server

    def _answer(self, server: Server, request: Request) -> dict[str, Any]:
        """Return the server's whole answer: the library's own matches drop half of it."""
        seconds = _BASE_SECONDS + request.size / _CHARACTERS_PER_SECOND
        with connection(server) as line:
            variety = str(_tool(server.url, self._language).language)
            asked = form(request, variety, self._disabled)
            try:
                return _accepted(*line.post("check", asked, variety, seconds))
            except AnswerLateError as error:
                raise CheckUnavailable(
                    f"LanguageTool did not answer within {seconds:.0f} seconds.",
                    "Try again when the machine is less busy.",
                ) from error


@cache
def _tool(url: str, language: str) -> LanguageTool:
    """Return language_tool_python's handle on our server, for one of its languages."""
    from auditor.engines.languagetool.library import Client

    try:
        return Client(language, remote_server=url, proxies=_NO_PROXY)
    except ValueError as error:
        raise CheckUnavailable(
            f"LanguageTool does not know the language “{language}”.",
            "Use a code such as en-US or en-GB.",
        ) from error


def _accepted(status: int, body: bytes) -> dict[str, Any]:
    """Return the JSON of an answer that is whole; half an answer would read as clean copy."""
    if status == HTTPStatus.INTERNAL_SERVER_ERROR:
        raise _RefusedError("LanguageTool fails on a sentence of this text.", "Check its grammar by eye.")
    if status != HTTPStatus.OK:
        said = " ".join(body.decode(errors="replace").split())[:200]
        raise CheckUnavailable(f"LanguageTool refused the text ({status}: {said}).", "Run “auditor doctor”.")
    try:
        reply: dict[str, Any] = json.loads(body)
    except ValueError as error:
        raise CheckUnavailable("What came back is not an answer of LanguageTool.", "Run “auditor doctor”.") from error
    warnings = reply.get("warnings") or {}
    if warnings.get("incompleteResults"):
        reason = warnings.get("incompleteResultsReason", "it does not say why")
        raise CheckUnavailable(f"LanguageTool stopped before the end of the text ({reason}).", "Run “auditor doctor”.")
    return reply
