"""Sentence alignment of two tellings of one story."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from math import exp
from statistics import median

from auditor.alignment.evidence import Evidence, chain, evidence
from auditor.alignment.features import sketches
from auditor.alignment.path import Lengths, Step, Tuning, best_path, length_cost
from auditor.alignment.sketch import Sketch
from auditor.model import Document, Link, Segment, Span

EXPECTED_SHARE = 0.6
"""Share of the usual evidence below which two sentences are doubted to answer each other."""

FEWEST_PAIRS = 3
"""Pairs from which the ratio of lengths and the usual evidence of two texts are estimated."""


def align(target: Document, other: Document) -> tuple[Link, ...]:
    """Return which sentences of ``other`` (the source or a reference) answer which of ``target``.

    The links are in the order of both texts, and every sentence of each stands in exactly one. Line n
    is never taken to answer line n. Languages need not be known: lengths, numbers, names, cognates and
    marks are compared, the ratio of lengths being estimated from the two texts; where the language of
    ``other`` is known and has a lexicon, so are meanings.
    """
    return align_texts(
        [segment.span.of(target.text) for segment in target.segments],
        [segment.span.of(other.text) for segment in other.segments],
        [segment.paragraph for segment in target.segments],
        [segment.paragraph for segment in other.segments],
        language=other.language,
    )


def align_units(
    target: Document, target_units: Sequence[Span], other: Document, other_units: Sequence[Span]
) -> tuple[Link, ...]:
    """Return the links of two texts whose units are known to answer each other, one by one: see ``align``.

    Units are spans in the order of their text, an empty one for nothing; sentences answer within their unit alone.
    """
    found: list[Link] = []
    for ours, theirs in zip(target_units, other_units, strict=True):
        found += align_segments(target, _within(target, ours), other, _within(other, theirs))
    return tuple(found)


def align_segments(
    target: Document, ours: Sequence[Segment], other: Document, theirs: Sequence[Segment]
) -> tuple[Link, ...]:
    """Return the links of some sentences of ``target`` and some of ``other``, which answer only each other."""
    local = align_texts(
        [segment.span.of(target.text) for segment in ours],
        [segment.span.of(other.text) for segment in theirs],
        [segment.paragraph for segment in ours],
        [segment.paragraph for segment in theirs],
        language=other.language,
    )
    return tuple(
        Link(
            tuple(ours[number - 1].number for number in link.target),
            tuple(theirs[number - 1].number for number in link.other),
            link.confidence,
        )
        for link in local
    )


def _within(document: Document, span: Span) -> Sequence[Segment]:
    first, last = (
        bisect_left(document.segments, at, key=lambda segment: segment.span.start) for at in (span.start, span.end)
    )
    return document.segments[first:last]


def align_texts(
    target: Sequence[str],
    other: Sequence[str],
    target_paragraphs: Sequence[int] = (),
    other_paragraphs: Sequence[int] = (),
    language: str | None = None,
) -> tuple[Link, ...]:
    """Return the links of two lists of sentences; the paragraph of each and the language of ``other`` may be given.

    Two lone sentences answer each other however unlike they are: who gives them says that they belong together.
    """
    if len(target) == len(other) == 1:
        return (Link((1,), (1,), 1.0),)
    ours, theirs = sketches(target, other, language)
    shared = evidence(ours, theirs)
    anchors = chain(shared)
    left, right = _side(ours, target_paragraphs), _side(theirs, other_paragraphs)
    first = best_path(left, right, shared, anchors, _tune(anchors, left, right, shared))
    ones = [(step.i, step.j) for step in first if step.i_end - step.i == step.j_end - step.j == 1]
    tuning = _tune(ones, left, right, shared)
    steps = best_path(left, right, shared, anchors, tuning)
    return tuple(_link(step, left, right, shared, tuning) for step in steps)


def _side(sketches: Sequence[Sketch], paragraphs: Sequence[int]) -> Lengths:
    opens = [True, *(after != before for before, after in pairwise(paragraphs))] if paragraphs else []
    return Lengths([each.length for each in sketches], opens or [False] * len(sketches))


def _tune(pairs: Sequence[tuple[int, int]], ours: Lengths, theirs: Lengths, shared: Evidence) -> Tuning:
    """Estimate the ratio of lengths and the usual evidence from pairs that seem to answer each other.

    One or two say nothing: the halves of a sentence cut in two look like a short answer and one that is not there.
    """
    if len(pairs) < FEWEST_PAIRS:
        return Tuning()
    ratios = [theirs.lengths[j] / ours.lengths[i] for i, j in pairs]
    rates = [shared[i].get(j, 0.0) / ours.lengths[i] for i, j in pairs]
    return Tuning(median(ratios), EXPECTED_SHARE * median(rates))


def _link(step: Step, ours: Lengths, theirs: Lengths, shared: Evidence, tuning: Tuning) -> Link:
    target, other = tuple(range(step.i + 1, step.i_end + 1)), tuple(range(step.j + 1, step.j_end + 1))
    return Link(target, other, round(_confidence(step, ours, theirs, shared, tuning), 2))


def _confidence(step: Step, ours: Lengths, theirs: Lengths, shared: Evidence, tuning: Tuning) -> float:
    """Return 0-1: from the evidence found, or, for sentences without an answer, that one would have shown."""
    our_letters = sum(ours.lengths[step.i : step.i_end])
    their_letters = sum(theirs.lengths[step.j : step.j_end])
    if not our_letters or not their_letters:
        return _certainty(tuning.expected * (our_letters + their_letters / tuning.ratio))
    found = sum(row.get(column, 0.0) for row in shared[step.i : step.i_end] for column in range(step.j, step.j_end))
    return _certainty(found - length_cost(our_letters * tuning.ratio, their_letters))


def _certainty(nats: float) -> float:
    """Read evidence as a confidence; with none at all, length and neighbours alone are right 4 times in 10."""
    return 1 - exp(-(max(nats, 0.0) + 1) / 2)
