"""What several test modules share: one real LanguageTool server, one real reader, one real Chromium."""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from auditor.config import EngineSettings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from auditor.engines.reader.client import Reader

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault, nor is a first import
settings.load_profile("untimed")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell's background job ignores interrupts, and so would every command that a test starts and interrupts.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _no_warm_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Let no command that a test runs leave a warm process behind, nor use the user's; the tests of it set its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CI", "true")
        patch.setenv("AUDITOR_STATE_DIR", str(tmp_path_factory.mktemp("state")))
        yield


@pytest.fixture(scope="session", autouse=True)
def readers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of the user's readers; the tests do without, but for those that ask for it."""
    from auditor.engines.reader.places import folder

    mine = folder()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDITOR_READER_DIR", str(tmp_path_factory.mktemp("readers")))
        yield mine


@pytest.fixture(scope="session")
def set_up(readers: Path) -> Path:
    """The folder of readers, with one that is set up."""
    if not (readers / "reader.json").is_file():
        assert os.environ.get("AUDITOR_REQUIRE_READER") != "1", "AUDITOR_REQUIRE_READER is set, and no reader is set up"
        pytest.skip("no reader is set up: auditor setup --reader")
    return readers


@pytest.fixture(scope="session")
def model(set_up: Path) -> Iterator[Reader]:
    """The real reader; it keeps what it reads where the user's does, but for the tests that move that."""
    from auditor.engines.reader import connect
    from auditor.engines.reader.client import close

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDITOR_READER_DIR", str(set_up))
        reader = connect(EngineSettings())
    assert reader
    yield reader
    close()


@pytest.fixture(scope="session")
def languagetool() -> Iterator[EngineSettings]:
    """Settings under which one server answers all tests of a process; it ends with them."""
    from auditor.engines.languagetool import check_text, close

    settings = EngineSettings()
    check_text([("Ready.", False)], "en-US", settings)
    yield settings
    close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; without one the test is skipped, or fails where AUDITOR_REQUIRE_BROWSER is set."""
    if CHROMIUM is None:
        if os.environ.get("AUDITOR_REQUIRE_BROWSER"):
            pytest.fail("AUDITOR_REQUIRE_BROWSER is set, and there is no Chromium on PATH; install chromium.")
        pytest.skip("There is no Chromium on PATH; install chromium to run the browser tests.")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()
