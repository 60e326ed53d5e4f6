"""What a reviewer is expected to find beside the findings, in a whole story or in a part of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from auditor.checks.reader.passages import Read, readings
from auditor.engines import vectors
from auditor.model import CheckUnavailable, Document, Finding, Link
from auditor.scoring import Signs, signs, unseen_points
from auditor.scoring.problem import evidence, probability, table
from auditor.scoring.signs import compared

if TYPE_CHECKING:
    from auditor.bilingual.pairs import Pair
    from auditor.bilingual.story import Story
    from auditor.desk.examining import Examined


_read: WeakKeyDictionary[Story, Mapping[int, Read]] = WeakKeyDictionary()


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


def counted(story: Story, found: Examined, findings: Iterable[Finding], part: Part) -> Signs:
    """Return the signs in ``part`` that speak for errors beside the ``findings``, which may be all of the story's."""
    links = frozenset(part.source_links)
    pairs = [pair for pair in story.source_pairs if pair.link in links]
    return _counted(
        story, part, _within(findings, story.target, part), _within(found.doubts, story.target, part), pairs
    )


def expected_beside(story: Story, found: Examined, findings: Iterable[Finding], part: Part) -> float:
    """Return the points to be expected in ``part`` beside those of the ``findings``."""
    return unseen_points(counted(story, found, findings, part))


def problem(story: Story, told: Signs, findings: Iterable[Finding], part: Part) -> float:
    """Return the probability of a major error in ``part``, from its signs and its own ``findings``."""
    source, reference = bool(part.source_links), bool(part.reference_links)
    read = told.alone is not None and (told.beside is not None or not source)
    weights = table(source=source, reference=reference, read=read)
    return probability(evidence(told, findings), weights, story.profile.shift)


def problems(story: Story, found: Examined, findings: Iterable[Finding]) -> Iterator[float]:
    """Yield the probability of a major error in each sentence of the story."""
    told, doubts = _by_sentence(findings, story.target), _by_sentence(found.doubts, story.target)
    sources, references = _by_number(story.source_links), _by_number(story.reference_links)
    pairs: dict[int, list[Pair]] = defaultdict(list)
    for pair in story.source_pairs:
        for number in pair.link.target:
            pairs[number].append(pair)
    parts = [Part((each.number,), sources[each.number], references[each.number]) for each in story.target.segments]
    learn((story, part) for part in parts)
    for part in parts:
        (number,) = part.numbers
        signs_here = _counted(story, part, told[number], doubts[number], pairs[number])
        yield problem(story, signs_here, told[number], part)


def learn(parts: Iterable[tuple[Story, Part]]) -> None:
    """Have all that will be compared by its vectors encoded at once."""
    texts = [text for story, part in parts for text in _compared(story, part)]
    encoder = vectors.connect() if texts else None
    if encoder is not None:
        encoder.learn(texts)


def has_vectors(story: Story) -> bool:
    """Tell whether vectors of sentences take part in what is expected of the story."""
    return any(True for _ in _compared(story, Part.of(story))) and vectors.connect() is not None


def _compared(story: Story, part: Part) -> Iterator[str]:
    return compared(
        story.target,
        source=(story.source, part.source_links) if story.source else None,
        source_language=story.source_language,
        reference=(story.reference, part.reference_links) if story.reference else None,
    )


def _counted(
    story: Story, part: Part, findings: Iterable[Finding], doubts: Iterable[Finding], pairs: Iterable[Pair]
) -> Signs:
    """Return the signs in ``part``, of which ``findings``, ``doubts`` and ``pairs`` are."""
    told = signs(
        story.target,
        list(part.numbers),
        [story.analysis.fluency[number - 1] for number in part.numbers],
        findings,
        doubts,
        source=(story.source, part.source_links) if story.source else None,
        source_language=story.source_language,
        reference=(story.reference, part.reference_links) if story.reference else None,
    )
    named = list(pairs)
    told = replace(
        told,
        lost_names=sum(len(pair.lost_names) for pair in named),
        new_names=sum(len(pair.new_names) for pair in named),
    )
    read = _readings(story)
    return with_readings(told, (read[number] for number in sorted(part.numbers) if number in read))


def with_readings(told: Signs, found: Iterable[Read]) -> Signs:
    """Return the signs in some sentences with what a reader ``found`` in them; the same where it read none."""
    read = list(found)
    beside = [reading.beside for reading in read if reading.beside is not None]
    if not read:
        return told
    return replace(
        told,
        read=sum(reading.words for reading in read),
        alone=sum(reading.alone for reading in read),
        beside=sum(beside) if len(beside) == len(read) else None,
    )


def _readings(story: Story) -> Mapping[int, Read]:
    """Return how a reader read each sentence; nothing where none takes part, or it cannot read."""
    if story.reader is None:
        return {}
    if story not in _read:
        try:
            _read[story] = readings(story)
        except CheckUnavailable:
            _read[story] = {}  # the checks that ask it say so
    return _read[story]


def _within(findings: Iterable[Finding], target: Document, part: Part) -> Iterator[Finding]:
    for finding in findings:
        home = target.segment_at(finding.primary.span.start)
        if home is not None and home.number in part.numbers:
            yield finding


def _by_sentence(findings: Iterable[Finding], target: Document) -> dict[int, list[Finding]]:
    homes: dict[int, list[Finding]] = defaultdict(list)
    for finding in findings:
        if home := target.segment_at(finding.primary.span.start):
            homes[home.number].append(finding)
    return homes


def _by_number(links: Iterable[Link]) -> dict[int, list[Link]]:
    touching: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        for number in link.target:
            touching[number].append(link)
    return touching


def _touching(links: Iterable[Link], numbers: Collection[int]) -> tuple[Link, ...]:
    return tuple(link for link in links if any(number in numbers for number in link.target))
