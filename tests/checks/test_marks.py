"""A regex marks its group ``x``, or in its alternatives ``x2``, ``x3`` and so on."""

from __future__ import annotations

import pytest

from auditor.checks.pattern import compiled, regex_matches

PATTERN = r"red (?P<x>cat)|green (?P<x2>dog)|bird"


@pytest.mark.parametrize(
    ("text", "marked"),
    [("a red cat", "cat"), ("a green dog", "dog"), ("a bird", "bird")],
)
def test_each_alternative_marks_its_own_words(text: str, marked: str) -> None:
    (match,) = regex_matches(compiled(PATTERN), text)
    assert match.marked.of(text) == marked
