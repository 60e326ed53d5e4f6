"""Each character of a story in HTML is found again in the file."""

from __future__ import annotations

import html
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Document, InputError, Place, Span
from auditor.readers.places import Places
from tests.readers.html.pages import EXPORT, SAVED, read

ATOMS = {
    "word": "word",
    "Two": "Two",
    "é": "&eacute;",
    "e\u0301": "e&#x301;",
    "’": "&#8217;",
    "“": "&#147;",
    "&": "&amp",
    "\xa0": "&nbsp;",
    "🚢": "🚢",
    "ü": "ü",
    "<": "&lt;",
    " ": " ",
    "\n": "<br />",
}
"""What a browser shows, and how the file writes it."""

SILENT = ["<b>", "</b>", "<!-- no -->", "&shy;", "<a href='x?y=1&z'>", "</a>", "<wbr>"]
SPACES = ["\n", "\r\n  ", "\t", "  ", "\r", " \n "]
inner = st.lists(st.sampled_from([*ATOMS.values(), *SILENT, *SPACES]), max_size=25).map("".join)
stories = st.lists(inner, min_size=1, max_size=5).map(
    lambda passages: "<h1>Ferry ends</h1>\r\n<p>He left it.</p>" + "".join(f"<p>{each}</p>\n" for each in passages)
)


def cut(file: str, start: Place, end: Place) -> str:
    """Return what stands in ``file`` between two places, found by counting its line ends."""
    starts = [0, *(match.end() for match in re.finditer("\r\n|\r|\n", file))]
    return file[starts[start.line - 1] + start.column - 1 : starts[end.line - 1] + end.column - 1]


def region(file: str, document: Document, span: Span) -> str:
    return cut(file, document.place(span.start), document.end(span.end))


def shown(file: str) -> str:
    """Return what a stretch of a file shows."""
    return html.unescape(re.sub("<br />", "\n", file))


@given(stories)
def test_every_character_of_the_body_is_where_its_place_says(file: str) -> None:
    document = read(file)
    for segment in document.segments:
        for offset in range(segment.span.start, segment.span.end):
            written = shown(region(file, document, Span(offset, offset + 1)))
            character = document.text[offset]
            assert written == character or (character == " " and re.fullmatch(r"\s+", written)), (offset, written)


@given(stories)
def test_no_visible_character_is_lost_nor_made_up(file: str) -> None:
    visible = shown(re.sub("</?[abhpw].*?>|<!--.*?-->|&shy;", "", file.replace("<br />", "\n")))
    assert "".join(read(file).text.split()) == "".join(visible.split())


soup = st.lists(
    st.sampled_from(
        [*ATOMS.values(), *SILENT, *SPACES, "<p>", "</p>", "<li>", "<h2>", "<pre>", "<aside>", "</aside>", "<q>"]
    )
    | st.text(max_size=3),
    max_size=30,
).map("".join)


@given(soup)
def test_any_page_is_read_or_refused_and_its_runs_cover_its_text(file: str) -> None:
    try:
        document = read(file)
    except InputError:
        return
    spans = [run.span for run in document.runs]
    assert (spans[0].start, spans[-1].end) == (0, len(document.text))
    assert all(before.end == after.start for before, after in pairwise(spans))
    for offset in range(len(document.text)):
        start, end = document.place(offset), document.end(offset + 1)
        assert (start.line, start.column) <= (end.line, end.column)


@given(stories)
def test_words_that_stand_in_the_file_just_so_are_known(file: str) -> None:
    document = read(file)
    for segment in document.segments:
        same = region(file, document, segment.span) == segment.span.of(document.text)
        assert document.is_verbatim(segment.span) == same


@given(st.text(st.sampled_from("aé🚢\u0301\n\r\t"), max_size=60))
def test_places_count_lines_code_points_and_bytes(file: str) -> None:
    found = [*map(Places(file).of, range(len(file)))]
    for offset, place in enumerate(found):
        if file[offset - 1 : offset + 1] == "\r\n":
            continue  # inside a line end is no place
        lines = re.split("\r\n|\r|\n", file[:offset])
        assert place == (len(lines), len(lines[-1]) + 1, len(lines[-1].encode()) + 1)


@pytest.mark.parametrize(
    ("words", "written", "reason"),
    [
        ("strike ends", "strike ends", "as it stands"),
        ("Café Noir", "Caf&eacute;\n  Noir", "entities and a line end belong to it"),
        ("today", "to<b>day", "and so do tags inside"),
        ("“yes”", "&ldquo;yes&#8221;", "entities at its ends are in it whole"),
        ("later", "later", "tags around it are not"),
    ],
)
def test_words_are_found_as_they_are_written(words: str, written: str, reason: str) -> None:
    file = "<p>The strike ends at Caf&eacute;\n  Noir to<b>day</b>, &ldquo;yes&#8221; or <i>later</i>.</p>"
    for page in (file, file.replace("\n", "\r\n"), EXPORT + file, SAVED.replace("TITLE", file)):
        document = read(page)
        start = document.text.index(words)
        assert region(page, document, Span(start, start + len(words))).replace("\r", "") == written, reason


def test_a_page_on_one_line_has_its_columns() -> None:
    page = re.sub(r"\n\s*", " ", SAVED.replace("TITLE", "<h1>Strike ends</h1>"))
    document = read(page)
    assert {document.place(segment.span.start).line for segment in document.segments} == {1}
    for segment in document.segments:
        assert page[document.place(segment.span.start).column - 1 :].startswith(segment.span.of(document.text)[:9])


def test_the_end_of_a_paragraph_is_behind_its_last_word() -> None:
    file = "<p>He left</p>\n<p>She stayed.</p>"
    document = read(file)
    end = document.place(document.text.index("left") + 4)
    assert (end.line, end.column) == (1, 11)
