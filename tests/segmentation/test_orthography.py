"""The lists of the languages are sound."""

from __future__ import annotations

from dataclasses import fields

import pytest

from auditor.config import gazetteer
from auditor.segmentation.orthography import Orthography, orthography

LANGUAGES = sorted(gazetteer("abbreviations"))
STRICT = ("titles", "numbered", "clock", "ambiguous", "inner")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_is_known_and_every_entry_stands_without_its_stop(language: str) -> None:
    lists = gazetteer("abbreviations")[language]
    assert set(lists) <= {field.name for field in fields(Orthography)}
    for key in set(lists) & set(STRICT):
        assert not [entry for entry in lists[key] if entry.endswith(".") or not entry.strip()], key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_listed_twice_in_one_list(language: str) -> None:
    for key, entries in gazetteer("abbreviations")[language].items():
        if isinstance(entries, list):
            assert len(entries) == len(set(entries)), (key, sorted({e for e in entries if entries.count(e) > 1}))


def test_loading_leaves_the_data_as_it_was() -> None:
    assert orthography("de").ordinals
    assert gazetteer("abbreviations")["de"]["ordinals"]
