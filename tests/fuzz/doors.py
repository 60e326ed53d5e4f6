"""The doors through which what strangers write comes in: each with how to open it, its words and its seeds.

A door takes the bytes and a folder to put them in. Whatever they are, it may raise ``AuditorError`` and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from auditor.batch.item import read_items
from auditor.checks.desk_packs import load_pack
from auditor.checks.typography.unpaired_bracket import unpaired_bracket
from auditor.checks.typography.unpaired_quotation import unpaired_quotation
from auditor.cli.pages import earlier_reports
from auditor.client.wire import BrokenWireError, Inbox
from auditor.config import settings_for
from auditor.desk import Desk
from auditor.desk.examining import Examined
from auditor.files import lines_of
from auditor.model import AuditorError, Category, Confidence, Finding, Report, Severity, Span
from auditor.readers import read, read_all, read_glossary
from auditor.readers.office.opendocument import amend_odt, decode_odt
from auditor.readers.office.word import amend_word, decode_word
from auditor.render import FORMATS, render
from auditor.render.json import load
from auditor.silencing import load_baseline
from tests.readers.formats.stories import DOCX, FILES, G2_MESSAGE, ODT, SRT, packed

_REFERENCE = Path(__file__).resolve().parents[2] / "reference"
_DOCS = _REFERENCE.parent / "docs"


_RENDERED = 20_000
"""Bytes of a story that is rendered: to parse it takes most of the time, which ``benchmarks.cost`` measures."""


@dataclass(frozen=True, slots=True)
class Door:
    """One way in. ``words`` mean something there; ``seeds`` are inputs to begin with, or that once broke it."""

    open: Callable[[bytes, Path], object]
    words: tuple[bytes, ...]
    seeds: tuple[bytes, ...]


def _story(data: bytes, folder: Path, suffix: str) -> None:
    path = folder / f"story{suffix}"
    path.write_bytes(data)
    document = read(path)
    assert all(0 <= block.span.start <= block.span.end <= len(document.text) for block in document.blocks)
    for segment in document.segments:
        assert segment.span.of(document.text).strip()
        document.place(segment.span.start)


def _any_story(data: bytes, folder: Path, suffix: str = "") -> None:
    """Read a file whose bytes tell its format, or its suffix."""
    path = folder / f"story{suffix}"
    path.write_bytes(data)
    for story in read_all(path).stories:
        for document in (story.document, story.source and story.source.document):
            for segment in document.segments if document else ():
                assert document.place(segment.span.start).line >= 1
                document.end(segment.span.end)


def _document(data: bytes, folder: Path) -> None:
    """Read what stands inside a document of Word, and of OpenDocument, and mend it."""
    kind = {"mimetype": "application/vnd.oasis.opendocument.text"}
    for parts, decode, amend in (
        ({"word/document.xml": data}, decode_word, amend_word),
        ({**kind, "content.xml": data, "meta.xml": data}, decode_odt, amend_odt),
    ):
        with suppress(AuditorError):
            _any_story(packed(parts), folder)
            text = decode("a", packed(parts)).text
            every = [Span(at, at + 2) for at in range(0, len(text) - 2, 7) if "\n" not in text[at : at + 2]]
            done = amend("a", packed(parts), [(span, "x") for span in every])
            now = decode("a", done.data).text
            assert len(now) == len(text) - len(done.made)


def _glossary(data: bytes, folder: Path, suffix: str) -> None:
    path = folder / f"glossary{suffix}"
    path.write_bytes(data)
    read_glossary(path)


def _pack(data: bytes, folder: Path) -> None:
    path = folder / "pack.toml"
    path.write_bytes(data)
    load_pack(path)


def _config(data: bytes, folder: Path) -> None:
    path = folder / "auditor.toml"
    path.write_bytes(data)
    for story in ("-", str(folder / "sport" / "story.txt")):
        settings_for(story, config=path)


def _words(data: bytes, folder: Path) -> None:
    path = folder / "words.txt"
    path.write_bytes(data)
    settings_for("-", {"words-files": [str(path)]})


def _baseline(data: bytes, folder: Path) -> None:
    path = folder / "baseline.json"
    path.write_bytes(data)
    load_baseline(path).dump()


def _earlier(data: bytes, folder: Path) -> None:
    path = folder / "report.json"
    path.write_bytes(data)
    earlier_reports([str(path)])


def _batch(data: bytes, _: Path) -> None:
    told: list[str] = []
    for item in read_items(lines_of(BytesIO(data)), told.append):
        json.dumps({"id": item.id, "target": item.target}).encode()
    assert all("\n" not in sentence for sentence in told)


def _message(data: bytes, _: Path) -> None:
    inbox = Inbox()
    try:
        for body in (data, len(data).to_bytes(4, "big") + data):
            inbox._bytes += body
            for message in inbox.messages():
                assert isinstance(message, dict)
    except BrokenWireError:
        pass


@cache
def _desk() -> Desk:
    return Desk.of("wire")


def _rendered(data: bytes, folder: Path) -> None:
    """Render what the checks of marks say of a story, and a finding that quotes all of it, in every format."""
    path = folder / "story.html"
    path.write_bytes(data[:_RENDERED])
    desk = _desk()
    story = desk.story(read(path))
    (found,) = desk.examine([story], checks=(unpaired_bracket, unpaired_quotation))
    for name in FORMATS:
        shown = render(name, [_quoting(desk.report(story, found), found)])
        assert "\0" not in shown
        shown.encode()
        if name == "json":
            load(shown)


def _quoting(report: Report, found: Examined) -> Report:
    """Return ``report`` with a finding that says all that stands in the text wherever a finding has words."""
    if not found.findings:
        return report
    text = report.document.text
    loud = Finding(
        check="<b>&amp;",
        rule="a-rule",
        message=text,
        category=Category.GRAMMAR,
        severity=Severity.MAJOR,
        confidence=Confidence.HIGH,
        anchors=found.findings[0].anchors,
        why=text,
        suggestions=(text, "=1+1"),
        fingerprint="0123456789abcdef",
    )
    return replace(report, findings=(*report.findings, loud))


def _seeds(*paths: Path) -> tuple[bytes, ...]:
    return tuple(path.read_bytes() for path in paths)


PROSE = (
    *(b"(", b")", b'"', b".", b"...", b". ", b"\n\n", b"\r", b" ", b"He said ", b"Mr. ", b"3,000 ", b"PARIS (AFP) - "),
    *(each.encode() for each in ("“", "”", "«", "\u2028", "\u200b", "。", "\U0001f600", "\u202e", "é", "9" * 50)),
)
_MARKUP = (
    *(b"<", b">", b"<p>", b"</p>", b"<!--", b"-->", b"<script>", b"</script>", b"<title>", b"&", b"&#", b";", b"&lt;"),
    *(b"<article>", b"<h1>", b"<table><td>", b"<meta charset=", b"'", b'"', b"<pre>", b"<br>", b"\0", b"\xff"),
    b'<script type="application/ld+json">{"@type":"NewsArticle","headline":"',
)
_TOML = (
    *(b"[", b"]", b"{", b"}", b'"', b'"""', b"'", b"=", b"\n", b".", b",", b"#", b"true", b"1", b"9" * 400, b"inf"),
    *(b"nan", b"1979-05-27", b"-1", b"[[rule]]\n", b"[[files]]\n", b"[profiles.desk]\n", b"words = ", b"id = "),
    *(b"min-words = ", b"weights = ", b"severity = ", b"match = ", b"budgets = ", b"regex = '''", b"'''", b"tokens = "),
)
_JSON = (
    *(b"{", b"}", b"[", b"]", b'"', b":", b",", b"null", b"true", b"1", b"-", b"1e999", b"NaN", b"9" * 400, b"\\ud800"),
    *(b'"id": ', b'"target": ', b'"schema": ', b'"entries": ', b'"fingerprint": ', b'"decision": ', b"\\u0000", b"\n"),
)
_XML = (
    *(b"<martif>", b"<tbx>", b"<termEntry>", b"<conceptEntry>", b"<langSet xml:lang='fr'>", b"<tig>", b"<term>", b"a"),
    *(b"</term>", b"</tig>", b"</langSet>", b"</termEntry>", b"</martif>", b"<hi>", b"</hi>", b"<note>", b"</note>"),
    *(b"<!DOCTYPE martif [<!ENTITY a 'b'>]>", b"&a;", b"&#9;", b"<?xml version='1.0' encoding='", b"'?>", b"<![CDATA["),
)

