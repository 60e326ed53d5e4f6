"""Before and after: a finding is fixed, remains or is new, and answers for one other only."""

from __future__ import annotations

import pytest

from auditor.compare.revision import revision
from auditor.model import Category, Mark, Severity


def mark(words: str, fingerprint: str, *, rule: str = "words-repeated", story: str = "a", line: int = 1) -> Mark:
    return Mark(story, line, rule, Category.DUPLICATION, Severity.MINOR, words, "Twice.", fingerprint)


@pytest.mark.parametrize(
    ("before", "after", "fates", "reason"),
    [
        ([mark("the the", "1")], [], (1, 0, 0), "gone"),
        ([], [mark("the the", "1")], (0, 0, 1), "came"),
        ([mark("the the", "1")], [mark("the the", "1", line=9)], (0, 1, 0), "the same, elsewhere in the file"),
        ([mark("the the", "1")], [mark("The  the", "2")], (0, 1, 0), "its sentence was edited, the words were not"),
        ([mark("the the", "1")], [mark("the the", "2", rule="other")], (1, 0, 1), "another rule is another finding"),
        ([mark("the the", "1")], [mark("the the", "1", story="b")], (1, 0, 1), "another story is another finding"),
        ([mark("a a", "1"), mark("a a", "2")], [mark("a a", "2")], (1, 1, 0), "one of two is fixed"),
        ([mark("a a", "1")], [mark("a a", "2"), mark("a a", "3")], (0, 1, 1), "a second one is new"),
    ],
)
def test_each_finding_has_one_fate(
    before: list[Mark], after: list[Mark], fates: tuple[int, int, int], reason: str
) -> None:
    result = revision(before, after)
    assert (len(result.fixed), len(result.remaining), len(result.new)) == fates, reason


def test_the_finding_that_is_the_same_remains_before_one_that_is_alike() -> None:
    first, second = mark("a a", "1"), mark("a a", "2")
    assert revision([first, second], [second]).fixed == (first,)


def test_what_remains_is_told_as_it_stands_now() -> None:
    assert revision([mark("the the", "1", line=3)], [mark("the the", "1", line=5)]).remaining[0].line == 5
