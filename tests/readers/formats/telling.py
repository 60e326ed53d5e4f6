"""Any story in any format: made from its paragraphs."""

from __future__ import annotations

import json
import quopri
import re
from collections.abc import Callable, Sequence
from html import escape

from tests.readers.formats.stories import _W, packed, run, wrapped


def _p(paragraphs: Sequence[str]) -> str:
    return "\n".join(f"<p>{escape(each, quote=False)}</p>" for each in paragraphs)


def _g2(paragraphs: Sequence[str]) -> str:
    return (
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><contentSet><inlineXML><html><body>"
        f"{_p(paragraphs)}</body></html></inlineXML></contentSet></newsItem>"
    )


def _newsml(paragraphs: Sequence[str]) -> str:
    return (
        "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>"
        f"{_p(paragraphs)}</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"
    )


def _word(paragraphs: Sequence[str]) -> bytes:
    text = "".join(f"<w:p>{run(each)}</w:p>" for each in paragraphs)
    return packed({"word/document.xml": f"<w:document {_W}><w:body>{text}</w:body></w:document>"})


def _odt(paragraphs: Sequence[str]) -> bytes:
    text = "".join(f"<text:p>{escape(each, quote=False)}</text:p>" for each in paragraphs)
    content = (
        f"<o:document-content xmlns:o='o' xmlns:text='t'><o:body><o:text>{text}</o:text></o:body></o:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def _xliff(paragraphs: Sequence[str]) -> str:
    units = "".join(
        f"<trans-unit id='{number}'><source/><target>{escape(each, quote=False)}</target></trans-unit>"
        for number, each in enumerate(paragraphs)
    )
    return f"<xliff version='1.2'><file target-language='en'><body>{units}</body></file></xliff>"


def _message(paragraphs: Sequence[str]) -> bytes:
    head = (
        "MIME-Version: 1.0\nDate: x\nContent-Type: text/plain; charset=utf-8\n"
        "Content-Transfer-Encoding: quoted-printable\n\n"
    )
    return head.encode() + quopri.encodestring("\n\n".join(paragraphs).encode())


def _iptc(paragraphs: Sequence[str]) -> bytes:
    text = "\r\n".join(wrapped(each, "   ", "\r\n") for each in paragraphs)
    return f"\x01dpa1 4 pl 250 x\r\n\x02{text}\r\n\x03\r\n\x04".encode()


MADE: dict[str, Callable[[Sequence[str]], str | bytes]] = {
    "story.txt": "\n\n".join,
    "wrapped.txt": lambda paragraphs: "\n\n".join(wrapped(each, "", "\n") for each in paragraphs),
    "story.html": _p,
    "nitf.xml": lambda paragraphs: f"<nitf><body><body.content>{_p(paragraphs)}</body.content></body></nitf>",
    "g2.xml": _g2,
    "newsml.xml": _newsml,
    "story.rss": lambda paragraphs: (
        f"<rss version='2.0'><channel><item><description><![CDATA[{_p(paragraphs)}]]>"
        "</description></item></channel></rss>"
    ),
    "story.json": lambda paragraphs: json.dumps({"headline": "", "body_html": _p(paragraphs)}),
    "story.md": lambda paragraphs: "\n\n".join(re.sub(r"^(?=[-+*#>_])", r"\\", each) for each in paragraphs),
    "story.eml": _message,
    "story.docx": _word,
    "story.odt": _odt,
    "story.xlf": _xliff,
    "story.7901": _iptc,
}
"""A file of each format, by its name."""
