"""``bracket-unpaired``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Hit, Story, code_check
from auditor.checks.typography.pairs import Lonely, Shape, lonely, marks
from auditor.checks.typography.paragraphs import paragraphs
from auditor.model import Category, Confidence, Severity, Span

_ROUND = {"(": Shape.OPENS, ")": Shape.CLOSES}
_SQUARE = {"[": Shape.OPENS, "]": Shape.CLOSES}
_ITEM = re.compile(r"(?:^|[\s,;(])(?:\d{1,2}|[a-z]|[ivx]{1,4})\Z", re.IGNORECASE)
_SMILEY = re.compile(r"[:;=8][-o']?\Z")


@code_check(
    "bracket-unpaired",
    category=Category.PUNCTUATION,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    flags=(
        "The fund [[(]]based in Lyon, closed in May.",
        "The fund, based in Lyon[[)]], closed in May.",
    ),
    passes=(
        "The fund (based in Lyon) closed in May.",
        "There are two ways: a) to wait, and b) to sign.",
        "She was glad :) and said so.",
        "He said [the minister] had left (for good).",
    ),
)
def unpaired_bracket(story: Story) -> Iterator[Hit]:
    """A bracket is opened and not closed, or closed and not opened.

    What belongs to the aside and what to the sentence is left to guess.

    The brackets of numbered items and of smileys pass.
    """
    text = story.target.text
    blocks = tuple(paragraphs(story))
    for forms in (_ROUND, _SQUARE):
        found = tuple(marks(text, block, forms) for block in blocks)
        for group in found:
            for stray in lonely((group,), resumed=(False,)):
                if not _stands_alone(text, stray):
                    yield Hit(
                        spans=(Span(stray.start, stray.start + 1),),
                        message="The bracket is never closed." if stray.opening else "The bracket was never opened.",
                    )


def _stands_alone(text: str, stray: Lonely) -> bool:
    before = text[max(stray.start - 6, 0) : stray.start]
    return bool(_SMILEY.search(before) or (not stray.opening and _ITEM.search(before)))
