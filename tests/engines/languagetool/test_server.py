"""The real server: its answers, and that no Java outlives its use."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from auditor.config import EngineSettings
from auditor.engines.languagetool import check_text, close, launch, server, server_status, stop_server
from auditor.model import CheckUnavailable

pytestmark = pytest.mark.languagetool

GONE_SECONDS = 10
AUDIT = """
import sys
from auditor.config import EngineSettings
from auditor.engines.languagetool import check_text, server_status
settings = EngineSettings(offline=True)
check_text([("Ready.", False)], "en-US", settings)
print("ready", flush=True)
reply = check_text([("This are a test of the harbour office. " * int(sys.argv[1]), False)], "en-US", settings)
status = server_status()
print(len(reply.matches), status and status.java_pid, flush=True)
"""


@pytest.fixture
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, languagetool: EngineSettings) -> Iterator[EngineSettings]:
    """Settings under which nothing is shared with the other tests' server (which has provisioned the jars)."""
    monkeypatch.setenv("AUDITOR_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("AUDITOR_IDLE_SECONDS", "60")
    yield languagetool
    close()
    stop_server()


@pytest.fixture
def audits() -> Iterator[list[subprocess.Popen[str]]]:
    """Started audits; whatever is left of them at the end is killed."""
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        with suppress(ProcessLookupError):
            process.kill()
        process.communicate()


def _audit(audits: list[subprocess.Popen[str]], sentences: str, **environment: str) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", AUDIT, sentences],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | environment,
    )
    audits.append(process)
    return process


def _in_the_middle(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """Wait until the audit is asking; return its descendants, a keeper and a Java."""
    assert process.stdout
    assert process.stdout.readline() == "ready\n"
    time.sleep(0.5)
    assert process.poll() is None
    below = psutil.Process(process.pid).children(recursive=True)
    assert _java(below)
    return below


def _once_java_runs(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """Wait until the audit has started Java; return its descendants."""
    parent = psutil.Process(process.pid)
    deadline = time.monotonic() + 60
    while not _java(below := parent.children(recursive=True)):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    return below


def _java(processes: list[psutil.Process]) -> bool:
    return any("java" in process.name() for process in processes)


def _all_gone(processes: list[psutil.Process]) -> bool:
    return not psutil.wait_procs(processes, timeout=GONE_SECONDS)[1]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL, signal.SIGINT], ids=lambda number: number.name)
def test_no_java_is_left_when_an_audit_in_ci_is_ended_from_outside(
    apart: EngineSettings, audits: list[subprocess.Popen[str]], tmp_path: Path, number: signal.Signals
) -> None:
    story = tmp_path / "story.txt"
    story.write_text("This are a test of the harbour office.\n\n" * 2000, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "auditor", "check", str(story)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env=os.environ | {"CI": "true"},
    )
    audits.append(process)
    below = _once_java_runs(process)
    time.sleep(2)
    assert process.poll() is None
    process.send_signal(number)
    assert process.wait(GONE_SECONDS)
    assert _all_gone(below)


@pytest.mark.parametrize("ci", ["", "true"])
def test_no_java_is_left_when_an_audit_is_killed_while_its_server_starts(
    apart: EngineSettings, audits: list[subprocess.Popen[str]], ci: str
) -> None:
    process = _audit(audits, "1", CI=ci)
    below = _once_java_runs(process)
    process.kill()
    assert _all_gone(below)


def test_no_java_is_left_after_a_normal_end_in_ci(apart: EngineSettings, audits: list[subprocess.Popen[str]]) -> None:
    process = _audit(audits, "1000", CI="true")
    below = _in_the_middle(process)
    assert process.wait(120) == 0
    assert _all_gone(below)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's death")
def test_java_dies_with_its_keeper(apart: EngineSettings) -> None:
    check_text([("Ready.", False)], "en-US", apart)
    status = server_status()
    assert status
    java = psutil.Process(status.java_pid)
    java.parent().kill()
    assert _all_gone([java])
    assert server_status() is None


