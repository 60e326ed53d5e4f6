"""Jars fetched, verified and placed: from a mirror that misbehaves, and from a folder."""

from __future__ import annotations

import io
import multiprocessing
import os
import re
import shutil
import signal
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from auditor.config import EngineSettings
from auditor.engines.languagetool import fetching, places, provisioning, seal
from auditor.engines.languagetool.lock import Content, Jar, Lock, lock
from auditor.engines.languagetool.manifest import without_class_path
from auditor.engines.languagetool.places import installation, library
from auditor.engines.languagetool.provisioning import damaged, installed, provision
from auditor.model import CheckUnavailable


def _jar(filling: bytes) -> bytes:
    """Return a jar of 50,000 bytes that puts the folder it lies in on the class path."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as jar:
        jar.writestr(zipfile.ZipInfo("META-INF/MANIFEST.MF"), "Manifest-Version: 1.0\r\nClass-Path: ./\r\n\r\n")
        jar.writestr(zipfile.ZipInfo("filling"), filling * (50_000 - 269))
    return buffer.getvalue()


CONTENTS = {f"org.example:part-{letter}:1.0": _jar(letter.encode()) for letter in "abcdef"}
JARS = tuple(Jar(name, Content.of(data), Content.of(without_class_path(data))) for name, data in CONTENTS.items())


@dataclass
class Mirror:
    """A Maven repository on this machine; ``serve`` turns a jar's bytes into what is sent for it."""

    url: str = ""
    asked: list[str] = field(default_factory=list)
    serve: Callable[[str, bytes], bytes | None] = lambda _name, data: data
    pause: float = 0.0

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        group, artifact, version, name = re.fullmatch(r"/(.+)/([^/]+)/([^/]+)/([^/]+)", handler.path).groups()
        data = CONTENTS.get(f"{group.replace('/', '.')}:{artifact}:{version}") if name.endswith(".jar") else None
        sent = None if data is None else self.serve(name, data)
        if data is not None:
            self.asked.append(name)
            time.sleep(self.pause)
        handler.send_response(404 if sent is None else 200)
        handler.send_header("Content-Length", str(len(data or b"")))
        handler.end_headers()
        handler.wfile.write(sent or b"")


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    mirror = Mirror()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            mirror.answer(self)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    mirror.url = f"http://127.0.0.1:{server.server_port}"
    yield mirror
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def _small_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    small = Lock("0.1", JARS)
    for module in (provisioning, places, fetching):
        monkeypatch.setattr(module, "lock", lambda: small)
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.delenv("AUDITOR_MIRROR", raising=False)
    monkeypatch.setenv("no_proxy", "127.0.0.1")


def test_the_real_lock_names_each_jar_once_and_no_address() -> None:
    jars = lock().jars
    assert len({jar.name for jar in jars}) == len(jars)
    assert all(re.fullmatch(r"[\w.-]+:[\w.-]+:[\w.-]+", jar.coordinate) for jar in jars)
    assert all(re.fullmatch(r"[0-9a-f]{64}", jar.published.sha256) for jar in jars)
    assert lock().size < 110_000_000


def test_all_jars_arrive_and_progress_ends_at_the_whole(mirror: Mirror) -> None:
    heard: list[tuple[int, int]] = []
    jar = provision(EngineSettings(mirror=mirror.url, progress=lambda here, total: heard.append((here, total))))
    assert installed()
    assert not damaged()
    assert jar.name == "languagetool-server.jar"
    assert heard[0] == (0, 300_000)
    assert heard[-1] == (300_000, 300_000)
    assert [here for here, _ in heard] == sorted(here for here, _ in heard)


def test_what_is_whole_is_not_fetched_again(mirror: Mirror) -> None:
    provision(EngineSettings(mirror=mirror.url))
    mirror.asked.clear()
    provision(EngineSettings(mirror=mirror.url))
    assert mirror.asked == []


def test_a_transfer_that_breaks_leaves_the_finished_jars_and_the_next_goes_on(mirror: Mirror) -> None:
    mirror.serve = lambda name, data: None if name.startswith("part-f") else data
    with pytest.raises(CheckUnavailable, match=r"does not have part-f-1\.0\.jar"):
        provision(EngineSettings(mirror=mirror.url))
    assert not installed()
    kept = {jar.name for jar in JARS if library(jar).is_file()}
    mirror.asked.clear()
    mirror.serve = lambda _name, data: data
    provision(EngineSettings(mirror=mirror.url))
    assert set(mirror.asked) == {jar.name for jar in JARS} - kept
    assert installed()


