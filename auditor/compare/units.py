"""The units in which translations are compared: sentences of the pivot that no translation runs across."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.model import Link

Numbers = tuple[int, ...]
"""1-based numbers of sentences, in order."""


def units(sentences: int, every: Iterable[Sequence[Link]]) -> tuple[Numbers, ...]:
    """Return the numbers 1 to ``sentences`` in the smallest groups that no link crosses.

    ``every`` holds the links of each translation to the pivot. Where one takes two sentences of the pivot
    together, they are one unit for all, so that all are scored on the same lines.
    """
    bound = {number for links in every for link in links for number in link.other[1:]}
    groups: list[list[int]] = []
    for number in range(1, sentences + 1):
        if number in bound:
            groups[-1].append(number)
        else:
            groups.append([number])
    return tuple(map(tuple, groups))


def answers(groups: Sequence[Numbers], links: Sequence[Link], sentences: int) -> tuple[Numbers, ...]:
    """Return which of the ``sentences`` of a translation answer each unit; together they are all of them.

    A sentence without counterpart goes with the one before it, at the very start with the first unit.
    """
    home = {number: index for index, group in enumerate(groups) for number in group}
    linked = {number: home[link.other[0]] for link in links if link.other for number in link.target}
    found: list[list[int]] = [[] for _ in groups]
    last = 0
    for number in range(1, sentences + 1):
        last = linked.get(number, last)
        if found:
            found[last].append(number)
    return tuple(map(tuple, found))
