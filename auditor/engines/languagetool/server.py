"""The LanguageTool server of the process we are in: started where there is none, and gone when the process is."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from auditor.engines.languagetool.java import find_java
from auditor.engines.languagetool.launch import Server, await_ready, end, launch, let_go
from auditor.engines.languagetool.provisioning import installed
from auditor.engines.languagetool.training import make_ready
from auditor.model import CheckUnavailable

if TYPE_CHECKING:
    from auditor.config.engine import EngineSettings

Lender = Callable[["EngineSettings"], Server]
"""Gives a server of another process, a new one each time; raises ``CheckUnavailable``."""

_guard = threading.Lock()
_server: Server | None = None
_lender: Lender | None = None


def start(settings: EngineSettings) -> None:
    """Start Java beside what this process does next, without waiting for it; ``connect`` will.

    Nothing is downloaded, what goes wrong is left for ``connect`` to say, and one who borrows starts none.
    """
    global _server
    with _guard, contextlib.suppress(CheckUnavailable):
        if settings.enabled and _server is None and _lender is None and installed():
            _server = launch(settings)


def connect(settings: EngineSettings) -> Server:
    """Return the server, once it listens.

    Provisions and starts it as needed. A fork gets what its parent had; it may ask, but neither ends nor restarts it,
    and starts one of its own should it be gone, unless it borrows. Raises ``CheckUnavailable``.
    """
    global _server
    with _guard:
        if _server is not None and _ended(_server):
            _forget()
        if _server is None:
            _server = _lender(settings) if _lender else _launched(settings)
        try:
            await_ready(_server)
        except CheckUnavailable:
            _server = None
            raise
        return _server


def obtain(settings: EngineSettings) -> None:
    """Bring LanguageTool here for an audit; raises ``CheckUnavailable``, also where there is no Java to run it."""
    find_java(settings)
    make_ready(settings)


def _launched(settings: EngineSettings) -> Server:
    if not installed():
        obtain(settings)
    return launch(settings)


def started() -> Server | None:
    """Return the server that was started here, though it may not listen yet."""
    return _server


def borrow(lender: Lender) -> None:
    """Let ``connect`` give what ``lender`` does from now on, and none be started here."""
    global _server, _lender
    _server, _lender = None, lender


def lose(server: Server) -> None:
    """Take note that ``server`` does not answer, so that ``connect`` starts another one."""
    with _guard:
        if _server is server:
            _forget()


def close() -> None:
    """End the server that this process has started, if any."""
    with _guard:
        if _server is not None:
            _forget()


def _ended(server: Server) -> bool:
    return server.owner == os.getpid() and server.process is not None and server.process.poll() is not None


def _forget() -> None:
    global _server
    assert _server
    if _server.owner == os.getpid():
        end(_server)
    _server = None


def _inherited() -> None:
    """Let go, in a fork, of that by which the parent's Java lives; one that has just begun to start is the parent's."""
    global _guard, _server
    _guard = threading.Lock()
    if _server is not None:
        let_go(_server)
        if _server.port is None:
            _server = None


os.register_at_fork(after_in_child=_inherited)
