"""One notion of a word for every module: letters, words and tokens, in any script."""

from __future__ import annotations

import pytest

from auditor.text import LETTERS, TOKEN, WORD, words


@pytest.mark.parametrize(
    ("text", "letters", "reason"),
    [
        ("l'été 2024", ["l", "été"], "an apostrophe divides letters, and figures are none"),
        (
            "l'e\u0301te\u0301",
            ["l", "e\u0301te\u0301"],
            "an accent of its own belongs to its letter",
        ),
        ("हिन्दी में", ["हिन्दी", "में"], "vowel signs belong to their consonant"),
        ("كَتَبَ", ["كَتَبَ"], "so do the short vowels of Arabic"),
    ],
)
def test_letters_keep_their_signs(text: str, letters: list[str], reason: str) -> None:
    assert LETTERS.findall(text) == letters, reason


@pytest.mark.parametrize(
    ("text", "found", "reason"),
    [
        (
            "Jean-Luc's, l’été",
            ["Jean-Luc's", "l’été"],
            "marks inside a word are kept, curly ones too",
        ),
        ("'quoted' - so", ["quoted", "so"], "marks around it are not"),
        ("24/7 at 10.30", ["at"], "figures are no words"),
    ],
)
def test_words_keep_the_marks_inside_them(text: str, found: list[str], reason: str) -> None:
    assert WORD.findall(text) == found, reason
    assert [text[word.start : word.end] for word in words(text)] == found


@pytest.mark.parametrize(
    ("text", "tokens", "reason"),
    [
        ("24/7, 3,500 and U.S.", ["24/7", "3,500", "and", "U.S"], "the marks inside figures and initials are kept"),
        ("yes,no", ["yes", "no"], "a comma divides words"),
        ("end_ of", ["end", "of"], "an underscore is a mark"),
    ],
)
def test_tokens_are_words_and_figures_as_written(text: str, tokens: list[str], reason: str) -> None:
    assert TOKEN.findall(text) == tokens, reason
