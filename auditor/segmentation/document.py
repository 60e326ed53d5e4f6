"""From text to `Document`: blocks with their roles, sentences with their numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count

from auditor.model import Block, Document, Role, Run, Segment, Span
from auditor.segmentation.dateline import dateline_end
from auditor.segmentation.furniture import is_byline, role_of_line, role_of_opening
from auditor.segmentation.head import LineGroup, settle_roles
from auditor.segmentation.layout import Layout
from auditor.segmentation.lines import Line, lines, plain_runs
from auditor.segmentation.sentences import sentences

_HEAD_LINES = 8
"""How many lines from the top a byline may stand."""

_TAIL = re.compile(r"(?<=[.!?\"”’)])\s+(?:©|\([cC]\)\s(?=\d|[A-Z])|Copyright\s(?=©|\d))")


def document_from_text(name: str, text: str, *, furniture: bool = True, language: str | None = None) -> Document:
    """Return ``text`` as a story with its blocks and sentences; its places are those of a plain text file.

    ``name`` is how reports call it, usually the path. ``furniture`` says whether to tell furniture apart;
    without, all is body, and each stretch between blank lines one paragraph. ``language`` is the BCP 47 tag
    of the text, for its abbreviations; None means English and stays None.
    """
    found = list(lines(text))
    blocks = _story(text, found, {}) if furniture else _plain(found)
    return assemble(name, text, blocks, plain_runs(text), language)


def document_from_markup(
    name: str, text: str, known: Iterable[Block], runs: Sequence[Run], language: str | None
) -> Document:
    """Return ``text``, which markup was taken from, as a story; the rest of it is told apart as in plain text.

    ``known`` are the lines whose role the markup gives, each whole; blank lines part paragraphs.
    """
    roles = {block.span.start: block.role for block in known}
    return assemble(name, text, _story(text, list(lines(text)), roles), runs, language)


def passages_of(text: str) -> tuple[Span, ...]:
    """Return the paragraphs and the lines of furniture of a plain ``text``, which may be hard-wrapped, in order."""
    return tuple(passage.span for passage in _passages(text, list(lines(text)), {}))


def assemble(name: str, text: str, blocks: Iterable[Block], runs: Sequence[Run], language: str | None) -> Document:
    """Return a document of known ``blocks`` and ``runs``, its body cut into numbered sentences.

    This is the door for readers of structured formats, which know their blocks from the markup.
    """
    ordered = tuple(blocks)
    return Document(name, text, ordered, tuple(_segments(text, ordered, language)), runs, language)


def _segments(text: str, blocks: Sequence[Block], language: str | None) -> Iterator[Segment]:
    numbers = count(1)
    paragraphs = (block for block in blocks if block.role is Role.BODY)
    for paragraph, block in enumerate(paragraphs, start=1):
        for span in sentences(text, block.span, language):
            yield Segment(next(numbers), paragraph, span)


def _plain(found: Sequence[Line]) -> Iterator[Block]:
    start: int | None = None
    end = 0
    for line in found:
        if line.gap and start is not None:
            yield Block(Role.BODY, Span(start, end))
            start = None
        start = line.span.start if start is None else start
        end = line.span.end
    if start is not None:
        yield Block(Role.BODY, Span(start, end))


def _story(text: str, found: Sequence[Line], known: Mapping[int, Role]) -> Iterator[Block]:
    for passage in settle_roles(_passages(text, found, known)):
        if passage.role is not None:
            yield Block(passage.role, passage.span)
        else:
            yield from _paragraph(text, passage)


def _paragraph(text: str, passage: LineGroup) -> Iterator[Block]:
    """Yield a paragraph of the body, parted from a dateline before it and a trailer after it."""
    start, end = passage.span.start, passage.span.end
    if passage.dateline:
        yield Block(Role.DATELINE, Span(start, start + passage.dateline))
        start += passage.dateline
        start += len(text[start:end]) - len(text[start:end].lstrip())
    tail = _TAIL.search(text, start, end)
    if tail is None:
        if start < end:
            yield Block(Role.BODY, Span(start, end))
        return
    mark = tail.start() + len(tail.group()) - len(tail.group().lstrip())
    yield Block(Role.BODY, Span(start, tail.start()))
    yield Block(Role.TRAILER, Span(mark, end))


def _passages(text: str, found: Sequence[Line], known: Mapping[int, Role]) -> list[LineGroup]:
    """Join the lines into paragraphs; lines of furniture, and those of a ``known`` role by their start, stand alone."""
    layout = Layout.of(text, found)
    begun: list[tuple[Line, Role | None]] = []
    ends: list[int] = []
    before: Line | None = None
    for index, line in enumerate(found):
        content = line.span.of(text)
        role = known.get(line.span.start) or role_of_line(content)
        if role is None and index < _HEAD_LINES and is_byline(content):
            role = Role.BYLINE
        if role is None and before is not None and layout.joins(before, line) and not _opens_anew(content):
            ends[-1] = line.span.end
        else:
            begun.append((line, role or role_of_opening(content)))
            ends.append(line.span.end)
        before = line if role is None else None
    return [
        LineGroup.of(text, Span(line.span.start, end), role, line.gap)
        for (line, role), end in zip(begun, ends, strict=True)
    ]


def _opens_anew(content: str) -> bool:
    return role_of_opening(content) is not None or dateline_end(content, opening=False) is not None
