"""Reach a running LanguageTool server: this user's warm one, or one of our own; start it where there is none."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from auditor.engines.languagetool import keeper
from auditor.engines.languagetool.launch import READY_SECONDS, end, launch
from auditor.engines.languagetool.lock import lock
from auditor.engines.languagetool.places import state
from auditor.engines.languagetool.provisioning import MAIN_CLASS
from auditor.model import CheckUnavailable

if TYPE_CHECKING:
    import psutil

    from auditor.config.engine import EngineSettings

_ATTACH_SECONDS = READY_SECONDS + 30
_STOP_SECONDS = 5.0
_CLOCK_SLACK = 2.0
"""Seconds by which a process's start, as the system tells it, may move when the clock is set."""


@dataclass(frozen=True, slots=True)
class ServerStatus:
    """A warm server of this user: where it answers, its Java process, and when it will stop if unused."""

    url: str
    java_pid: int
    idle_seconds: float
    seconds_since_use: float


@dataclass(slots=True)
class _Private:
    """A server of this process alone; it ends when ``lifeline`` closes, which our death does as well."""

    url: str
    keeper: subprocess.Popen[bytes]


_guard = threading.Lock()
_private: _Private | None = None


def keeps_warm(settings: EngineSettings) -> bool:
    """Return whether the server may outlive this audit: as set, but never in CI."""
    return settings.keep_warm and not os.environ.get("CI")


def connect(settings: EngineSettings) -> str:
    """Return the address of a server that answers, such as ``http://127.0.0.1:40001/``.

    Provisions and starts it as needed. Raises ``CheckUnavailable``.
    """
    global _private
    with _guard:
        if keeps_warm(settings):
            return _shared(settings)
        if _private is None or not _answers(_private.url):
            _close_private()
            _private = _start_private(settings)
        return _private.url


def server_status() -> ServerStatus | None:
    """Return this user's warm server, or None where none is running."""
    record = _record()
    if record is None or not _alive(record):
        return None
    java_pid: int = record["java"][0]
    return ServerStatus(record["url"], java_pid, record["idle_seconds"], _seconds_since_use())


def stop_server() -> bool:
    """End this user's warm server; return whether there was one."""
    with _locked():
        record = _record()
        running = record is not None and _alive(record)
        _clear(record)
        return running


def close() -> None:
    """End the server that this process has for itself, if it has one."""
    with _guard:
        _close_private()


def _close_private() -> None:
    global _private
    if _private is not None:
        end(_private.keeper)
        _private = None


def _start_private(settings: EngineSettings) -> _Private:
    with tempfile.TemporaryFile("a+b") as log:
        process, answer = launch(settings, None, log)
    return _Private(answer["url"], process)


def _shared(settings: EngineSettings) -> str:
    """Return the warm server's address; the lock makes one start of two at once."""
    with _locked():
        record = _record()
        if record is not None and record["release"] == lock().release and _alive(record):
            url: str = record["url"]
            return url
        _clear(record)
        with (state() / "server.log").open("a+b") as log:
            log.truncate(0)
            process, answer = launch(settings, state(), log)
    _let_go(process)
    started: str = answer["url"]
    return started


@contextmanager
def in_use(settings: EngineSettings) -> Iterator[None]:
    """Keep the warm server from stopping for as long as the block runs, however long an answer takes.

    The sign is a shared lock on one file, which the system takes back even if we are killed.
    """
    import portalocker

    if not keeps_warm(settings):
        yield
        return
    shared = portalocker.LockFlags.SHARED | portalocker.LockFlags.NON_BLOCKING
    path = state() / "used"
    with portalocker.Lock(path, "a", timeout=_STOP_SECONDS, check_interval=0.05, flags=shared):
        path.touch()
        yield
        path.touch()


def _let_go(process: subprocess.Popen[bytes]) -> None:
    """Close our ends of the pipes; the keeper of a shared server goes on without us."""
    for pipe in (process.stdin, process.stdout):
        if pipe:
            pipe.close()
    # Where this process lives longer than the server, it is the one that must take note of its end.
    threading.Thread(target=process.wait, daemon=True).start()


@contextmanager
def _locked() -> Iterator[None]:
    import portalocker

    try:
        with portalocker.Lock(state() / "server.lock", timeout=_ATTACH_SECONDS, check_interval=0.1):
            yield
    except portalocker.LockException as error:
        raise CheckUnavailable(
            "Another audit has been starting LanguageTool for too long.",
            "Run “auditor server stop”, then try again.",
        ) from error
    except OSError as error:
        raise CheckUnavailable(
            f"LanguageTool's records cannot be kept in {state()}: {error.strerror or error}.",
            "Free some space or set AUDITOR_STATE_DIR to a folder that can be written.",
        ) from error


def _record() -> dict[str, Any] | None:
    """Return what the keeper wrote, or None where there is nothing that makes sense."""
    try:
        record = json.loads((state() / "server.json").read_text(encoding="utf-8"))
        return record if {"release", "url", "keeper", "java", "idle_seconds"} <= record.keys() else None
    except (OSError, ValueError, AttributeError):
        return None


def _alive(record: dict[str, Any]) -> bool:
    """Return whether the recorded processes are the very ones and the server answers."""
    ours = _process(record["java"], MAIN_CLASS) and _process(record["keeper"], Path(keeper.__file__).name)
    return bool(ours) and _answers(record["url"])


def _process(entry: list[float], mark: str) -> psutil.Process | None:
    """Return the process of ``[pid, start]`` if it is still that one: pids are used again."""
    import psutil

    pid, started = entry
    try:
        process = psutil.Process(int(pid))
        same = abs(process.create_time() - started) < _CLOCK_SLACK
        return process if same and any(mark in word for word in process.cmdline()) else None
    except psutil.Error:
        return None


def _clear(record: dict[str, Any] | None) -> None:
    """End what is left of a recorded server and forget it."""
    import psutil

    if record is not None:
        found = (_process(record["keeper"], Path(keeper.__file__).name), _process(record["java"], MAIN_CLASS))
        processes = [process for process in found if process]
        for process in processes:
            with contextlib.suppress(psutil.Error):
                process.kill()
        psutil.wait_procs(processes, timeout=_STOP_SECONDS)
    (state() / "server.json").unlink(missing_ok=True)


def _answers(url: str) -> bool:
    port = urlsplit(url).port
    return port is not None and keeper.healthy(port)


def _seconds_since_use() -> float:
    import time

    try:
        return max(time.time() - (state() / "used").stat().st_mtime, 0.0)
    except OSError:
        return 0.0
