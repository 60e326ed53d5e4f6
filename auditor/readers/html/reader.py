"""From the text of an HTML file to a document that knows the place of each character in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from auditor.model import Block, Document, InputError, Role, Run, Span
from auditor.readers.encoding import Decoded, decoded, refuse_controls
from auditor.readers.html.characters import Piece
from auditor.readers.html.metadata import declared_encoding, headline, is_own_page, language
from auditor.readers.html.page import read_page
from auditor.readers.html.passage import Passage, PassageKind
from auditor.readers.html.places import places
from auditor.readers.html.story import Told, story
from auditor.segmentation import document_from_markup

_BREAK = "\n\n"
"""What parts two passages in the document's text."""

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
    pieces, known = _woven(told)
    text = "".join(piece.text for piece in pieces)
    refuse_controls(name, text)
    document = document_from_markup(name, text, known, _runs(file, pieces), stated or language(file))
    if not document.segments:
        raise InputError(f"{name} shows no text of a story; save what a browser shows of it as plain text.")
    return document


def _headline(file: str) -> Iterator[Told]:
    passage = Passage(PassageKind.TITLE, 0)
    for piece in headline(file):
        passage.add(piece, linked=False)
    if passage.text().strip():
        yield passage, Role.HEADLINE


def _woven(told: Iterable[Told]) -> tuple[list[Piece], list[Block]]:
    """Return the pieces of the whole text, with breaks between the passages, and the blocks whose role is known."""
    pieces: list[Piece] = []
    known: list[Block] = []
    at = 0
    for passage, role in told:
        own = passage.trimmed()
        if pieces:
            end = pieces[-1].end
            pieces.append(Piece(_BREAK, end, max(end, own[0].start)))
            at += len(_BREAK)
        words = "".join(piece.text for piece in own)
        if role is not None:
            known.append(Block(role, Span(at + len(words) - len(words.lstrip()), at + len(words.rstrip()))))
        pieces += own
        at += len(words)
    return pieces, known


def _runs(file: str, pieces: Sequence[Piece]) -> tuple[Run, ...]:
    """Return the runs of the text that ``pieces`` make up: as long as they stand unbroken on a line of the file."""
    there = places(file, (offset for piece in pieces for offset in (piece.start, piece.end)))
    runs: list[Run] = []
    at = 0
    for before, piece in zip((None, *pieces), pieces, strict=False):
        span = Span(at, at + len(piece.text))
        verbatim = file[piece.start : piece.end] == piece.text
        if before and verbatim and runs[-1].end is None and before.end == piece.start and before.text[-1] not in "\r\n":
            runs[-1] = Run(Span(runs[-1].span.start, span.end), runs[-1].place)
        else:
            runs.append(Run(span, there[piece.start], None if verbatim else there[piece.end]))
        at = span.end
    return tuple(runs)
