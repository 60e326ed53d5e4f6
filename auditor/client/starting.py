"""Start a warm process, and wait until it can be reached."""

from __future__ import annotations

import os
import socket
import sys
import time
from collections.abc import Sequence

from auditor.client.place import LOG, Place, connected

_SECONDS = 10.0
"""How long a new process may take until its socket is there, which comes before all its imports."""

_LOOK_SECONDS = 0.01
_ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
"""Where our package lies, so that the new process finds the same."""


def started(place: Place, options: Sequence[str]) -> socket.socket | None:
    """Start a process with ``options`` and return a connection with it, or with another that came first.

    None where none can be started.
    """
    import subprocess

    log = os.open(f"{place.inside}/{LOG}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, 0o600)
    try:
        process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, *subprocess._args_from_interpreter_flags(), "-m", "auditor.server", *options],  # type: ignore[attr-defined]
            cwd=_ROOT,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    finally:
        os.close(log)
    deadline = time.monotonic() + _SECONDS
    while True:
        ended = process.poll() is not None
        connection = connected(place)
        if connection or ended or time.monotonic() > deadline:
            process.returncode = process.returncode or 0  # it lives on without us: no warning that it does
            return connection
        time.sleep(_LOOK_SECONDS)
