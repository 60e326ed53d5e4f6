"""What LanguageTool needs here, what of it is there, and what to do about the rest."""

from __future__ import annotations

import time
from dataclasses import replace
from importlib.metadata import version as package_version
from typing import TYPE_CHECKING

from auditor.engines.diagnosis import Diagnosis
from auditor.engines.languagetool.client import check_text
from auditor.engines.languagetool.java import find_java
from auditor.engines.languagetool.lock import lock
from auditor.engines.languagetool.places import installation
from auditor.engines.languagetool.provisioning import damaged, installed
from auditor.model import CheckUnavailable

if TYPE_CHECKING:
    from auditor.config.engine import EngineSettings

_FAULTY = "This are a test."
_MEGABYTE = 1_000_000


def doctor(settings: EngineSettings) -> tuple[Diagnosis, ...]:
    """Look at Java and the jars, and try LanguageTool on one sentence; downloads nothing."""
    needed = (_java(settings), _jars())
    library = Diagnosis("language_tool_python", True, package_version("language-tool-python"))
    if all(diagnosis.well for diagnosis in needed):
        return (*needed, library, _trial(settings))
    return (*needed, library)


def _java(settings: EngineSettings) -> Diagnosis:
    try:
        java = find_java(settings)
    except CheckUnavailable as error:
        return Diagnosis("Java", False, error.reason, error.hint)
    origin = "bundled" if java.bundled else str(java.program)
    return Diagnosis("Java", True, f"{java.version} ({origin})")


def _jars() -> Diagnosis:
    name = f"LanguageTool {lock().release}"
    folder = installation()
    wrong = damaged()
    if not wrong and installed():
        return Diagnosis(name, True, f"{len(lock().jars)} jars, {lock().size / _MEGABYTE:.0f} MB in {folder}")
    if len(wrong) == len(lock().jars):
        return Diagnosis(name, False, f"not installed in {folder}", "Run “auditor setup”.")
    return Diagnosis(name, False, f"{len(wrong)} jars are missing or damaged in {folder}", "Run “auditor setup”.")


def _trial(settings: EngineSettings) -> Diagnosis:
    started = time.perf_counter()
    try:
        reply = check_text([(_FAULTY, False)], "en-US", replace(settings, offline=True))
    except CheckUnavailable as error:
        return Diagnosis("Trial", False, error.reason, error.hint)
    seconds = time.perf_counter() - started
    if not reply.matches:
        return Diagnosis("Trial", False, f"no error found in “{_FAULTY}”", "Run “auditor setup”.")
    return Diagnosis("Trial", True, f"an answer in {seconds:.1f} s")
