"""Two translations as before and after: which findings went, which stayed, which came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator

from auditor.model import Document, Finding, Mark, Report, Revision

Key = Callable[[Mark], Hashable]


def revision(before: Iterable[Mark], after: Iterable[Mark]) -> Revision:
    """Return what became of the marks ``before``.

    A mark remains where one with the same fingerprint, or else with the same rule and words, stands in the same
    story ``after``; each answers for one only.
    """
    old, new = list(before), list(after)
    kept: list[Mark] = []
    for key in (_identity, _words):
        counts = Counter(map(key, old)) & Counter(map(key, new))
        old, new_left = list(_without(old, key, counts.copy())), list(_without(new, key, counts))
        kept += _left_out(new, new_left)
        new = new_left
    return Revision(tuple(old), tuple(sorted(kept, key=lambda mark: (mark.story, mark.line))), tuple(new))


def since(before: Report, after: Report) -> Revision:
    """Return what became of the findings of a story since ``before``, an earlier report on it."""
    reports = (before, after)
    old, new = ([mark_of("", each.document, finding) for finding in each.findings] for each in reports)
    return revision(old, new)


def mark_of(story: str, document: Document, finding: Finding) -> Mark:
    """Return ``finding``, which is one in ``document``, by its words, under the name of the ``story``."""
    place = document.place(finding.primary.span.start)
    return Mark(
        story=story,
        line=place.line,
        rule=finding.rule,
        category=finding.category,
        severity=finding.severity,
        words=finding.primary.text,
        message=finding.message,
        fingerprint=finding.fingerprint,
        file=document.name,
        column=place.column,
    )


def _identity(mark: Mark) -> Hashable:
    return mark.story, mark.fingerprint


def _words(mark: Mark) -> Hashable:
    return mark.story, mark.rule, " ".join(mark.words.split()).casefold()


def _without(marks: Iterable[Mark], key: Key, taken: Counter[Hashable]) -> Iterator[Mark]:
    """Yield ``marks`` but for as many of each key as ``taken`` says, the first ones."""
    for mark in marks:
        if taken[key(mark)]:
            taken[key(mark)] -= 1
        else:
            yield mark


def _left_out(every: Iterable[Mark], some: Iterable[Mark]) -> Iterator[Mark]:
    present = {id(mark) for mark in some}
    return (mark for mark in every if id(mark) not in present)
