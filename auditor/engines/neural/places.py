"""Where COMET lives: an environment of its own in the user's cache, or an interpreter that the user names."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from auditor.engines.cache import cache, open_to_others
from auditor.model import CheckUnavailable

COMET = "2.2.7"
"""The version of unbabel-comet that is installed."""

PYTHON = "AUDITOR_NEURAL_PYTHON"
"""The environment variable that names an interpreter with unbabel-comet, instead of the one set up here."""

SET_UP = "Run “auditor setup --neural {model}”."


def environment() -> Path:
    """Return the folder of the environment that ``provision`` makes; it need not exist."""
    return cache() / f"unbabel-comet-{COMET}"


def installed() -> bool:
    """Return whether the environment is there and complete."""
    return complete().is_file()


def complete() -> Path:
    """Return the file that is written last."""
    return environment() / "complete"


def own_python() -> Path:
    """Return the interpreter of the environment that ``provision`` makes."""
    return environment() / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def python(model: str) -> Path:
    """Return the interpreter that runs COMET; raises ``CheckUnavailable`` where there is none."""
    if given := os.environ.get(PYTHON):
        return Path(given)
    if not installed():
        raise CheckUnavailable("Neural models need unbabel-comet, which is not installed.", SET_UP.format(model=model))
    if any(map(open_to_others, (environment(), own_python().parent))):
        raise CheckUnavailable(
            f"Others may write in {environment()}, and so change what is run.",
            "Take that right from them, or remove the folder and set the model up again.",
        )
    return own_python()
