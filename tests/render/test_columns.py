"""Every format counts columns in its own unit; a line with all that can go wrong tells them apart."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from auditor.model import Anchor, Span
from auditor.readers.html import read_html
from auditor.render import render
from auditor.render.region import byte_columns, region
from tests.render.samples import REPORT, document

#         1-code-point emoji (4 bytes), decomposed é (1 + 1 code points, 1 + 2 bytes), a tab
LINE = "🚢\tCafe\u0301 opens twice twice."
WORDS = "twice twice"
CODE_POINTS = (LINE.index(WORDS) + 1, LINE.index(WORDS) + 1 + len(WORDS))
BYTES = (
    len(LINE[: LINE.index(WORDS)].encode()) + 1,
    len(LINE[: LINE.index(WORDS) + len(WORDS)].encode()) + 1,
)


def report(end: str, first: str = "First line."):
    story = document("a.txt", (first, LINE), end=end)
    start = story.text.index(WORDS)
    finding = replace(REPORT.findings[0], anchors=(Anchor(Span(start, start + len(WORDS)), WORDS),))
    return replace(REPORT, document=story, findings=(finding,), skipped=())


def test_the_columns_expected_here_are_those_counted_by_hand():
    assert CODE_POINTS == (15, 26)
    assert BYTES == (19, 30)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("json", CODE_POINTS),
        ("jsonl", CODE_POINTS),
        ("csv", CODE_POINTS),
        ("sarif", CODE_POINTS),
        ("github", CODE_POINTS),
        ("gitlab", CODE_POINTS),
        ("checkstyle", CODE_POINTS),
        ("junit", CODE_POINTS),
        ("rdjson", BYTES),
    ],
)
def test_columns_are_right_after_an_emoji_a_decomposed_accent_and_a_tab(name, expected, end):
    line, start, finish = PLACES[name](render(name, [report(end)]))
    assert (line, start) == (2, expected[0])
    assert finish in (expected[1], None)  # some formats have no end


# The same line as HTML may write it: entities, a tag and spare spaces stand among the words.
TAGGED = "<p>🚢 Cafe\u0301 &eacute;t&eacute; opens tw<b>ice</b>  twi&shy;ce today.</p>"
TAGGED_WORDS = "tw<b>ice</b>  twi&shy;ce"


@pytest.mark.parametrize("name", ["json", "jsonl", "csv", "sarif", "github", "gitlab", "checkstyle", "junit", "rdjson"])
def test_words_in_html_are_where_the_file_has_them(name):
    story = read_html("a.html", f"<h1>First line.</h1>\r\n{TAGGED}", None)
    start = story.text.index(WORDS)
    finding = replace(REPORT.findings[0], anchors=(Anchor(Span(start, start + len(WORDS)), WORDS),))
    line, column, end = PLACES[name](render(name, [replace(REPORT, document=story, findings=(finding,), skipped=())]))
    before = TAGGED[: TAGGED.index(TAGGED_WORDS)]
    expected = (len(before.encode()) if name == "rdjson" else len(before)) + 1
    assert (line, column) == (2, expected)
    assert end in (expected + len(TAGGED_WORDS), None)


def test_nothing_is_suggested_to_programs_where_tags_stand_among_the_words():
    story = read_html("a.html", TAGGED, None)
    start = story.text.index(WORDS)
    finding = replace(REPORT.findings[0], anchors=(Anchor(Span(start, start + len(WORDS)), WORDS),), suggestions=("x",))
    page = json.loads(render("rdjson", [replace(REPORT, document=story, findings=(finding,), skipped=())]))
    assert page["diagnostics"][0]["suggestions"] == []


def _json(text):
    anchor = json.loads(text)["reports"][0]["findings"][0]["anchors"][0]
    return anchor["line"], anchor["column"], anchor["end_column"]


def _jsonl(text):
    anchor = json.loads(text)["anchors"][0]
    return anchor["line"], anchor["column"], anchor["end_column"]


def _csv(text):
    cells = text.splitlines()[1].split(",")
    return int(cells[1]), int(cells[2]), int(cells[4])


def _sarif(text):
    place = json.loads(text)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    return place["startLine"], place["startColumn"], place["endColumn"]


def _github(text):
    found = re.search(r"line=(\d+),endLine=\d+,col=(\d+),endColumn=(\d+)", text)
    return tuple(map(int, found.groups()))


def _gitlab(text):
    place = json.loads(text)[0]["location"]["positions"]
    return place["begin"]["line"], place["begin"]["column"], place["end"]["column"]


def _checkstyle(text):
    found = re.search(r'<error line="(\d+)" column="(\d+)"', text)
    return int(found[1]), int(found[2]), None


def _junit(text):
    found = re.search(r"\(line (\d+), column (\d+)\)", text)
    return int(found[1]), int(found[2]), None


def _rdjson(text):
    place = json.loads(text)["diagnostics"][0]["location"]["range"]
    return place["start"]["line"], place["start"]["column"], place["end"]["column"]


PLACES = {
    "json": _json,
    "jsonl": _jsonl,
    "csv": _csv,
    "sarif": _sarif,
    "github": _github,
    "gitlab": _gitlab,
    "checkstyle": _checkstyle,
    "junit": _junit,
    "rdjson": _rdjson,
}


def test_words_at_a_line_s_end_do_not_end_on_the_next_line():
    story = document("a.txt", ("One two", "three"), end="\r\n")
    there = region(story, Span(4, 7))
    assert (there.end.line, there.end.column) == (1, 8)


def test_an_empty_span_has_one_place():
    story = document("a.txt", ("One two",))
    there = region(story, Span(4, 4))
    assert there.start == there.end
    assert byte_columns(story, Span(4, 4)) == (5, 5)
