"""The process that owns LanguageTool's server, so that no Java outlives its use.

Run as a program of its own, by path (it imports nothing of the auditor, to be quick and small). The first line
of its standard input is a ``Job`` as JSON; it answers on standard output with one line, ``{"url": …, "java": …}``
or ``{"problem": …}``, and passes its standard error on to Java as the log.

Its standard input is the lifeline: until the server is ready, and for a private server as long as it runs, the
end of it means that the audit is gone, however it went (even by SIGKILL), and Java is stopped. A shared server
lives on until nobody has used it for a while. If the keeper itself is killed, Linux kills Java with it.
"""

from __future__ import annotations

import contextlib
import ctypes
import http.client
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

LOOPBACK = "127.0.0.1"
_POLL_SECONDS = 0.05
_TICK_SECONDS = 1.0
_HEALTH_SECONDS = 2.0
_PR_SET_PDEATHSIG = 1
"""From ``<sys/prctl.h>``: the signal a process gets when its parent dies."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to run and for how long.

    ``command`` starts Java, less the port; it has ``ready_seconds`` to answer. ``folder`` is where a shared
    server is recorded, None for a private one; it stops ``idle_seconds`` after the last touch of the file ``used``
    there, unless an audit that is under way holds a lock on it.
    """

    command: list[str]
    release: str
    ready_seconds: float
    idle_seconds: float
    folder: str | None


def healthy(port: int) -> bool:
    """Return whether a LanguageTool server answers on ``port``."""
    connection = http.client.HTTPConnection(LOOPBACK, port, timeout=_HEALTH_SECONDS)
    try:
        connection.request("GET", "/v2/healthcheck")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def main() -> None:
    """Do the job on standard input."""
    job = Job(**json.loads(sys.stdin.buffer.readline()))
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
        signal.signal(number, lambda *_: sys.exit(0))
    port = _free_port()
    java = subprocess.Popen(  # noqa: S603 - built by the auditor
        [*job.command, "-p", str(port)],
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        stderr=sys.stderr,
        preexec_fn=_dies_with_parent(),
    )
    try:
        if problem := _await_ready(java, port, job.ready_seconds):
            _answer({"problem": problem})
            return
        url = f"http://{LOOPBACK}:{port}/"
        if job.folder:
            _record(Path(job.folder), url, java.pid, job)
        _answer({"url": url, "java": java.pid})
        if job.folder:
            _until_idle(java, Path(job.folder), job.idle_seconds)
        else:
            _until_alone(java)
    finally:
        java.kill()
        java.wait()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def _dies_with_parent() -> Callable[[], None] | None:
    """Return what makes a child die with us, where the system can (Linux)."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    return lambda: libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _abandoned(seconds: float) -> bool:
    """Wait for ``seconds`` at most; return whether the lifeline ended."""
    return bool(select.select([sys.stdin.fileno()], [], [], seconds)[0])


def _await_ready(java: subprocess.Popen[bytes], port: int, limit: float) -> str | None:
    """Return None once the server answers, else what went wrong."""
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline:
        if _abandoned(_POLL_SECONDS):
            return "the audit ended before the server was ready"
        if java.poll() is not None:
            return f"Java ended at once, with status {java.returncode}"
        if healthy(port):
            return None
    return f"the server was not ready after {limit:g} seconds"


def _answer(message: dict[str, object]) -> None:
    with contextlib.suppress(BrokenPipeError):
        sys.stdout.write(json.dumps(message) + "\n")
        sys.stdout.flush()


def _until_alone(java: subprocess.Popen[bytes]) -> None:
    while java.poll() is None and not _abandoned(_TICK_SECONDS):
        pass


def _record(folder: Path, url: str, java: int, job: Job) -> None:
    """Write down the shared server for other audits, whole or not at all."""
    import psutil

    record = {
        "release": job.release,
        "url": url,
        "idle_seconds": job.idle_seconds,
        "keeper": [os.getpid(), psutil.Process().create_time()],
        "java": [java, psutil.Process(java).create_time()],
    }
    (folder / "used").touch(mode=0o600)
    fresh = folder / "server.json.part"
    fresh.write_text(json.dumps(record), encoding="utf-8")
    fresh.replace(folder / "server.json")


def _until_idle(java: subprocess.Popen[bytes], folder: Path, idle_seconds: float) -> None:
    """Return when Java has ended, or when nobody used it for ``idle_seconds`` and its record is withdrawn."""
    while java.poll() is None:
        rest = _last_use(folder) + idle_seconds - time.time()
        if rest <= 0 and _withdraw(folder, idle_seconds):
            return
        time.sleep(min(max(rest, _POLL_SECONDS), _TICK_SECONDS))


def _last_use(folder: Path) -> float:
    try:
        return (folder / "used").stat().st_mtime
    except OSError:
        return 0.0


def _withdraw(folder: Path, idle_seconds: float) -> bool:
    """Remove the record unless an audit is attaching or under way right now."""
    import portalocker

    try:
        with _held(folder / "server.lock"), _held(folder / "used"):
            if time.time() - _last_use(folder) < idle_seconds:
                return False
            (folder / "server.json").unlink(missing_ok=True)
            return True
    except portalocker.LockException:
        return False


def _held(path: Path) -> AbstractContextManager[object]:
    import portalocker

    return portalocker.Lock(path, "a", timeout=0, fail_when_locked=True)


if __name__ == "__main__":
    main()
