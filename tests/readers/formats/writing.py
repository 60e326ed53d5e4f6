"""Any text in any format, and where in the file each of its characters then stands.

A text is a list of tokens: what is shown, and how the file writes it. What shows nothing (a tag, a comment, a soft line
break) is a token that shows nothing. A format within another writes the tokens of the inner one anew.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeAlias

from tests.readers.formats.stories import packed

Token: TypeAlias = tuple[str, str]
Tokens: TypeAlias = list[Token]

HEADLINE = "Ferry ends its run off Port Alder"
OPENING = "He left it on Monday."
"""The first paragraph: what makes any text after it a story."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file, and where each character that is no white space stands in its text: from, to.

    ``file`` is what places are told in, where that is not the text of ``data``.
    """

    name: str
    data: bytes
    file: str
    characters: tuple[tuple[str, int, int], ...]


def told(text: str) -> Tokens:
    """Return ``text``, each character for itself."""
    return [(each, each) for each in text]


def silent(*written: str) -> Tokens:
    return [("", each) for each in written]


def spaced(tokens: Tokens, spaces: Sequence[str], chance: Random) -> Tokens:
    """Write the spaces as any of ``spaces``: what shows one of them shows the same."""
    return [(shown, chance.choice(spaces) if shown == " " else written) for shown, written in tokens]


def _each(tokens: Tokens, write: Callable[[str], str]) -> Tokens:
    return [(shown, "".join(map(write, written))) for shown, written in tokens]


def entities(tokens: Tokens, chance: Random) -> Tokens:
    """Write characters with entities where they must be, and some others too."""

    def one(character: str) -> str:
        names = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
        forms = [f"&#{ord(character)};", f"&#x{ord(character):x};", names.get(character, character)]
        return forms[2] if character not in names and chance.random() < 0.8 else chance.choice(forms)

    return _each(tokens, one)


def literal(tokens: Tokens) -> Tokens:
    """Write tokens as a CDATA section, or two where one would end too early."""
    inside = "".join(written for _, written in tokens)
    if "]]>" in inside:
        return entities(tokens, Random(0))
    return [*silent("<![CDATA["), *tokens, *silent("]]>")]


def xml(tokens: Tokens, chance: Random, *tags: str) -> Tokens:
    """Write the words of XML: entities, CDATA, comments and instructions, and inline elements of the names ``tags``."""
    written: Tokens = []
    at = 0
    while at < len(tokens):
        stretch = tokens[at : (at := at + chance.randrange(1, 12))]
        made = literal(stretch) if chance.random() < 0.2 else entities(stretch, chance)
        if tags and chance.random() < 0.3:
            tag = chance.choice(tags)
            made = [*silent(f"<{tag}>"), *made, *silent(f"</{tag.split()[0]}>")]
        if chance.random() < 0.1:
            made += silent(chance.choice(("<!-- not <this> &that; -->", "<?do not ?>")))
        written += made
    return written


def markup(tokens: Tokens, chance: Random) -> Tokens:
    """Write the words of HTML: entities with and without names, tags, comments, soft hyphens."""
    written: Tokens = []
    at = 0
    names = {"\xa0": "&nbsp;", "é": "&eacute;", "“": "&#147;", "’": "&rsquo;", "—": "&mdash;"}
    while at < len(tokens):
        stretch = tokens[at : (at := at + chance.randrange(1, 12))]
        named = [(shown, names[shown]) for shown, _ in stretch if shown in names]
        made = named if len(named) == len(stretch) else entities(stretch, chance)
        tag = chance.choice(("b", "a href='x?y=1&z'", "em", ""))
        written += [*silent(f"<{tag}>"), *made, *silent(f"</{tag.split()[0]}>")] if tag else made
        if chance.random() < 0.2:
            written += silent(chance.choice(("<!-- not <this> &that; -->", "&shy;", "<wbr>")))
    return written


def escapes(tokens: Tokens, chance: Random) -> Tokens:
    """Write the words of a string of JSON."""
    return _each(tokens, lambda each: json.dumps(each, ensure_ascii=chance.random() < 0.5)[1:-1])


def built(name: str, *parts: str | Tokens, encoding: str = "utf-8") -> Written:
    """Return the file that ``parts`` make up: what stands around the text, and the text."""
    tokens = [token for part in parts for token in (silent(part) if isinstance(part, str) else part)]
    file = "".join(written for _, written in tokens)
    return Written(name, file.encode(encoding), file, tuple(_characters(tokens)))


def _characters(tokens: Tokens) -> Iterator[tuple[str, int, int]]:
    at = 0
    for shown, written in tokens:
        if shown.strip():
            yield shown, at, at + len(written)
        at += len(written)


Writer: TypeAlias = "Callable[[Sequence[Tokens], Random], Written]"

SPACES = (" ", " ", " ", "\n", "\r\n  ", "\t", "  ")
"""What is one space in markup."""


def _paragraphs(paragraphs: Sequence[Tokens], chance: Random, *tags: str) -> Tokens:
    return [
        token
        for each in paragraphs
        for token in (*silent("<p>"), *xml(spaced(each, SPACES, chance), chance, *tags), *silent("</p>\r\n"))
    ]


def _page(paragraphs: Sequence[Tokens], chance: Random) -> Tokens:
    return [
        token
        for each in paragraphs
        for token in (*silent("<p>"), *markup(spaced(each, SPACES, chance), chance), *silent("</p>\n"))
    ]


def _nitf(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    head = "<?xml version='1.0'?>\n<!DOCTYPE nitf SYSTEM 'x.dtd'>\r\n<nitf><body><body.head><hedline><hl1>"
    text = _paragraphs(paragraphs, chance, "em", "org value='x > y'")
    between = "</hl1></hedline></body.head><body.content><block>"
    end = "</block></body.content></body></nitf>"
    return built("a.xml", head, xml(told(HEADLINE), chance), between, text, end)


def _g2(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    head = (
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><contentMeta><headline>"
        f"{HEADLINE}</headline></contentMeta><contentSet><inlineXML><html><body>"
    )
    text = _paragraphs(paragraphs, chance, "b", "span class='é'")
    return built("a.xml", *_around(head, HEADLINE), text, "</body></html></inlineXML></contentSet></newsItem>")


def _g2_plain(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    head = "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><contentSet><inlineData contenttype='text/plain'>"
    lines = [token for each in paragraphs for token in (*xml(each, chance), *silent("\r\n"))]
    return built("a.xml", head, lines, "</inlineData></contentSet></newsItem>")


def _newsml(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    head = "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>"
    end = "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    return built("a.xml", head, _paragraphs(paragraphs, chance), end)


def _rss(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    head = f"<rss version='2.0'><channel><item><title>{HEADLINE}</title><description>"
    page = _page(paragraphs, chance)
    inside = literal(page) if chance.random() < 0.5 else xml(page, chance)
    return built("a.rss", *_around(head, HEADLINE), inside, "</description></item></channel></rss>")


def _atom(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    head = "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='xhtml'><div>"
    return built("a.xml", head, _paragraphs(paragraphs, chance, "b"), "</div></content></entry></feed>")


def _ninjs(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    head = f'{{"uri": "x", "headline": "{HEADLINE}", "body_html": "'
    return built("a.json", *_around(head, HEADLINE), escapes(_page(paragraphs, chance), chance), '"}')


def _ninjs_3(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    head = f'[{{"headlines": [{{"value": "{HEADLINE}"}}],\r\n "bodies": [{{"contentType": "text/plain", "value": "'
    lines = [token for each in paragraphs for token in (*each, *silent("\n"))]
    return built("a.json", *_around(head, HEADLINE), escapes(lines, chance), '"}]}]')


def _html(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    head = f"<html><body><article><h1>{HEADLINE}</h1>"
    return built("a.html", *_around(head, HEADLINE), _page(paragraphs, chance), "</article></body></html>")


def _plain(paragraphs: Sequence[Tokens], _: Random) -> Written:
    return built("a.txt", *(part for each in paragraphs for part in (each, "\r\n\r\n")))


def _markdown(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    def one(tokens: Tokens) -> Tokens:
        made: Tokens = []
        for shown, written in spaced(tokens, (" ", " ", " \n", "\r\n", "  "), chance):
            meaning = shown in "\\`*_[]<>&#|!(){}+-.~=" and shown
            made.append((shown, f"\\{written}" if meaning else written))
            made += silent("**") if shown.isalpha() and chance.random() < 0.05 else []
        return made

    return built("a.md", "---\ntitle: x\n---\n# ", told(HEADLINE), *(p for e in paragraphs for p in ("\n\n", one(e))))


def _wire(start: str, around: tuple[str, str], indent: str, end: str, typed: dict[str, str]) -> Writer:
    def write(paragraphs: Sequence[Tokens], chance: Random) -> Written:
        parts: list[str | Tokens] = [start, around[0], told(HEADLINE), around[1]]
        for each in paragraphs:
            wraps = (" ",) * 8 + (end,)
            parts += indent, [(s, typed.get(s, w)) for s, w in spaced(each, wraps, chance)], end
        return built("a.wire", *parts, f"\x03{end}\x04")

    return write


_HEAD = "From: a@example.org\r\nTo: b\r\nMIME-Version: 1.0\r\nContent-Transfer-Encoding: "


def _quoted(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    """Write octets that are no ASCII as such, and soft line breaks, even between those of one character."""

    def octet(byte: int) -> str:
        return f"={byte:02X}" + ("=\r\n" if chance.random() < 0.1 else "")

    def one(character: str) -> str:
        must = character in "=\u2028\xa0" or not character.isascii()
        return "".join(map(octet, character.encode())).removesuffix("=\r\n") if must else character

    parts: list[str | Tokens] = [f"{_HEAD}quoted-printable\r\n\r\n"]
    for each in paragraphs:
        for token in _each(each, one):
            parts += [token], *(["=\r\n"] if chance.random() < 0.1 else [])
        parts.append("\r\n\r\n")
    return built("a.eml", *parts)


def _base64(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    """Write three octets as four digits, some to a line: a word begins at its first digit and ends at its last."""
    text = "".join(shown for each in paragraphs for shown, _ in (*each, *told("\n\n")))
    digits = b64encode(text.encode()).decode()
    width = chance.choice((19, 60, 76))
    head = f"{_HEAD}base64\r\n\r\n"
    file = head + "".join(f"{digits[at : at + width]}\r\n" for at in range(0, len(digits), width))

    def there(digit: int) -> int:
        return len(head) + digit + digit // width * 2

    found: list[tuple[str, int, int]] = []
    for match in re.finditer(r"\S+", text):
        begin, end = (len(text[:at].encode()) for at in match.span())
        first, last = begin * 8 // 6, (end * 8 - 1) // 6
        found += [(each, there(first), there(first)) for each in match[0][:-1]]
        found.append((match[0][-1], there(first), there(last) + 1))
    return Written("a.eml", file.encode(), file, tuple(found))


def _srt(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    parts: list[str | Tokens] = []
    for number, each in enumerate(paragraphs, 1):
        parts.append(f"{number}\r\n00:00:0{number % 9},000 --> 00:00:09,000\r\n")
        parts += entities(spaced(each, (" ", " ", "\r\n"), chance), chance), "<i></i>\r\n\r\n"
    return built("a.srt", *parts)


def _vtt(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    parts: list[str | Tokens] = ["WEBVTT\n\nNOTE nothing\n\n"]
    for number, each in enumerate(paragraphs, 1):
        parts.append(f"00:0{number % 9}.000 --> 00:09.000 align:start\n<v Ana>")
        parts += entities(each, chance), "</v>\n\n"
    return built("a.vtt", *parts)


def _units(head: str, between: tuple[str, str], end: str, name: str, *tags: str) -> Writer:
    def write(paragraphs: Sequence[Tokens], chance: Random) -> Written:
        parts: list[str | Tokens] = [head]
        for number, each in enumerate(paragraphs, 1):
            parts += between[0].format(n=number), xml(spaced(each, SPACES, chance), chance, *tags), between[1]
        return built(name, *parts, end)

    return write


def _po(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    def one(tokens: Tokens) -> Tokens:
        made: Tokens = []
        for shown, written in tokens:
            made.append((shown, f"\\{written}" if written in '"\\' else written))
            made += silent('"\r\n"') if chance.random() < 0.1 else []
        return made

    parts: list[str | Tokens] = ['msgid ""\r\nmsgstr "Language: en\\n"\r\n\r\n']
    for each in paragraphs:
        parts += '#: a\r\nmsgid "Il part."\r\nmsgstr "', one(each), '"\r\n\r\n'
    return built("a.po", *parts)


def _csv(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    parts: list[str | Tokens] = ["id,source,target\r\n"]
    for number, each in enumerate(paragraphs):
        doubled = _each(spaced(each, (" ", " ", "\r\n"), chance), lambda c: '""' if c == '"' else c)
        parts += f'{number},Il part.,"', doubled, '"\r\n'
    return built("a.csv", *parts)


def _tsv(paragraphs: Sequence[Tokens], _: Random) -> Written:
    return built("a.tsv", "fr\ten\n", *(part for each in paragraphs for part in ("Il part.\t", each, "\n")))


def _mqm(paragraphs: Sequence[Tokens], _: Random) -> Written:
    parts: list[str | Tokens] = ["system\tdoc\tglobalSegId\tsource\ttarget\tseverity\n"]
    for number, each in enumerate(paragraphs):
        parts += f"Engine\tx\t{number}\tIl part.\t", [*each[:2], *silent("<v>"), *each[2:]], "</v>\tminor\n"
    return built("a.tsv", *parts)


def _lines(paragraphs: Sequence[Tokens], chance: Random) -> Written:
    parts: list[str | Tokens] = []
    for number, each in enumerate(paragraphs):
        parts += f'{{"id": {number}, "source": "Il part.", "target": "', escapes(each, chance), '"}\n'
    return built("a.jsonl", *parts)


W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


def _office(part: str, around: tuple[str, str], between: tuple[str, str], tags: Sequence[str], **more: str) -> Writer:
    """Return what writes a document: places are told in its paragraphs, each a line."""

    def write(paragraphs: Sequence[Tokens], chance: Random) -> Written:
        text = ""
        for each in paragraphs:
            pieces = [xml(each[at : at + 9], chance) for at in range(0, len(each), 9)]
            dressed = [chance.choice(tags).format("".join(w for _, w in piece)) for piece in pieces]
            text += between[0] + "".join(dressed) + between[1]
        lines = built("", *(part for each in paragraphs for part in (each, "\n")))
        name = "a.docx" if part.startswith("word") else "a.odt"
        data = packed({**more, part: around[0] + text + around[1]})
        return Written(name, data, lines.file, lines.characters)

    return write


def _around(text: str, words: str) -> tuple[str | Tokens, ...]:
    """Return ``text`` with the characters of ``words`` in it as tokens."""
    before, _, after = text.partition(words)
    return before, told(words), after


_RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"

WRITERS: dict[str, Writer] = {
    "plain text": _plain,
    "HTML": _html,
    "NITF": _nitf,
    "NewsML-G2": _g2,
    "NewsML-G2, plain": _g2_plain,
    "NewsML 1": _newsml,
    "RSS": _rss,
    "Atom": _atom,
    "ninjs": _ninjs,
    "ninjs 3": _ninjs_3,
    "IPTC 7901": _wire("\x01dpa1 4 pl 250 x\r\n\r\n\x02", ("", " =\r\n"), "   ", "\r\n", {}),
    "ANPA 1312": _wire("\x16\x16\x01a0042\x1fbc-Ferry\r\n\x02", ("^", "<\r\n"), "\t", "\r\n", {"“": "``", "”": "''"}),
    "DOCX": _office(
        "word/document.xml",
        (f"<w:document {W}><w:body>", "</w:body></w:document>"),
        ("<w:p>", "</w:p>"),
        (_RUN, f"<w:ins>{_RUN}</w:ins>", f"<w:del><w:r><w:delText>no</w:delText></w:r></w:del>{_RUN}"),
    ),
    "ODT": _office(
        "content.xml",
        ("<o:document-content xmlns:o='o' xmlns:t='t'><o:body><o:text>", "</o:text></o:body></o:document-content>"),
        ("<t:p>", "</t:p>"),
        ("{}", "<t:span>{}</t:span>", "{}<t:note>no</t:note>"),
        mimetype="application/vnd.oasis.opendocument.text",
    ),
    "Markdown": _markdown,
    "message in quoted-printable": _quoted,
    "message in base64": _base64,
    "SubRip": _srt,
    "WebVTT": _vtt,
    "XLIFF 1.2": _units(
        "<xliff version='1.2'><file target-language='en'><body>",
        ("<trans-unit id='u{n}'><source>Il part.</source><target>", "<ph id='9'>no</ph></target></trans-unit>\n"),
        "</body></file></xliff>",
        "a.xlf",
        "g id='1'",
        "mrk mtype='x'",
    ),
    "XLIFF 2.1": _units(
        "<xliff version='2.1' srcLang='fr' trgLang='en'><file id='f'>",
        ("<unit id='u{n}'><segment><source>Il part.</source><target>", "<ph id='9'/></target></segment></unit>\n"),
        "</file></xliff>",
        "a.xlf",
        "pc id='1'",
    ),
    "TMX": _units(
        "<tmx version='1.4'><header srclang='fr'/><body>",
        (
            "<tu tuid='{n}'><tuv xml:lang='fr'><seg>Il part.</seg></tuv><tuv xml:lang='en'><seg>",
            "<ph>no</ph></seg></tuv></tu>\n",
        ),
        "</body></tmx>",
        "a.tmx",
        "hi",
    ),
    "PO": _po,
    "CSV": _csv,
    "TSV": _tsv,
    "MQM annotations": _mqm,
    "JSON lines": _lines,
}
"""What writes a story of some paragraphs, by its format."""
