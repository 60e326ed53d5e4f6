"""The real server: it answers us alone, is known as ours, and no Java outlives its use."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from auditor.config import EngineSettings
from auditor.engines.languagetool import check_text, close, connect, launch, server, start
from auditor.model import CheckUnavailable

pytestmark = pytest.mark.languagetool

GONE_SECONDS = 30
AUDIT = """
import sys
from auditor.config import EngineSettings
from auditor.engines.languagetool import check_text
settings = EngineSettings(offline=True)
check_text([("Ready.", False)], "en-US", settings)
print("ready", flush=True)
reply = check_text([("This are a test of the harbour office. " * int(sys.argv[1]), False)], "en-US", settings)
print(len(reply.matches), flush=True)
"""
FAULTY = [("This are a test.", False)]


@pytest.fixture
def apart(monkeypatch: pytest.MonkeyPatch, languagetool: EngineSettings) -> Iterator[EngineSettings]:
    """Settings under which a test has a server of its own, apart from the other tests' (the jars are there)."""
    monkeypatch.setattr(server, "_server", None)
    yield languagetool
    close()


@pytest.fixture
def audits() -> Iterator[list[subprocess.Popen[str]]]:
    """Started audits; whatever is left of them at the end is killed."""
    started: list[subprocess.Popen[str]] = []
    yield started
    for process in started:
        with suppress(ProcessLookupError):
            process.kill()
        process.communicate()


def _audit(audits: list[subprocess.Popen[str]], sentences: str) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", AUDIT, sentences], stdout=subprocess.PIPE, text=True)
    audits.append(process)
    return process


