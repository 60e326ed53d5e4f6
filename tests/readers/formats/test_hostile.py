"""What is meant to hurt is refused in a sentence, in seconds and in bounds, and nothing is fetched or written."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from auditor.files import MB
from auditor.model import InputError
from auditor.readers import read, read_all
from tests.readers.formats.stories import DOCX, FILES, packed

SECONDS = 5.0
MEMORY = 500 * MB


def _bomb() -> bytes:
    return packed({"word/document.xml": "<w>" + " " * 100 * MB})


def _encoded(how: str) -> bytes:
    return f"From: a\nTo: b\nMIME-Version: 1.0\nContent-Transfer-Encoding: {how}\n\n".encode()


CASES: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "entities within entities": (
        "a.xml",
        lambda: b"<!DOCTYPE nitf [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><nitf><body>&b;</body></nitf>",
        "the entity “a” is declared there",
    ),
    "an entity from elsewhere": (
        "a.xml",
        lambda: b"<!DOCTYPE nitf [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><nitf><body>&x;</body></nitf>",
        "the entity “x” is declared there",
    ),
    "a parameter entity from elsewhere": (
        "a.xml",
        lambda: b"<!DOCTYPE nitf [<!ENTITY % x SYSTEM 'http://127.0.0.1:9/x'> %x;]><nitf/>",
        "the entity “x” is declared there",
    ),
    "elements within each other": (
        "a.xml",
        lambda: b"<nitf>" + b"<p>" * MB,
        "more than 200 elements within each other",
    ),
    "elements without number": ("a.xml", lambda: b"<nitf>" + b"<a/>" * 2 * MB, "more than 300,000 elements"),
    "lines without number": ("a.xml", lambda: b"<nitf><p>" + b"a\n" * 2 * MB, "more than 300,000 lines and entities"),
    "values within each other": (
        "a.json",
        lambda: b'{"headline":1,"body_html":' + b"[" * 3 * MB,
        "more than 100 values",
    ),
    "escapes without number": (
        "a.json",
        lambda: b'{"headline":"x","body_html":"' + b"\\u0041" * MB + b'"}',
        "more than 300,000 lines, spaces, entities and escapes",
    ),
    "an archive that grows": ("a.docx", _bomb, "holds more than 20 MB of text when unpacked"),
    "an archive of parts without number": (
        "a.docx",
        lambda: packed({"word/document.xml": "<w/>", **{f"part{number}": "" for number in range(6_000)}}),
        "more than 5,000 parts",
    ),
    "an archive that breaks off": ("a.docx", lambda: DOCX[:-60], "is a document that breaks off"),
    "an archive that is broken inside": (
        "a.docx",
        lambda: DOCX[: (at := DOCX.index(b"word/document.xml") + 60)] + bytes(20) + DOCX[at + 20 :],
        "is broken inside",
    ),
    "a quotation mark without end": (
        "a.csv",
        lambda: b'source,target\n"a","' + b'""' * 4 * MB,
        "line 2: a quotation mark has no end",
    ),
    "rows without number": ("a.tsv", lambda: b"source\ttarget\n" + b"a\tb\n" * MB, "more than 50,000 units"),
    "octets without number": (
        "a.eml",
        lambda: _encoded("quoted-printable") + b"=41" * MB,
        "more than 300,000 lines, spaces, entities and escapes",
    ),
    "lines of base64 without number": (
        "a.eml",
        lambda: _encoded("base64") + b"Y\nS\nA\ng\n" * (MB // 2),
        "more than 300,000 lines, spaces, entities and escapes",
    ),
    "parts within each other": (
        "a.eml",
        lambda: (
            b"From: a\nTo: b\nContent-Type: multipart/mixed; boundary=x\n\n"
            + b"--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 20_000
        ),
        "holds no text",
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_it_is_refused_in_time_and_in_bounds(tmp_path: Path, case: str) -> None:
    name, make, said = CASES[case]
    path = tmp_path / name
    path.write_bytes(make())
    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    before = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, before[1]))
    begun = time.process_time()
    try:
        with pytest.raises(InputError) as raised:
            read_all(path)
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)
    assert time.process_time() - begun < SECONDS
    assert said in str(raised.value)
    assert str(raised.value).endswith(".")


def test_a_file_of_200_mb_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    with path.open("wb") as file:
        file.truncate(200 * MB)
    with pytest.raises(InputError, match=r"larger than 10 MB"):
        read_all(path)


def test_names_that_lead_out_of_an_archive_lead_nowhere(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    words = "<document><body><p><r><t>He left it.</t></r></p></body></document>"
    (folder / "a.docx").write_bytes(packed({"../../evil.txt": "x", "/evil.txt": "x", "word/document.xml": words}))
    assert read(folder / "a.docx").text == "He left it."
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.docx", "folder"]


@pytest.mark.parametrize("declared", ["utf-16", "utf-8", "nonsense", "ascii"])
def test_a_wrongly_declared_encoding_is_no_hindrance(tmp_path: Path, declared: str) -> None:
    for data in ("café".encode(), "café".encode("latin-1")):
        path = tmp_path / "a.xml"
        path.write_bytes(
            f"<?xml version='1.0' encoding='{declared}'?><nitf><body><body.content><p>The ".encode()
            + data
            + b" was left.</p></body.content></body></nitf>"
        )
        assert read(path).text == "The café was left."


@pytest.mark.parametrize("kind", FILES)
def test_a_file_that_breaks_off_anywhere_is_read_or_told(tmp_path: Path, kind: str) -> None:
    name, data = FILES[kind]
    for end in range(0, len(data), max(len(data) // 25, 1)):
        path = tmp_path / name
        path.write_bytes(data[:end])
        with suppress(InputError):
            read_all(path)
