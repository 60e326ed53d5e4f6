"""A language is read from its file; one that nobody wrote a file for is empty."""

from __future__ import annotations

import pytest

from auditor.languages import Language, language, languages


@pytest.mark.parametrize("tag", ["fr", "fr-CA", "FR", "fr_BE"])
def test_region_and_case_of_a_tag_make_no_other_language(tag: str) -> None:
    assert language(tag) is language("fr")


@pytest.mark.parametrize("tag", ["xx", "tlh", "", None])
def test_a_language_without_a_file_is_empty_and_has_its_code_for_a_name(tag: str | None) -> None:
    found = language(tag)
    assert found.code == found.name == (tag or "")
    assert found.writing.spaced
    assert not found.calendar.months
    assert not found.negation.firm


def test_every_file_is_read_whole() -> None:
    assert len(languages()) > 60
    assert [each.code for each in languages()] == sorted(each.code for each in languages())
    assert all(isinstance(each, Language) for each in languages())
