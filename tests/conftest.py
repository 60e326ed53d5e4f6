"""What several test modules share: one real LanguageTool server."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from auditor.config import EngineSettings

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell's background job ignores interrupts, and so would every command that a test starts and interrupts.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def languagetool() -> Iterator[EngineSettings]:
    """Settings under which one server answers all tests of a process; it ends with them."""
    from auditor.engines.languagetool import check_text, close

    settings = EngineSettings()
    check_text([("Ready.", False)], "en-US", settings)
    yield settings
    close()
