"""``sentence-repeated``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from auditor.analysis import Sentence
from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity
from auditor.text import TOKEN

_FEWEST = 6
"""Words from which the same sentence twice is no chance and no refrain."""


@code_check(
    "sentence-repeated",
    category=Category.DUPLICATION,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The port of Varna was closed on Monday. It opens today.\n\n[[The port of Varna was closed on Monday.]]",
        "The two envoys left without a word to reporters. [[The two envoys left without a word to reporters.]]",
    ),
    passes=(
        "The port of Varna was closed on Monday.\n\nThe port of Varna was closed on Tuesday.",
        "He left. She stayed. He left.",
        '"We will not give up the port," she said. A year later: "We will not give up the port," she said.',
    ),
)
def sentence_repeated(story: Story) -> Iterator[Hit]:
    """The same sentence stands twice in the story.

    An engine repeated it, or a paragraph was pasted twice; then another may be missing.

    Short sentences and quoted ones, which speakers repeat on purpose, pass.
    """
    seen: dict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for sentence in story.analysis.sentences:
        words = tuple(TOKEN.findall(sentence.text.casefold()))
        if len(words) >= _FEWEST and '"' not in sentence.text and "“" not in sentence.text:
            seen[words].append(sentence)
    for first, *again in seen.values():
        for sentence in again:
            if not story.analysis.in_quotation(sentence.segment.span):
                yield Hit(
                    spans=(sentence.segment.span,),
                    message=f"This sentence stands in the story already, as sentence {first.segment.number}.",
                )
