"""The paragraphs of a story, as checks of marks need them."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Story
from auditor.model import Role, Span


def paragraphs(story: Story) -> Iterator[Span]:
    """Yield the body paragraphs in reading order, as spans of the target's text."""
    for block in story.target.blocks:
        if block.role is Role.BODY:
            yield block.span


def is_lone_sentence(story: Story) -> bool:
    """Tell whether the story is one sentence, as in a table of segments: its neighbours are out of sight."""
    return len(story.target.segments) == 1
