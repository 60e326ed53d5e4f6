"""Annotated and mended copies open in the tools of others; skipped where these are not installed."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from auditor.model import Span
from auditor.readers.office.word import amend_word, decode_word
from tests.annotating.test_annotating import made
from tests.readers.formats.stories import DOCX, FILES

OFFICE = shutil.which("soffice")
ANNOTATION = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
NAME = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}name"


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_comments_on_their_words_and_mended_words(tmp_path: Path) -> None:
    (report,), copy = made(tmp_path, "a.docx", DOCX)
    (tmp_path / "annotated.docx").write_bytes(copy)
    at = decode_word("a.docx", DOCX).text.index("Tuesday .")
    mended = amend_word("a.docx", DOCX, [(Span(at, at + 9), "Tuesday.")])
    (tmp_path / "mended.docx").write_bytes(mended.data)
    opened = (
        str(OFFICE),
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "odt",
    )
    files = ("annotated.docx", "mended.docx")
    subprocess.run((*opened, *files), cwd=tmp_path, check=True, capture_output=True, timeout=120)
    found = comments(tmp_path / "annotated.odt")
    assert [words for words, _ in found] == [finding.primary.text for finding in report.findings]
    assert all(finding.rule in told for finding, (_, told) in zip(report.findings, found, strict=True))
    assert "questions on Tuesday. Two crew members" in "".join(content(tmp_path / "mended.odt").itertext())


def content(path: Path) -> etree._Element:
    with ZipFile(path) as archive:
        return etree.fromstring(archive.read("content.xml"))


def comments(path: Path) -> list[tuple[str, str]]:
    """Return the comments of a document with the words they are on."""
    text = etree.tostring(content(path), encoding="unicode")
    found = []
    for each in content(path).iter(ANNOTATION):
        name = re.escape(str(each.get(NAME)))
        inside = re.search(
            rf'<office:annotation office:name="{name}".*?</office:annotation>(.*?)<office:annotation-end', text
        )
        found.append((re.sub("<[^>]*>", "", inside[1]) if inside else "", "".join(each.itertext())))
    return found


def test_translate_toolkit_reads_units_and_notes(tmp_path: Path) -> None:
    xliff = pytest.importorskip("translate.storage.xliff", reason="translate-toolkit is not installed")
    (report,), copy = made(tmp_path, *FILES["XLIFF 1.2"])
    units = xliff.xlifffile.parsestring(copy).units
    assert [unit.source for unit in units] == [
        unit.source for unit in xliff.xlifffile.parsestring(FILES["XLIFF 1.2"][1]).units
    ]
    notes = "\n".join(unit.getnotes(origin="auditor") for unit in units)
    assert all(finding.rule in notes for finding in report.findings)


def test_translate_toolkit_reads_the_targets_of_xliff_2(tmp_path: Path) -> None:
    xliff = pytest.importorskip("translate.storage.xliff2", reason="translate-toolkit is not installed")
    _, copy = made(tmp_path, *FILES["XLIFF 2.0"])
    before, after = (xliff.Xliff2File.parsestring(data).units for data in (FILES["XLIFF 2.0"][1], copy))
    assert [str(unit.target) for unit in after] == [str(unit.target) for unit in before]
