"""Quotations are found by the marks of each language."""

from __future__ import annotations

import pytest

from auditor.analysis import quotations
from auditor.checks.examples import example_document


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“We go,” he said.", ["“We go,”"]),
        ("Er sagte: „Wir gehen“, und ging.", ["„Wir gehen“"]),
        ("»So ist es«, sagte sie. »Nein.«", ["»So ist es«", "»Nein.«"]),
        ("« Oui », dit-il. « Non", ["« Oui »", "« Non"]),
        ("他说：「好的」。", ["「好的」"]),
    ],
)
def test_a_quotation_ends_where_its_own_mark_closes_it(text: str, found: list[str]) -> None:
    assert [span.of(text) for span in quotations(example_document(text))] == found
