"""``term-in-two-forms``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from auditor.checks.base import Hit, Story, code_check
from auditor.checks.consistency.names import names
from auditor.model import Category, Confidence, Severity

_SAME_ROOT = 4
"""Letters that the differing words share from the start: Science and Scientific."""

_LONGEST = 7
"""Words; a longer run of capitals is the title of a work."""

_COMPASS = ("north", "south", "east", "west", "inter", "trans", "under", "over", "super")


@code_check(
    "term-in-two-forms",
    category=Category.TERM_INCONSISTENCY,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The [[European Marine Biology Centre]] opened late.\n\nThe [[European Marine Biological Centre]] has a pier.",
        "The “[[National Industrial Recovery Plan]]” is new.\n\nThe [[National Industry Recovery Plan]] has critics.",
    ),
    passes=(
        "The European Marine Biology Centre opened in 2019.\n\nThe European Marine Biology Centre has 40 staff.",
        "The National Security Council met the National Security Agency.",
        "The Northern Regional Court overruled the Northeast Regional Court.",
        "The World Trade Organization and the World Tourism Organization are in Geneva and Madrid.",
        "The Central Bank of Chile and the Central Bank of China signed.",
    ),
)
def term_in_two_forms(story: Story) -> Iterator[Hit]:
    """An official name is given in two translations that differ in one word of the same root.

    Each sentence was translated by itself, so the “Centre of Marine Biology” became two centres. The
    reader cannot know that they are one.

    Names that differ in an unrelated word are different bodies and pass; so do compass points and plurals.
    """
    long_names = [name for name in names(story) if 3 <= len(name.words) <= _LONGEST]
    told: set[frozenset[str]] = set()
    for first, second in combinations(long_names, 2):
        differing = _one_difference(first.words, second.words)
        if differing is None or (pair := frozenset(differing)) in told:
            continue
        told.add(pair)
        yield Hit(
            spans=(second.span, first.span),
            message=f"One name in two translations: “{' '.join(second.words)}” here, “{' '.join(first.words)}” before.",
            suggestions=(" ".join(first.words),),
        )


def _one_difference(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the two words in which the names differ, if it is one pair of the same root."""
    if len(first) != len(second):
        return None
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if len(pairs) != 1:
        return None
    a, b = pairs[0][0].lower(), pairs[0][1].lower()
    same_root = a[:_SAME_ROOT] == b[:_SAME_ROOT] and len(a) > _SAME_ROOT and len(b) > _SAME_ROOT
    if not same_root or a.startswith(_COMPASS) or _same_but_number(a, b):
        return None
    return pairs[0]


def _same_but_number(a: str, b: str) -> bool:
    return (
        a.rstrip("s'’") == b.rstrip("s'’")
        or a.removesuffix("ies") == b.removesuffix("y")
        or b.removesuffix("ies") == a.removesuffix("y")
    )
