"""The manifests of jars, read back as Java reads them."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from auditor.engines.languagetool.lock import lock
from auditor.engines.languagetool.manifest import pathing_jar, without_class_path
from auditor.engines.languagetool.places import library

MANIFEST = "META-INF/MANIFEST.MF"

names = st.lists(st.from_regex(r"libs/[a-z][a-z0-9.-]{0,80}\.jar", fullmatch=True), max_size=40)


def _manifest(jar: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(jar)) as archive:
        return archive.read(MANIFEST) if MANIFEST in archive.namelist() else b""


@given(names)
def test_the_class_path_survives_the_folding_of_lines(jars: list[str]) -> None:
    unfolded = _manifest(pathing_jar(jars, "a.Main")).decode().replace("\r\n ", "")
    fields = dict(line.split(": ", 1) for line in unfolded.split("\r\n") if line)
    assert fields["Class-Path"].split() == jars
    assert fields["Main-Class"] == "a.Main"


@given(names)
def test_no_line_is_longer_than_java_reads(jars: list[str]) -> None:
    lines = _manifest(pathing_jar(jars, "a.Main")).split(b"\r\n")
    assert max(map(len, lines)) <= 72
    assert lines[-2:] == [b"", b""]


def test_the_same_jars_give_the_same_bytes() -> None:
    assert pathing_jar(["libs/a.jar"], "a.Main") == pathing_jar(["libs/a.jar"], "a.Main")


def test_a_jar_that_names_a_class_path_loses_that_and_nothing_else() -> None:
    manifest = b"Manifest-Version: 1.0\r\nClass-Path: ./ libs/a.jar libs/b\r\n .jar c.jar\r\nMain-Class: a.Main\r\n\r\n"
    before = {MANIFEST: manifest, "a/Main.class": b"code", "a/": b""}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as jar:
        for name, content in before.items():
            jar.writestr(name, content)
    written = without_class_path(buffer.getvalue())
    with zipfile.ZipFile(io.BytesIO(written)) as jar:
        after = {name: jar.read(name) for name in jar.namelist()}
    assert after == {**before, MANIFEST: b"Manifest-Version: 1.0\r\nMain-Class: a.Main\r\n\r\n"}
    assert without_class_path(written) is written


def test_no_jar_of_ours_puts_anything_else_on_the_class_path() -> None:
    for path in map(library, lock().jars):
        if path.is_file():
            assert b"Class-Path:" not in _manifest(path.read_bytes()), path.name
