"""Stands in for the model: the worker itself, run as ``python -m tests.engines.reader.fakes HOW``, reads with this."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

from auditor.engines.reader import reading, worker
from auditor.engines.reader.binding import UnreadableModelError


class Reading:
    """What it does instead of loading a model or reading is told by the name of the model's file."""

    def __init__(self, path: str) -> None:
        self._how = Path(path).name
        match self._how:
            case "no binding":
                raise ImportError
            case "no model":
                raise UnreadableModelError(path)
            case "no memory":
                raise MemoryError

    def versions(self, prompt: str, versions: Sequence[str]) -> list[float]:
        """Return minus the length of each version, or do what it was told."""
        match self._how:
            case "breaks off":
                os.kill(os.getpid(), signal.SIGABRT)
            case "is ended by the system":
                os.kill(os.getpid(), signal.SIGKILL)
            case "sleeps":
                time.sleep(60)
        time.sleep(0.2)
        return [-float(len(version)) for version in versions]


if __name__ == "__main__":
    reading.Reading = Reading  # type: ignore[assignment,misc]
    worker.main()
