"""A run over files of all kinds: one index, what was left out, fixes that touch nothing else."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from click.testing import CliRunner

from auditor.cli import main
from tests.readers.formats.stories import FILES, G2_MESSAGE, packed
from tests.readers.formats.writing import W

QUICK = ("--no-languagetool", "--no-reader")


def check(*arguments: str):
    return CliRunner().invoke(main, ["check", *arguments, *QUICK])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    place = tmp_path / "desk"
    place.mkdir()
    return place


def test_files_of_all_kinds_have_one_index(folder: Path) -> None:
    for number, (name, data) in enumerate(FILES.values()):
        (folder / f"{number}-{name}").write_bytes(data)
    (folder / "news.xml").write_text(G2_MESSAGE)
    done = check("desk", "--fail-on", "never", "--html", "all.html", "--json", "all.json")
    assert done.exit_code == 0, done.stderr
    reports = json.loads(Path("all.json").read_text())["reports"]
    assert len(reports) == len(FILES) + 2
    assert len(list(Path("all-stories").glob("*.html"))) == len(reports)
    assert {report["document"]["metadata"]["format"] for report in reports} == set(FILES)
    assert "desk/news.xml#urn:x:2" in Path("all.html").read_text()


def test_what_a_folder_leaves_out_is_told_and_holds_the_gate(folder: Path) -> None:
    (folder / "a.txt").write_text("PORT ALDER - The ferry captain walked free on Tuesday. The court found no fault.")
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n")
    done = check("desk")
    assert done.exit_code == 3
    assert "left out: desk/photo.png is an image" in done.stderr
    assert "left-out did not run" in done.stderr
    allowed = check("desk", "--allow-skipped", "left-out", "--allow-skipped", "languagetool", "--json", "out.json")
    assert allowed.exit_code == 0, allowed.stderr
    shown = json.loads(Path("out.json").read_text())["reports"]
    assert [report["skipped"][0]["check"] for report in shown if report["document"]["name"] == "desk/photo.png"] == [
        "left-out"
    ]
    assert check("desk", "--strict").exit_code == 3


def test_an_embargo_is_said(folder: Path) -> None:
    name, data = FILES["NewsML-G2"]
    (folder / name).write_bytes(data)
    done = check(f"desk/{name}", "--fail-on", "never")
    assert "EMBARGO 2026-01-02T06:00:00Z" in " ".join(done.stdout.split())
    assert "made by trainedAlgorithmicMedia" in " ".join(done.stdout.split())


@pytest.mark.parametrize("kind", sorted(set(FILES) - {"DOCX", "ODT"}))
def test_fixes_change_the_words_and_no_other_byte(folder: Path, kind: str) -> None:
    name, data = FILES[kind]
    path = folder / name
    path.write_bytes(data)
    done = check(f"desk/{name}", "--fix", "--fail-on", "never")
    assert done.exit_code == 0, done.stderr
    assert path.read_bytes() == data.replace(b" .", b".", 1)


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(("kind", "part"), [("DOCX", "word/document.xml"), ("ODT", "content.xml")])
def test_fixes_of_a_document_change_the_words_in_its_text_and_no_other_byte(folder: Path, kind: str, part: str) -> None:
    name, data = FILES[kind]
    path = folder / name
    path.write_bytes(data)
    shown = check(f"desk/{name}", "--diff-fixes", "--fail-on", "never")
    assert "+The company said it would would answer questions on Tuesday. Two" in shown.stdout
    assert path.read_bytes() == data
    done = check(f"desk/{name}", "--fix", "--fail-on", "never")
    assert done.exit_code == 0, done.stderr
    before = parts(data)
    assert parts(path.read_bytes()) == {**before, part: before[part].replace(b" .", b".", 1)}


def test_what_stands_in_several_runs_of_a_document_is_left_to_the_editor_and_that_is_said(folder: Path) -> None:
    words = "<w:r><w:t>The ferry sank on Monday</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>.</w:t></w:r>"
    data = packed({"word/document.xml": f"<w:document {W}><w:body><w:p>{words}</w:p></w:body></w:document>"})
    path = folder / "a.docx"
    path.write_bytes(data)
    done = check("desk/a.docx", "--fix", "--fail-on", "never")
    assert "1 fix left out, for several runs of text, or signs, stand among the words" in done.stderr
    assert path.read_bytes() == data


@pytest.mark.parametrize(
    ("labels", "told", "reason"),
    [
        ('labels = ["trainedAlgorithmicMedia"]', [], "that is its label"),
        ('labels = ["compositeWithTrainedAlgorithmicMedia"]', ["label-missing"], "its label is another"),
        ("", [], "the desk asks for none"),
    ],
)
def test_machine_translation_that_is_not_labelled_is_told_where_the_desk_asks_for_it(
    folder: Path, labels: str, told: list[str], reason: str
) -> None:
    Path("auditor.toml").write_text(f"{labels}\n")
    (folder / "a.xml").write_bytes(FILES["NewsML-G2"][1])
    done = check("desk/a.xml", "--fail-on", "never", "--json", "out.json")
    assert done.exit_code == 0, done.stderr
    (report,) = json.loads(Path("out.json").read_text())["reports"]
    assert [each["rule"] for each in report["findings"] if each["rule"].startswith("label")] == told, reason


def test_a_label_that_a_format_has_no_place_for_is_no_silence(folder: Path) -> None:
    Path("auditor.toml").write_text('labels = ["trainedAlgorithmicMedia"]\n')
    (folder / "a.txt").write_text("The port was closed on Monday.\n")
    done = check("desk/a.txt", "--strict")
    assert done.exit_code == 3
    assert "this format has no place for one" in " ".join(done.output.split())
    assert check("desk/a.txt", "--allow-skipped", "label-missing").exit_code == 0


def test_a_broken_file_does_not_keep_the_others_from_it(folder: Path) -> None:
    (folder / "a.xml").write_text("<nitf><body><body.content><p>He left")
    name, data = FILES["RSS"]
    (folder / name).write_bytes(data)
    done = check("desk", "--fail-on", "never", "--json", "out.json")
    assert done.exit_code == 2
    assert "a.xml, line 1: this is not XML" in done.stderr
    assert len(json.loads(Path("out.json").read_text())["reports"]) == 2
