"""Make an environment for COMET with pip, and fetch a model into the Hugging Face cache."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from auditor.engines.neural.client import Judge, Traits
from auditor.engines.neural.places import COMET, PYTHON, complete, environment, installed, own_python
from auditor.model import CheckUnavailable

REQUIREMENTS = (f"unbabel-comet=={COMET}", "setuptools<81")
"""setuptools: torchmetrics, as unbabel-comet pins it, imports ``pkg_resources``, which setuptools 82 no longer has."""

_PYTHONS = ((3, 9), (3, 12))
"""The oldest and the newest Python for which there is a numpy that unbabel-comet allows (< 2)."""

_NEWEST_FIRST = tuple(f"python3.{minor}" for minor in range(_PYTHONS[1][1], _PYTHONS[0][1] - 1, -1))
_WAIT_FOR_OTHER_SECONDS = 3600
_STDERR = 2
"""Where pip's own standard output goes: ours is for the report."""


def provision(model: str) -> Traits:
    """Make ``model`` ready and return what it is; tells its progress on the standard error.

    Makes the environment unless it is there or the user names an interpreter, fetches what is missing and loads
    the model once. Raises ``CheckUnavailable``.
    """
    named = os.environ.get(PYTHON)
    if not named:
        with _alone():
            if not installed():
                _make_environment()
    judge = Judge(Path(named) if named else own_python(), model, fetch=True)
    judge.close()
    return judge.traits


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the environment's lock; the system frees it even if we are killed."""
    import portalocker

    place = environment()
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with portalocker.Lock(f"{place}.lock", timeout=_WAIT_FOR_OTHER_SECONDS, check_interval=0.2):
            yield
    except portalocker.LockException:
        raise CheckUnavailable(
            "Another auditor has been installing unbabel-comet for an hour.", "Stop it, then try again."
        ) from None
    except OSError as error:
        raise CheckUnavailable(
            f"unbabel-comet cannot be kept in {place}: {error.strerror or error}.",
            "Free some space or set AUDITOR_CACHE_DIR to a folder that can be written.",
        ) from None


def _make_environment() -> None:
    place = environment()
    steps = (
        (_base_python(), "-I", "-m", "venv", "--clear", str(place)),
        (str(own_python()), "-I", "-m", "pip", "install", "--disable-pip-version-check", *REQUIREMENTS),
    )
    for step in steps:
        if subprocess.run(step, stdout=_STDERR, check=False).returncode:  # noqa: S603 - no shell
            raise CheckUnavailable(
                f"unbabel-comet could not be installed in {place}; what went wrong stands above.",
                "Mend it and run the command again; it takes some 6 GB of space.",
            )
    complete().touch()


def _base_python() -> str:
    """Return a Python for the environment: our own where unbabel-comet works with it."""
    if _PYTHONS[0] <= sys.version_info[:2] <= _PYTHONS[1]:
        return sys.executable
    for name in _NEWEST_FIRST:
        if found := shutil.which(name):
            return found
    raise CheckUnavailable(
        f"unbabel-comet {COMET} needs Python 3.{_PYTHONS[0][1]} to 3.{_PYTHONS[1][1]}, and none is on PATH.",
        f"Install one, or set {PYTHON} to an interpreter that has unbabel-comet.",
    )
