"""What several test modules share: one real LanguageTool server, apart from the user's own."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor.config import EngineSettings

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell's background job ignores interrupts, and so would every command that a test starts and interrupts.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _own_state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep every server that a test starts out of the user's state; parallel workers share one."""
    base = tmp_path_factory.getbasetemp()
    state = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "languagetool-state"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDITOR_STATE_DIR", str(state))
        patch.setenv("AUDITOR_IDLE_SECONDS", "120")
        yield state


@pytest.fixture(scope="session")
def languagetool(_own_state: Path) -> Iterator[EngineSettings]:
    """Settings under which one warm server answers all tests; it is stopped at the end."""
    from auditor.engines.languagetool import check_text, stop_server

    settings = EngineSettings()
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("CI", raising=False)
        check_text([("Ready.", False)], "en-US", settings)
        yield settings
        if "PYTEST_XDIST_WORKER" not in os.environ:  # another worker may still need it; it stops when idle
            stop_server()
