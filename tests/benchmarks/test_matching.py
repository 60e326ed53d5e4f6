"""When a finding counts as a hit on a gold mark."""

from __future__ import annotations

import pytest

from auditor.model import Anchor, Category, Confidence, Finding, Severity, Span
from benchmarks.gold import Family, Mark, Needs
from benchmarks.matching import match

TEXT = (
    "The mayor, him who left in 1999, would have fled to the coast with his dog, a suitcase and the keys of the town."
)


def mark(words: str, severity: Severity = Severity.MAJOR) -> Mark:
    start = TEXT.index(words)
    return Mark(
        words=words,
        span=Span(start, start + len(words)),
        category=Category.GRAMMAR,
        severity=severity,
        family=Family.PRONOUN,
        needs=Needs.TARGET,
        correct="who",
        note="a note",
    )


def finding(*words: str, severity: Severity = Severity.MAJOR) -> Finding:
    starts = [TEXT.index(each) for each in words]
    return Finding(
        check="a-check",
        rule="a-rule",
        message="Something is wrong.",
        category=Category.TENSE,
        severity=severity,
        confidence=Confidence.HIGH,
        anchors=tuple(Anchor(Span(s, s + len(w)), w) for s, w in zip(starts, words, strict=True)),
    )


HIM_WHO, FLED = mark("him who"), mark("would have fled", Severity.CRITICAL)


@pytest.mark.parametrize(
    ("found", "hits", "reason"),
    [
        (finding("him who"), (HIM_WHO,), "the same words"),
        (finding("who left"), (HIM_WHO,), "one word in common"),
        (finding("mayor"), (), "words beside the mark"),
        (finding("him who", "would have"), (HIM_WHO, FLED), "one mark for each anchor"),
        (finding("who left in 1999, would have fled"), (FLED,), "the mark that shares most, not both"),
        (finding(TEXT), (), "a whole sentence points at no words"),
        (finding("would have", severity=Severity.MAJOR), (FLED,), "one step of severity apart"),
        (finding("would have", severity=Severity.MINOR), (), "two steps of severity apart"),
        (finding("him who", severity=Severity.NEUTRAL), (), "a remark counts nowhere"),
    ],
)
def test_a_mark_is_found(found: Finding, hits: tuple[Mark, ...], reason: str) -> None:
    assert match((HIM_WHO, FLED), [found]).found == hits, reason


def test_a_finding_of_the_wrong_severity_is_still_right() -> None:
    result = match((FLED,), [finding("would have", severity=Severity.MINOR)])
    assert (len(result.right), result.missed) == (1, (FLED,))


def test_a_finding_on_clean_words_is_wrong() -> None:
    assert len(match((), [finding("mayor")]).wrong) == 1