def test_a_process_killed_in_the_middle_can_be_followed_by_another(mirror: Mirror) -> None:
    mirror.pause = 0.5
    process = _fork(mirror)
    while not mirror.asked:
        time.sleep(0.01)
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    assert not installed()
    mirror.pause = 0
    provision(EngineSettings(mirror=mirror.url))
    assert not damaged()


def test_two_processes_at_once_fetch_each_jar_once(mirror: Mirror) -> None:
    mirror.pause = 0.1
    processes = [_fork(mirror), _fork(mirror)]
    for process in processes:
        process.join(30)
    assert [process.exitcode for process in processes] == [0, 0]
    assert sorted(mirror.asked) == sorted(jar.name for jar in JARS)
    assert not damaged()


def _fork(mirror: Mirror) -> multiprocessing.process.BaseProcess:
    settings = EngineSettings(mirror=mirror.url)
    process = multiprocessing.get_context("fork").Process(target=partial(provision, settings))
    process.start()
    return process


def test_a_jar_that_arrives_wrong_is_fetched_once_more(mirror: Mirror) -> None:
    def wrong_at_first(name: str, data: bytes) -> bytes:
        return b"x" * len(data) if name.startswith("part-a") and mirror.asked.count(name) == 0 else data

    mirror.serve = wrong_at_first
    provision(EngineSettings(mirror=mirror.url))
    assert mirror.asked.count("part-a-1.0.jar") == 2
    assert not damaged()


def test_a_jar_that_is_always_wrong_is_never_placed(mirror: Mirror) -> None:
    mirror.serve = lambda _name, data: b"x" * len(data)
    with pytest.raises(CheckUnavailable, match="its checksum differs"):
        provision(EngineSettings(mirror=mirror.url))
    assert not any(library(jar).exists() for jar in JARS)


def test_a_transfer_cut_short_is_an_error_and_not_a_jar(mirror: Mirror) -> None:
    mirror.serve = lambda _name, data: data[:100]
    with pytest.raises(CheckUnavailable):
        provision(EngineSettings(mirror=mirror.url))
    assert not any(library(jar).exists() for jar in JARS)


@pytest.mark.parametrize("damage", [b"short", b"x" * 50_000], ids=["cut short", "same size, other bytes"])
def test_setup_replaces_a_damaged_jar(mirror: Mirror, damage: bytes) -> None:
    provision(EngineSettings(mirror=mirror.url))
    library(JARS[0]).write_bytes(damage)
    assert damaged() == JARS[:1]
    mirror.asked.clear()
    provision(EngineSettings(mirror=mirror.url))
    assert mirror.asked == [JARS[0].name]
    assert not damaged()


def test_an_unreachable_repository_is_told_at_once() -> None:
    with pytest.raises(CheckUnavailable, match="cannot be reached") as caught:
        provision(EngineSettings(mirror="http://127.0.0.1:9"))
    assert "auditor setup --from" in caught.value.hint


def test_offline_never_asks(mirror: Mirror) -> None:
    with pytest.raises(CheckUnavailable, match="switched off"):
        provision(EngineSettings(mirror=mirror.url, offline=True))
    assert mirror.asked == []


def test_the_jars_may_come_from_a_folder_even_offline(mirror: Mirror, tmp_path: Path) -> None:
    provision(EngineSettings(mirror=mirror.url))
    folder = tmp_path / "stick"
    (tmp_path / "cache").rename(folder)
    assert not installed()
    mirror.asked.clear()
    provision(EngineSettings(mirror=str(folder), offline=True))
    assert mirror.asked == []
    assert not damaged()


def test_the_environment_may_name_the_mirror(mirror: Mirror, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AUDITOR_MIRROR", mirror.url)
    provision(EngineSettings())
    assert installed()


def test_a_folder_without_the_jars_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CheckUnavailable, match=r"part-a-1\.0\.jar is missing in"):
        provision(EngineSettings(mirror=str(tmp_path), progress=lambda *_: pytest.fail("nothing is fetched")))
    assert not installation().exists()


def test_a_cache_that_cannot_be_written_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path / "file"))
    with pytest.raises(CheckUnavailable, match="cannot be kept in"):
        provision(EngineSettings())


