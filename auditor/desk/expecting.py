"""What a reviewer is expected to find beside the findings, in a whole story or in a part of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.model import Document, Finding, Link
from auditor.scoring import signs, unseen_points

if TYPE_CHECKING:
    from auditor.bilingual.story import Story
    from auditor.desk.examining import Examined


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences of a story, by their numbers, and how the texts beside it answer them."""

    numbers: Collection[int]
    source_links: Collection[Link]
    reference_links: Collection[Link]

    @classmethod
    def of(cls, story: Story, within: Collection[int] | None = None) -> Part:
        """Return the whole story or, of it, the sentences ``within`` and what they answer."""
        if within is None:
            return cls(range(1, len(story.target.segments) + 1), story.source_links, story.reference_links)
        return cls(within, _touching(story.source_links, within), _touching(story.reference_links, within))


def expected_beside(story: Story, found: Examined, findings: Iterable[Finding], part: Part) -> float:
    """Return the points to be expected in ``part`` beside those of the ``findings``."""
    return unseen_points(
        signs(
            story.target,
            [story.analysis.fluency[number - 1] for number in part.numbers],
            _within(findings, story.target, part),
            _within(found.doubts, story.target, part),
            source=(story.source, part.source_links) if story.source else None,
            source_language=story.source_language,
            reference=(story.reference, part.reference_links) if story.reference else None,
        )
    )


def _within(findings: Iterable[Finding], target: Document, part: Part) -> Iterator[Finding]:
    for finding in findings:
        home = target.segment_at(finding.primary.span.start)
        if home is not None and home.number in part.numbers:
            yield finding


def _touching(links: Iterable[Link], numbers: Collection[int]) -> tuple[Link, ...]:
    return tuple(link for link in links if any(number in numbers for number in link.target))
