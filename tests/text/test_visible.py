"""Text from outside can be read, and can do nothing else."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.text.visible import json_shown, json_text, traceback_of, visible, visible_lines
from tests.outlet import dangers

ANY = st.text(st.characters(exclude_categories=()) | st.sampled_from(":#[\n\x1b\u202e"), max_size=80)


@pytest.mark.parametrize(
    ("text", "shown", "reason"),
    [
        ("Bär, “ü”, 東京, ‌می‌خواهم", "Bär, “ü”, 東京, ‌می‌خواهم", "letters of every script, and joiners, are themselves"),
        ("a\n::error::b", "a ::error::b", "a line stays a line"),
        ("\x1b[31mred", "<U+001B>[31mred", "a terminal would obey"),
        ("\x9b31mred", "<U+009B>31mred", "so would one that knows 8-bit controls"),
        ("x\u202ey\u2069", "x<U+202E>y<U+2069>", "words are not turned around"),
        ("a\u2028b\x85c", "a b c", "line ends of Unicode are white space"),
        ("\ud800", "<U+D800>", "no encoding takes half a character"),
        ("::error::x", "<U+003A>:error::x", "GitHub would obey a line that begins so"),
        ("  ::add-mask::x", "  <U+003A>:add-mask::x", "and takes no notice of blanks before"),
        ("std::string", "std::string", "further on it obeys none"),
        ("a ##[stop-commands]x", "a <U+0023>#[stop-commands]x", "of its older commands it obeys, wherever they stand"),
        ("###[error]x", "#<U+0023>#[error]x", "whatever stands before"),
        ("a ##vso[task.complete]", "a <U+0023>#vso[task.complete]", "Azure's alike"),
        ("## Heading [1]", "## Heading [1]", "what is no command stays"),
    ],
)
def test_what_acts_on_its_reader_is_spelled_out(text: str, shown: str, reason: str) -> None:
    assert visible(text) == shown, reason


@given(ANY)
def test_nothing_visible_acts(text: str) -> None:
    assert not dangers(visible(text))
    assert "\n" not in visible(text)
    assert visible(visible(text)) == visible(text)
    assert not dangers(visible_lines(text))
    assert visible_lines(text).count("\n") == text.count("\n")


@given(ANY)
def test_json_keeps_every_value_and_shows_none_that_acts(text: str) -> None:
    value = {"a": [text, {"b": text}], "c": 1.5, "d": None}
    assert json.loads(json_text(value)) == json.loads(json.dumps(value))
    assert not dangers(json_text(value, indent=2))
    assert json.loads(json_shown(value)) == {
        "a": [visible_lines(text), {"b": visible_lines(text)}],
        "c": 1.5,
        "d": None,
    }


def test_json_leaves_letters_alone() -> None:
    assert json_text("Bär 東京 “می‌خواهم”") == '"Bär 東京 “می‌خواهم”"'


def test_a_traceback_is_shown_too() -> None:
    error = LookupError("unknown encoding: \x1b]0;owned\x07\n::error::x\u202e")
    assert not dangers(traceback_of(error))
    assert "LookupError: unknown encoding: <U+001B>]0;owned<U+0007>" in traceback_of(error)


def test_every_control_and_format_character_is_spelled() -> None:
    every = (chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in {"Cc", "Cf", "Cs"})
    assert not [
        f"{ord(character):04X}"
        for character in every
        if dangers(visible(character)) or dangers(json_text(character)) or json.loads(json_text(character)) != character
    ]
