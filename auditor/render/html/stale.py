"""A translation beside the two versions of its source, as one page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import DUE, Edit, Passage, Span, Staleness, Standing
from auditor.render.html.heading import heading
from auditor.render.html.wordiff import word_diff
from auditor.render.stale import in_words, summary


@dataclass(frozen=True, slots=True)
class StaleRow:
    """One passage: what it is called, its words with those that are told otherwise now, and how the source changed."""

    passage: Passage
    anchor: str
    name: str
    label: str
    pieces: tuple[tuple[str, bool], ...]
    edits: tuple[Edit, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StalePage:
    """All that the template shows."""

    title: str
    summary: str
    rows: tuple[StaleRow, ...]
    due: int


_LABELS = {
    Standing.HOLDS: "holds",
    Standing.REWORDED: "reworded",
    Standing.STALE: "stale",
    Standing.ADD: "to add",
    Standing.REMOVE: "to go",
}


def stale_page(told: Staleness) -> StalePage:
    """Return the rows of ``told``, in the order of the story."""
    rows = tuple(_row(passage, told, f"p{number}") for number, passage in enumerate(told.passages, 1))
    return StalePage(heading(told.target), summary(told), rows, sum(row.passage.standing in DUE for row in rows))


def _row(passage: Passage, told: Staleness, anchor: str) -> StaleRow:
    return StaleRow(
        passage,
        anchor,
        _name(passage),
        _LABELS[passage.standing],
        tuple(_pieces(passage, told)),
        word_diff(passage.old, passage.new),
        tuple(map(in_words, passage.changes)),
    )


def _name(passage: Passage) -> str:
    if passage.headline:
        return "Headline"
    if not passage.target:
        return "New" if passage.after else "Source"
    first, last = passage.target[0], passage.target[-1]
    return f"S{first}" if first == last else f"S{first}–{last}"


def _pieces(passage: Passage, told: Staleness) -> Iterator[tuple[str, bool]]:
    """Yield the words of the story in pieces, each with whether the source tells it otherwise now."""
    text = told.target.text
    start = text.find(passage.ours) if passage.headline or not passage.target else _start(passage, told)
    at, end = start, start + len(passage.ours)
    if start < 0 or text[start:end] != passage.ours:  # sentences that stand apart
        yield passage.ours, False
        return
    for span in sorted({change.told for change in passage.changes if change.told}):
        if at <= span.start and span.end <= end:
            yield Span(at, span.start).of(text), False
            yield span.of(text), True
            at = span.end
    yield Span(at, end).of(text), False


def _start(passage: Passage, told: Staleness) -> int:
    return told.target.segments[passage.target[0] - 1].span.start
