"""One story, written by us, as each format holds it; and what each must give back."""

from __future__ import annotations

import json
import textwrap
from html import escape

HEADLINE = "Ferry sinks off Port Alder, 12 missing"
BYLINE = "By Ana Lindqvist"
PARAGRAPHS = (
    (
        "PORT ALDER (dpa) - A ferry with 85 people on board sank in the bay on Monday, the coast guard said & rescuers "
        "searched for 12 of them through the night."
    ),
    "“We heard the the alarm,” said Marie Dubois, the café’s owner. She informs that the ship left at 7 pm.",
    "The company said it would would answer questions on Tuesday. Two crew members <remain> in hospital.",
)
PLAIN = "\n\n".join((HEADLINE, BYLINE, *PARAGRAPHS)) + "\n"


def xml(text: str) -> str:
    return escape(text, quote=False)


def paragraphs(tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{xml(each)}</{tag}>" for each in PARAGRAPHS)


def bold(text: str) -> str:
    """Return ``text`` with markup, entities and a line end within its first sentence."""
    return xml(text).replace("ferry with", "<b>ferry</b>\n  with", 1).replace("café", "caf&#233;")


BODY = "\n".join(f"<p>{bold(each)}</p>" for each in PARAGRAPHS)
HTML = (
    f"<!doctype html><html lang='en'><body><article><h1>{HEADLINE}</h1>\n<p>{BYLINE}</p>{BODY}</article></body></html>"
)
NITF_BODY = (
    f"<body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline><byline>{BYLINE}</byline></body.head>"
    f"<body.content><block>{BODY}</block><media><media-caption>A ferry.</media-caption></media></body.content></body>"
)
NITF = (
    "<?xml version='1.0' encoding='utf-8'?>\n<!DOCTYPE nitf SYSTEM 'nitf-3-6.dtd'>\n"
    "<nitf baselang='en'><head><title>No headline</title><docdata><doc-id id-string='x1' regsrc='Our Agency'/>"
    "<date.issue norm='20260101T0000Z'/><date.release norm='20260102T0600Z'/><du-key key='ferry-sinks' version='2'/>"
    f"</docdata></head>{NITF_BODY}</nitf>"
)
G2_ITEM = (
    "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='urn:x:1' version='3' xml:lang='en'>"
    "<itemMeta><itemClass qcode='ninat:text'/><provider literal='Our Agency'/>"
    "<embargoed>2026-01-02T06:00:00Z</embargoed>"
    "<link rel='irel:translatedFrom' residref='urn:x:0'/></itemMeta>"
    "<contentMeta><slugline>ferry-sinks</slugline><digitalSourceType qcode='digsrctype:trainedAlgorithmicMedia'/>"
    f"<language tag='en'/><headline>{HEADLINE}</headline><by>{BYLINE}</by><dateline>PORT ALDER (dpa) -</dateline>"
    "</contentMeta><contentSet><inlineXML contenttype='application/xhtml+xml'>"
    f"<html xmlns='http://www.w3.org/1999/xhtml'><head><title>None</title></head><body>{BODY}</body></html>"
    "</inlineXML><inlineData contenttype='text/plain'>The same in plain text.</inlineData></contentSet></newsItem>"
)
G2 = f"<?xml version='1.0'?>\n{G2_ITEM}"
G2_MESSAGE = (
    "<?xml version='1.0'?><newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><header/><itemSet>"
    f"{G2_ITEM}{G2_ITEM.replace('urn:x:1', 'urn:x:2')}"
    "<newsItem guid='urn:x:3'><itemMeta><itemClass qcode='ninat:picture'/></itemMeta><contentSet><remoteContent/>"
    "</contentSet></newsItem><packageItem/></itemSet></newsMessage>"
)
NEWSML1 = (
    "<?xml version='1.0' encoding='ISO-8859-1'?>\n<!DOCTYPE NewsML SYSTEM 'NewsML_1.2.dtd'>\n<NewsML><NewsItem>"
    "<Identification><NewsIdentifier><ProviderId>our.agency</ProviderId><NewsItemId>x1</NewsItemId>"
    "<RevisionId>2</RevisionId></NewsIdentifier><NameLabel>ferry-sinks</NameLabel></Identification>"
    "<NewsManagement><Status FormalName='Embargoed'/><StatusWillChange><DateAndTime>20260102T0600Z</DateAndTime>"
    "</StatusWillChange></NewsManagement><NewsComponent xml:lang='en'><NewsLines>"
    f"<DateLine>PORT ALDER (dpa) -</DateLine><HeadLine>{HEADLINE}</HeadLine><ByLine>{BYLINE}</ByLine></NewsLines>"
    "<DescriptiveMetadata><Language FormalName='en'/></DescriptiveMetadata>"
    f"<NewsComponent><ContentItem><MediaType FormalName='Text'/><DataContent>{BODY}</DataContent></ContentItem>"
    "</NewsComponent><NewsComponent><ContentItem Href='a.jpg'><MediaType FormalName='Photo'/></ContentItem>"
    "</NewsComponent></NewsComponent></NewsItem></NewsML>"
)
RSS = (
    "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
    f"<title>Our Agency</title><language>en</language><item><title>{HEADLINE}</title><guid>x1</guid>"
    f"<description>Short.</description><content:encoded><![CDATA[<p>{BYLINE}</p>{BODY}]]></content:encoded></item>"
    f"</channel></rss>"
)
ATOM = (
    "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='en'><title>Our Agency</title><entry><id>x1</id>"
    f"<title type='text'>{HEADLINE}</title><content type='html'>"
    f"{xml(f'<p>{BYLINE}</p>{BODY}')}</content></entry></feed>"
)
_BODY_HTML = "".join(f"<p>{xml(each)}</p>" for each in (BYLINE, *PARAGRAPHS))
NINJS1 = json.dumps(
    {
        "uri": "x1",
        "version": "2",
        "language": "en",
        "headline": HEADLINE,
        "slugline": "ferry-sinks",
        "body_text": "The same in plain text.",
        "body_html": _BODY_HTML,
        "embargoed": "2026-01-02T06:00:00Z",
        "copyrightholder": "Nobody",
        "digitalsourcetype": {"uri": "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"},
    }
)
NINJS3 = json.dumps(
    {
        "uri": "x1",
        "standard": {"name": "ninjs", "version": "3.1"},
        "language": "en",
        "headlines": [{"role": "short", "value": "Ferry sinks"}, {"role": "main", "value": HEADLINE}],
        "bodies": [
            {"contentType": "text/plain", "value": "The same in plain text."},
            {"contentType": "text/html", "value": _BODY_HTML},
        ],
    },
    ensure_ascii=False,
    indent=1,
)


def wrapped(text: str, indent: str, end: str) -> str:
    return end.join(textwrap.wrap(text, 69, initial_indent=indent, break_long_words=False, expand_tabs=False))


_IPTC_BODY = "\r\n".join(wrapped(each, "   ", "\r\n") for each in PARAGRAPHS)
IPTC = (
    f"\x01dpa123 4 pol 250 ferry sinks\r\n\r\nferry-sinks\r\n\x02{HEADLINE} =\r\n{BYLINE} =\r\n{_IPTC_BODY}\r\n"
    "\x03\r\n021200 Jan 26\r\n\x04"
)
_ANPA_BODY = "\n".join(wrapped(each.replace("“", "``").replace("”", "''"), "\t", "\n") for each in PARAGRAPHS)
ANPA = (
    f"\x16\x16\x01a0042\x1fbc-Ferry\r\nu i\x13\x11bc-Ferry    01-02 0250\r\n^{HEADLINE}<\n^{BYLINE}=\n{_ANPA_BODY}\n"
    "\x03\n1200GMT\n"
)

FILES: dict[str, tuple[str, bytes]] = {
    "NITF": ("story.xml", NITF.encode()),
    "NewsML-G2": ("story.xml", G2.encode()),
    "NewsML 1": (
        "story.xml",
        NEWSML1.replace("“", "&#8220;").replace("”", "&#8221;").replace("’", "&#8217;").encode("latin-1"),
    ),
    "RSS": ("story.rss", RSS.encode()),
    "Atom": ("story.xml", ATOM.encode()),
    "ninjs": ("story.json", NINJS1.encode()),
    "ninjs 3.1": ("story.json", NINJS3.encode()),
    "IPTC 7901": ("story.7901", IPTC.encode("cp1252")),
    "ANPA 1312": ("story.anpa", ANPA.encode("cp1252")),
}
"""The story by the format that a reader must tell, in a file of that name."""
