"""``auditor serve``, asked by LanguageTool's own client and by those who may not ask."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
import requests
from language_tool_python import LanguageTool

from auditor.config import EngineSettings
from auditor.live.bench import Bench
from auditor.live.http import LanguageToolServer, token

STORY = "Valmont (IWN) - The 😀 mayor, Denis Ravel, said that the the bridge would stay closed."
ORIGIN = "moz-extension://0123"


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageToolServer]:
    bench = Bench(EngineSettings(enabled=False), {"reader": False}, None, lambda *_: None)
    server = LanguageToolServer(bench, 0, "secret", frozenset({ORIGIN}))
    Thread(target=server.work, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def asked(server: LanguageToolServer, **form: str) -> dict:
    told = requests.post(f"{server.address}v2/check", {"language": "en-US", **form}, timeout=60)
    assert told.status_code == 200, told.text
    return told.json()


def refused(server: LanguageToolServer, path: str = "secret/v2/check", **headers: str) -> tuple[int, str]:
    address = f"http://127.0.0.1:{server.server_port}/{path}"
    told = requests.post(address, {"language": "en-US", "text": STORY}, headers=headers, timeout=60)
    return told.status_code, told.text


def test_the_client_of_languagetool_is_served(server: LanguageToolServer) -> None:
    with LanguageTool("en-US", remote_server=server.address) as client:
        found = client.check(STORY)

    (match,) = [match for match in found if match.rule_id == "unlikely-join"]
    assert STORY[match.offset : match.offset + match.error_length] == "the the"
    assert match.replacements[0] == "the"
    assert "the the" in match.context
    assert match.rule_issue_type == "grammar"


def test_a_source_may_come_as_a_field_of_its_own(server: LanguageToolServer) -> None:
    text = "The bridge cost the city of Valmont 21 million euros, the mayor said."
    source = "Le pont a coûté 12 millions d'euros à la ville de Valmont, a dit le maire."
    alone, beside = asked(server, text=text), asked(server, text=text, source=source, sourceLanguage="fr")
    assert "number-altered" not in {match["rule"]["id"] for match in alone["matches"]}
    (match,) = [match for match in beside["matches"] if match["rule"]["id"] == "number-altered"]
    assert match["auditor"]["severity"] == "major"


def test_offsets_count_as_in_the_annotated_text(server: LanguageToolServer) -> None:
    pieces = [{"text": "😀 He said that "}, {"markup": "<b>"}, {"text": "the the bridge"}, {"markup": "</b>"}]
    sent = "".join(piece.get("text") or piece["markup"] for piece in pieces).encode("utf-16-le")
    found = asked(server, data=json.dumps({"annotation": pieces}))["matches"]
    (match,) = [match for match in found if match["rule"]["id"] == "unlikely-join"]
    start, end = match["offset"] * 2, (match["offset"] + match["length"]) * 2
    assert sent[start:end].decode("utf-16-le") == "the the"


def test_rules_that_are_switched_off_stay_silent(server: LanguageToolServer) -> None:
    for off in ({"disabledRules": "unlikely-join"}, {"disabledCategories": "GRAMMAR"}, {"enabledOnly": "true"}):
        told = asked(server, text=STORY, **off)
        assert "unlikely-join" not in {match["rule"]["id"] for match in told["matches"]}, off


def test_an_answer_without_languagetool_s_own_is_told_to_be_incomplete_unless_it_was_switched_off(
    server: LanguageToolServer,
) -> None:
    assert asked(server, text=STORY)["warnings"] == {"incompleteResults": False, "reasons": []}


def test_another_language_is_not_taken_for_clean(server: LanguageToolServer) -> None:
    french = "Le maire de la ville a déclaré que le pont resterait fermé jusqu'à la fin de la semaine prochaine."
    told = asked(server, text=french, language="auto")
    assert told["matches"] == []
    assert told["warnings"]["incompleteResults"]
    assert told["language"]["detectedLanguage"]["code"] == "fr"


def test_languages_are_those_that_are_checked(server: LanguageToolServer) -> None:
    told = requests.get(f"{server.address}v2/languages", timeout=60).json()
    assert {each["longCode"] for each in told} == {"en", "en-US", "en-GB"}


def test_who_does_not_know_the_token_is_refused(server: LanguageToolServer) -> None:
    for path in ("v2/check", "other/v2/check", "secre/v2/check"):
        status, told = refused(server, path)
        assert status == 403
        assert "secret" not in told


def test_a_page_of_another_origin_is_refused(server: LanguageToolServer) -> None:
    assert refused(server, Origin="https://example.org")[0] == 403
    assert refused(server, Origin="null")[0] == 403


def test_an_origin_that_is_allowed_may_ask(server: LanguageToolServer) -> None:
    told = requests.options(f"{server.address}v2/check", headers={"Origin": ORIGIN}, timeout=60)
    assert told.headers["Access-Control-Allow-Origin"] == ORIGIN
    assert refused(server, Origin=ORIGIN)[0] == 200


def test_a_name_of_somebody_else_that_leads_here_is_refused(server: LanguageToolServer) -> None:
    assert refused(server, Host="example.org")[0] == 403


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ({"language": "fr", "text": STORY}, "“fr” is not checked here"),
        ({"language": "en-US"}, "text and data"),
        ({"language": "en-US", "data": "{}"}, "no annotated text"),
        ({"language": "en-US", "text": "word " * 50, "source": "word " * 50}, "the same text as the translation"),
    ],
)
def test_a_question_that_cannot_be_answered_is_told_so(
    server: LanguageToolServer, form: dict[str, str], reason: str
) -> None:
    told = requests.post(f"{server.address}v2/check", form, timeout=60)
    assert told.status_code == 400
    assert reason in told.text


@pytest.mark.parametrize("length", ["999999999999", "9" * 5000])
def test_a_form_that_is_too_long_is_refused_unread(server: LanguageToolServer, length: str) -> None:
    told = requests.post(f"{server.address}v2/check", headers={"Content-Length": length}, timeout=60)
    assert told.status_code == 413


def test_it_listens_to_this_machine_alone(server: LanguageToolServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_the_token_stays_and_only_its_user_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_STATE_DIR", str(tmp_path))
    first = token()
    assert first == token()
    assert len(first) > 30
    (file,) = tmp_path.glob("*/token")
    assert file.stat().st_mode & 0o077 == 0
    assert file.read_text(encoding="ascii") == first
    assert os.fspath(file).startswith(os.fspath(tmp_path))
