"""``bracket-unpaired``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.checks.typography.pairs import Lonely, Shape, lonely, marks
from auditor.checks.typography.paragraphs import paragraphs
from auditor.model import Category, Confidence, Severity, Span

_ROUND = {"(": Shape.OPENS, ")": Shape.CLOSES}
_SQUARE = {"[": Shape.OPENS, "]": Shape.CLOSES}
_OPEN, _CLOSED = "([（［【〔", ")]）］】〕"
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
        Example("1911), a nurse, saw it.", "1911), медсестра, видела это.", "ru"),
    ),
)
def unpaired_bracket(story: Story) -> Iterator[Hit]:
    """A bracket is opened and not closed, or closed and not opened.

    What belongs to the aside and what to the sentence is left to guess.

    The brackets of numbered items and of smileys pass, and so does one that is alone in the source as well: what was
    cut out of a story may begin behind it.
    """
    text = story.target.text
    blocks = tuple(paragraphs(story))
    for forms in (_ROUND, _SQUARE):
        found = tuple(marks(text, block, forms) for block in blocks)
        for group in found:
            for stray in lonely((group,), resumed=(False,)):
                if not _stands_alone(text, stray) and not _is_alone_in_source(story, stray):
                    yield Hit(
                        spans=(Span(stray.start, stray.start + 1),),
                        message="The bracket is never closed." if stray.opening else "The bracket was never opened.",
                    )


def _stands_alone(text: str, stray: Lonely) -> bool:
    before = text[max(stray.start - 6, 0) : stray.start]
    return bool(_SMILEY.search(before) or (not stray.opening and _ITEM.search(before)))


def _is_alone_in_source(story: Story, stray: Lonely) -> bool:
    """Tell whether the source of the sentence of a bracket has more that open than that close, or fewer, as it has."""
    pair = story.source_pair_at(stray.start)
    if pair is None:
        return False
    surplus = sum((sign in _OPEN) - (sign in _CLOSED) for sign in pair.theirs.text)
    return surplus > 0 if stray.opening else surplus < 0