def _in_the_middle(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """Wait until the audit is asking; return its descendants, which is Java."""
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
def test_no_java_is_left_when_an_audit_is_ended_from_outside(
    languagetool: EngineSettings, audits: list[subprocess.Popen[str]], tmp_path: Path, number: signal.Signals
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


def test_no_java_is_left_when_an_audit_is_killed_while_its_server_starts(
    languagetool: EngineSettings, audits: list[subprocess.Popen[str]]
) -> None:
    process = _audit(audits, "1")
    below = _once_java_runs(process)
    process.kill()
    assert _all_gone(below)


def test_no_java_is_left_after_a_normal_end(languagetool: EngineSettings, audits: list[subprocess.Popen[str]]) -> None:
    process = _audit(audits, "1000")
    below = _in_the_middle(process)
    assert process.wait(120) == 0
    assert _all_gone(below)


def test_java_is_started_beside_other_work_and_waited_for_when_asked(
    apart: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patience:
        patience.setattr(launch, "READY_SECONDS", 0.0)  # who waited now would give up
        start(apart)
    started = server._server
    assert started
    assert started.port is None
    assert check_text(FAULTY, "en-US", apart).matches
    assert connect(apart) is started


def _in_a_fork(work: Callable[[], bool]) -> bool:
    """Return whether ``work`` is true in a fork of this process."""
    pid = os.fork()
    if not pid:
        with suppress(BaseException):
            os._exit(0 if work() else 1)
        os._exit(2)
    return os.waitpid(pid, 0)[1] == 0


def test_a_fork_asks_the_java_of_its_parent_and_does_not_end_it(apart: EngineSettings) -> None:
    ours = connect(apart)

    def asks_and_ends() -> bool:
        answered = bool(check_text(FAULTY, "en-US", apart).matches)
        same = connect(apart) is ours
        close()
        return answered and same

    assert _in_a_fork(asks_and_ends)
    assert ours.process.poll() is None
    assert connect(apart) is ours
    assert check_text(FAULTY, "en-US", apart).matches


def test_a_fork_whose_parents_java_is_gone_starts_one_of_its_own(apart: EngineSettings) -> None:
    ours = connect(apart)
    psutil.Process(ours.process.pid).kill()
    ours.process.wait()

    def asks() -> bool:
        return bool(check_text(FAULTY, "en-US", apart).matches) and connect(apart).owner == os.getpid()

    assert _in_a_fork(asks)


def test_java_ends_with_the_process_that_started_it_though_a_fork_of_that_lives_on(
    languagetool: EngineSettings, audits: list[subprocess.Popen[str]]
) -> None:
    script = """
import os, signal, time
from auditor.config import EngineSettings
from auditor.engines.languagetool import connect
java = connect(EngineSettings(offline=True)).process.pid
fork = os.fork()
if not fork:
    time.sleep(60)
    os._exit(0)
print(java, fork, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    process = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    audits.append(process)
    assert process.stdout
    java, fork = map(int, process.stdout.readline().split())
    assert _all_gone([psutil.Process(java)])
    psutil.Process(fork).kill()


def test_a_server_that_dies_under_an_audit_is_started_once_more(apart: EngineSettings) -> None:
    first = connect(apart)
    killer = threading.Timer(0.3, first.process.kill)
    killer.start()
    reply = check_text([("This are a test of the harbour office. " * 500, False)], "en-US", apart)
    killer.join()
    assert connect(apart) is not first
    assert len(reply.matches) >= 500


def test_a_server_that_died_between_audits_is_replaced(apart: EngineSettings) -> None:
    connect(apart).process.kill()
    assert check_text(FAULTY, "en-US", apart).matches


def test_a_broken_class_path_is_told_at_once_with_the_logs_last_lines(
    apart: EngineSettings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launch.guard, "JAR", tmp_path / "nothing.jar")
    monkeypatch.setattr(launch, "READY_SECONDS", 1e6)  # it is not waited for
    with pytest.raises(CheckUnavailable, match="Could not find or load main class"):
        check_text([("Ready.", False)], "en-US", apart)


def test_a_server_that_is_never_ready_is_given_up(apart: EngineSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(launch, "READY_SECONDS", 0.1)
    with pytest.raises(CheckUnavailable, match=r"not ready after 0\.1 seconds"):
        check_text([("Ready.", False)], "en-US", apart)


@pytest.mark.parametrize("path", ["/v2/check", "/v2/healthcheck", "/v2/languages", "/wrong/v2/check", "/"])
def test_who_does_not_know_the_secret_is_not_answered(languagetool: EngineSettings, path: str) -> None:
    ours = connect(languagetool)
    other = http.client.HTTPConnection("127.0.0.1", ours.port, timeout=5)
    other.request("POST", path, "language=en-US&text=This are a test.")
    answer = other.getresponse()
    assert answer.status == 404
    assert ours.shown.encode() not in answer.read() + str(answer.headers).encode()


def test_the_secrets_are_on_no_command_line_and_in_no_environment(languagetool: EngineSettings) -> None:
    ours = connect(languagetool)
    java = psutil.Process(ours.process.pid)
    seen = " ".join((*java.cmdline(), *java.environ().values()))
    assert ours.asked not in seen
    assert ours.shown not in seen


def test_the_server_listens_on_this_machine_alone(languagetool: EngineSettings) -> None:
    ours = connect(languagetool)
    listening = [entry for entry in psutil.Process(ours.process.pid).net_connections() if entry.status == "LISTEN"]
    assert [(entry.laddr.ip, entry.laddr.port) for entry in listening] == [("127.0.0.1", ours.port)]


class Impostor:
    """A server on a port of ours that answers everything with “no errors”, and keeps what it hears."""

    def __init__(self, port: int) -> None:
        self.heard = b""
        self._socket = socket.create_server(("127.0.0.1", port))
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._socket.accept()
                threading.Thread(target=self._answer, args=(connection,), daemon=True).start()

    def _answer(self, connection: socket.socket) -> None:
        body = b'{"matches": []}'
        with suppress(OSError):
            while said := connection.recv(65536):
                self.heard += said
                connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))

    def close(self) -> None:
        self._socket.close()


def test_whoever_takes_the_port_of_a_java_that_died_gets_no_story_and_is_not_believed(apart: EngineSettings) -> None:
    first = connect(apart)
    assert first.port
    check_text([("A harbour.", False)], "en-US", apart)  # leaves a connection open
    first.process.kill()
    first.process.wait()
    impostor = Impostor(first.port)
    monkeypatch = pytest.MonkeyPatch()
    try:
        monkeypatch.setattr(server, "_ended", lambda _: False)  # as where its end is not known yet
        reply = check_text(FAULTY, "en-US", apart)
    finally:
        monkeypatch.undo()
        impostor.close()
    assert reply.matches
    assert connect(apart) is not first
    assert b"test" not in impostor.heard


def test_an_impostor_that_never_answers_holds_up_nobody(apart: EngineSettings) -> None:
    first = connect(apart)
    assert first.port
    first.process.kill()
    first.process.wait()
    with socket.create_server(("127.0.0.1", first.port)), pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setattr(server, "_ended", lambda _: False)
        assert check_text(FAULTY, "en-US", apart).matches


def test_a_sites_proxy_is_not_asked_for_a_server_on_this_machine(
    languagetool: EngineSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert check_text(FAULTY, "en-US", languagetool).matches
