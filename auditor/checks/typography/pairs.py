"""Which opening and closing marks of a text belong together, and which are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from auditor.model import Span


class Shape(Enum):
    """What a mark does by its form and its place between spaces and words."""

    OPENS = "opens"
    CLOSES = "closes"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class PairedMark:
    """A mark that opens or closes, at code point ``start`` of the text."""

    start: int
    shape: Shape


@dataclass(frozen=True, slots=True)
class Lonely:
    """A mark without its partner; ``opening`` says that the closing one is missing."""

    start: int
    opening: bool


def marks(text: str, within: Span, forms: Mapping[str, Shape]) -> tuple[PairedMark, ...]:
    """Return the marks of ``forms`` in one stretch of ``text``; those that may be either are judged by their place."""
    found = re.finditer("[" + re.escape("".join(forms)) + "]", text[within.start : within.end])
    return tuple(_mark(text, within, within.start + match.start(), forms[match.group()]) for match in found)


def _mark(text: str, within: Span, start: int, shape: Shape) -> PairedMark:
    if shape is not Shape.EITHER:
        return PairedMark(start, shape)
    before = text[start - 1] if start > within.start else " "
    after = text[start + 1] if start + 1 < within.end else " "
    free_before = before.isspace() or before in "([{—–-/‘'"
    free_after = after.isspace() or after in ")]}—–-/.,;:!?…’'"
    if free_before == free_after:
        return PairedMark(start, Shape.EITHER)
    return PairedMark(start, Shape.OPENS if free_before else Shape.CLOSES)


def lonely(paragraphs: Iterable[tuple[PairedMark, ...]], *, resumed: Iterable[bool]) -> Iterator[Lonely]:
    """Yield the marks of consecutive paragraphs that have no partner.

    ``resumed`` says of each paragraph whether it begins with an opening mark, as copy does that opens each
    paragraph of a long quotation and closes the last. A quotation left open by one paragraph and closed in
    a later one, without any mark in between, is whole as well.
    """
    carried: int | None = None
    for found, resumes in zip(paragraphs, resumed, strict=True):
        if carried is not None and not found:
            continue
        if resumes:
            carried = None
        strays, left = _pair(found)
        if carried is not None:
            closing = next((stray for stray in strays if not stray.opening), None)
            if closing is None:
                yield Lonely(carried, opening=True)
            else:
                strays.remove(closing)
        yield from strays
        carried = left
    if carried is not None:
        yield Lonely(carried, opening=True)


def _pair(found: Iterable[PairedMark]) -> tuple[list[Lonely], int | None]:
    """Return the marks of one paragraph without a partner, and the one left open at its end."""
    strays: list[Lonely] = []
    opened: int | None = None
    for mark in found:
        closes = mark.shape is Shape.CLOSES or (mark.shape is Shape.EITHER and opened is not None)
        if closes:
            if opened is None:
                strays.append(Lonely(mark.start, opening=False))
            opened = None
            continue
        if opened is not None:
            strays.append(Lonely(opened, opening=True))
        opened = mark.start
    return strays, opened
