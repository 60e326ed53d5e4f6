"""What neural models need here, and whether it is there. They are optional: that none is set up is well."""

from __future__ import annotations

import os
import subprocess

from auditor.engines.diagnosis import Diagnosis
from auditor.engines.neural.places import PYTHON, SET_UP, installed, python

_NAME = "Neural models"
_SECONDS = 60
_VERSION = """
import sys
sys.path = [folder for folder in sys.path if folder]  # without the working folder, which may be of strangers
from importlib.metadata import version
print(version("unbabel-comet"))
"""
_HINT = SET_UP.format(model="MODEL")


def doctor() -> Diagnosis:
    """Look for unbabel-comet where it is to be used; loads no model and downloads nothing."""
    if not installed() and not os.environ.get(PYTHON):
        return Diagnosis(_NAME, True, "not set up; they are optional (auditor setup --neural MODEL)")
    interpreter = python("MODEL")
    try:
        asked = subprocess.run(  # noqa: S603 - no shell
            [str(interpreter), "-c", _VERSION], capture_output=True, text=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return Diagnosis(_NAME, False, f"{interpreter} cannot be run", _HINT)
    if asked.returncode:
        return Diagnosis(_NAME, False, f"{interpreter} has no unbabel-comet", _HINT)
    return Diagnosis(_NAME, True, f"unbabel-comet {asked.stdout.strip()} ({interpreter})")
