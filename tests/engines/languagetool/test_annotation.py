"""Requests: nothing lost, none too long, and each ends where a reader would pause."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.engines.languagetool.annotation import requests_for

LIMIT = 24
pieces = st.lists(st.tuples(st.text("ab .\n", max_size=40), st.booleans()), max_size=6)


@given(pieces)
def test_requests_hold_every_character_once_and_in_order(given_pieces: list[tuple[str, bool]]) -> None:
    requests = list(requests_for(given_pieces, LIMIT))
    sent = [(character, markup) for request in requests for run, markup in request.pieces for character in run]
    assert sent == [(character, markup) for run, markup in given_pieces for character in run]
    assert [request.start for request in requests] == [
        sum(request.size for request in requests[:index]) for index in range(len(requests))
    ]


@given(pieces)
def test_no_request_is_longer_than_the_limit(given_pieces: list[tuple[str, bool]]) -> None:
    assert all(0 < request.size <= LIMIT for request in requests_for(given_pieces, LIMIT))


@pytest.mark.parametrize(
    ("text", "first", "why"),
    [
        ("One two three.\n\nFour\nfive. Six", "One two three.\n\n", "a paragraph's end is the best place"),
        ("One two three.\r\n\r\nFour\r\nfive six", "One two three.\r\n\r\n", "with any line ends"),
        ("One two three four\nfive. Six seven", "One two three four\n", "then a line's end"),
        ("One two three. Four five six seven", "One two three. ", "then a sentence's end"),
        ("One two three four five six seven", "One two three four five ", "then a word's end"),
        ("Onetwothreefourfivesixseveneight", "Onetwothreefourfivesixse", "a word without end is cut"),
    ],
)
def test_a_request_ends_where_a_reader_would_pause(text: str, first: str, why: str) -> None:
    request = next(requests_for([(text, False)], LIMIT))
    assert request.pieces == ((first, False),), why


def test_furniture_is_sent_as_markup_and_parts_paragraphs() -> None:
    (request,) = requests_for([("OSLO - ", True), ("Snow fell.", False), ("\n- Roads -\n", True), ("", False)])
    assert json.loads(request.payload())["annotation"] == [
        {"markup": "OSLO - ", "interpretAs": ""},
        {"text": "Snow fell."},
        {"markup": "\n- Roads -\n", "interpretAs": "\n\n"},
    ]
