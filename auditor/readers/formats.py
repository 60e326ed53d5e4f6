"""The formats that stories come in: one entry each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from auditor.config import nearest
from auditor.model import Document, InputError
from auditor.readers.bilingual.lines import is_lines, read_lines
from auditor.readers.bilingual.po import is_po, read_po
from auditor.readers.bilingual.table import is_table, read_table
from auditor.readers.bilingual.tmx import read_tmx
from auditor.readers.bilingual.xliff import read_xliff
from auditor.readers.encoding import Decoded, decode_plain
from auditor.readers.filed import Filed, Holding
from auditor.readers.html import decode_html, is_html, read_html
from auditor.readers.news.feed import ROOTS as FEED_ROOTS
from auditor.readers.news.feed import read_feed
from auditor.readers.news.newsml1 import read_newsml1
from auditor.readers.news.newsml_g2 import ROOTS as NEWSML_G2_ROOTS
from auditor.readers.news.newsml_g2 import read_newsml_g2
from auditor.readers.news.ninjs import is_ninjs, read_ninjs
from auditor.readers.news.nitf import read_nitf
from auditor.readers.news.wire import decode_wire, is_anpa, is_iptc, read_anpa, read_iptc
from auditor.readers.office.amending import Amended, Change
from auditor.readers.office.markdown import read_markdown
from auditor.readers.office.message import decode_message, read_message
from auditor.readers.office.opendocument import amend_odt, decode_odt, read_odt
from auditor.readers.office.subtitles import is_subtitles, read_subtitles
from auditor.readers.office.word import amend_word, decode_word, read_word
from auditor.readers.plain import read_plain
from auditor.readers.sample import Sample
from auditor.readers.wording import Wording
from auditor.readers.xml import decode_xml

Decoder = Callable[[str, bytes], Decoded]
"""Takes the file's name and its bytes; raises ``InputError``."""

Parser = Callable[[str, str, str | None], Holding]
"""Takes the file's name, its text and a BCP 47 tag or None; raises ``InputError``."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    """One file format: how it is called, its name suffixes, how to know its bytes, how to read it.

    ``id`` is its name on a command line. ``named``: a suffix suffices where the bytes tell of no format.
    ``decode`` takes a name for messages and the file's bytes; ``wording`` is how words are written there.
    ``amend`` is how a file is written that is more than its text.
    """

    id: str
    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[Sample], bool]
    read: Callable[[str, bytes, str | None], Holding]
    decode: Decoder
    wording: Wording
    named: bool = False
    amend: Callable[[str, bytes, Sequence[Change]], Amended] | None = None


def _text(
    id: str,  # noqa: A002 - the field's name
    name: str,
    suffixes: tuple[str, ...],
    recognises: Callable[[Sample], bool],
    decode: Decoder,
    parse: Parser,
    wording: Wording,
    *,
    named: bool = False,
) -> FileFormat:
    def read(file: str, data: bytes, language: str | None) -> Holding:
        return parse(file, decode(file, data).text, language)

    return FileFormat(id, name, suffixes, recognises, read, decode, wording, named)


def _one(parse: Callable[[str, str, str | None], Document]) -> Parser:
    """Return the parser of a format whose files hold one story."""
    return lambda name, text, language: Holding((Filed(parse(name, text, language)),))


_MARKUP = Wording(r"""[&<>"\\\t\r\n]""")
"""Words without what means something in markup and in strings of one writing or another."""

_FIELDS = Wording(r"""[&<>"\\\t\r\n,;|]""")
"""Nor with what parts fields."""

_DOCUMENT = Wording(r"[&<>\t\r\n]|  ")
"""Words that a document writes as they are."""

_ODT = "application/vnd.oasis.opendocument.text"


def _root(*names: str) -> Callable[[Sample], bool]:
    """Return what tells a file of XML by its root element."""
    return lambda sample: sample.root[0] in names


def _is_feed(sample: Sample) -> bool:
    return sample.root[0] in FEED_ROOTS and sample.is_xml


HTML = _text(
    "html",
    "HTML",
    (".html", ".htm"),
    lambda sample: is_html(f"<{sample.root[0]}>".encode()) if sample.is_xml else is_html(sample.data),
    decode_html,
    _one(read_html),
    Wording(entities=True),
    named=True,
)
PLAIN_TEXT = _text(
    "plain", "plain text", (".txt",), lambda _: False, decode_plain, _one(read_plain), Wording(), named=True
)

