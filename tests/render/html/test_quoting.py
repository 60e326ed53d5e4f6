"""Which words of the source light up with a note."""

from __future__ import annotations

import pytest

from auditor.model import Category, Evidence, Role, Severity
from auditor.render.html.notes import notes
from auditor.render.html.quoting import quotations
from tests.render.html.samples import anchor, document, finding, report


def quoted(text: str, *evidence: Evidence) -> list[str]:
    story = document("ferry.en.txt", (Role.BODY, ["The ferry sank in 2 minutes."]))
    found = finding(anchor(story, "2 minutes"), "Not so.", Category.NUMBER, Severity.MAJOR, evidence=evidence)
    return [mark.span.of(text) for mark in quotations(text, notes(report(story, [found])))]


@pytest.mark.parametrize(
    ("text", "words", "expected", "reason"),
    [
        ("Le bac a coulé en 12 minutes.", "12 minutes", ["12 minutes"], "the words as they stand"),
        ("Le 2 mai, 12 bacs et 2 canots.", "2", ["2", "2"], "every place, but no part of a word"),
        ("渡轮在十二分钟内沉没。", "十二分钟", ["十二分钟"], "a script without spaces"),
        ("L’équipage n’a rien dit.", "n'a rien", ["n’a rien"], "a check quotes with straight marks"),
        ("Le bac a\ncoulé.", "a coulé", ["a\ncoulé"], "a line break is a space"),
        ("Le bac a coulé.", "le navire", [], "words that the check put together"),
        ("Le bac a coulé.", " ", [], "no words"),
        ("Le bac (a+) a coulé.", "(a+)", ["(a+)"], "no pattern"),
    ],
)
def test_the_quoted_words_are_found(text: str, words: str, expected: list[str], reason: str) -> None:
    assert quoted(text, Evidence("source", words)) == expected, reason


def test_only_the_source_is_quoted() -> None:
    text = "Le bac a coulé en 12 minutes."
    assert quoted(text, Evidence("reference", "bac"), Evidence("source", "12"), Evidence("story", "coulé")) == ["12"]
