"""Every character of a story has its place in the file, and every word of the body its sentence."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import Role
from auditor.segmentation import document_from_text
from auditor.segmentation.lines import plain_runs

SPACES = [" ", "  ", "   ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\u2028", "\x0c", "\t", "\u00a0"]
MARKS = ['"', "”", "“", "»", "(", ")", "...", "…", "?", "!", ".", "。"]
WORDS = [
    "He left.",
    "She stayed",
    "🙂",
    "e\u0301",
    "é",
    "Mr.",
    "U.S.",
    "3.5",
    "by",
    "The",
    "iPhone",
    "مرحبا",
    "中文",
    "http://a.b/c",
]
FURNITURE = ["- Text -", "(more)", "Moscow (AFP) - ", "© 2021 AFP", "abc/de", "By Jane Doe"]
PIECES = [*SPACES, *MARKS, *WORDS, *FURNITURE]
texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=80)


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Return the place by another way than the code's: count the line ends before it."""
    ends = [match.end() for match in re.finditer("\r\n|\r|\n", text) if match.end() <= offset]
    return len(ends) + 1, offset - (ends[-1] if ends else 0) + 1


@given(texts, st.booleans())
def test_every_offset_has_the_line_and_column_that_an_editor_shows(text: str, furniture: bool) -> None:
    document = document_from_text("story", text, furniture=furniture)
    for offset in range(len(text)):
        place = document.place(offset)
        assert (place.line, place.column) == line_and_column(text, offset)


@given(texts)
def test_runs_cover_the_text_without_gap_or_overlap(text: str) -> None:
    runs = plain_runs(text)
    assert runs[0].span.start == 0
    assert runs[-1].span.end == len(text)
    assert all(before.span.end == after.span.start for before, after in pairwise(runs))


@given(texts, st.booleans())
def test_blocks_are_in_order_and_cover_every_visible_character(text: str, furniture: bool) -> None:
    document = document_from_text("story", text, furniture=furniture)
    spans = [block.span for block in document.blocks]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    assert all(span.of(text) and span.of(text) == span.of(text).strip() for span in spans)
    covered = "".join(span.of(text) for span in spans)
    assert "".join(covered.split()) == "".join(text.split())


@given(texts, st.booleans(), st.sampled_from([None, "fr", "de", "zh", "ar", "fi"]))
def test_sentences_lie_in_the_body_and_cover_every_word_of_it(text: str, furniture: bool, language: str | None) -> None:
    document = document_from_text("story", text, furniture=furniture, language=language)
    body = [block for block in document.blocks if block.role is Role.BODY]
    assert [segment.number for segment in document.segments] == list(range(1, len(document.segments) + 1))
    for segment in document.segments:
        assert body[segment.paragraph - 1].span.covers(segment.span)
        assert segment.span.of(text) == segment.span.of(text).strip()
    words = "".join("".join(segment.span.of(text).split()) for segment in document.segments)
    assert words == "".join("".join(block.span.of(text).split()) for block in body)


@pytest.mark.parametrize(
    ("text", "word", "line", "column", "reason"),
    [
        ("One.\n\nTwo words.", "words", 3, 5, "LF"),
        ("One.\r\n\r\nTwo words.", "words", 3, 5, "CRLF is one line end"),
        ("One.\r\rTwo words.", "words", 3, 5, "a lone CR ends a line"),
        ("One. 🙂 words.", "words", 1, 8, "an emoji is one column"),
        ("Cafe\u0301 words.", "words", 1, 7, "a decomposed accent is two"),
        ("One.\u2028Two words.", "words", 1, 10, "U+2028 ends no line of the file"),
        ("One.\x0cTwo words.", "words", 1, 10, "nor does a form feed"),
        ("\n\n   words here.", "words", 3, 4, "an indent counts"),
    ],
)
def test_columns_are_code_points_from_one(text: str, word: str, line: int, column: int, reason: str) -> None:
    place = document_from_text("story", text).place(text.index(word))
    assert (place.line, place.column) == (line, column), reason


def test_an_empty_text_has_a_place_and_no_sentence() -> None:
    document = document_from_text("story", "")
    assert document.segments == ()
    assert (document.place(0).line, document.place(0).column) == (1, 1)
