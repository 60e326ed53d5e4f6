"""The reader of an audit that the warm process does: it reads for that one, and ends with it, however that ends."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from auditor.engines.reader.places import Installed, digest, mark, note
from tests.engines.reader import fakes
from tests.server.conftest import GONE_SECONDS, Desk, eventually, gone

CHECK = f"""
from auditor.checks.base import Hit, code_check
from auditor.engines.reader import client
from auditor.model import Category, Confidence, Severity, Span

client.WORKER = {fakes.__name__!r}

@code_check(
    "as-long-as-it-is",
    category=Category.GRAMMAR,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    flags=(),
    passes=(),
)
def as_long_as_it_is(story):
    \"\"\"Asks the reader, where there is one.\"\"\"
    if story.reader:
        (nats,) = story.reader.score("", [story.target.text])
        yield Hit((Span(0, 4),), f"It has {{-nats:.0f}} characters.")
"""


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A desk with a check of somebody else's that asks the reader, for which a stand-in is set up."""
    packages, readers = tmp_path / "packages", tmp_path / "readers"
    (info := packages / "asking-1.0.dist-info").mkdir(parents=True)
    (packages / "asking.py").write_text(CHECK, encoding="utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: asking\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[auditor.checks]\nasking = asking:as_long_as_it_is\n", encoding="utf-8")
    monkeypatch.setenv("AUDITOR_READER_DIR", str(readers))
    desk = Desk(
        tmp_path / "state",
        PYTHONPATH=str(packages),
        AUDITOR_READER_DIR=str(readers),
        AUDITOR_CACHE_DIR=str(tmp_path / "cache"),
    )
    yield desk
    desk.stop()


def set_up(folder: Path, does: str) -> None:
    file = folder / does
    file.write_bytes(b"GGUF")
    note(Installed(does, str(file), digest(file), True, mark(file)))


def reading(desk: Desk) -> list[psutil.Process]:
    return [each for each in desk.running().children(recursive=True) if fakes.__name__ in each.cmdline()]


def test_an_audit_of_the_warm_process_asks_a_reader_of_its_own(desk: Desk, story: Path, tmp_path: Path) -> None:
    set_up(tmp_path, "counts")
    for _ in range(3):
        told = desk.check(str(story), "--format", "json")
        assert b"It has 75 characters." in told.stdout, told.stderr
        assert eventually(lambda: not reading(desk)), "nothing stays when the audit is done"
    assert desk.served() == 3


@pytest.mark.parametrize("whom", ["client", "fork", "server"])
def test_whoever_is_killed_the_reader_goes_too(desk: Desk, story: Path, tmp_path: Path, whom: str) -> None:
    set_up(tmp_path, "sleeps")
    client = desk.start("check", "--no-languagetool", str(story), stdout=subprocess.DEVNULL)
    assert eventually(lambda: desk.server() and reading(desk))
    (process,) = reading(desk)
    killed = {"client": lambda: psutil.Process(client.pid), "fork": process.parent, "server": desk.running}[whom]()
    assert killed
    killed.send_signal(signal.SIGKILL)
    client.communicate(timeout=GONE_SECONDS)
    assert eventually(lambda: gone(process))