def test_a_folder_that_others_can_write_is_closed_and_its_jars_are_read(mirror: Mirror) -> None:
    provision(EngineSettings(mirror=mirror.url))
    folder = places.installation() / "libs"
    (folder / "logback.xml").write_text("<configuration/>")
    library(JARS[0]).write_bytes(b"x" * JARS[0].kept.size)
    folder.chmod(0o777)
    provision(EngineSettings(mirror=mirror.url), verify=False)
    assert folder.stat().st_mode & 0o022 == 0
    assert not (folder / "logback.xml").exists()
    assert not damaged()


def test_the_folders_are_ours_alone_whatever_the_umask(mirror: Mirror) -> None:
    before = os.umask(0)
    try:
        provision(EngineSettings(mirror=mirror.url))
    finally:
        os.umask(before)
    assert places.installation().stat().st_mode & 0o022 == 0
    assert (places.installation() / "libs").stat().st_mode & 0o022 == 0


def test_jars_that_were_not_touched_are_not_read_again(mirror: Mirror, monkeypatch: pytest.MonkeyPatch) -> None:
    provision(EngineSettings(mirror=mirror.url))
    monkeypatch.setattr(provisioning, "damaged", lambda: pytest.fail("they are read"))
    provision(EngineSettings(mirror=mirror.url), verify=False)


@pytest.mark.parametrize("how", ["written over", "put in its place", "its times set back"])
def test_a_jar_of_the_same_size_that_was_touched_is_read_before_it_is_run(mirror: Mirror, how: str) -> None:
    provision(EngineSettings(mirror=mirror.url))
    path = library(JARS[0])
    before = path.stat()
    wrong = b"x" * before.st_size
    if how == "put in its place":
        other = path.with_suffix(".other")
        other.write_bytes(wrong)
        os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
        other.replace(path)
    else:
        path.write_bytes(wrong)
        if how == "its times set back":
            os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    provision(EngineSettings(mirror=mirror.url), verify=False)
    assert not damaged()


def test_the_seal_of_a_cache_that_was_brought_back_is_not_believed(mirror: Mirror, tmp_path: Path) -> None:
    provision(EngineSettings(mirror=mirror.url))
    library(JARS[0]).write_bytes(b"x" * JARS[0].kept.size)
    seal.put_on([library(jar) for jar in JARS])  # as whoever poisons a cache would leave it
    shutil.copytree(tmp_path / "cache", tmp_path / "kept")
    shutil.rmtree(tmp_path / "cache")
    shutil.copytree(tmp_path / "kept", tmp_path / "cache")
    provision(EngineSettings(mirror=mirror.url), verify=False)
    assert not damaged()


@pytest.mark.parametrize("seal_", [b"", b"{", b"[]", b'{"part-a-1.0.jar": null}', b"[" * 100_000, b"\xff"])
def test_a_seal_that_is_none_is_as_good_as_no_seal(mirror: Mirror, seal_: bytes) -> None:
    provision(EngineSettings(mirror=mirror.url))
    (places.installation() / "seal.json").write_bytes(seal_)
    library(JARS[0]).write_bytes(b"x" * JARS[0].kept.size)
    provision(EngineSettings(mirror=mirror.url), verify=False)
    assert not damaged()


def test_a_cache_that_is_whole_and_cannot_be_written_is_used(mirror: Mirror, monkeypatch: pytest.MonkeyPatch) -> None:
    provision(EngineSettings(mirror=mirror.url))
    (places.installation() / "seal.json").unlink()

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    for name in ("write_text", "write_bytes", "mkdir", "replace", "unlink"):
        monkeypatch.setattr(Path, name, refuse)
    assert provision(EngineSettings(mirror=mirror.url), verify=False).is_file()


def test_jars_as_they_were_published_are_brought_into_shape_without_asking_again(mirror: Mirror) -> None:
    provision(EngineSettings(mirror=mirror.url))
    mirror.asked.clear()
    for jar in JARS:
        library(jar).write_bytes(CONTENTS[jar.coordinate])
    provision(EngineSettings(mirror=mirror.url, offline=True))
    assert mirror.asked == []
    assert not damaged()


def test_jars_of_another_user_are_not_run(mirror: Mirror, monkeypatch: pytest.MonkeyPatch) -> None:
    provision(EngineSettings(mirror=mirror.url))
    owner = places.installation().stat().st_uid
    if owner == 0:
        os.chown(places.installation(), 12345, -1)
    else:
        monkeypatch.setattr(os, "getuid", lambda: owner + 1)
    with pytest.raises(CheckUnavailable, match="belongs to another user"):
        provision(EngineSettings(mirror=mirror.url), verify=False)
