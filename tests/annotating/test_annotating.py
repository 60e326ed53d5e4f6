"""An annotated copy reads as the story did, is well formed, and holds every finding where its words are."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner
from lxml import etree

from auditor.annotating import annotated
from auditor.annotating.its import issue_type
from auditor.cli import main
from auditor.config import EngineSettings
from auditor.desk import Desk, stories_in
from auditor.model import Category, InputError, Report
from auditor.readers import read_all
from tests.readers.formats.stories import DOCX, FILES, HTML, packed

ITS = "{http://www.w3.org/2005/11/its}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TYPES = frozenset(
    re.findall(
        r"[a-z-]+",
        "terminology mistranslation omission untranslated addition duplication inconsistency grammar legal register "
        "locale-specific-content locale-violation style characters misspelling typographical formatting "
        "inconsistent-entities numbers markup pattern-problem whitespace internationalization length non-conformance "
        "uncategorized other",
    )
)
"""The types of ITS 2.0, https://www.w3.org/TR/its20/#lqissue-typevalues."""


def made(tmp_path: Path, name: str, data: bytes) -> tuple[list[Report], bytes]:
    """Return the reports on a file, and its annotated copy."""
    path = tmp_path / name
    path.write_bytes(data)
    desk = Desk.of("wire", engine=EngineSettings(enabled=False, reader=False))
    reports = [desk.audit(story) for story in stories_in(path).stories]
    assert all(len(report.findings) > 1 for report in reports)
    copy = annotated(str(path), data, reports, 80.0)
    assert copy is not None
    path.write_bytes(copy)
    assert [story.document.text for story in read_all(path).stories] == [report.document.text for report in reports]
    return reports, copy


def test_every_category_has_a_type_of_the_standard() -> None:
    assert {issue_type(category) for category in Category} <= TYPES


@pytest.mark.parametrize("kind", ["XLIFF 1.2", "XLIFF 2.0"])
def test_xliff_has_notes_issues_and_a_rating(tmp_path: Path, kind: str) -> None:
    (report,), copy = made(tmp_path, *FILES[kind])
    root = etree.fromstring(copy)
    issues = list(root.iter(f"{ITS}locQualityIssue"))
    notes = [note for note in root.iter("{*}note") if note.text]
    assert len(issues) == len(notes) == len(report.findings)
    told = sorted(issue.get("locQualityIssueComment") for issue in issues)
    assert told == sorted(note.text for note in notes)
    assert {issue.get("locQualityIssueType") for issue in issues} <= TYPES
    for finding in report.findings:
        unit = (report.document.place(finding.primary.span.start).locator or "").partition("/")[0]
        (there,) = (each for each in root.iter("{*}unit", "{*}trans-unit") if each.get("id") == unit)
        assert any(finding.rule in note.text for note in there.iter("{*}note"))
        (ids,) = there.iter(f"{ITS}locQualityIssues")
        refs = [
            value for each in there.iter() for key, value in each.attrib.items() if key == f"{ITS}locQualityIssuesRef"
        ]
        name = ids.get("{http://www.w3.org/XML/1998/namespace}id")
        assert refs
        assert all(ref.endswith(name) for ref in refs)


def test_a_unit_that_has_notes_keeps_them(tmp_path: Path) -> None:
    text = FILES["XLIFF 2.0"][1].decode().replace("<unit id='u3'>", "<unit id='u3'><notes><note>Mine.</note></notes>")
    _, copy = made(tmp_path, "a.xlf", text.encode())
    (unit,) = (each for each in etree.fromstring(copy).iter("{*}unit") if each.get("id") == "u3")
    assert len(list(unit.iter("{*}notes"))) == 1
    assert "Mine." in [note.text for note in unit.iter("{*}note")]
    assert [etree.QName(each).localname for each in unit][:2] == ["locQualityIssues", "notes"]


