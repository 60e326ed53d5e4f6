"""Which commands go to the warm process."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

COMMANDS = frozenset({"check", "batch", "compare", "stale", "review", "lsp", "serve"})
"""The commands that audit, once or for as long as somebody asks."""

_OWN = frozenset({"--no-server", "--watch", "--help", "-h"})
"""Options under which a command does its work in its own process."""


def wanted(arguments: Sequence[str]) -> bool:
    """Tell whether the warm process may do what ``arguments`` ask for, by our system, words, streams and variables.

    Only Linux forks a process safely that has loaded every library, and lets a child die with its parent.
    """
    command = next((word for word in arguments if not word.startswith("-")), "")
    return (
        command in COMMANDS
        and sys.platform == "linux"
        and not os.environ.get("CI")
        and "_AUDITOR_COMPLETE" not in os.environ
        and not _OWN.intersection(arguments)
        and not any("/dev/" in word or "/proc/" in word for word in arguments)  # such as descriptors of the shell
        and all((sys.stdin, sys.stdout, sys.stderr))
        and not ("-" in arguments and sys.stdin.isatty())
    )
