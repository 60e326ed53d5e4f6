"""``sentence-without-words``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity


@code_check(
    "sentence-without-words",
    category=Category.OMISSION,
    severity=Severity.CRITICAL,
    confidence=Confidence.HIGH,
    flags=("The talks failed.\n\n[[.]]\n\nThey resume in May.", "[[?!]]"),
    passes=(
        "The talks failed.",
        "The talks failed.\n\n***\n\nThey resume in May.",
        "The talks failed.\n\n- - -\n\nThey resume in May.",
    ),
)
def sentence_without_words(story: Story) -> Iterator[Hit]:
    """A paragraph holds a mark and no word.

    The sentence was lost in translation; only its full stop came through.

    Lines of stars, dashes or dots that part a story pass.
    """
    for sentence in story.analysis.sentences:
        marks = sentence.text.strip("\"'“”’‘«»() ")
        if marks and len(marks) <= 2 and all(mark in ".,;:!?" for mark in marks):
            yield Hit(
                spans=(sentence.segment.span,),
                message=f"There is nothing here but “{sentence.text}”; the sentence is missing.",
            )
