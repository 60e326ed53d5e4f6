"""With what a command ends where it is not the gate that says so (docs/gate.md)."""

from __future__ import annotations

NOT_AUDITED = 3
"""An audit that could not be done."""

INTERRUPTED = 130
"""A command stopped by Ctrl-C: 128 + SIGINT, as shells have it."""

PIPE_CLOSED = 141
"""The reader of our output went away: 128 + SIGPIPE."""
