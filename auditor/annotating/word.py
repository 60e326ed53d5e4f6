"""Findings as comments in a Word document, on the words that they are about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from zipfile import ZipFile

from auditor.annotating.edits import Insertion, inserted
from auditor.annotating.its import comment
from auditor.model import Finding, Report
from auditor.readers.office.archive import open_archive, part_of, repacked
from auditor.readers.office.paragraphs import Paragraph
from auditor.readers.office.word import DOCUMENT, word_paragraphs
from auditor.readers.xml import Element, decode_xml

_COMMENTS, _RELATIONS, _TYPES = "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def annotated_word(name: str, data: bytes, report: Report) -> bytes:
    """Return the document in ``data`` with a comment for each finding; its other parts are as they were."""
    archive = open_archive(name, data)
    root, paragraphs = word_paragraphs(name, archive, tags=True)
    written = decode_xml(name, part_of(name, archive, DOCUMENT) or b"")
    text = written.text
    known = _text(name, archive, _COMMENTS)
    first = max((int(each) for each in re.findall(r'\bid="(\d{1,9})"', known or "")), default=-1) + 1
    texts = _Texts(root)
    insertions: list[Insertion] = []
    comments: list[str] = []
    for finding in report.findings:
        made = list(_range(text, texts, paragraphs, report, finding, first + len(comments)))
        if made:
            insertions += made
            comments.append(_comment(first + len(comments), comment(finding)))
    insertions += texts.kept_spaces()
    changed = {_COMMENTS: _with_comments(known, comments)}
    if known is None:
        changed |= {
            _RELATIONS: _with_relation(_text(name, archive, _RELATIONS)),
            _TYPES: _with_type(_text(name, archive, _TYPES)),
        }
    parts = {part: words.encode() for part, words in changed.items()}
    return repacked(name, archive, {DOCUMENT: written.encoded(inserted(text, insertions)), **parts})


class _Texts:
    """The ``t`` elements of a document, by where their characters stand."""

    def __init__(self, root: Element) -> None:
        self._all = [each for each in root.every("t") if each.parent is not None and each.parent.name == "r"]
        self._parted: dict[int, Element] = {}

    def at(self, offset: int) -> Element | None:
        """Return the element whose characters hold ``offset``, or end there; it will be parted."""
        for each in self._all:
            if each.inner <= offset <= each.close:
                self._parted[id(each)] = each
                return each
        return None

    def kept_spaces(self) -> Iterator[Insertion]:
        """Yield what keeps the spaces at the end of elements that are parted."""
        for each in self._parted.values():
            if "space" not in each.attributes:
                yield Insertion(each.inner - 1, 0, ' xml:space="preserve"')


def _range(
    text: str, texts: _Texts, paragraphs: Sequence[Paragraph], report: Report, finding: Finding, number: int
) -> Iterator[Insertion]:
    """Yield the marks around the words of ``finding``, in runs that are parted there."""
    span = finding.primary.span
    if not span:
        return
    begin, last = report.document.place(span.start), report.document.place(span.end - 1)
    start = _offset(paragraphs[begin.line - 1], begin.column - 1, end=False)
    end = _offset(paragraphs[last.line - 1], last.column - 1, end=True)
    first, second = texts.at(start), texts.at(end)
    if first is None or second is None or end <= start:
        return
    w = _prefix(text, first)
    reference = f'<{w}r><{w}commentReference {w}id="{number}"/></{w}r>'
    yield Insertion(start, 1, _parted(text, first, f'<{w}commentRangeStart {w}id="{number}"/>'))
    yield Insertion(end, 0, _parted(text, second, f'<{w}commentRangeEnd {w}id="{number}"/>{reference}'))


def _offset(paragraph: Paragraph, index: int, *, end: bool) -> int:
    """Return where the character ``index`` of a paragraph begins in the XML, or ends."""
    at = 0
    for piece in paragraph.pieces:
        if index < at + len(piece.text):
            inside = piece.cut(index - at, index - at + 1)
            return inside.end if end else inside.start
        at += len(piece.text)
    return -1


def _prefix(text: str, element: Element) -> str:
    match = re.match(r"<([\w.-]+:)?", text[element.start : element.inner])
    return (match[1] or "") if match else ""


def _parted(text: str, element: Element, between: str) -> str:
    """Return what ends the run that ``element`` stands in, ``between``, and what begins the same run anew."""
    run = element.parent
    assert run is not None
    w = _prefix(text, element)
    properties = run.first("rPr")
    dress = text[properties.start : properties.end] if properties is not None else ""
    return f'</{w}t></{w}r>{between}<{w}r>{dress}<{w}t xml:space="preserve">'


def _comment(number: int, words: str) -> str:
    return (
        f'<w:comment xmlns:w="{_W}" w:id="{number}" w:author="auditor" w:initials="a">'
        f'<w:p><w:r><w:t xml:space="preserve">'
        f"{escape(words, quote=False)}</w:t></w:r></w:p></w:comment>"
    )


def _with_comments(known: str | None, comments: Sequence[str]) -> str:
    added = "".join(comments)
    if known is None:
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        return f'{head}<w:comments xmlns:w="{_W}">{added}</w:comments>'
    end = known.rfind("</")
    if end >= 0:
        return known[:end] + added + known[end:]
    return re.sub(r"<((?:[\w.-]+:)?comments)([^<>]*)/>", lambda root: f"<{root[1]}{root[2]}>{added}</{root[1]}>", known)


def _with_relation(known: str | None) -> str:
    added = f'<Relationship Id="rIdAuditor" Type="{_KIND}" Target="comments.xml"/>'
    return _with(known, f'<Relationships xmlns="{_PACKAGE}/relationships">', "</Relationships>", added)


def _with_type(known: str | None) -> str:
    added = f'<Override PartName="/{_COMMENTS}" ContentType="{_MIME}"/>'
    return _with(known, f'<Types xmlns="{_PACKAGE}/content-types">', "</Types>", added)


def _with(known: str | None, opening: str, closing: str, added: str) -> str:
    end = (known or "").rfind(closing)
    if known is None or end < 0:
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{opening}{added}{closing}'
    return known[:end] + added + known[end:]


def _text(name: str, archive: ZipFile, part: str) -> str | None:
    data = part_of(name, archive, part)
    return decode_xml(name, data).text if data is not None else None
