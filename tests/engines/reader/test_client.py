"""The processes of the reader: what they may fail at is told in a sentence, and none outlives whom it reads for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from auditor.engines.reader import client
from auditor.engines.reader.client import Reader
from auditor.engines.reader.places import Installed, mark
from auditor.model import CheckUnavailable
from tests.engines.reader import fakes
from tests.server.conftest import eventually, gone


@pytest.fixture(autouse=True)
def _stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(client, "WORKER", fakes.__name__)
    monkeypatch.setattr(client, "verify", lambda _: None)


@pytest.fixture
def counting() -> Iterator[Reader]:
    reader = reader_that("counts")
    yield reader
    reader.close()


def reader_that(does: str) -> Reader:
    return Reader(Installed("small", does, "0" * 64, True, mark(Path(__file__))))


def processes() -> list[psutil.Process]:
    return [each for each in psutil.Process().children() if fakes.__name__ in each.cmdline()]


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("breaks off", "The reader small cannot be read: its file is no model that llama.cpp knows."),
        ("no model", "The reader small cannot be read: its file is no model that llama.cpp knows."),
        ("is ended by the system", "There is not enough memory for the reader small."),
        ("no memory", "There is not enough memory for the reader small."),
        ("no binding", "The reader needs ik-llama-cpp-python or llama-cpp-python, and neither can be imported."),
    ],
)
def test_what_goes_wrong_is_told_with_the_next_step_and_can_be_tried_again(does: str, told: str) -> None:
    reader = reader_that(does)
    for _ in range(client.PROCESSES + 1):
        with pytest.raises(CheckUnavailable) as missing:
            reader.score("", ["One.", "Two."])
        assert missing.value.reason == told
        assert missing.value.hint.endswith("or audit with --no-reader.")
    assert processes() == []


def test_one_that_gives_no_answer_is_not_waited_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "ANSWER_SECONDS", 0.5)
    with pytest.raises(CheckUnavailable, match=r"gave no answer in 0\.5 seconds"):
        reader_that("sleeps").score("", ["One."])
    assert processes() == []


def test_one_that_cannot_be_started_is_told_and_can_be_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = reader_that("counts")
    with monkeypatch.context() as patch:
        patch.setattr(sys, "executable", "/nowhere/python")
        for _ in range(client.PROCESSES + 1):
            with pytest.raises(CheckUnavailable, match="cannot be started"):
                reader.score("", ["One."])
    assert reader.score("", ["One."]) == (-4.0,)
    reader.close()


def test_nothing_is_started_for_what_is_kept(counting: Reader) -> None:
    assert counting.score("", ["One.", "Three."]) == (-4.0, -6.0)
    counting.close()
    assert counting.score("", ["One.", "Three."]) == (-4.0, -6.0)
    assert processes() == []


def test_two_calls_are_worked_on_at_once_and_no_more(counting: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "_room", 2)
    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(lambda number: counting.score("", ["x" * number]), range(1, 7)))
    assert found == [(-float(number),) for number in range(1, 7)]
    assert len(processes()) == 2


def test_one_thread_needs_one_process(counting: Reader) -> None:
    for number in range(3):
        counting.score("", ["x" * number])
    assert len(processes()) == 1


def test_a_fork_has_processes_of_its_own(counting: Reader) -> None:
    counting.score("", ["One."])
    if not (child := os.fork()):
        os._exit(0 if counting.score("", ["Three."]) == (-6.0,) and len(processes()) == 1 else 1)
    assert os.waitpid(child, 0)[1] == 0
    assert eventually(lambda: len(processes()) == 1)
    assert counting.score("", ["Seven."]) == (-6.0,)


AUDIT = f"""
import os, sys
from pathlib import Path
from auditor.engines.reader import client
from auditor.engines.reader.places import Installed
client.WORKER, client.verify = {fakes.__name__!r}, lambda _: None
if sys.argv[1] == "fork" and os.fork():
    os.wait()
    os._exit(1)
client.Reader(Installed("small", "sleeps", "", True, ())).score("", ["One."])
"""


@pytest.mark.parametrize("how", ["alone", "fork"])
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL], ids=lambda number: number.name)
def test_it_ends_with_whom_it_reads_for(tmp_path: Path, how: str, number: signal.Signals) -> None:
    audit = subprocess.Popen(
        [sys.executable, "-c", AUDIT, how],
        cwd=Path(__file__).parents[3],
        env={**os.environ, "AUDITOR_CACHE_DIR": str(tmp_path)},
    )
    try:
        asking = psutil.Process(audit.pid)
        if how == "fork":
            assert eventually(asking.children)
            (asking,) = asking.children()
        assert eventually(lambda: [each for each in asking.children() if fakes.__name__ in each.cmdline()])
        (reading,) = asking.children()
        time.sleep(0.1)
        asking.send_signal(number)
        assert eventually(lambda: gone(reading))
    finally:
        audit.kill()
        audit.wait()
