"""Entities are decoded as browsers do, and each stands where it is written."""

from __future__ import annotations

import html
from html.entities import html5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.readers.html.characters import characters


def decoded(file: str) -> str:
    return "".join(piece.text for piece in characters(file, 0, len(file)))


@pytest.mark.parametrize("name", sorted(html5))
def test_every_name_of_the_standard_is_known(name: str) -> None:
    assert decoded(f"&{name}") == html5[name]


@given(st.lists(st.sampled_from(["&", "#", "x", ";", "amp", "not", "in", "eacute", "8", "217", "a", " "])).map("".join))
def test_what_is_decoded_is_what_the_standard_library_decodes(file: str) -> None:
    assert decoded(file) == html.unescape(file)


@given(st.text(st.sampled_from("&#;amplt8x é🚢")))
def test_the_pieces_stand_one_behind_the_other(file: str) -> None:
    at = 0
    for piece in characters(file, 0, len(file)):
        assert at <= piece.start < piece.end
        at = piece.end


@pytest.mark.parametrize(
    ("written", "shown", "reason"),
    [
        ("&#146;", "’", "a number that Windows gave to a quotation mark"),
        ("&#x110000;", "\ufffd", "beyond Unicode"),
        ("&#" + "9" * 5000 + ";", "\ufffd", "a number that nobody should have to read"),
        ("&#0;", "\ufffd", "NUL is none"),
        ("&#x1b;", "", "nor is a control character anything"),
        ("&notit;", "¬it;", "old names need no semicolon"),
        ("&nosuch;", "&nosuch;", "other names are text"),
        ("AT&T", "AT&T", "a sign by itself is text"),
    ],
)
def test_odd_references_are_taken_as_browsers_take_them(written: str, shown: str, reason: str) -> None:
    assert decoded(written) == shown, reason
