"""Paragraphs and requests: nothing to check is lost, nothing is too long, and each ends where a reader would pause."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.engines.languagetool.annotation import LEAST_CHARACTERS, Paragraph, paragraphs, requests_for, shared_out

LIMIT = 24
pieces = st.lists(st.tuples(st.text("ab .\n", max_size=40), st.booleans()), max_size=6)


@given(pieces)
def test_paragraphs_hold_every_character_that_is_to_be_checked(given_pieces: list[tuple[str, bool]]) -> None:
    whole = [(character, markup) for run, markup in given_pieces for character in run]
    held = set()
    for paragraph in paragraphs(given_pieces, LIMIT):
        sent = [(character, markup) for run, markup in paragraph.pieces for character in run]
        assert sent == whole[paragraph.start : paragraph.start + len(sent)]
        places = range(paragraph.start, paragraph.start + len(sent))
        assert held.isdisjoint(places)
        held.update(places)
    left = [whole[place] for place in range(len(whole)) if place not in held]
    assert all(markup or character.isspace() for character, markup in left)


@given(pieces)
def test_no_paragraph_is_longer_than_the_limit(given_pieces: list[tuple[str, bool]]) -> None:
    for paragraph in paragraphs(given_pieces, LIMIT):
        assert 0 < sum(len(run) for run, _ in paragraph.pieces) <= LIMIT


@pytest.mark.parametrize(
    ("text", "first", "why"),
    [
        ("One two.\n\nThree.", "One two.", "a paragraph ends with a blank line"),
        ("One two.\r\n \t\r\n\r\nThree.", "One two.", "with any line ends, and where the line is blank to the eye"),
        ("\n\n  One two.\n\nThree.", "  One two.", "blank lines before the first belong to none, its spaces do"),
        ("One two three four\nfive. Six seven", "One two three four\n", "one without end is cut at a line's end"),
        ("One two three. Four five six seven", "One two three. ", "then at a sentence's end"),
        ("One two three four five six seven", "One two three four five ", "then at a word's end"),
        ("Onetwothreefourfivesixseveneight", "Onetwothreefourfivesixse", "a word without end is cut"),
    ],
)
def test_a_paragraph_ends_where_a_reader_would_pause(text: str, first: str, why: str) -> None:
    paragraph = next(paragraphs([(text, False)], LIMIT))
    assert paragraph.pieces == ((first, False),), why


def test_a_paragraph_of_furniture_is_not_asked_about() -> None:
    story = [("OSLO (NN) - ", True), ("Snow fell.\n\n", False), ("- Roads -", True), ("\n\nThaw.", False)]
    assert list(paragraphs(story)) == [
        Paragraph(0, (("OSLO (NN) - ", True), ("Snow fell.", False))),
        Paragraph(35, (("Thaw.", False),)),
    ]


def test_furniture_is_sent_as_markup_and_a_neutral_sentence_stands_after_what_is_none() -> None:
    story = [
        (("OSLO - ", True), ("Snow fell", False), ("\n- Roads -\n", True)),
        (("“Thaw.”", False),),
        (("Ice.", False),),
    ]
    (request,) = requests_for(story)
    assert json.loads(request.payload())["annotation"] == [
        {"markup": "OSLO - ", "interpretAs": ""},
        {"text": "Snow fell"},
        {"markup": "\n- Roads -\n", "interpretAs": "\n\n"},
        {"markup": "\n\n", "interpretAs": "\n\nYes.\n\n"},
        {"text": "“Thaw.”"},
        {"markup": "\n\n", "interpretAs": "\n\n"},
        {"text": "Ice."},
        {"markup": "\n\n", "interpretAs": "\n\n"},
    ]
    assert request.starts == (0, 29, 38)


def _asked(*texts: str, limit: int = LIMIT) -> list[tuple[str, ...]]:
    requests = requests_for([((text, False),) for text in texts], limit)
    return [tuple("".join(run for run, _ in paragraph) for paragraph in request.paragraphs) for request in requests]


def test_a_text_is_shared_out_in_parts_of_about_the_same_size() -> None:
    story = [((f"{number} " + "snow " * 50, False),) for number in range(16)]
    requests = shared_out(story, 4)
    assert [len(request.paragraphs) for request in requests] == [4, 4, 4, 4]
    assert [paragraph for request in requests for paragraph in request.paragraphs] == story


def test_what_is_short_is_not_shared_out() -> None:
    assert len(shared_out([(("x" * (LEAST_CHARACTERS // 4), False),)] * 4, 4)) == 1
    assert shared_out([], 4) == []


def test_paragraphs_share_requests_up_to_a_limit() -> None:
    assert _asked("One two.", "Three four.", "Five six seven eight.") == [
        ("One two.", "Three four."),
        ("Five six seven eight.",),
    ]


@pytest.mark.parametrize("odd", ["He (left.", "1) He left.", "He [left).", ":-)"])
def test_a_paragraph_that_might_pair_its_bracket_with_another_ones_is_asked_alone(odd: str) -> None:
    assert sorted(_asked("One (two).", odd, "Three.", limit=99)) == sorted([("One (two).", "Three."), (odd,)])