def commented(copy: bytes) -> list[tuple[str, str]]:
    """Return the comments of a document with the words they are on."""
    with ZipFile(BytesIO(copy)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
        comments = etree.fromstring(archive.read("word/comments.xml"))
        assert "comments.xml" in archive.read("word/_rels/document.xml.rels").decode()
        assert "/word/comments.xml" in archive.read("[Content_Types].xml").decode()
    found = []
    for each in comments.iter(f"{W}comment"):
        number = each.get(f"{W}id")
        inside, words = False, ""
        for node in root.iter():
            if node.tag == f"{W}commentRangeStart" and node.get(f"{W}id") == number:
                inside = True
            elif node.tag == f"{W}commentRangeEnd" and node.get(f"{W}id") == number:
                inside = False
            elif node.tag == f"{W}t" and inside:
                words += node.text or ""
        assert [node for node in root.iter(f"{W}commentReference") if node.get(f"{W}id") == number]
        found.append((words, "".join(each.itertext())))
    return found


def test_word_has_a_comment_on_the_words_of_each_finding(tmp_path: Path) -> None:
    (report,), copy = made(tmp_path, "a.docx", DOCX)
    found = commented(copy)
    assert [words for words, _ in found] == [finding.primary.text for finding in report.findings]
    assert all(finding.rule in told for finding, (_, told) in zip(report.findings, found, strict=True))


def test_comments_that_are_there_stay(tmp_path: Path) -> None:
    with ZipFile(BytesIO(DOCX)) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts["word/comments.xml"] = f"<w:comments xmlns:w='{W[1:-1]}'><w:comment w:id=\"7\"/></w:comments>"
    parts["word/_rels/document.xml.rels"] = "<Relationships>comments.xml</Relationships>"
    parts["[Content_Types].xml"] = "<Types>/word/comments.xml</Types>"
    _, copy = made(tmp_path, "a.docx", packed(parts))
    with ZipFile(BytesIO(copy)) as archive:
        ids = re.findall(r"\bw:id=\"(\d+)\"", archive.read("word/comments.xml").decode())
        assert archive.read("word/styles.xml").decode() == parts["word/styles.xml"]
    assert ids == [str(number) for number in range(7, 7 + len(ids))]


def test_html_is_marked_and_nothing_of_it_is_lost(tmp_path: Path) -> None:
    (report,), copy = made(tmp_path, "a.html", HTML.encode())
    text = copy.decode()
    assert re.sub(r"<mark [^>]*>|</mark>", "", text) == HTML
    marked = re.findall(r"<mark [^>]*its-loc-quality-issue-comment=\"([^\"]*)\"[^>]*>([^<]*)</mark>", text)
    for finding in report.findings:
        assert any(finding.rule in told for told, _ in marked), finding.rule


def test_ninjs_is_marked_inside_its_body(tmp_path: Path) -> None:
    for kind in ("ninjs", "ninjs 3.1"):
        (report,), copy = made(tmp_path, *FILES[kind])
        item = json.loads(copy)
        body = item.get("body_html") or item["bodies"][1]["value"]
        assert body.count("<mark ") >= 2
        assert all(finding.rule in body for finding in report.findings)


def test_the_command_writes_copies_beside_the_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for kind in ("XLIFF 1.2", "NITF"):
        name, data = FILES[kind]
        Path(name).write_bytes(data)
    options = ("--annotate", "out", "--no-languagetool", "--no-reader", "--fail-on", "never")
    done = CliRunner().invoke(main, ["check", "story.xlf", "story.xml", *options])
    assert done.exit_code == 0, done.output
    assert [path.name for path in Path("out").iterdir()] == ["story.xlf"]
    assert b"locQualityIssue" in Path("out/story.xlf").read_bytes()
    assert Path("story.xlf").read_bytes() == FILES["XLIFF 1.2"][1]
    assert "story.xml was not annotated" in done.stderr
    assert CliRunner().invoke(main, ["check", "story.xlf", "--annotate", ".", *options[2:]]).exit_code == 2


def test_a_file_that_changed_meanwhile_is_not_annotated(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(HTML)
    desk = Desk.of("wire", engine=EngineSettings(enabled=False, reader=False))
    (story,) = stories_in(path).stories
    with pytest.raises(InputError, match="was changed just now"):
        annotated(str(path), HTML.replace("bay", "sea").encode(), [desk.audit(story)], 80.0)
