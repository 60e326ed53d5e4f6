"""Offsets there and back: what Java counts and what Python counts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.engines.languagetool.characters import WayBack, composed

letters = st.text(st.sampled_from("ae n\r\nZß\u0301\u0303\u0327\u20ac\U0001f600\U00020000"), max_size=30)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize(
    ("text", "sent", "word", "why"),
    [
        ("a teh", "a teh", "teh", "plain text is sent as it is"),
        ("\U0001f600 teh", "\U0001f600 teh", "teh", "an emoji is two units and one code point"),
        ("cafe\u0301 teh", "café teh", "teh", "a combining accent is composed, which moves what follows"),
        ("one\r\nteh", "one\r\nteh", "teh", "a line end of two characters stays two"),
        ("q\u0301 teh", "q\u0301 teh", "teh", "a letter that has no composed form stays two"),
        ("\u212b teh", "\u212b teh", "teh", "a lone character is never replaced"),
    ],
)
def test_a_word_is_found_again(text: str, sent: str, word: str, why: str) -> None:
    assert composed(text) == sent, why
    start = _units(sent[: sent.index(word)])
    back = WayBack([text])
    assert text[back(start) : back(start + _units(word))] == word, why


@given(letters)
def test_what_is_sent_reads_the_same(text: str) -> None:
    assert unicodedata.normalize("NFC", composed(text)) == unicodedata.normalize("NFC", text)


@given(st.lists(letters, max_size=4))
def test_every_character_that_is_sent_leads_back_to_its_own(runs: list[str]) -> None:
    whole, back, units = "".join(runs), WayBack(runs), 0
    for character in "".join(map(composed, runs)):
        start, end = back(units), back(units + _units(character))
        assert unicodedata.normalize("NFC", whole[start:end]) == unicodedata.normalize("NFC", character)
        units += _units(character)
    assert back(units) == len(whole)