_FEED = (
    *(b"<p>", b"</p>", b"<br/>", b"<", b">", b"&amp;", b"&#233;", b"&eacute;", b"<![CDATA[", b"]]>", b"<!--", b"-->"),
    *(
        b"<!DOCTYPE nitf [<!ENTITY a 'b'>]>",
        b"&a;",
        b"<nitf>",
        b"</nitf>",
        b"<body.content>",
        b"<newsItem>",
        b"xmlns='",
    ),
    *(b"<inlineXML>", b"<inlineData contenttype='text/plain'>", b"<headline>", b"<item>", b"<title>", b"<description>"),
    *(b"<trans-unit id='1'>", b"<target>", b"</target>", b"<seg>", b"<g id='1'>", b"<segment>", b"<unit id='1'>", b"'"),
    *(
        b"<?xml version='1.0' encoding='utf-16'?>",
        b"\0",
        b"\xff",
        b"He left. ",
        b"\r\n",
        b"<p><p><p>",
        "\u201c".encode(),
    ),
)
_NINJS = (
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b":",
        b",",
        b"null",
        b"1e9",
        b"9" * 400,
        b"\\ud83d",
        b"\\ude00",
        b"\\u0000",
        b"\\n",
    ),
    *(b'"headline": ', b'"body_html": "<p>', b'"bodies": [{"value": "', b"&amp;", b"<p>", b"</p>", b"He left. ", b"\\"),
    *(b'{"target": "He left.", "source": "Il part."}\n', b'"document": '),
)
_WIRE = (
    b"\x01",
    b"\x02",
    b"\x03",
    b"\x04",
    b"\x16\x16\x01a0001\x1fx\r\n",
    b"\x1f",
    b"^",
    b"<\n",
    b"\t",
    b" =\r\n",
    b"\r\n",
    b"``",
)
_LINES = (
    *(
        b"\n",
        b"\r\n",
        b"\t",
        b",",
        b";",
        b'"',
        b'""',
        b"source,target\n",
        b"source\ttarget\n",
        b"<v>",
        b"</v>",
        b"#, fuzzy\n",
    ),
    *(
        b'msgid "',
        b'msgstr "',
        b'msgstr[1] "',
        b"\\n",
        b"\\x41",
        b"1\n00:00:01,000 --> 00:00:02,000\n",
        b"WEBVTT\n",
        b"<i>",
    ),
    *(
        b"From: a\n",
        b"Subject: =?utf-8?Q?=C3=A9?=\n",
        b"Content-Type: multipart/mixed; boundary=b\n",
        b"--b\n",
        b"=C3=A9",
    ),
    *(
        b"Content-Transfer-Encoding: base64\n",
        b"Content-Transfer-Encoding: quoted-printable\n",
        b"=\n",
        b"He left. ",
        b"--b--",
    ),
)
_MARKS = (
    *(
        b"# ",
        b"\n",
        b"===\n",
        b"---\n",
        b"```\n",
        b"> ",
        b"- ",
        b"1. ",
        b"[a](b)",
        b"![",
        b"](",
        b"**",
        b"_",
        b"`",
        b"\\",
    ),
    *(b"&amp;", b"<b>", b"<", b"|", b"He left. ", b"title: x\n", b"[", b"]", b"~~"),
)
_ARCHIVE = (
    b"PK\x03\x04",
    b"PK\x01\x02",
    b"PK\x05\x06",
    b"word/document.xml",
    b"content.xml",
    b"../",
    b"\xff" * 4,
    b"\0" * 4,
)
_DOCUMENT = (
    *(b"<w:p>", b"</w:p>", b"<w:r>", b"</w:r>", b"<w:t>", b"</w:t>", b"<w:tab/>", b"<w:del>", b"<w:ins>", b"<w:pPr>"),
    *(b"<t:p>", b"</t:p>", b"<t:h t:outline-level='1'>", b"<t:s t:c='", b"9" * 400, b"'/>", b"<t:span>", b"<t:note>"),
    *(b"&amp;", b"&#233;", b"&a;", b"<![CDATA[", b"]]>", b"<!--", b"-->", b"\r\n", b"\0", b"\xff", b"He left. ", b"'"),
)
_DEEP = b"<nitf>" + b"<p>" * 5_000


