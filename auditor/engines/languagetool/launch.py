"""Start LanguageTool's server, under a keeper, and say what went wrong if it does not come up."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import asdict
from typing import IO, TYPE_CHECKING, Any

from auditor.engines.languagetool import keeper
from auditor.engines.languagetool.java import find_java
from auditor.engines.languagetool.lock import lock
from auditor.engines.languagetool.provisioning import MAIN_CLASS, provision
from auditor.model import CheckUnavailable

if TYPE_CHECKING:
    from pathlib import Path

    from auditor.config.engine import EngineSettings

JVM_FLAGS = (
    "-Xmx1g",
    # Half the processor time and a third less time to the first answer than the defaults, which are
    # meant for servers that run for days.
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Djava.net.preferIPv4Stack=true",
)
READY_SECONDS = 90.0
IDLE_SECONDS = 600.0
_STOP_SECONDS = 5.0
_LOG_LINES = 6


def launch(
    settings: EngineSettings, folder: Path | None, log: IO[bytes]
) -> tuple[subprocess.Popen[bytes], dict[str, Any]]:
    """Start a keeper and return it with its answer, once the server is ready.

    ``folder`` is where a shared server is recorded, None for a private one; ``log`` takes what Java says.
    Raises ``CheckUnavailable`` with the log's last lines.
    """
    java = find_java(settings)
    jar = provision(settings, verify=False)
    job = keeper.Job(
        command=[str(java.program), *JVM_FLAGS, "-cp", str(jar), MAIN_CLASS],
        release=lock().release,
        ready_seconds=READY_SECONDS,
        idle_seconds=float(os.environ.get("AUDITOR_IDLE_SECONDS") or IDLE_SECONDS),
        folder=str(folder) if folder else None,
    )
    process = subprocess.Popen(  # noqa: S603 - our own file
        [sys.executable, "-P", keeper.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        start_new_session=True,
    )
    try:
        answer = _ask(process, job)
    except BaseException:
        end(process)
        raise
    if "url" in answer:
        return process, answer
    end(process)
    problem = answer.get("problem", "its keeper ended without a word")
    raise CheckUnavailable(
        f"LanguageTool did not start: {problem}.{_tail(log)}",
        "Run “auditor setup”, which repairs its files, then “auditor doctor”.",
    )


def _ask(process: subprocess.Popen[bytes], job: keeper.Job) -> dict[str, Any]:
    assert process.stdin
    assert process.stdout
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(json.dumps(asdict(job)).encode() + b"\n")
        process.stdin.flush()
    line = process.stdout.readline()
    answer: dict[str, Any] = json.loads(line) if line else {}
    return answer


def end(process: subprocess.Popen[bytes]) -> None:
    """Cut the lifeline of a keeper and see it off."""
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with contextlib.suppress(OSError):
                pipe.close()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _tail(log: IO[bytes]) -> str:
    """Return the log's last lines for an error message, or nothing where it is empty."""
    log.seek(0)
    lines = log.read().decode(errors="replace").splitlines()
    last = [line.strip() for line in lines if line.strip()][-_LOG_LINES:]
    return f" Its log ends: {' / '.join(last)}" if last else ""
