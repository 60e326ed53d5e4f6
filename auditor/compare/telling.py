"""What is kept of the audit of one engine's story: its sentences with their points, and the links."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from auditor.compare.revision import mark_of
from auditor.model import Document, InputError, Link, Mark, Pivot, Report, Score, Skipped


@dataclass(frozen=True, slots=True)
class Telling:
    """One story in one engine's words.

    ``points`` and ``marks`` hold an item for each of ``sentences``; ``loose`` are the marks outside all sentences.
    ``links`` lead to the pivot's sentences, ``source_links`` to the source's where there is one.
    """

    sentences: tuple[str, ...]
    points: tuple[float, ...]
    marks: tuple[tuple[Mark, ...], ...]
    loose: tuple[Mark, ...]
    links: tuple[Link, ...]
    source_links: tuple[Link, ...]
    score: Score
    skipped: tuple[Skipped, ...]

    def every_mark(self) -> tuple[Mark, ...]:
        """Return all marks, sentence by sentence."""
        return (*(mark for here in self.marks for mark in here), *self.loose)


def telling(story: str, report: Report, pivot: Pivot, baseline: Document | None) -> Telling:
    """Return what ``report`` says of ``story``; ``baseline`` is the first engine's, None for that engine itself.

    Raises ``InputError`` where the story cannot be matched with the pivot, sentence by sentence.
    """
    document = report.document
    marks: dict[int, list[Mark]] = defaultdict(list)
    for finding in report.findings:
        segment = document.segment_at(finding.primary.span.start)
        marks[segment.number if segment else 0].append(mark_of(story, document, finding))
    return Telling(
        sentences=sentences_of(document),
        points=tuple(sentence.points for sentence in report.sentences),
        marks=tuple(tuple(marks[segment.number]) for segment in document.segments),
        loose=tuple(marks[0]),
        links=_links(report, pivot, baseline),
        source_links=report.source_links,
        score=report.score,
        skipped=report.skipped,
    )


def sentences_of(document: Document) -> tuple[str, ...]:
    """Return the text of each sentence of the body."""
    return tuple(segment.span.of(document.text) for segment in document.segments)


def _links(report: Report, pivot: Pivot, baseline: Document | None) -> tuple[Link, ...]:
    for skipped in report.skipped:
        if skipped.check == f"{pivot}-comparison":
            raise InputError(f"“{report.document.name}” cannot be compared. {skipped.reason} {skipped.hint}")
    if pivot is Pivot.SOURCE:
        return report.source_links
    if pivot is Pivot.REFERENCE:
        return tuple(pair.link for pair in report.comparison.pairs) if report.comparison else ()
    if baseline is None:
        return tuple(Link((s.number,), (s.number,), 1.0) for s in report.document.segments)
    return _beside(report.document, baseline)


def _beside(document: Document, baseline: Document) -> tuple[Link, ...]:
    from auditor.alignment import align, mismatch

    links = align(document, baseline)
    if sentences_of(document) == sentences_of(baseline):  # as may be, for a short story in a set
        return links
    fault = mismatch(document, baseline, links, role="first translation", same_language=True)
    if fault:
        raise InputError(f"“{document.name}” cannot be compared. {fault.reason} {fault.hint}")
    return links
