"""``auditor check`` on HTML files: what it finds, where, and what it silences and mends."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from auditor.cli import main

PAGE = """\
<!DOCTYPE html>
<html lang="en"><head><title>Ferry strike ends</title></head><body>
<h1>Ferry strike ends</h1>
<p>PORT ALDER (Wire) - The caf&eacute; reopened reopened on Monday .</p>
<!-- auditor: ignore words-repeated -- so in the original -->
<p>The pier, he said, was longer longer than this; the mayor knew of <i>it</i> .</p>
<p>It was late .<!-- auditor: ignore who-its --></p>
</body></html>
"""
SOURCE = """\
<html lang="fr"><body><h1>Fin de la grève des ferries</h1>
<p>PORT ALDER (Wire) - Les 12 ferries ont quitt&eacute; le port lundi.</p><p>La jet&eacute;e a rouvert mardi.</p>
</body></html>
"""
TARGET = """\
<h1>Ferry strike ends</h1><p>PORT ALDER (Wire) - The 21 ferries left the port on Monday.</p>
<p>The pier reopened on Tuesday.</p>
"""


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(text, name="story.html", encoding="utf-8"):
    path = Path(name)
    path.write_bytes(text.encode(encoding))
    return path


def run(*arguments, code=0, **options):
    result = CliRunner().invoke(main, ["check", "--no-languagetool", *arguments], **options)
    assert result.exit_code == code, result.stderr
    return result


def findings(*arguments):
    return json.loads(run(*arguments, "--json", "-").stdout)["reports"][0]["findings"]


def placed(found, rule):
    return [(f["anchors"][0]["line"], f["anchors"][0]["column"]) for f in found if f["rule"] == rule]


def column(line, words):
    return PAGE.splitlines()[line - 1].index(words) + 1


def test_findings_stand_at_their_lines_and_columns():
    write(PAGE)
    assert placed(findings("story.html"), "words-repeated") == [(4, column(4, "reopened reopened"))]
    assert f"story.html:4:{column(4, 'reopened reopened')}" in run("story.html", "--level", "all").stdout


def test_a_page_on_one_line_has_the_same_findings_at_its_columns():
    line = write(PAGE.replace("\n", "")).read_text()
    assert placed(findings("story.html"), "words-repeated") == [(1, line.index("reopened reopened") + 1)]


def test_a_comment_silences_a_rule_in_the_paragraph_it_stands_before_or_in():
    write(PAGE)
    report = json.loads(run("story.html", "--json", "-").stdout)["reports"][0]
    silenced = [each for each in report["silenced"] if each["by"] == "directive"]
    assert [each["reason"] for each in silenced] == ["ignored by line 5 of the story: so in the original"]
    (idle,) = [f for f in report["findings"] if f["rule"] == "directive-unused"]
    assert idle["anchors"][0]["line"] == 7


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("<!-- auditor: ignore -->", "This is no directive: write <!-- auditor: ignore RULE-ID -->."),
        ("<!--auditor: ignore words-repeeted-->", "names “words-repeeted”, which is no rule; did you mean"),
        ("<!-- auditor: ignore words-repeated in story -->", None),
        ("<!-- auditors ignore words-repeated -->", None),
    ],
)
def test_a_comment_must_name_a_rule(comment, said):
    write(f"{comment}<p>The ferry left late late.</p>")
    messages = [f["message"] for f in findings("story.html") if f["rule"] == "directive-unknown"]
    assert [said in message for message in messages] == ([True] if said else [])


def test_a_directive_for_the_story_may_stand_in_its_head():
    write(PAGE.replace("<head>", "<head><!-- auditor: ignore words-repeated in story -->"))
    assert placed(findings("story.html"), "words-repeated") == []


def test_fixes_are_made_where_nothing_stands_between_the_words():
    path = write(PAGE.replace("\n", "\r\n"), encoding="cp1252")
    result = run("story.html", "--fix")
    mended = PAGE.replace("Monday .", "Monday.").replace("late .", "late.")
    assert path.read_bytes() == mended.replace("\n", "\r\n").encode()
    assert "story.html: 1 fix left out, for tags or entities stand among the words" in result.stderr
    assert "story.html: 2 fixes made" in result.stderr


def test_fixes_are_shown_as_a_diff_of_the_file():
    path = write(PAGE)
    result = run("story.html", "--diff-fixes")
    assert path.read_text() == PAGE
    Path("fixes.patch").write_text(result.stdout)
    subprocess.run(["git", "apply", "--unsafe-paths", "fixes.patch"], check=True, env={**os.environ, "GIT_DIR": "."})
    assert path.read_text() == PAGE.replace("Monday .", "Monday.").replace("late .", "late.")


def test_the_standard_input_is_read_as_html_but_not_fixed():
    assert "The pier, he said" in run("-", "--level", "all", input=PAGE).stdout
    assert "in a file only" in run("-", "--diff-fixes", code=2, input=PAGE).stderr


def test_only_changed_lines_count():
    path = write(PAGE.replace("reopened reopened", "reopened"))
    for command in (
        ["init", "-q"],
        ["add", "."],
        ["-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "a"],
    ):
        subprocess.run(["git", *command], check=True)
    path.write_text(PAGE.replace("ferry strike", "Ferry strike"))
    found = findings("story.html", "--diff", "HEAD")
    assert placed(found, "words-repeated") == [(4, column(4, "reopened reopened"))]
    assert {f["anchors"][0]["line"] for f in found} == {4}


def test_source_and_reference_may_be_html_too():
    write(TARGET)
    write(SOURCE, "source.html")
    write(TARGET.replace("21", "12"), "reference.htm")
    report = json.loads(
        run("story.html", "--source", "source.html", "--reference", "reference.htm", "--json", "-").stdout
    )["reports"][0]
    (number,) = [f for f in report["findings"] if f["rule"] == "number-altered"]
    assert number["anchors"][0]["text"] == "21"
    assert report["source_language"] == "fr"
    assert report["comparison"]["reference"]["name"] == "reference.htm"


def test_a_translation_is_read_as_english_whatever_its_template_says():
    write('<html lang="fr"><p>The ferry left the port late. Its owner, Mr. Roe, was glad of it.</p>')
    report = json.loads(run("story.html", "--json", "-").stdout)["reports"][0]
    assert report["document"]["language"] == "en"
    assert len(report["document"]["segments"]) == 2


def test_a_desk_s_pages_are_audited_but_not_the_reviews_of_them():
    Path("desk").mkdir()
    write(PAGE, "desk/a.html")
    write("The pier reopened on Tuesday.\n", "desk/b.txt")
    for _ in range(2):
        run("desk", "--html", "desk/review.html", "--json", "all.json")
        assert [r["document"]["name"] for r in json.loads(Path("all.json").read_text())["reports"]] == [
            "desk/a.html",
            "desk/b.txt",
        ]
    assert "is a review page that auditor wrote" in run("desk/review.html", code=2).stderr


@pytest.mark.parametrize("page", ["", "<script>x</script>", "<p>\0</p>", "<div>" * 100_000, "<p" * 1000])
def test_a_page_without_a_story_is_one_sentence(page):
    write(page)
    result = run("story.html", code=2)
    assert result.stdout == ""
    assert result.stderr.startswith("auditor: story.html ")
    assert result.stderr.count("\n") == 1
