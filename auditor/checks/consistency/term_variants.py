"""``term-in-two-forms``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations, islice

from auditor.checks.base import Hit, Story, code_check
from auditor.checks.consistency.names import StoryName, names
from auditor.model import Category, Confidence, Severity

_SAME_ROOT = 4
"""Letters that the differing words share from the start: Science and Scientific."""

_LONGEST = 7
"""Words; a longer run of capitals is the title of a work."""

_MOST_VARIANTS = 20
"""Words in one place of a name that are held against each other; no story has so many forms of one name."""

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
    for here, there in sorted(_likely(long_names)):
        first, second = long_names[here], long_names[there]
        differing = _one_difference(first.words, second.words)
        if differing is None or (pair := frozenset(differing)) in told:
            continue
        told.add(pair)
        yield Hit(
            spans=(second.span, first.span),
            message=f"One name in two translations: “{' '.join(second.words)}” here, “{' '.join(first.words)}” before.",
            suggestions=(" ".join(first.words),),
        )


def _likely(long_names: Sequence[StoryName]) -> set[tuple[int, int]]:
    """Return pairs of indexes, the lower first, of names that differ in one word, which begins alike."""
    frames: dict[tuple[int, tuple[str, ...], str], dict[str, int]] = defaultdict(dict)
    for index, name in enumerate(long_names):
        for place, word in enumerate(name.words):
            others = (*name.words[:place], *name.words[place + 1 :])
            frames[place, others, word[:_SAME_ROOT].lower()].setdefault(word, index)
    return {
        (min(pair), max(pair))
        for words in frames.values()
        for pair in combinations(islice(words.values(), _MOST_VARIANTS), 2)
    }


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
