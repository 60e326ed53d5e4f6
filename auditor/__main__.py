"""``python -m auditor`` and the command ``auditor``: the warm process does the work where there may be one."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import NoReturn

from auditor.client.wish import wanted
from auditor.exits import INTERRUPTED


def main(program: str = "auditor") -> NoReturn:
    """Do what the command line asks for, and end with its exit code; ``program`` is how the user called us."""
    try:
        code = _delegated(program)
    except KeyboardInterrupt:
        code = INTERRUPTED
    if code is not None:
        _leave(code)
    try:
        from auditor.memory import spare

        spare()
        from auditor.cli import main as command_line

        sys.exit(command_line(prog_name=program))
    except KeyboardInterrupt:  # before the command line looks out for it
        sys.exit(INTERRUPTED)


def _leave(code: int) -> NoReturn:
    """End at once: what a client has imported needs no taking down."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


def _delegated(program: str) -> int | None:
    arguments = sys.argv[1:]
    if not wanted(arguments):
        return None
    from auditor.client.delegation import delegated

    return delegated(arguments, program)


if __name__ == "__main__":
    main("python -m auditor")
