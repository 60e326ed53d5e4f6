"""Which lines count as changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.silencing import changed_lines


@pytest.mark.parametrize(
    ("before", "after", "lines", "reason"),
    [
        ("a\nb\n", "a\nb\n", set(), "nothing changed"),
        ("a\nb\n", "a\nc\n", {2}, "a line was rewritten"),
        ("a\nb\n", "x\n\na\nb\n", {1}, "a line was added above"),
        ("a\nb\nc\n", "a\nc\n", set(), "a line was taken out"),
        ("a\nb", "a\r\nb\r\n", set(), "line ends are no words"),
        ("a\rb", "a\rc", {2}, "a lone return ends a line"),
        (None, "a\n\nb", {1, 3}, "the file is new; blank lines hold nothing"),
    ],
)
def test_lines_that_are_not_in_the_earlier_version_count(before, after, lines, reason):
    assert changed_lines(before, after) == lines, reason


@given(st.text())
def test_a_text_differs_from_itself_in_no_line(text):
    assert not changed_lines(text, text)
