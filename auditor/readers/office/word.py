"""Word documents (DOCX): the text as it stands with all tracked changes accepted, without comments and footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from zipfile import ZipFile

from auditor.model import InputError, Metadata, Role
from auditor.readers.encoding import Decoded
from auditor.readers.filed import Holding, filed, told
from auditor.readers.office.amending import Amended, Change, amended
from auditor.readers.office.archive import open_archive, part_of
from auditor.readers.office.paragraphs import Paragraph, lines_of, parts_of
from auditor.readers.pieces import Piece
from auditor.readers.xml import Element, Paths, decode_xml, parse

DOCUMENT = "word/document.xml"

_OUT = frozenset(
    [
        "del",
        "moveFrom",
        "instrText",
        "delText",
        "delInstrText",
        "fldData",
        "footnoteReference",
        "endnoteReference",
        "commentReference",
        "annotationRef",
        "pPr",
        "rPr",
        "sdtPr",
        "Fallback",
        "txbxContent",
        "pict",
        "object",
    ]
)
"""What is deleted, moved away, or no text of the paragraph."""

_SIGNS = {"tab": "\t", "br": " ", "cr": " ", "noBreakHyphen": "\u2011", "ptab": "\t"}
_TITLE = re.compile(r"title|heading 1", re.IGNORECASE)
_HEADING = re.compile(r"heading [2-9]|subtitle", re.IGNORECASE)


def read_word(name: str, data: bytes, stated: str | None) -> Holding:
    """Return the story; raises ``InputError`` for a document that is broken, locked or without text."""
    archive = open_archive(name, data)
    _, paragraphs = word_paragraphs(name, archive)
    parts = parts_of(paragraphs)
    core = _xml(name, archive, "docProps/core.xml")
    about = Metadata(
        format="DOCX",
        provider=core.value("creator") if core else None,
        version=core.value("revision") if core else None,
    )
    story = filed(name, lines_of(paragraphs), parts, stated or _language(name, archive), about)
    return told(name, Holding((story,)), "holds no text of a story; give a document that has some.")


def decode_word(name: str, data: bytes) -> Decoded:
    """Return the paragraphs as the lines of a text, in which places are told; it is not how the file is written."""
    return Decoded(lines_of(word_paragraphs(name, open_archive(name, data))[1]), "utf-8")


def amend_word(name: str, data: bytes, changes: Sequence[Change]) -> Amended:
    """Return the document with ``changes`` of the lines of its paragraphs."""
    archive = open_archive(name, data)
    root, paragraphs = word_paragraphs(name, archive, tags=True)
    return amended(name, archive, DOCUMENT, paragraphs, changes, list(root.every("t")))


def word_paragraphs(name: str, archive: ZipFile, *, tags: bool = False) -> tuple[Element, list[Paragraph]]:
    """Return the document's root and its paragraphs; ``tags`` asks for the places of tags."""
    root = _xml(name, archive, DOCUMENT, tags=tags)
    if root is None:
        raise InputError(f"{name} has no text inside, as a Word document has; save it anew.")
    roles = _roles(name, archive)
    paths = Paths()
    found: list[Paragraph] = []
    headed = False
    for element in _paragraph_elements(root):
        role = roles.get(_style(element))
        if role is Role.HEADLINE and headed:
            role = Role.CROSS_HEAD
        pieces = tuple(_pieces(element))
        headed = headed or (role is Role.HEADLINE and bool(pieces))
        found.append(Paragraph(pieces, role, paths.of(element)))
    return root, found


def _xml(name: str, archive: ZipFile, part: str, *, tags: bool = False) -> Element | None:
    data = part_of(name, archive, part)
    if data is None:
        return None
    return parse(f"{name}, {part}", decode_xml(name, data).text, tags=tags)


def _paragraph_elements(root: Element) -> Iterator[Element]:
    """Yield the paragraphs in the order of the text; a deleted one has no words, and counts all the same."""
    for each in root.elements():
        if each.name == "p":
            yield each
        if each.name not in ("Fallback", "pict"):
            yield from _paragraph_elements(each)


def _style(paragraph: Element) -> str:
    style = paragraph.first("pPr", "pStyle")
    return style.attributes.get("val", "") if style is not None else ""


def _roles(name: str, archive: ZipFile) -> dict[str, Role]:
    """Return the roles of the styles by their ids, which differ from one language of Word to the next."""
    styles = _xml(name, archive, "word/styles.xml")
    found: dict[str, Role] = {"Title": Role.HEADLINE, "Heading1": Role.HEADLINE}
    for style in styles.elements("style") if styles else ():
        named = style.first("name")
        words = named.attributes.get("val", "") if named is not None else ""
        key = style.attributes.get("styleId", "")
        if _TITLE.fullmatch(words):
            found[key] = Role.HEADLINE
        elif _HEADING.fullmatch(words):
            found[key] = Role.CROSS_HEAD
    return found


def _language(name: str, archive: ZipFile) -> str | None:
    styles = _xml(name, archive, "word/styles.xml")
    told_there = styles.first("docDefaults", "rPrDefault", "rPr", "lang") if styles else None
    return told_there.attributes.get("val") if told_there is not None else None


def _pieces(element: Element) -> Iterator[Piece]:
    """Yield the characters that a reader sees who accepts all changes."""
    for each in element.content:
        if isinstance(each, Piece):
            if element.name == "t":
                yield each
        elif each.name in _SIGNS:
            yield Piece(_SIGNS[each.name], each.start, each.start)
        elif each.name not in _OUT and each.name != "p":
            yield from _pieces(each)
