"""The pathing jar, read back as Java reads it."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from auditor.engines.languagetool.pathing import pathing_jar

names = st.lists(st.from_regex(r"libs/[a-z][a-z0-9.-]{0,80}\.jar", fullmatch=True), max_size=40)


def _manifest(jar: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(jar)) as archive:
        return archive.read("META-INF/MANIFEST.MF")


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
