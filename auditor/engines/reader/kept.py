"""Readings kept on disk, so that a story that was read once costs nothing again: plain numbers by what was read."""

from __future__ import annotations

import hmac
import json
import os
import secrets
import sqlite3
import struct
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from platformdirs import user_state_path

from auditor.engines.cache import cache
from auditor.whole import replace_file

MOST = 200_000
"""Readings that are kept: some 100 bytes each."""

_WAIT_SECONDS = 2.0
_SECRET_BYTES = 32
_FORM = 1
"""Of what is kept, and of how it is read: one more whenever a reading may differ from what it was."""

_TABLE = "CREATE TABLE IF NOT EXISTS readings (key BLOB PRIMARY KEY, numbers BLOB NOT NULL)"

Result = TypeVar("Result")


class Kept:
    """The file of readings; safe to share between threads and processes. What cannot be kept is read again."""

    def __init__(self, model: str) -> None:
        """Keep what ``model`` reads, which is to name all that its readings depend on."""
        self._model = model
        self._lock = threading.Lock()
        self._opened: sqlite3.Connection | None = None
        self._owner = 0
        self._secret = b""

    def key(self, *texts: str) -> bytes:
        """Return the key of what is read of ``texts``, whose order counts.

        Nobody else can tell it: so nobody can guess the texts by it, nor have a cache bring readings that we believe.
        """
        self._secret = self._secret or _secret()
        return hmac.digest(self._secret, json.dumps([_FORM, self._model, *texts]).encode(), "sha256")

    def get(self, key: bytes) -> tuple[float, ...] | None:
        """Return the numbers that were put under ``key``, or None."""
        row = self._done(lambda file: file.execute("SELECT numbers FROM readings WHERE key = ?", (key,)).fetchone())
        if row is None or not isinstance(row[0], bytes) or len(row[0]) % 8:
            return None
        return struct.unpack(f"<{len(row[0]) // 8}d", row[0])

    def put(self, key: bytes, numbers: Sequence[float]) -> None:
        """Keep ``numbers`` under ``key``."""
        data = struct.pack(f"<{len(numbers)}d", *numbers)

        def put(file: sqlite3.Connection) -> None:
            file.execute("INSERT OR REPLACE INTO readings VALUES (?, ?)", (key, data))
            file.execute("DELETE FROM readings WHERE rowid <= (SELECT max(rowid) FROM readings) - ?", (MOST,))

        self._done(put)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            if self._opened is not None and self._owner == os.getpid():
                self._opened.close()
            self._opened = None

    def _done(self, work: Callable[[sqlite3.Connection], Result]) -> Result | None:
        with self._lock:
            try:
                return work(self._file())
            except sqlite3.DatabaseError as error:
                self._drop(broken=not isinstance(error, sqlite3.OperationalError))
            except OSError:
                pass
        return None

    def _file(self) -> sqlite3.Connection:
        """Return the file, opened by this process itself: a fork must not use what its parent has opened."""
        if self._opened is None or self._owner != os.getpid():
            path = _path()
            path.parent.mkdir(parents=True, exist_ok=True)
            self._opened = _open(str(path))
            self._owner = os.getpid()
        return self._opened

    def _drop(self, *, broken: bool) -> None:
        self._opened = None
        if broken:
            for beside in ("", "-wal", "-shm"):
                with suppress(OSError):
                    Path(f"{_path()}{beside}").unlink()


def _secret() -> bytes:
    """Return what this user alone knows, on this machine alone: it lies where no cache does."""
    given = os.environ.get("AUDITOR_STATE_DIR")
    path = (Path(given) if given else user_state_path("auditor", appauthor=False)) / "readings.key"
    try:
        if not path.is_file():
            path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(path, secrets.token_bytes(_SECRET_BYTES))
            path.chmod(0o600)
        return path.read_bytes()
    except OSError:  # then what is read is known in this process alone
        return secrets.token_bytes(_SECRET_BYTES)


def _path() -> Path:
    return cache() / "readings.sqlite"


def _open(path: str) -> sqlite3.Connection:
    file = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
    file.execute("PRAGMA trusted_schema = OFF")
    file.execute("PRAGMA journal_mode = WAL")
    file.execute("PRAGMA synchronous = NORMAL")
    file.execute(_TABLE)
    return file
