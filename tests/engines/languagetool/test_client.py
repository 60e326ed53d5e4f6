"""What LanguageTool says about a text, on the words it is about."""

from __future__ import annotations

import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO

import pytest
from language_tool_python import LanguageTool

from auditor.config import EngineSettings
from auditor.engines.languagetool import annotation, check_text, client, connect, launch, version
from auditor.engines.languagetool.library import ENGLISH, Client
from auditor.model import CheckUnavailable

PIECES = [
    ("OSLO \U0001f600 (NN) - ", True),
    ("At the cafe\u0301 \U0001f600 she have seen him. \r\n", False),
    ("\r\n- Wether and roads -\r\n\r\n", True),
    ("Teh \U0001f600\U0001f600 ferry wait in the the harbour.", False),
]
WHOLE = "".join(run for run, _ in PIECES)


@pytest.mark.languagetool
def test_every_match_lies_on_its_words(languagetool: EngineSettings) -> None:
    reply = check_text(PIECES, "en-US", languagetool)
    words = {match.span.of(WHOLE) for match in reply.matches}
    assert {"have", "Teh", "the the"} <= words


@pytest.mark.languagetool
def test_furniture_is_never_remarked_on(languagetool: EngineSettings) -> None:
    reply = check_text(PIECES, "en-US", languagetool)
    assert "Wether" in WHOLE
    assert not any("Wether" in match.span.of(WHOLE) or "NN" in match.span.of(WHOLE) for match in reply.matches)


@pytest.mark.languagetool
def test_a_letter_with_a_combining_accent_is_no_misspelling(languagetool: EngineSettings) -> None:
    reply = check_text(PIECES, "en-US", languagetool)
    assert not any("caf" in match.span.of(WHOLE) for match in reply.matches)


@pytest.mark.languagetool
def test_a_match_carries_all_that_the_server_says(languagetool: EngineSettings) -> None:
    (match,) = check_text([("We saw teh ferry.", False)], "en-GB", languagetool).matches
    assert match.rule_id == "MORFOLOGIK_RULE_EN_GB"
    assert (match.category_id, match.issue_type) == ("TYPOS", "misspelling")
    assert "the" in match.replacements
    assert match.category_name
    assert match.description
    assert match.message


@pytest.mark.languagetool
def test_a_disabled_rule_is_silent(languagetool: EngineSettings) -> None:
    reply = check_text([("We saw teh ferry.", False)], "en-US", languagetool, disabled={"MORFOLOGIK_RULE_EN_US"})
    assert reply.matches == ()


@pytest.mark.languagetool
def test_the_answer_names_the_software(languagetool: EngineSettings) -> None:
    assert check_text([("Fine.", False)], "en-US", languagetool).software == f"LanguageTool {version()}"


@pytest.mark.languagetool
@pytest.mark.parametrize("text", ["", " \r\n", "\x00", "\ud800", "\U0001f600" * 50, "e" + "\u0301" * 40])
def test_odd_characters_are_answered(languagetool: EngineSettings, text: str) -> None:
    reply = check_text([(text, False), ("This are odd.", False)], "en-US", languagetool)
    whole = text + "This are odd."
    assert all(0 <= match.span.start < match.span.end <= len(whole) for match in reply.matches)


@pytest.mark.languagetool
def test_a_text_in_several_requests_gives_the_same_matches(
    languagetool: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = [("The ferry \U0001f600 have left teh harbour of Bergen.\n\n", False), ("- Roads -\n\n", True)] * 20
    whole = check_text(story, "en-US", languagetool)
    assert len(whole.matches) == 40
    monkeypatch.setattr(annotation, "REQUEST_CHARACTERS", 300)
    assert check_text(story, "en-US", languagetool) == whole


@pytest.mark.languagetool
def test_a_language_that_is_not_there_is_told(languagetool: EngineSettings) -> None:
    with pytest.raises(CheckUnavailable, match="does not know the language “tlh”"):
        check_text([("nuqneH", False)], "tlh", languagetool)


@pytest.mark.languagetool
def test_the_languages_that_are_known_of_the_pinned_release_are_those_of_its_server(
    languagetool: EngineSettings,
) -> None:
    client = Client("en-US", remote_server=connect(languagetool).url)
    assert {code for code in LanguageTool._get_languages(client) if code.startswith("en")} == ENGLISH


class _Server:
    """A server that knows our secrets and answers as LanguageTool does until it is asked to check."""

    def __init__(self, status: int, body: bytes, seconds: float = 0.0) -> None:
        turn = threading.Lock()
        living = _living()
        assert living.stdout
        ours = launch.Server(living, living.stdout, BytesIO(), "asked", "shown")

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                self._send(200, b"OK")

            def handle_expect_100(self) -> bool:
                turn.acquire()
                return super().handle_expect_100()

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers["Content-Length"]))
                time.sleep(seconds)
                turn.release()
                if status:
                    self._send(status, body)
                else:
                    self.close_connection = True

            def _send(self, code: int, content: bytes) -> None:
                self.send_response(code)
                self.send_header("Content-Length", str(len(content)))
                self.send_header("Shown", ours.shown)
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        ours.port = self._server.server_port
        self.ours = ours

    def __enter__(self) -> _Server:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        launch.end(self.ours)
        self._server.shutdown()
        self._server.server_close()


def _living() -> subprocess.Popen[bytes]:
    """Return a process that says nothing and ends with its standard input, as our Java does."""
    return subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)


@pytest.mark.parametrize(
    ("status", "body", "reason"),
    [
        (0, b"", "died twice in this audit"),
        (500, b"Error: Internal Error", "fails on a sentence of this text"),
        (200, b"<html>", "is not an answer of LanguageTool"),
        (
            200,
            b'{"matches": [], "warnings": {"incompleteResults": true, "incompleteResultsReason": "too slow"}}',
            "stopped before the end of the text .too slow",
        ),
    ],
)
def test_a_server_that_fails_is_reported_and_never_reads_as_clean(
    monkeypatch: pytest.MonkeyPatch, status: int, body: bytes, reason: str
) -> None:
    with _Server(status, body) as server:
        monkeypatch.setattr(client, "connect", lambda _: server.ours)
        with pytest.raises(CheckUnavailable, match=reason):
            check_text([("Text.", False)], "en-US", EngineSettings())


def test_the_time_of_a_request_is_counted_from_when_its_turn_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_BASE_SECONDS", 1.0)
    with _Server(200, b'{"matches": []}', seconds=0.4) as server, ThreadPoolExecutor(8) as askers:
        monkeypatch.setattr(client, "connect", lambda _: server.ours)
        asked = [askers.submit(check_text, [("Text.", False)], "en-US", EngineSettings()) for _ in range(8)]
        assert [each.result().matches for each in asked] == [()] * 8


def test_a_server_that_begins_and_does_not_finish_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_BASE_SECONDS", 0.1)
    with _Server(200, b'{"matches": []}', seconds=2) as server:
        monkeypatch.setattr(client, "connect", lambda _: server.ours)
        with pytest.raises(CheckUnavailable, match="did not answer within 0 seconds"):
            check_text([("Text.", False)], "en-US", EngineSettings())
