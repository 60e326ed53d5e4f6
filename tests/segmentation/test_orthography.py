"""The lists of the languages are sound."""

from __future__ import annotations

from dataclasses import fields

import pytest

from auditor.languages import Language, Stops, languages
from auditor.segmentation.orthography import orthography

LISTED = [each for each in languages() if each.stops != Stops()]
STRICT = ("titles", "numbered", "clock", "ambiguous", "inner")


@pytest.mark.parametrize("language", LISTED, ids=lambda each: each.code)
def test_every_entry_stands_without_its_stop(language: Language) -> None:
    for key in STRICT:
        entries = getattr(language.stops, key)
        assert not [entry for entry in entries if entry.endswith(".") or not entry.strip()], key


@pytest.mark.parametrize("language", LISTED, ids=lambda each: each.code)
def test_no_entry_is_listed_twice_in_one_list(language: Language) -> None:
    for field in fields(Stops):
        entries = getattr(language.stops, field.name)
        if isinstance(entries, tuple):
            assert len(entries) == len(set(entries)), (field.name, sorted({e for e in entries if entries.count(e) > 1}))


def test_an_entry_in_small_letters_stands_for_its_capital_too() -> None:
    assert {"no", "No"} <= orthography("en").numbered


def test_german_numbers_with_a_stop_are_ordinals() -> None:
    assert orthography("de").ordinals
    assert not orthography("fr").ordinals
