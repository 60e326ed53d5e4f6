"""Let Java make its archive: it does what an audit makes it do, and writes down what it has loaded."""

from __future__ import annotations

import contextlib
import subprocess
from pathlib import Path

from auditor.config.engine import EngineSettings
from auditor.engines.languagetool import archive, seal
from auditor.engines.languagetool.connection import AnswerLateError, Connection, ServerLostError
from auditor.engines.languagetool.form import FIRST_VARIETY, first_form
from auditor.engines.languagetool.java import find_java
from auditor.engines.languagetool.launch import JVM_FLAGS, Server, await_ready, end, let_go, run
from auditor.engines.languagetool.places import installation
from auditor.engines.languagetool.provisioning import provision
from auditor.model import CheckUnavailable

_SECONDS = 120.0


def make_ready(settings: EngineSettings) -> Path:
    """Bring LanguageTool's jars here, or repair them, let Java make its archive, and return the folder of both.

    Raises ``CheckUnavailable`` where the jars cannot be had.
    """
    jars = provision(settings)
    _train(settings, jars)
    return jars.parent


def _train(settings: EngineSettings, jars: Path) -> None:
    """Make the archive of the Java of ``settings``, unless there is one or can be none; it is never needed."""
    with contextlib.suppress(CheckUnavailable, OSError):
        java = find_java(settings)
        path = archive.place(java, JVM_FLAGS)
        if path is None or archive.options(java, JVM_FLAGS):
            return
        for other in installation().glob(f"{archive.PATTERN}*"):
            other.unlink()
        fresh = path.with_suffix(".aot.part")
        server = run(java.program, jars, [f"-XX:AOTCacheOutput={fresh}"])
        try:
            _work(server)
        finally:
            end(server)
        fresh.replace(path)
        seal.put_on([path])


def _work(server: Server) -> None:
    """Ask ``server`` a first question and let it end by itself: that is when it writes."""
    await_ready(server)
    with contextlib.suppress(ServerLostError, AnswerLateError, subprocess.TimeoutExpired):
        connection = Connection(server)
        connection.post("check", first_form(), FIRST_VARIETY, _SECONDS)
        connection.close()
        let_go(server)
        assert server.process
        server.process.wait(_SECONDS)
