"""Readings on disk: the same numbers come back, and nothing else does whatever lies there."""

from __future__ import annotations

import os
import sqlite3
import struct
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest

from auditor.engines.reader import kept
from auditor.engines.reader.kept import Kept

NUMBERS = (-1.5, 0.0, -1e300)


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache" / "readings.sqlite"


def filled() -> tuple[Kept, bytes]:
    readings = Kept("a model")
    key = readings.key("versions", "French: Oui.\nEnglish:", "Yes.")
    readings.put(key, NUMBERS)
    return readings, key


def test_what_was_read_comes_back_in_another_process_too() -> None:
    _, key = filled()
    assert Kept("a model").get(key) == NUMBERS
    with get_context("spawn").Pool(1) as pool:
        assert pool.apply(_get, (key,)) == NUMBERS


def _get(key: bytes) -> tuple[float, ...] | None:
    return Kept("a model").get(key)


@pytest.mark.parametrize(
    ("model", "texts", "why"),
    [
        ("another", ("versions", "French: Oui.\nEnglish:", "Yes."), "another model reads otherwise"),
        ("a model", ("text", "French: Oui.\nEnglish:", "Yes."), "another question"),
        ("a model", ("versions", "", "Yes."), "read alone"),
        ("a model", ("versions", "French: Oui.\nEnglish:", "Yes.", "No."), "beside another version"),
        ("a model", ("versions", "French: Oui.\nEnglish:Yes.", ""), "the words lie elsewhere"),
    ],
)
def test_nothing_else_comes_back(model: str, texts: tuple[str, ...], why: str) -> None:
    filled()
    readings = Kept(model)
    assert readings.get(readings.key(*texts)) is None, why


def test_no_word_of_the_copy_is_kept(file: Path) -> None:
    readings = Kept("a model")
    readings.put(readings.key("versions", "", "The embargoed minister resigned."), NUMBERS)
    readings.close()
    assert all(b"minister" not in each.read_bytes() for each in file.parent.iterdir())


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_broken_is_begun_anew(file: Path, content: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(content)
    readings, key = filled()
    readings.put(key, NUMBERS)
    assert readings.get(key) == NUMBERS


@pytest.mark.parametrize("found", ["text", 7, None, b"seven b", b"\x80\x04N."])
def test_what_is_no_row_of_numbers_is_not_believed(file: Path, found: object) -> None:
    readings, key = filled()
    readings.close()
    with sqlite3.connect(file) as database:
        database.execute("DROP TABLE readings")
        database.execute("CREATE TABLE readings (key BLOB PRIMARY KEY, numbers)")
        database.execute("INSERT INTO readings VALUES (?, ?)", (key, found))
    assert Kept("a model").get(key) is None


def test_a_folder_that_cannot_be_written_keeps_nobody_from_reading(file: Path) -> None:
    file.parent.write_text("a file where the folder would be")
    readings, key = filled()
    assert readings.get(key) is None


def test_the_oldest_go_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    readings = Kept("a model")
    keys = [readings.key(str(number)) for number in range(5)]
    for key in keys:
        readings.put(key, NUMBERS)
    assert [readings.get(key) is None for key in keys] == [True, True, False, False, False]


def _put(worker: int) -> None:
    readings = Kept("a model")
    for number in range(50):
        readings.put(readings.key(f"{worker} {number}"), (float(worker), float(number)))


def test_what_a_cache_brings_from_elsewhere_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled()
    monkeypatch.setenv("AUDITOR_STATE_DIR", str(tmp_path / "another machine"))
    readings = Kept("a model")
    assert readings.get(readings.key("versions", "French: Oui.\nEnglish:", "Yes.")) is None


def test_a_user_without_a_place_for_secrets_reads_anew_in_each_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("AUDITOR_STATE_DIR", str(tmp_path / "file"))
    readings, key = filled()
    assert readings.get(key) == NUMBERS
    assert Kept("a model").key("x") != readings.key("x")


def test_many_processes_keep_at_once() -> None:
    Kept("a model").key("the secret is there")
    with get_context("spawn").Pool(4) as pool:
        pool.map(_put, range(4))
    readings = Kept("a model")
    for worker in range(4):
        for number in range(50):
            assert readings.get(readings.key(f"{worker} {number}")) == (worker, number)


def test_threads_and_forks_share_it() -> None:
    readings, key = filled()
    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(readings.get, [key] * 20)) == {NUMBERS}
    read, write = os.pipe()
    if not (child := os.fork()):
        os.write(write, struct.pack("<3d", *(readings.get(key) or ())))
        os._exit(0)
    os.waitpid(child, 0)
    assert struct.unpack("<3d", os.read(read, 24)) == NUMBERS
    assert readings.get(key) == NUMBERS
