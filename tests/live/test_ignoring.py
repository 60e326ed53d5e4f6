"""A rule is kept silent from an editor by what a person would write."""

from __future__ import annotations

import pytest

from auditor.live.ignoring import directive
from auditor.model import Span
from auditor.segmentation import document_from_text
from auditor.silencing import directives

TEXT = "A headline of some words\n\nValmont (IWN) - One sentence here.\n\nAnother paragraph\nin two lines.\n"


@pytest.mark.parametrize(("words", "line"), [("One", 3), ("lines", 5)])
def test_a_directive_stands_before_the_paragraph_and_holds_for_it(words: str, line: int) -> None:
    document = document_from_text("a.txt", TEXT)
    place = directive(document, Span(TEXT.index(words), TEXT.index(words) + len(words)), "some-rule")
    assert place == (line, "[auditor: ignore some-rule]\n")

    lines = TEXT.splitlines(keepends=True)
    changed = document_from_text("a.txt", "".join((*lines[: line - 1], place[1], *lines[line - 1 :])))
    (order,) = directives(changed)
    assert words in order.scope.of(changed.text)


def test_a_page_has_no_line_of_its_own() -> None:
    assert directive(document_from_text("a.html", TEXT), Span(30, 33), "some-rule") is None
