"""Java's own archive of the classes that LanguageTool loads, which takes half a second from each start.

It is made here, by the bundled Java and for it alone, and used only under its seal: what is in it is run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from auditor.engines.languagetool import guard, seal
from auditor.engines.languagetool.java import Java
from auditor.engines.languagetool.places import installation

OLDEST = 25
"""Java 25 makes and reads such an archive in one step (JEP 514)."""

PATTERN = "java-*.aot"


def place(java: Java, flags: Sequence[str]) -> Path | None:
    """Return where the archive for ``java`` under ``flags`` lies, or will lie; None where it can have none."""
    if not java.bundled or int(java.version.partition(".")[0]) < OLDEST or not guard.JAR.is_file():
        return None
    decisive = (str(java.program), java.version, *flags, str(guard.JAR), guard.JAR.read_bytes().hex())
    return installation() / PATTERN.replace("*", hashlib.sha256("\n".join(decisive).encode()).hexdigest()[:16])


def options(java: Java, flags: Sequence[str]) -> list[str]:
    """Return the options with which ``java`` uses its archive, if it has one."""
    path = place(java, flags)
    return [f"-XX:AOTCache={path}"] if path and seal.is_on([path]) else []
