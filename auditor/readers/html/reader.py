"""From the text of an HTML file, or of a fragment in another file, to its story and the place of each character."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.model import Document, InputError, Role
from auditor.readers.encoding import Decoded, decoded, refuse_controls
from auditor.readers.html.metadata import declared_encoding, headline, is_own_page, language
from auditor.readers.html.page import read_page
from auditor.readers.html.passage import Passage, PassageKind
from auditor.readers.html.story import Told, story
from auditor.readers.pieces import Layered, Part, document_of

_BEGINNINGS = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype html|!--|\?xml|html|head|body|article|section|main|header|div|table|h1|h2|p|"
    rb"meta|title|script|style|br)[\s/>]",
    re.IGNORECASE,
)
"""As the MIME Sniffing Standard has it, with the elements that an export may begin with."""


def is_html(data: bytes) -> bool:
    """Tell whether the bytes of a file begin as HTML does."""
    return bool(_BEGINNINGS.match(data[:1024]))


def decode_html(name: str, data: bytes) -> Decoded:
    """Return the text of an HTML file and how it is written.

    Raises ``InputError`` for a page that the auditor wrote itself, and for bytes that are no text.
    """
    if is_own_page(data):
        raise InputError(f"{name} is a review page that auditor wrote, not a story; give the story itself.")
    return decoded(name, data, declared_encoding(data))


def read_html(name: str, file: str, stated: str | None) -> Document:
    """Return the story in the text of an HTML file; ``stated`` is its language where that is known.

    Its text is what a browser shows of the story, a passage to a paragraph; its places are those in ``file``.
    Raises ``InputError`` where the page shows no story.
    """
    if not file.strip():
        raise InputError(f"{name} is empty; give a file that holds a story.")
    told = story(read_page(name, file))
    if all(each.kind is not PassageKind.TITLE or role is not Role.HEADLINE for each, role in told):
        told = [*_headline(file), *told]
    parts = list(map(_part, told))
    for part in parts:
        refuse_controls(name, part.text)
    document = document_of(name, file, parts, stated or language(file))
    if not document.segments:
        raise InputError(f"{name} shows no text of a story; save what a browser shows of it as plain text.")
    return document


def read_fragment(name: str, layered: Layered) -> tuple[Part, ...]:
    """Return what the HTML in ``layered`` shows, a part for each passage, with the places of the file around it.

    Raises ``InputError`` as ``read_html`` does for elements within each other without end.
    """
    parts = list(map(_part, story(read_page(name, layered.text))))
    for part in parts:
        refuse_controls(name, part.text)
    return tuple(layered.projected(parts))


def _headline(file: str) -> Iterator[Told]:
    passage = Passage(PassageKind.TITLE, 0)
    for piece in headline(file):
        passage.add(piece, linked=False)
    if passage.text().strip():
        yield passage, Role.HEADLINE


def _part(told: Told) -> Part:
    passage, role = told
    return Part(role, passage.trimmed())
