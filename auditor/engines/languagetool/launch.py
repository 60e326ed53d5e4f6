"""Start Java with LanguageTool's server in it, and say what went wrong if it does not come up."""

from __future__ import annotations

import contextlib
import os
import secrets
import select
import subprocess
import tempfile
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from auditor.engines.languagetool import archive, guard
from auditor.engines.languagetool.form import first_form
from auditor.engines.languagetool.java import find_java
from auditor.engines.languagetool.provisioning import provision
from auditor.model import CheckUnavailable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from socket import socket

    from auditor.config.engine import EngineSettings

LOOPBACK = "127.0.0.1"
JVM_FLAGS = (
    "-Xmx1g",
    # Half the processor time and a third less time to the first answer than the defaults, which are
    # meant for servers that run for days.
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Djava.net.preferIPv4Stack=true",
    # Standard output carries the port and nothing else.
    "-XX:+DisplayVMOutputToStderr",
    "-Xlog:disable",
    "-Xlog:all=error:stderr",
)
_OPTIONS_OF_OTHERS = frozenset({"CLASSPATH", "JAVA_OPTIONS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS"})
"""Variables by which Java would be told to load, or to say, what is not ours."""

READY_SECONDS = 90.0
_PRIVATE = 0o077
_LOG_LINES = 6
_SECRET_BYTES = 24


@dataclass(slots=True)
class Server:
    """A Java that was started for this process, and what it takes to be answered by it.

    ``asked`` is the secret that it wants to be asked with, ``shown`` the one that its answers show; ``port`` is known
    once it listens. Its standard input is the lifeline: Java ends when that does, even if we are killed. ``said`` is
    its standard output. ``owner`` is the process that started it: a fork may ask, and leaves its life alone; one that
    borrows it (see ``server.borrow``) has neither its process nor its log.
    """

    process: subprocess.Popen[bytes] | None
    said: IO[bytes]
    log: IO[bytes] | None
    asked: str
    shown: str
    port: int | None = None
    owner: int = field(default_factory=os.getpid)

    @property
    def url(self) -> str:
        """Return the address below which LanguageTool's API answers, the secret in it."""
        return f"http://{LOOPBACK}:{self.port}/{self.asked}/"

    def heard_before_its_end(self, connection: socket, seconds: float) -> bool:
        """Wait for something to read on ``connection``; return False once Java has ended, or after ``seconds``.

        Java says nothing more on its standard output, so that all it can bring is its end, in a fork as well.
        """
        here, end = connection.fileno(), self.said.fileno()
        return select.select([here, end], [], [], seconds)[0] == [here]


def launch(settings: EngineSettings) -> Server:
    """Start Java and return at once; raises ``CheckUnavailable`` where it cannot even be tried."""
    java = find_java(settings)
    jars = provision(settings, verify=False)
    return run(java.program, jars, archive.options(java, JVM_FLAGS))


def run(java: Path, jars: Path, options: Sequence[str]) -> Server:
    """Start the program ``java`` on the class path that ``jars`` names, with more ``options``."""
    path = os.pathsep.join((str(jars), str(guard.JAR)))
    log = tempfile.TemporaryFile("a+b")  # noqa: SIM115 - as long as Java writes to it
    process = subprocess.Popen(  # noqa: S603 - built here
        [str(java), *JVM_FLAGS, *options, "-cp", path, guard.MAIN_CLASS],
        env={name: value for name, value in os.environ.items() if name not in _OPTIONS_OF_OTHERS},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=log,
        start_new_session=True,
        umask=_PRIVATE,
    )
    assert process.stdin
    assert process.stdout
    asked, shown = secrets.token_urlsafe(_SECRET_BYTES), secrets.token_urlsafe(_SECRET_BYTES)
    server = Server(process, process.stdout, log, asked, shown)
    with contextlib.suppress(BrokenPipeError):
        process.stdin.write(f"{server.asked}\n{server.shown}\n".encode())
        process.stdin.flush()
    return server


def await_ready(server: Server) -> None:
    """Wait until ``server`` listens; raises ``CheckUnavailable`` with its log's last lines where it does not."""
    if server.port is None:
        problem = _heard(server)
        if problem:
            end(server)
            raise CheckUnavailable(
                f"LanguageTool did not start: {problem}.{_tail(server.log)}",
                "Run “auditor setup”, which repairs its files, then “auditor doctor”.",
            )


def _heard(server: Server) -> str | None:
    """Take the port from what Java says; return None, or what went wrong."""
    if not select.select([server.said], [], [], READY_SECONDS)[0]:
        return f"the server was not ready after {READY_SECONDS:g} seconds"
    line = server.said.readline()
    if not line:
        assert server.process
        return f"Java ended at once, with status {server.process.wait()}"
    server.port = int(line)
    return None


def warm_up(server: Server) -> None:
    """Let ``server`` load at leisure what a first question needs."""
    assert server.process
    assert server.process.stdin
    with contextlib.suppress(OSError, ValueError):  # it has ended, which who asks it will see
        server.process.stdin.write(first_form() + b"\n")
        server.process.stdin.flush()


def let_go(server: Server) -> None:
    """Drop our end of the lifeline; where no other process holds it, that is Java's end."""
    assert server.process
    assert server.process.stdin
    with contextlib.suppress(OSError):
        server.process.stdin.close()


def end(server: Server) -> None:
    """Cut the lifeline of Java and see it off."""
    let_go(server)
    assert server.process
    server.process.kill()  # it has nothing to save, and takes ten times as long to go by itself
    server.process.wait()


def _tail(log: IO[bytes] | None) -> str:
    """Return the log's last lines for an error message, or nothing where it is empty."""
    assert log
    log.seek(0)
    lines = log.read().decode(errors="replace").splitlines()
    last = [line.strip() for line in lines if line.strip()][-_LOG_LINES:]
    return f" Its log ends: {' / '.join(last)}" if last else ""