def _bytes_of(*kinds: str) -> tuple[bytes, ...]:
    return tuple(FILES[kind][1] for kind in kinds)


def _inside(data: bytes, part: str) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(part)


_TBX = (
    b"<martif><text><body><termEntry><langSet xml:lang='fr'><tig><term>mot</term></tig></langSet>"
    b"<langSet xml:lang='en'><tig><term>word</term></tig></langSet></termEntry></body></text></martif>"
)

DOORS: dict[str, Door] = {
    "plain": Door(
        lambda data, folder: _story(data, folder, ".txt"),
        PROSE,
        (
            *_seeds(*sorted(_REFERENCE.glob("*/target.en.txt"))[:2]),
            *(b"." * 5_000, b"9" * 5_000 + b".", b"9:" * 99_999 + b"a b"),
        ),
    ),
    "html": Door(
        lambda data, folder: _story(data, folder, ".html"),
        (*_MARKUP, *PROSE),
        (b"<html><body><h1>Floods</h1><p>He left &amp; she stayed.</p></body></html>", b"<p>" * 2_000 + b"He left."),
    ),
    "xml": Door(
        _any_story,
        _FEED,
        (
            *_bytes_of("NITF", "NewsML-G2", "NewsML 1", "RSS", "Atom", "XLIFF 1.2", "XLIFF 2.0", "TMX"),
            *(G2_MESSAGE.encode(), _DEEP, b"<!DOCTYPE nitf [<!ENTITY a SYSTEM '/etc/passwd'>]><nitf>&a;</nitf>"),
        ),
    ),
    "json": Door(_any_story, _NINJS, (*_bytes_of("ninjs", "ninjs 3.1", "JSON lines"), b'{"body_html":' + b"[" * 9_000)),
    "wire": Door(_any_story, (*_WIRE, *PROSE), _bytes_of("IPTC 7901", "ANPA 1312")),
    "lines": Door(
        _any_story,
        _LINES,
        (
            *_bytes_of("PO", "CSV", "TSV", "MQM annotations", "message"),
            SRT.encode(),
            b"id\ttarget\na\t<v>x</v>\nb\ty\n",
        ),
    ),
    "markdown": Door(lambda data, folder: _any_story(data, folder, ".md"), _MARKS, _bytes_of("Markdown")),
    "office": Door(
        _any_story, _ARCHIVE, (DOCX, ODT, packed({"word/document.xml": "<w>" + "<p>" * 9_000, "../../x": "x"}))
    ),
    "document": Door(_document, _DOCUMENT, (_inside(DOCX, "word/document.xml"), _inside(ODT, "content.xml"))),
    "list": Door(
        lambda data, folder: _glossary(data, folder, ".txt"),
        (b"[keep]\n", b"[forbidden]\n", b"#", b" #"),
        (b"[keep]\nLima\n",),
    ),
    "table": Door(
        lambda data, folder: _glossary(data, folder, ".csv"),
        (b"source,target,kind,note\n", b",", b";", b"\t", b'"', b"|", b"\n", b"keep", b"forbidden"),
        (b"source,target\nmot,word|term\n",),
    ),
    "tbx": Door(
        lambda data, folder: _glossary(data, folder, ".tbx"),
        _XML,
        (_TBX, b"<?xml version='1.0' encoding='utf-7'?><tbx/>"),
    ),
    "pack": Door(_pack, _TOML, _seeds(_DOCS / "house-style.toml")),
    "config": Door(
        _config,
        _TOML,
        (
            b'fail-on = "major"\nwords = ["Lima"]\n[[files]]\nmatch = ["sport/**"]\nprofile = "lenient"\n',
            b"weights = {minor = inf}\n",
            b"min-words = " + b"9" * 400 + b"\n",
            b"min-score = nan\n",
            b"weights = {minor = " + b"9" * 400 + b"}\n",
        ),
    ),
    "words": Door(_words, (b"#", b"\n", b"Lima", b"\xef\xbb\xbf"), (b"Lima # the city\n",)),
    "baseline": Door(
        _baseline,
        _JSON,
        (b'{"schema": "auditor-baseline-1", "entries": [{"fingerprint": "a", "decision": "accept"}]}', b"[" * 100_000),
    ),
    "earlier": Door(_earlier, _JSON, (b'{"schema_version": "1.3", "reports": []}',)),
    "batch": Door(
        _batch,
        _JSON,
        (b'{"id": 1, "target": "He left."}\n', b'{"id": ' + b"9" * 5_000 + b', "target": ""}\n', b"[" * 100_000),
    ),
    "message": Door(_message, _JSON, (b'{"do": "status"}', b"\xff\xff\xff\xff", b"[" * 100_000)),
    "rendered": Door(
        _rendered,
        (*_MARKUP, *PROSE, b"::error::", b"]]>", b"=1+1", b"\x1b[31m"),
        (b"<p>He left (the =1+1 valley \xe2\x80\xae on <!-- x --> Monday.</p>", b"<p>(</p>"),
    ),
}


def broken(door: Door, data: bytes, folder: Path) -> str:
    """Return what ``door`` makes of ``data``: nothing where it takes it, or a sentence."""
    try:
        door.open(data, folder)
    except AuditorError as error:
        said = str(error)
        assert said.endswith((".", "?", "”"))
        return said
    return ""
