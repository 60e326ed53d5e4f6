"""Paragraphs are found as the writer set them."""

from __future__ import annotations

import textwrap

import pytest

from auditor.model import Role
from auditor.segmentation import document_from_text

FIRST = (
    "Rescue teams reached the flooded valley on Monday after three days of rain that cut every road, officials "
    "said. They found two hundred people on the roof of a school, which had stayed above the water."
)
SECOND = (
    "The mayor thanked the pilots who had flown in food. She said that the bridges would be rebuilt before "
    "winter and that nobody would have to leave the valley for good."
)


def paragraphs(text: str) -> list[str]:
    document = document_from_text("story", text)
    return [" ".join(block.span.of(text).split()) for block in document.blocks if block.role is Role.BODY]


def wrapped(paragraph: str, indent: str = "") -> str:
    return textwrap.fill(paragraph, 66, initial_indent=indent)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{FIRST}\n\n{SECOND}\n", "a blank line between"),
        (f"{FIRST}\r\n\r\n\r\n{SECOND}\r\n", "several, with CRLF"),
        (f"{FIRST}\n \t\n{SECOND}", "white space on the blank line"),
        (f"{FIRST}\n{SECOND}", "one paragraph per line"),
        (f"{wrapped(FIRST)}\n\n{wrapped(SECOND)}", "hard-wrapped, blank line between"),
        (f"{wrapped(FIRST, '   ')}\n{wrapped(SECOND, '   ')}", "hard-wrapped, three spaces at each paragraph"),
        (f"{wrapped(FIRST)}\n{wrapped(SECOND)}", "hard-wrapped, a short line ends a paragraph"),
        (f"{wrapped(FIRST)}\x0c{wrapped(SECOND)}", "a form feed between"),
        (f"{FIRST}\u2029{SECOND}", "a paragraph separator between"),
        (FIRST.replace("that cut", "that\ncut") + f"\n\n{SECOND}", "a line broken before lower case"),
    ],
)
def test_two_paragraphs_are_found(text: str, reason: str) -> None:
    assert paragraphs(text) == [FIRST, SECOND], reason


def test_a_wrapped_sentence_is_one_sentence_over_its_lines() -> None:
    text = wrapped(FIRST)
    segments = document_from_text("story", text).segments
    assert len(segments) == 2
    assert "\n" in segments[0].span.of(text)


def test_short_lines_that_each_end_a_sentence_are_paragraphs() -> None:
    lines = ["The rain stopped.", "The water fell.", "People came home to the valley."]
    assert paragraphs("\n".join(lines)) == lines


def test_a_wrapped_list_item_keeps_its_second_line() -> None:
    text = f"{SECOND}\n\n- clean water for the people who\n  stayed on the roof\n- two hundred tents\n"
    assert paragraphs(text)[1:] == [
        "- clean water for the people who stayed on the roof",
        "- two hundred tents",
    ]


def test_without_furniture_lines_without_a_gap_are_one_paragraph() -> None:
    document = document_from_text("example", "One line\nAnother line.\n\nA paragraph.", furniture=False)
    assert len(document.blocks) == 2