def test_a_warm_server_ends_by_itself_when_nobody_uses_it(
    apart: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDITOR_IDLE_SECONDS", "1")
    check_text([("Ready.", False)], "en-US", apart)
    record = json.loads((server.state() / "server.json").read_text(encoding="utf-8"))
    assert _all_gone([psutil.Process(pid) for pid, _ in (record["keeper"], record["java"])])
    assert server_status() is None
    assert not (server.state() / "server.json").exists()


def test_a_warm_server_never_ends_under_an_audit_however_long(
    apart: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AUDITOR_IDLE_SECONDS", "0.2")
    check_text([("Ready.", False)], "en-US", apart)
    with server.in_use(apart):
        url = server.connect(apart)
        time.sleep(3)
        assert server.connect(apart) == url


def test_two_audits_at_once_share_one_server(apart: EngineSettings, audits: list[subprocess.Popen[str]]) -> None:
    both = [_audit(audits, "20", CI=""), _audit(audits, "20", CI="")]
    outputs = [process.communicate(timeout=90)[0] for process in both]
    assert outputs[0] == outputs[1], "both were answered by one Java"
    assert outputs[0].startswith("ready\n")
    assert stop_server()
    assert not stop_server()


def test_a_server_that_dies_under_an_audit_is_started_once_more(apart: EngineSettings) -> None:
    check_text([("Ready.", False)], "en-US", apart)
    first = server_status()
    assert first
    killer = threading.Timer(0.3, psutil.Process(first.java_pid).kill)
    killer.start()
    reply = check_text([("This are a test of the harbour office. " * 500, False)], "en-US", apart)
    killer.join()
    second = server_status()
    assert second
    assert second.java_pid != first.java_pid
    assert len(reply.matches) >= 500


def test_a_private_server_that_died_between_audits_is_replaced(
    apart: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", "true")
    others = set(psutil.Process().children())
    check_text([("Ready.", False)], "en-US", apart)
    (keeper,) = set(psutil.Process().children()) - others
    keeper.kill()
    reply = check_text([("This are a test.", False)], "en-US", apart)
    assert reply.matches


def test_a_broken_class_path_is_told_at_once_with_the_logs_last_lines(
    apart: EngineSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launch, "provision", lambda *_, **__: tmp_path / "nothing.jar")
    started = time.perf_counter()
    with pytest.raises(CheckUnavailable, match="Could not find or load main class"):
        check_text([("Ready.", False)], "en-US", apart)
    assert time.perf_counter() - started < 10


def test_a_server_that_is_never_ready_is_given_up(apart: EngineSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "READY_SECONDS", 0.1)
    with pytest.raises(CheckUnavailable, match=r"not ready after 0\.1 seconds"):
        check_text([("Ready.", False)], "en-US", apart)


def test_a_record_of_processes_that_are_no_longer_ours_harms_nobody(apart: EngineSettings) -> None:
    bystander = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    entry = [bystander.pid, psutil.Process(bystander.pid).create_time()]
    record = {"release": "6.8", "url": "http://127.0.0.1:9/", "idle_seconds": 60, "keeper": entry, "java": entry}
    (server.state() / "server.json").write_text(json.dumps(record), encoding="utf-8")
    assert server_status() is None
    assert not stop_server()
    assert bystander.poll() is None
    bystander.communicate(b"\n")


@pytest.mark.parametrize("record", ["", "{", "[]", "{}", '{"release": 1}'])
def test_a_record_that_makes_no_sense_is_no_server(apart: EngineSettings, record: str) -> None:
    (server.state() / "server.json").write_text(record, encoding="utf-8")
    assert server_status() is None


def test_other_users_cannot_read_the_records(apart: EngineSettings) -> None:
    assert server.state().stat().st_mode & 0o777 == 0o700


def test_a_sites_proxy_is_not_asked_for_a_server_on_this_machine(
    languagetool: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert check_text([("This are a test.", False)], "en-US", languagetool).matches
