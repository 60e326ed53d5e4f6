"""The passages of a story that a reader reads at once, and how unexpected it finds each sentence in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from auditor.beside import each_beside
from auditor.checks.base import Story
from auditor.model import Span

if TYPE_CHECKING:
    from auditor.engines.reader.client import Reader, Surprise

_LONGEST = 600
"""Code points of sentences that are read at once: paragraphs of the wire are shorter, and the reader sees their end."""

_BEFORE = 200
"""Code points before a passage that are read with it: they name whom a pronoun means, and cost as much as it does."""

_SPACE = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Passage:
    """Sentences that are read at once, with those before them and the source of both."""

    span: Span
    before: str
    source: str
    source_before: str

    def prompt(self, story: Story, *, beside: bool, in_context: bool = False) -> str:
        """Return the prompt for the passage, ``beside`` its source or alone, ``in_context`` of what is before it."""
        if not beside:
            return self.before if in_context else ""
        from auditor.engines.reader.client import prompt

        if in_context:
            return prompt(self.source, story.spoken, source_before=self.source_before, before=self.before)
        return prompt(self.source, story.spoken)


@dataclass(frozen=True, slots=True)
class Read:
    """How unexpected the words of a text are, in nats all together: in English alone, and beside the source.

    ``words`` is how many were read; ``beside`` is None where the text was read alone.
    """

    words: int
    alone: float
    beside: float | None = None


def readings(story: Story) -> Mapping[int, Read]:
    """Return how unexpected each sentence is, by its number; nothing without a reader.

    Raises ``CheckUnavailable`` where the reader cannot read.
    """
    reader = story.reader
    if reader is None:
        return {}
    from auditor.engines.reader.client import PROCESSES

    found = each_beside(partial(_read, reader, story), passages(story), PROCESSES)
    return {number: each for some in found for number, each in some}


def _read(reader: Reader, story: Story, passage: Passage) -> list[tuple[int, Read]]:
    alone = _by_sentence(story, passage, read(reader, story, passage, beside=False))
    if not reader.bilingual or not passage.source:
        return [(number, Read(len(nats), sum(nats))) for number, nats in alone.items()]
    beside = _by_sentence(story, passage, read(reader, story, passage, beside=True))
    return [
        (number, Read(len(nats), sum(nats), sum(beside[number]))) for number, nats in alone.items() if number in beside
    ]


def read(reader: Reader, story: Story, passage: Passage, *, beside: bool) -> tuple[Surprise, ...]:
    """Return how unexpected each word of ``passage`` by itself is, ``beside`` its source or alone."""
    return reader.surprise(passage.prompt(story, beside=beside), one_line(passage.span.of(story.target.text)))


def _by_sentence(story: Story, passage: Passage, words: Sequence[Surprise]) -> Mapping[int, list[float]]:
    """Return the nats of the ``words`` of a passage by the numbers of the sentences in which they stand."""
    nats: dict[int, list[float]] = defaultdict(list)
    for word in words:
        if home := story.target.segment_at(passage.span.start + word.span.start):
            nats[home.number].append(word.nats)
    return nats


def passages(story: Story) -> list[Passage]:
    """Return the sentences of the story in stretches of at most a paragraph."""
    stretches: list[list[int]] = []
    segments = story.target.segments
    for index, segment in enumerate(segments):
        first = segments[stretches[-1][0]] if stretches else None
        if first and first.paragraph == segment.paragraph and segment.span.end - first.span.start <= _LONGEST:
            stretches[-1].append(index)
        else:
            stretches.append([index])
    found: list[Passage] = []
    before = source_before = ""
    for some in stretches:
        span = Span(segments[some[0]].span.start, segments[some[-1]].span.end)
        sources = dict.fromkeys(story.source_of(segments[index].number) or "" for index in some)
        source = one_line(" ".join(filter(None, sources)))
        found.append(Passage(span, before, source, source_before))
        before, source_before = _end(one_line(span.of(story.target.text))), _end(source)
    return found


def _end(text: str) -> str:
    """Return the end of ``text``, from a word on."""
    return text if len(text) <= _BEFORE else text[-_BEFORE:].partition(" ")[2]


def one_line(text: str) -> str:
    """Return ``text`` with a plain space for each white space, however many code points."""
    return _SPACE.sub(" ", text)
