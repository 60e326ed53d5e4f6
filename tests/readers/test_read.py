"""A story is read right, or refused in one sentence that says what to do."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import files
from auditor.model import InputError
from auditor.readers import read
from auditor.readers.encoding import decode
from tests.pace import pace

STORY = "Lima (AFP) - The café’s owner said: “No.” She left – for good.\r\n\r\nThe naïve façade cost €5. 🙂\r\n"
WESTERN = STORY.replace("🙂", "")


def write(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "story.txt"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("data", "text", "reason"),
    [
        (STORY.encode(), STORY, "UTF-8"),
        (STORY.encode("utf-8-sig"), STORY, "UTF-8 with a byte order mark"),
        (b"\xff\xfe" + STORY.encode("utf-16-le"), STORY, "UTF-16, little end first"),
        (b"\xfe\xff" + STORY.encode("utf-16-be"), STORY, "UTF-16, big end first"),
        (b"\xff\xfe\0\0" + STORY.encode("utf-32-le"), STORY, "UTF-32"),
        (WESTERN.encode("cp1252"), WESTERN, "Windows-1252 with curly quotes"),
        ("Les élèves du café ont gagné.".encode("latin-1"), "Les élèves du café ont gagné.", "Latin-1"),
        (b"He left.\rShe stayed.", "He left.\rShe stayed.", "line ends as they are"),
    ],
)
def test_text_is_read_character_for_character(tmp_path: Path, data: bytes, text: str, reason: str) -> None:
    assert read(write(tmp_path, data)).text == text, reason


def test_a_legacy_encoding_of_another_script_is_detected(tmp_path: Path) -> None:
    text = "Спасатели достигли затопленной долины в понедельник. Дороги остаются закрытыми, сообщили власти. " * 3
    assert read(write(tmp_path, text.encode("cp1251")), language="ru").text == text


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1))
def test_unicode_encodings_come_back_as_they_went(text: str) -> None:
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert decode("story", text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "said", "reason"),
    [
        (b"", "is empty", "an empty file"),
        (b" \n\t\r\n", "is empty", "white space alone"),
        (b"\xef\xbb\xbf", "is empty", "a byte order mark alone"),
        (b"He left.\0She stayed.", "control characters", "a NUL byte"),
        (bytes(range(256)), "cannot be told", "binary"),
        (b"\x89PNG\r\n\x1a\n", "an image", "a picture"),
        (b"PK\x03\x04rest", "a ZIP archive", "an archive that is no document"),
        (b"%PDF-1.7\n", "a PDF", "PDF"),
        (b"\xff\xfeH\0e", "breaks off", "UTF-16 cut short"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, said: str, reason: str) -> None:
    path = write(tmp_path, data)
    with pytest.raises(InputError) as refusal:
        read(path)
    assert said in str(refusal.value), reason
    assert str(path) in str(refusal.value)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        read(tmp_path / "none.txt")


def test_a_folder_is_no_story(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, b"He left.")
    path.chmod(0)
    with pytest.raises(InputError, match="may not be read"):
        read(path)


def test_a_permission_error_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    path = write(tmp_path, b"He left.")
    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(InputError, match="may not be read"):
        read(path)


def test_a_file_above_the_limit_is_refused_and_the_limit_named(tmp_path: Path) -> None:
    path = write(tmp_path, b"He left the valley. " * 10**6)
    with pytest.raises(InputError, match=f"larger than {files.STORY.most} MB"):
        read(path)


def test_a_name_too_long_for_the_disk_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read("x" * 5000)


def test_standard_input_is_named_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))
    document = read("-")
    assert document.name == "<stdin>"
    assert document.text == STORY


def test_the_language_is_passed_on(tmp_path: Path) -> None:
    document = read(write(tmp_path, "M. Dupont est là. Il part.".encode()), language="fr")
    assert document.language == "fr"
    assert len(document.segments) == 2


def test_a_story_of_100_000_words_is_read_in_two_seconds(tmp_path: Path) -> None:
    paragraph = (
        "Mr. Roe of the U.S. said on Jan. 3 that the bridges were safe. “Nobody was hurt,” he added in Lima.\n\n"
    )
    path = write(tmp_path, (paragraph * 5000).encode())
    assert pace(lambda: read(path)) < 700
    assert len(read(path).segments) == 10_000
