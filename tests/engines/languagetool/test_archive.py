"""Java's archive of classes: used where it was made here and not touched since, and never needed."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.config import EngineSettings
from auditor.engines.languagetool import archive, check_text, close, make_ready, places, seal
from auditor.engines.languagetool.java import Java, find_java
from auditor.engines.languagetool.launch import JVM_FLAGS
from auditor.engines.languagetool.server import connect
from tests.server.conftest import eventually

BUNDLED = Java(Path("/opt/java/bin/java"), "25.0.2", bundled=True)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path))
    places.installation().mkdir()
    return places.installation()


def _made(java: Java) -> Path:
    path = archive.place(java, JVM_FLAGS)
    assert path
    path.write_bytes(b"classes")
    seal.put_on([path])
    return path


def test_an_archive_is_used_under_its_seal_alone(folder: Path) -> None:
    assert archive.options(BUNDLED, JVM_FLAGS) == []
    path = _made(BUNDLED)
    assert archive.options(BUNDLED, JVM_FLAGS) == [f"-XX:AOTCache={path}"]
    before = path.stat()
    path.write_bytes(b"clashes")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert archive.options(BUNDLED, JVM_FLAGS) == []


@pytest.mark.parametrize(
    "other",
    [
        replace(BUNDLED, version="25.0.3"),
        replace(BUNDLED, program=Path("/opt/other/bin/java")),
        replace(BUNDLED, version="21.0.4"),
        replace(BUNDLED, bundled=False),
    ],
    ids=lambda java: f"{java.program} {java.version}",
)
def test_an_archive_is_for_the_java_that_made_it(folder: Path, other: Java) -> None:
    _made(BUNDLED)
    assert archive.options(other, JVM_FLAGS) == []
    assert archive.options(BUNDLED, (*JVM_FLAGS, "-Xmx2g")) == []


@pytest.mark.languagetool
@pytest.mark.slow
def test_setup_makes_one_that_java_accepts(languagetool: EngineSettings) -> None:
    java = find_java(languagetool)
    if archive.place(java, JVM_FLAGS) is None:
        pytest.skip("this Java makes none")
    make_ready(languagetool)
    assert archive.options(java, JVM_FLAGS)
    close()
    server = connect(languagetool)
    assert server.log
    assert server.process
    assert any("AOTCache" in str(argument) for argument in server.process.args)
    assert check_text([("This are a test.", False)], "en-US", languagetool).matches
    server.log.seek(0)
    assert b"[aot" not in server.log.read()
    assert eventually(lambda: [path.suffix for path in places.installation().glob("*.aot*")] == [".aot"], 60.0), (
        "one that another test makes at this moment is whole soon; ours leaves nothing"
    )
