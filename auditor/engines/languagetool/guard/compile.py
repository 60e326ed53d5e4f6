"""Compile ``Guard.java`` to ``guard.jar``, which is shipped because the bundled Java has no compiler.

``python -m auditor.engines.languagetool.guard.compile`` is for maintainers, after a change. A test does the same and
compares the bytes.
"""

from __future__ import annotations

import io
import os
import subprocess
import tempfile
import zipfile
from pathlib import Path

from auditor.config.engine import EngineSettings
from auditor.engines.languagetool.fetching import fetch
from auditor.engines.languagetool.java import find_java
from auditor.engines.languagetool.lock import Content, Jar, lock
from auditor.engines.languagetool.places import library
from auditor.engines.languagetool.provisioning import provision

_CONTENT = Content(3327035, "29f6d3918ee02db4400c103bc25dd90a22491c3a395867d9393070cb96a7dd29")
COMPILER = Jar("org.eclipse.jdt:ecj:3.42.0", _CONTENT, _CONTENT)
"""Eclipse's compiler for Java, which is a jar by itself and runs where there is no JDK."""

_RELEASE = "17"
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest time a zip can carry: the same classes give the same bytes."""


def compiled(settings: EngineSettings) -> bytes:
    """Return the jar of ``Guard.java``, compiled against the pinned jars; raises ``CheckUnavailable``."""
    provision(settings)
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        compiler = fetch(COMPILER, settings, work)
        classes = work / "classes"
        path = os.pathsep.join(str(library(jar)) for jar in lock().jars)
        source = Path(__file__).with_name("Guard.java")
        command = (find_java(settings).program, "-jar", compiler, "-source", _RELEASE, "-target", _RELEASE)
        subprocess.run([*command, "-encoding", "UTF-8", "-d", classes, "-cp", path, source], check=True)  # noqa: S603
        return _jar(classes)


def _jar(classes: Path) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as jar:
        for path in sorted(classes.rglob("*.class")):
            jar.writestr(zipfile.ZipInfo(path.relative_to(classes).as_posix(), _EPOCH), path.read_bytes())
    return buffer.getvalue()


if __name__ == "__main__":
    Path(__file__).with_name("guard.jar").write_bytes(compiled(EngineSettings()))