FORMATS: tuple[FileFormat, ...] = (
    _text(
        "newsml-g2",
        "NewsML-G2",
        (".xml",),
        _root(*NEWSML_G2_ROOTS),
        decode_xml,
        read_newsml_g2,
        _MARKUP,
    ),
    _text("newsml", "NewsML 1", (".xml",), _root("NewsML"), decode_xml, read_newsml1, _MARKUP),
    _text("nitf", "NITF", (".xml", ".nitf"), _root("nitf"), decode_xml, read_nitf, _MARKUP),
    _text("feed", "RSS or Atom", (".xml", ".rss", ".atom"), _is_feed, decode_xml, read_feed, _MARKUP),
    _text("ninjs", "ninjs", (".json",), is_ninjs, decode_plain, read_ninjs, _MARKUP),
    _text("anpa-1312", "ANPA 1312", (".anpa",), lambda sample: is_anpa(sample.data), decode_wire, read_anpa, _FIELDS),
    _text("iptc-7901", "IPTC 7901", (".7901",), lambda sample: is_iptc(sample.data), decode_wire, read_iptc, _FIELDS),
    FileFormat(
        "docx",
        "DOCX",
        (".docx", ".docm"),
        lambda sample: sample.has_part("word/document.xml"),
        read_word,
        decode_word,
        _DOCUMENT,
        amend=amend_word,
    ),
    FileFormat(
        "odt",
        "ODT",
        (".odt", ".ott"),
        lambda sample: sample.has_part(_ODT),
        read_odt,
        decode_odt,
        _DOCUMENT,
        amend=amend_odt,
    ),
    _text(
        "xliff",
        "XLIFF",
        (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff"),
        _root("xliff"),
        decode_xml,
        read_xliff,
        _MARKUP,
    ),
    _text("tmx", "TMX", (".tmx",), _root("tmx"), decode_xml, read_tmx, _MARKUP),
    _text("po", "PO", (".po", ".pot"), is_po, decode_plain, read_po, _MARKUP),
    _text("json-lines", "JSON lines", (".jsonl", ".ndjson"), is_lines, decode_plain, read_lines, _MARKUP),
    _text("csv", "CSV or TSV", (".csv", ".tsv"), is_table, decode_plain, read_table, _FIELDS),
    _text("eml", "a message", (".eml",), lambda sample: sample.is_message, decode_message, read_message, _MARKUP),
    _text("subtitles", "subtitles", (".srt", ".vtt"), is_subtitles, decode_plain, read_subtitles, _MARKUP),
    HTML,
    _text(
        "markdown",
        "Markdown",
        (".md", ".markdown"),
        lambda _: False,
        decode_plain,
        read_markdown,
        Wording(r"[\\`*_\[\]<>&#|\r\n]"),
        named=True,
    ),
    PLAIN_TEXT,
)
"""Every format, in the order in which they are asked; the last takes what no other does."""

_KNOWN_ELSEWHERE: tuple[tuple[Callable[[Sample], bool], str], ...] = (
    (lambda sample: sample.data.startswith(b"%PDF-"), "a PDF"),
    (lambda sample: sample.data.startswith(b"PK\x03\x04"), "a ZIP archive or a document of a kind that is not read"),
    (lambda sample: sample.data.startswith(b"\xd0\xcf\x11\xe0"), "an old Word document"),
    (lambda sample: sample.data.startswith(b"{\\rtf"), "an RTF document"),
    (lambda sample: sample.data.startswith(b"\x1f\x8b"), "a gzip archive"),
    (lambda sample: sample.data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF8")), "an image"),
    (
        lambda sample: sample.is_xml,
        "XML of a kind that is not read (<{root}>)",
    ),
    (lambda sample: sample.is_json, "JSON of a kind that is not read"),
)
"""What is told by its bytes and holds no text that could be audited as prose."""


def format_of(path: str, data: bytes, stated: str | None = None) -> FileFormat:
    """Return the format of a file by its bytes, by its name, or as it is ``stated`` by its id.

    Raises ``InputError`` for what is known and not read, and for a statement that the bytes give the lie.
    """
    sample = Sample(data)
    known = next((each for each in FORMATS if each.recognises(sample)), None)
    if stated is not None:
        return _stated(path, stated, known)
    if known:
        return known
    suffix = PurePath(path).suffix.lower()
    called = [each for each in FORMATS if suffix in each.suffixes]
    if HTML in called and sample.root[0] and not sample.says_xml:
        return HTML
    for knows, kind in _KNOWN_ELSEWHERE:
        if knows(sample):
            told = kind.format(root=sample.root[0][:40])
            raise InputError(f"{path} is {told}; export the story as {_ADVICE}.")
    if called and not any(each.named for each in called):
        names = " or ".join(each.name for each in called)
        raise InputError(f"{path} ends in {suffix} but holds no {names}; name it as what it is.")
    return next((each for each in called if each.named), PLAIN_TEXT)


def recognised(data: bytes) -> bool:
    """Tell whether the first bytes of a file are those of a format, whatever it is called."""
    sample = Sample(data)
    return any(each.recognises(sample) for each in FORMATS)


_ADVICE = "HTML, DOCX or plain text"


def _stated(path: str, stated: str, known: FileFormat | None) -> FileFormat:
    by_id = {each.id: each for each in FORMATS}
    if stated not in by_id:
        raise InputError(f"There is no input format “{stated}”; {nearest(stated, by_id)}")
    if known and known.id != stated:
        raise InputError(f"{path} is {known.name}, not {by_id[stated].name}; leave out --input-format.")
    return by_id[stated]
