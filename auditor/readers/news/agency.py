"""What the XML formats of news agencies have in common: a headline, a dateline, a body, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.model import Role
from auditor.readers.html import read_fragment
from auditor.readers.news.flow import passages
from auditor.readers.pieces import Layered, Part, Piece, joined, lines_of
from auditor.readers.xml import Element, Paths


def line(role: Role, element: Element | None, paths: Paths) -> tuple[Part, ...]:
    """Return ``element`` as a line of its own, nothing where it is missing or empty."""
    if element is None:
        return ()
    pieces = joined(element.pieces())
    return (Part(role, pieces).at(paths.of(element)),) if pieces else ()


def body(name: str, element: Element, paths: Paths) -> tuple[Part, ...]:
    """Return the text in ``element``: its markup, the HTML it holds as characters, or paragraphs of plain text."""
    if next(element.elements(), None) is not None:
        return tuple(passages(element, paths))
    layered = Layered(element.pieces())
    if "</" in layered.text or "<br" in layered.text or "<p>" in layered.text:
        return tuple(part.at(paths.of(element)) for part in read_fragment(name, layered))
    return tuple(part.at(paths.of(element)) for part in paragraphs(element.pieces()))


def paragraphs(pieces: Iterable[Piece]) -> Sequence[Part]:
    """Return plain text, each line a paragraph."""
    return [Part(None, each) for each in lines_of(pieces) if each]


def whole(head: Sequence[Part], text: Sequence[Part]) -> tuple[Part, ...]:
    """Return ``head``, the lines above a story, and its ``text``, which may say them again: then those count."""
    begin = " ".join(part.text for part in text[:4])
    kept = [part for part in head if not (part.role is Role.DATELINE and part.text.strip(" -–—") in begin)]
    said = {part.text for part in kept if part.role is Role.HEADLINE}
    shown = [
        part
        for index, part in enumerate(text)
        if not (index < 3 and part.text in said and part.role in (Role.HEADLINE, Role.CROSS_HEAD, None))
    ]
    if not any(part.role is Role.HEADLINE for part in kept):
        for index, part in enumerate(shown[:1]):
            if part.role is Role.CROSS_HEAD:
                shown[index] = Part(Role.HEADLINE, part.pieces)
    return (*kept, *shown)


def code(value: str | None) -> str | None:
    """Return the last part of a code such as ``digitalsourcetype:humanEdits`` or of its address."""
    return value.rstrip("/").replace(":", "/").rpartition("/")[2] if value else None
