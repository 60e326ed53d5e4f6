"""By how much the reader finds other versions of a paragraph likelier than the one that stands there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from auditor.beside import each_beside
from auditor.checks.base import Story
from auditor.checks.reader.passages import Passage, one_line, passages, read
from auditor.model import Evidence, Span

if TYPE_CHECKING:
    from auditor.engines.reader.client import Reader

MOST = 200
"""Versions that are weighed in a story: some 20 seconds of the processor."""

_BEHIND = 120
"""Code points behind the changed words that are read: what follows farther off seldom decides, and costs as much."""

_SPACE = re.compile(r"\s")
_WORD = re.compile(r"\w+")

_SURPRISING = 1.5
"""By how many nats another word must be likelier than one in the text beside its source, for versions to be weighed.

Of what was told rightly nothing had less, in planted stories and in the examples of the checks.
"""


@dataclass(frozen=True, slots=True)
class Version:
    """The text with other words in some places of one paragraph, apart from each other and in their order.

    ``kind`` says what they change, in the terms of whoever proposes it. ``least`` are the nats that it must gain beside
    the source, to be read in English alone as well. ``in_context``: the paragraph before has a say, as it names whom a
    pronoun means.
    """

    edits: tuple[tuple[Span, str], ...]
    kind: str
    least: float
    in_context: bool = False


@dataclass(frozen=True, slots=True)
class Weighed:
    """By how many nats ``version`` is likelier than the text as it stands: in English alone, and beside the source.

    ``beside`` is None where there is no source, or the reader reads English alone.
    """

    version: Version
    alone: float
    beside: float | None

    @property
    def together(self) -> float:
        """By how many nats it is likelier in English alone and beside the source."""
        return self.alone + (self.beside or 0.0)


def weighed(story: Story, versions: Iterable[Version]) -> list[Weighed]:
    """Return what the reader says of the first of ``versions``, in their order; nothing without a reader.

    Left out are those that change nothing that it finds unlikely, and those that gain too little beside the source.

    A version is read with what follows in its own paragraph, and in context behind the end of the one before.
    Raises ``CheckUnavailable`` where the reader cannot read.
    """
    reader = story.reader
    if reader is None:
        return []
    from auditor.engines.reader.client import PROCESSES

    every = passages(story)
    starts = [passage.span.start for passage in every]
    by_passage: dict[int, list[Version]] = defaultdict(list)
    given = list(islice(dict.fromkeys(versions), MOST))
    for version in given:
        by_passage[bisect_right(starts, version.edits[0][0].start) - 1].append(version)
    jobs = [(every[index], tuple(some)) for index, some in by_passage.items()]
    answers = each_beside(partial(_weighed, reader, story), jobs, PROCESSES)
    found = {each.version: each for some in answers for each in some}
    return [found[version] for version in given if version in found]


def _weighed(reader: Reader, story: Story, job: tuple[Passage, Sequence[Version]]) -> list[Weighed]:
    passage, proposed = job
    is_beside = reader.bilingual and bool(passage.source)
    words = read(reader, story, passage, beside=is_beside)
    surprising = [word.span.shift(passage.span.start) for word in words if word.gap >= _SURPRISING]
    versions = [each for each in proposed if _may_gain(each, surprising, story)]
    beside = _gains(reader, story, passage, versions, beside=True) if is_beside else {}
    likely = [each for each in versions if not is_beside or beside[each] >= each.least]
    alone = _gains(reader, story, passage, likely, beside=False)
    return [Weighed(version, alone[version], beside.get(version)) for version in likely]


def _may_gain(version: Version, surprising: Sequence[Span], story: Story) -> bool:
    """Tell whether the reader found any of the changed words unlikely, or that right behind them."""
    for span, _ in version.edits:
        behind = _WORD.search(story.target.text, span.end)
        reach = Span(span.start, behind.end() if behind else span.end)
        if any(map(reach.overlaps, surprising)):
            return True
    return False


def _gains(
    reader: Reader, story: Story, passage: Passage, versions: Sequence[Version], *, beside: bool
) -> dict[Version, float]:
    """Return what each version gains on the text as it stands, both read ``beside`` the source or alone."""
    found: dict[Version, float] = {}
    for in_context in (False, True):
        some = [version for version in versions if version.in_context is in_context]
        found |= _gains_behind(
            passage.prompt(story, beside=beside, in_context=in_context), reader, story, passage, some
        )
    return found


def _gains_behind(
    prompt: str, reader: Reader, story: Story, passage: Passage, versions: Sequence[Version]
) -> dict[Version, float]:
    """Return what each version gains, all read behind ``prompt``."""
    if not versions:
        return {}
    ends = [_end(story, passage.span, version) for version in versions]
    # Without context the reader has just read the whole passage behind the same prompt, and keeps it in mind.
    last = max(ends) if versions[0].in_context else passage.span.end
    texts = [one_line(Span(passage.span.start, last).of(story.target.text))]
    for version, end in zip(versions, ends, strict=True):
        stretch = Span(passage.span.start, end)
        texts += (one_line(stretch.of(story.target.text)), _text(story, stretch, version))
    _, *nats = reader.score(prompt, texts)
    return {version: nats[2 * at + 1] - nats[2 * at] for at, version in enumerate(versions)}


def _end(story: Story, passage: Span, version: Version) -> int:
    """Return where a word ends as far behind the changed words as is read, or the passage."""
    space = _SPACE.search(story.target.text, version.edits[-1][0].end + _BEHIND, passage.end)
    return space.start() if space else passage.end


def _text(story: Story, passage: Span, version: Version) -> str:
    """Return the passage as ``version`` has it."""
    text, end = story.target.text, passage.start
    pieces: list[str] = []
    for span, words in version.edits:
        pieces += (text[end : span.start], words)
        end = span.end
    return one_line("".join((*pieces, text[end : passage.end])))


def best_by_place(found: Iterable[Weighed], worth: Callable[[Weighed], float]) -> Iterator[Weighed]:
    """Yield of versions that change the same words the one that is worth most: one defect has one right version."""
    taken: set[Span] = set()
    for each in sorted(found, key=worth, reverse=True):
        spans = {span for span, _ in each.version.edits}
        if taken.isdisjoint(spans):
            taken |= spans
            yield each


def said(story: Story, each: Weighed) -> Evidence:
    """Return what the reader says of a version, for an editor to weigh."""
    assert story.reader
    words = " … ".join(words for _, words in each.version.edits)
    beside = "" if each.beside is None else f", {each.beside:+.1f} beside the source"
    return Evidence(story.reader.name, f"“{words}”: {each.alone:+.1f} nats in English alone{beside}")
