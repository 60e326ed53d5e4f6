"""Programs that show our text as HTML or Markdown find neither in it; spreadsheets find no formula."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.render import render
from auditor.render.inert import inert
from auditor.render.table import cell
from tests.render.samples import FINDINGS, REPORT, document

HOSTILE = '<img src=x onerror="run()"> &lt;b&#62; [here](https://example.org) ![x][y] @desk'
ACTIVE = re.compile(r"[<>]|&#?\w+;|\]\(|\]\[|(?<!\w)@\w")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("AT&T paid 3 % & more", "AT&T paid 3 % & more"),
        ("desk@example.org", "desk@example.org"),
        ("the <b> tag", "the ‹b› tag"),
        ("“&lt;” is code", "“＆lt;” is code"),
        ("[x](y) [1]", "[x] (y) [1]"),
        ("@desk and (@desk)", "＠desk and (＠desk)"),
    ],
)
def test_what_would_act_is_shown(text: str, shown: str) -> None:
    assert inert(text) == shown


@given(st.text(st.sampled_from("<>&#;[]()@!ab 1"), max_size=30))
def test_nothing_inert_acts(text: str) -> None:
    assert not ACTIVE.search(inert(text))


@pytest.mark.parametrize("name", ["sarif", "gitlab", "rdjson"])
def test_messages_hold_nothing_for_a_page_to_obey(name: str) -> None:
    finding = replace(FINDINGS[0], message=HOSTILE, why=HOSTILE, suggestions=(HOSTILE,), rule="LT_RULE")
    skipped = replace(REPORT.skipped[0], reason=HOSTILE, hint=HOSTILE)
    page = json.loads(render(name, [replace(REPORT, findings=(finding,), skipped=(skipped,), rules=())]))
    told = list(messages(page))
    assert len(told) >= 2
    assert not [text for text in told if ACTIVE.search(text)]


def messages(value: object, key: str = "") -> list[str]:
    """Return the strings that are prose: messages and descriptions, whatever holds them."""
    if isinstance(value, dict):
        return [text for name, held in value.items() for text in messages(held, key if name == "text" else name)]
    if isinstance(value, list):
        return [text for each in value for text in messages(each, key)]
    prose = {"message", "description", "shortDescription", "fullDescription", "help", "justification"}
    return [value] if isinstance(value, str) and key in prose else []


def test_the_suggestion_that_is_written_into_the_file_is_exact() -> None:
    finding = replace(FINDINGS[0], suggestions=(HOSTILE,))
    page = json.loads(render("rdjson", [replace(REPORT, findings=(finding,))]))
    assert page["diagnostics"][0]["suggestions"][0]["text"] == HOSTILE


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", " '=1"),
        ("\r=1", " '=1"),
        ("＝1", "'＝1"),
        ("a;=1", "a;'=1"),
        ("3-1 of 4; two", "3-1 of 4; two"),
    ],
)
def test_no_spreadsheet_takes_a_cell_for_a_formula(text: str, shown: str) -> None:
    assert cell(text) == shown


FORMULA = "=cmd|' /C calc'!A0"


@pytest.mark.parametrize(("name", "parted"), [("csv", ","), ("marot", "\t")])
def test_no_table_has_a_formula_in_any_cell(name: str, parted: str) -> None:
    finding = replace(FINDINGS[0], message=FORMULA, rule=FORMULA, check=FORMULA, suggestions=(FORMULA,))
    story = replace(document(FORMULA, (FORMULA + REPORT.document.text.replace("\n", " "),)), name=FORMULA)
    skipped = replace(REPORT.skipped[0], reason=FORMULA, check=FORMULA)
    page = render(name, [replace(REPORT, document=story, findings=(finding,), skipped=(skipped,))])
    quoting = csv.QUOTE_MINIMAL if name == "csv" else csv.QUOTE_NONE
    cells = [cell for row in csv.reader(io.StringIO(page), delimiter=parted, quoting=quoting) for cell in row]
    assert [cell for cell in cells if cell.lstrip().startswith(tuple("=+-@"))] == []
    assert any(cell.startswith("'=") for cell in cells)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("www.example.org", "www\\.example.org"),
        ("see #12", "see \\#12"),
        ("$5 and $6", "\\$5 and \\$6"),
        ("=1", "\\=1"),
    ],
)
def test_markdown_makes_nothing_of_copy(text: str, shown: str) -> None:
    finding = replace(FINDINGS[0], message=text, suggestions=())
    assert f"| {shown} |" in render("markdown", [replace(REPORT, findings=(finding,))])
