"""Which words are English."""

from __future__ import annotations

import pytest

from auditor.analysis.vocabulary import english_words, is_english


@pytest.mark.parametrize(
    "word", ["number", "mark", "saxophone", "pathogens", "colour", "color", "organised", "programme", "warsaw"]
)
def test_words_of_the_dictionary_and_well_known_names_are_english(word: str) -> None:
    assert is_english(word)


@pytest.mark.parametrize("word", ["poignets", "tassée", "probaly", "publised", "grzmucin"])
def test_foreign_and_misspelt_words_are_not(word: str) -> None:
    assert not is_english(word)


def test_the_dictionary_holds_no_names() -> None:
    assert "warsaw" not in english_words()
