"""``text-without-capitals`` and ``text-in-capitals``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

_LETTER = re.compile(r"[^\W\d_]")
_FEWEST = 40
"""Letters below which the case of a text says nothing."""

_SENTENCES = 2


@code_check(
    "text-without-capitals",
    category=Category.CAPITALIZATION,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "[[the port of varna was closed on monday.]] the storm goes on.",
        "[[the talks in riga failed.]] the envoys left for home by night.",
    ),
    passes=(
        "The port of Varna was closed on Monday. The storm goes on.",
        "the port was closed because of the storm and opens again today.",
        "so it goes. or not.",
    ),
)
def text_without_capitals(story: Story) -> Iterator[Hit]:
    """The whole text is in lower case.

    Names and sentence starts cannot be told any more; the step of the machine that restores capitals was
    not run.

    Texts of a few words and lone sentences pass here.
    """
    if len(story.target.segments) >= _SENTENCES and _has_case(story, lower=True):
        yield Hit(spans=(story.target.segments[0].span,), message="The whole text is in lower case.")


@code_check(
    "text-in-capitals",
    category=Category.CAPITALIZATION,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    flags=(
        "[[THE PORT OF VARNA WAS CLOSED ON MONDAY BECAUSE OF A STORM.]]",
        "The storm goes on.\n\n[[THE HARBOUR MASTER SAID THAT NO SHIP COULD LEAVE VARNA.]]",
    ),
    passes=(
        "The port of Varna was closed on Monday because of a storm.",
        "NATO, UNESCO and the WHO SIGNED.",
        "THE END",
    ),
)
def text_in_capitals(story: Story) -> Iterator[Hit]:
    """A whole sentence stands in capitals.

    Old wires sent capitals only; today it reads as shouting, and a search for a name misses it.

    Headlines, lines of a few words and notices of copyright pass.
    """
    spans = tuple(
        sentence.segment.span
        for sentence in story.analysis.sentences
        if len(_LETTER.findall(sentence.text)) >= _FEWEST
        and sentence.text.isupper()
        and "COPYRIGHT" not in sentence.text
    )
    if spans:
        yield Hit(spans=spans, message="The sentence is written in capitals.")


def _has_case(story: Story, *, lower: bool) -> bool:
    letters = [letter for sentence in story.analysis.sentences for letter in _LETTER.findall(sentence.text)]
    return len(letters) >= _FEWEST and all(letter.islower() == lower for letter in letters)
