"""Other words in a document: in the XML of its text; all markup there and the other parts stay as they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TypeAlias
from zipfile import ZipFile

from auditor.model import Span
from auditor.readers.office.archive import part_of, repacked
from auditor.readers.office.paragraphs import Paragraph
from auditor.readers.xml import Element, decode_xml

Change: TypeAlias = tuple[Span, str]
"""A stretch of a text, and what is written there instead."""


@dataclass(frozen=True, slots=True)
class Amended:
    """A file with the changes that were ``made``; the others cannot be."""

    data: bytes
    made: tuple[Change, ...]


def amended(
    name: str,
    archive: ZipFile,
    part: str,
    paragraphs: Sequence[Paragraph],
    changes: Sequence[Change],
    trimmed: Sequence[Element] = (),
) -> Amended:
    """Return the document in ``archive`` with ``changes`` of the lines of its ``paragraphs``, which stand in ``part``.

    Not made is what would write words over several runs of text, of which each has its own dress, or over a tab or
    other sign. ``trimmed`` are the elements that lose the spaces at their ends where they do not say that they keep
    them.
    """
    written = decode_xml(name, part_of(name, archive, part) or b"")
    begins = list(accumulate((len(each.text) + 1 for each in paragraphs), initial=0))
    made: list[Change] = []
    edits: list[Change] = []
    for span, words in changes:
        index = bisect_right(begins, span.start) - 1
        found = _edits(paragraphs[index], Span(span.start - begins[index], span.end - begins[index]), words)
        if found:
            made.append((span, words))
            edits += found
    edits += _kept_spaces(written.text, edits, trimmed)
    text = _with(written.text, sorted(edits))
    return Amended(repacked(name, archive, {part: written.encoded(text)}), tuple(made))


def _edits(paragraph: Paragraph, span: Span, words: str) -> list[Change]:
    """Return what to write where in the XML so that ``paragraph`` has ``words`` at ``span``, where that can be."""
    there = span.of(paragraph.text)
    same = _shared(there, words)
    there, words = there[same:], words[same:]
    at_end = _shared(there[::-1], words[::-1])
    words = words[: len(words) - at_end]
    start, end = span.start + same, span.end - at_end
    if start == end:
        before = _stretches(paragraph, start - 1, start) if start else None
        after = _stretches(paragraph, start, start + 1)
        point = before[0].end if before else after[0].start if after else None
        return [] if point is None else [(Span(point, point), words)]
    stretches = _stretches(paragraph, start, end)
    if not stretches or (words and len(stretches) > 1):
        return []
    return [(each, words) for each in stretches]


def _shared(one: str, other: str) -> int:
    """Return how many characters the two begin with in common."""
    return next(
        (index for index, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1),
        min(len(one), len(other)),
    )


def _stretches(paragraph: Paragraph, start: int, end: int) -> list[Span]:
    """Return the stretches of the XML that hold the characters ``start`` to ``end``; none where some cannot change."""
    found: list[Span] = []
    at = 0
    for piece in paragraph.pieces:
        first, last = max(start - at, 0), min(end - at, len(piece.text))
        if first < last:
            inside = piece.cut(first, last)
            if inside.start == inside.end or len(inside.text) > last - first:
                return []
            begin = found.pop().start if found and found[-1].end == inside.start else inside.start
            found.append(Span(begin, inside.end))
        at += len(piece.text)
    return found if end <= at else []


def _kept_spaces(text: str, edits: Sequence[Change], trimmed: Sequence[Element]) -> Iterator[Change]:
    """Yield what keeps spaces that come to stand at the end of an element."""
    begins = [each.inner for each in trimmed]
    held: dict[int, list[Change]] = {}
    for edit in edits:
        held.setdefault(bisect_right(begins, edit[0].start) - 1, []).append(edit)
    for index, inside in held.items():
        if index < 0 or "space" in trimmed[index].attributes:
            continue
        inner, close = trimmed[index].inner, trimmed[index].close
        shifted = [(Span(span.start - inner, span.end - inner), words) for span, words in inside]
        new = _with(text[inner:close], sorted(shifted))
        if new != new.strip():
            yield Span(inner - 1, inner - 1), ' xml:space="preserve"'


def _with(text: str, edits: Sequence[Change]) -> str:
    parts: list[str] = []
    at = 0
    for span, words in edits:
        parts += text[at : span.start], words
        at = span.end
    return "".join((*parts, text[at:]))
