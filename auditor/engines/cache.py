"""The user's cache, which holds what engines fetch and can fetch again."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from platformdirs import user_cache_path

from auditor.model import CheckUnavailable

_WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
_WAIT_FOR_OTHER_SECONDS = 1800


def cache() -> Path:
    """Return the folder; ``AUDITOR_CACHE_DIR`` moves it. It need not exist."""
    given = os.environ.get("AUDITOR_CACHE_DIR")
    return (Path(given) if given else user_cache_path("auditor", appauthor=False)).absolute()


def open_to_others(path: Path) -> bool:
    """Tell whether others may write to the file or folder at ``path``, from which something is run as us.

    What is not there is not open. Raises ``CheckUnavailable`` where it belongs to another user than root.
    """
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    if status.st_uid not in (os.getuid(), 0):
        raise CheckUnavailable(
            f"{path} belongs to another user, who could change what is run.",
            "Set AUDITOR_CACHE_DIR to a folder of your own.",
        )
    return bool(status.st_mode & _WRITABLE_BY_OTHERS)


def close_to_others(path: Path) -> None:
    """Take from others the right to write to the file or folder at ``path``."""
    path.chmod(path.stat().st_mode & ~_WRITABLE_BY_OTHERS)


@contextmanager
def alone_in(folder: Path, doing: str, hint: str) -> Iterator[None]:
    """Hold the lock of ``folder``, which is there; the system frees it even if we are killed.

    Raises ``CheckUnavailable`` where another auditor has been ``doing`` something there for half an hour.
    """
    import portalocker

    try:
        with portalocker.Lock(folder / ".lock", timeout=_WAIT_FOR_OTHER_SECONDS, check_interval=0.2):
            yield
    except portalocker.LockException as error:
        raise CheckUnavailable(f"Another auditor has been {doing} for half an hour.", hint) from error
