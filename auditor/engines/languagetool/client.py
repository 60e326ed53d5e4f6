"""Ask LanguageTool about a text."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cache
from http import HTTPStatus
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from auditor.engines.languagetool.annotation import Piece, Request, packed, requests_for
from auditor.engines.languagetool.connection import AnswerLateError, ServerLostError, connection
from auditor.engines.languagetool.launch import LOOPBACK
from auditor.engines.languagetool.lock import lock
from auditor.engines.languagetool.reply import Match, Reply, matches
from auditor.engines.languagetool.server import connect, lose
from auditor.model import CheckUnavailable

if TYPE_CHECKING:
    from language_tool_python import LanguageTool

    from auditor.config.engine import EngineSettings
    from auditor.engines.languagetool.launch import Server

_BASE_SECONDS = 60.0
_CHARACTERS_PER_SECOND = 200.0
"""A tenth of what a loaded two-core machine does: only a server that hangs is given up."""

_NO_PROXY = {"no_proxy": LOOPBACK}
"""Keeps a site's proxy out of talk between two processes of one machine."""


_ACROSS = frozenset({"ENGLISH_WORD_REPEAT_BEGINNING_RULE", "EN_WORD_COHERENCY"})
"""Rules that look back beyond the paragraph, and so from one text of a request into the one before it.

Found by asking about 600 sentences of news one by one and all together: no other rule's answers differed.
"""


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
    return _alone(_Conversation(language, settings, disabled), pieces)


def check_texts(
    texts: Sequence[Sequence[Piece]],
    language: str,
    settings: EngineSettings,
    *,
    disabled: Collection[str] = (),
) -> list[Reply]:
    """Return what LanguageTool says about each of ``texts``, the same as ``check_text`` says of it alone.

    Short texts share requests, which is five times as fast; where a rule might have seen a neighbour, the text is
    asked about again by itself.
    """
    conversation = _Conversation(language, settings, disabled)
    replies: list[Reply] = []
    for pack in packed(texts):
        found = [match for request in requests_for(pack.pieces) for match in conversation.ask(request)]
        replies += (
            _alone(conversation, text) if len(pack.texts) > 1 and _crossing(reply) else reply
            for text, reply in zip(pack.texts, _apart(found, pack.starts), strict=True)
        )
    return replies


def _apart(found: Iterable[Match], starts: Sequence[int]) -> list[Reply]:
    """Return the matches of a request as replies to its texts, which begin at ``starts``."""
    shares: list[list[Match]] = [[] for _ in starts]
    for match in found:
        index = bisect_right(starts, match.span.start) - 1
        shares[index].append(replace(match, span=match.span.shift(-starts[index])))
    return [_reply(share) for share in shares]


def _crossing(reply: Reply) -> bool:
    return any(match.rule_id in _ACROSS for match in reply.matches)


def _alone(conversation: _Conversation, text: Iterable[Piece]) -> Reply:
    return _reply(match for request in requests_for(text) for match in conversation.ask(request))


def _reply(found: Iterable[Match]) -> Reply:
    ordered = sorted(found, key=lambda match: (match.span.start, match.span.end))
    return Reply(tuple(ordered), f"LanguageTool {version()}")


class _Conversation:
    """The requests of one text; the server may be lost once."""

    def __init__(self, language: str, settings: EngineSettings, disabled: Collection[str]) -> None:
        self._language = language
        self._settings = settings
        self._disabled = ",".join(sorted(disabled))
        self._lost = False

    def ask(self, request: Request) -> list[Match]:
        while True:
            server = connect(self._settings)
            try:
                return matches(self._answer(server, request), request)
            except ServerLostError as error:
                lose(server)
                if self._lost:
                    raise CheckUnavailable(
                        "LanguageTool's server died twice in this audit.",
                        "Run “auditor doctor”; it needs about 600 MB of memory.",
                    ) from error
                self._lost = True

    def _answer(self, server: Server, request: Request) -> dict[str, Any]:
        """Return the server's whole answer: the library's own matches drop half of it."""
        seconds = _BASE_SECONDS + request.size / _CHARACTERS_PER_SECOND
        with connection(server) as line:
            form = {"language": str(_tool(server.url, self._language).language), "data": request.payload()}
            if self._disabled:
                form["disabledRules"] = self._disabled
            try:
                return _accepted(*line.post("check", urlencode(form).encode(), seconds))
            except AnswerLateError as error:
                raise CheckUnavailable(
                    f"LanguageTool did not answer within {seconds:.0f} seconds.",
                    "Try again when the machine is less busy.",
                ) from error


@cache
def _tool(url: str, language: str) -> LanguageTool:
    """Return language_tool_python's handle on a running server, which knows its languages; it asks for them once."""
    from language_tool_python import LanguageTool
    from language_tool_python.exceptions import LanguageToolError

    try:
        return LanguageTool(language, remote_server=url, proxies=_NO_PROXY)
    except LanguageToolError as error:
        raise ServerLostError from error
    except ValueError as error:
        raise CheckUnavailable(
            f"LanguageTool does not know the language “{language}”.",
            "Use a code such as en-US or en-GB.",
        ) from error


def _accepted(status: int, body: bytes) -> dict[str, Any]:
    """Return the JSON of an answer that is whole; half an answer would read as clean copy."""
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
