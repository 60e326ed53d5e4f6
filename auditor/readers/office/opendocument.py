"""OpenDocument texts (ODT): headings and paragraphs; deletions that are tracked stand elsewhere and are not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.model import InputError, Metadata, Role
from auditor.readers.encoding import Decoded
from auditor.readers.filed import Holding, filed, told
from auditor.readers.office.amending import Amended, Change, amended
from auditor.readers.office.archive import open_archive, part_of
from auditor.readers.office.paragraphs import Paragraph, lines_of, parts_of
from auditor.readers.pieces import Piece
from auditor.readers.xml import Element, Paths, decode_xml, parse

_OUT = frozenset(
    ["tracked-changes", "annotation", "annotation-end", "note", "bibliography-mark", "frame", "custom-shape", "forms"]
)
_TITLES = frozenset(("Title", "Heading_20_1"))


def read_odt(name: str, data: bytes, stated: str | None) -> Holding:
    """Return the story; raises ``InputError`` for a document that is broken, locked or without text."""
    paragraphs = _paragraphs(name, data)
    meta = _xml(name, data, "meta.xml")
    about = next(meta.elements("meta"), None) if meta is not None else None
    metadata = Metadata(
        format="ODT",
        provider=(about.value("creator") or about.value("initial-creator")) if about is not None else None,
        version=about.value("editing-cycles") if about is not None else None,
    )
    language = about.value("language") if about is not None else None
    story = filed(name, lines_of(paragraphs), parts_of(paragraphs), stated or language, metadata)
    return told(name, Holding((story,)), "holds no text of a story; give a document that has some.")


def decode_odt(name: str, data: bytes) -> Decoded:
    """Return the paragraphs as the lines of a text, in which places are told; it is not how the file is written."""
    return Decoded(lines_of(_paragraphs(name, data)), "utf-8")


def amend_odt(name: str, data: bytes, changes: Sequence[Change]) -> Amended:
    """Return the document with ``changes`` of the lines of its paragraphs."""
    return amended(name, open_archive(name, data), "content.xml", _paragraphs(name, data), changes)


def _xml(name: str, data: bytes, part: str) -> Element | None:
    found = part_of(name, open_archive(name, data), part)
    return parse(f"{name}, {part}", decode_xml(name, found).text) if found is not None else None


def _paragraphs(name: str, data: bytes) -> list[Paragraph]:
    root = _xml(name, data, "content.xml")
    text = root.first("body", "text") if root is not None else None
    if root is None or text is None:
        raise InputError(f"{name} has no text inside, as a document of OpenDocument has; save it anew.")
    parents = _parents(root)
    paths = Paths()
    found: list[Paragraph] = []
    headed = False
    for element in _elements(text):
        style = element.attributes.get("style-name", "")
        title = not {style, parents.get(style, "")}.isdisjoint(_TITLES)
        title = title or (element.name == "h" and element.attributes.get("outline-level") == "1")
        role = Role.HEADLINE if title else Role.CROSS_HEAD if element.name == "h" else None
        pieces = tuple(_pieces(element))
        if role is Role.HEADLINE and headed:
            role = Role.CROSS_HEAD
        headed = headed or (role is Role.HEADLINE and bool(pieces))
        found.append(Paragraph(pieces, role, paths.of(element)))
    return found


def _parents(root: Element) -> dict[str, str]:
    """Return the styles that the document's own ones are made from."""
    return {
        style.attributes.get("name", ""): style.attributes.get("parent-style-name", "")
        for styles in root.elements("automatic-styles")
        for style in styles.elements("style")
    }


def _elements(element: Element) -> Iterator[Element]:
    for each in element.elements():
        if each.name in ("p", "h"):
            yield each
        elif each.name not in _OUT:
            yield from _elements(each)


def _pieces(element: Element) -> Iterator[Piece]:
    for each in element.content:
        if isinstance(each, Piece):
            yield each
        elif each.name == "s":
            count = each.attributes.get("c", "1")
            yield Piece(
                " " * min(int(count) if count.isdecimal() and len(count) < 4 else 1, 100), each.start, each.start
            )
        elif each.name in ("tab", "line-break"):
            yield Piece(" ", each.start, each.start)
        elif each.name not in _OUT:
            yield from _pieces(each)
