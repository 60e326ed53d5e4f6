"""One story, written by us, as each format holds it; and what each must give back."""

from __future__ import annotations

import json
import quopri
import textwrap
import zipfile
from collections.abc import Mapping
from html import escape
from io import BytesIO

HEADLINE = "Ferry sinks off Port Alder, 12 missing"
BYLINE = "By Ana Lindqvist"
PARAGRAPHS = (
    (
        "PORT ALDER (dpa) - A ferry with 85 people on board sank in the bay on Monday, the coast guard said & rescuers "
        "searched for 12 of them through the night."
    ),
    "“We heard the the alarm,” said Marie Dubois, the café’s owner. She informs that the ship left at 7 pm.",
    "The company said it would would answer questions on Tuesday . Two crew members <remain> in hospital.",
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
    return end.join(
        textwrap.wrap(
            text, 69, initial_indent=indent, break_long_words=False, break_on_hyphens=False, expand_tabs=False
        )
    )


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


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, text, zipfile.ZIP_STORED if name == "mimetype" else None)
    return held.getvalue()


_W = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


def run(text: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{xml(text)}</w:t></w:r>"


def _word_paragraph(text: str, style: str = "") -> str:
    """Return a paragraph cut into runs, with a word deleted, another inserted."""
    first, _, rest = text.partition(" ")
    second, _, third = rest.partition(" ")
    styled = f"<w:pPr><w:pStyle w:val='{style}'/></w:pPr>" if style else ""
    deleted = "<w:del w:id='1'><w:r><w:delText>gone </w:delText></w:r></w:del>"
    inserted = f"<w:ins w:id='2'>{run(second + ' ')}</w:ins>"
    return f"<w:p>{styled}{run(first + ' ')}{deleted}{inserted}{run(third)}</w:p>"


DOCX = packed(
    {
        "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
        "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
        "<Default Extension='xml' ContentType='application/xml'/><Override PartName='/word/document.xml' ContentType="
        "'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>",
        "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
        "officeDocument' Target='word/document.xml'/></Relationships>",
        "word/document.xml": f"<?xml version='1.0' encoding='UTF-8'?><w:document {_W}><w:body>"
        + _word_paragraph(HEADLINE, "Titre1")
        + "".join(map(_word_paragraph, (BYLINE, *PARAGRAPHS)))
        + "</w:body></w:document>",
        "word/styles.xml": f"<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-GB'/></w:rPr>"
        "</w:rPrDefault></w:docDefaults><w:style w:styleId='Titre1'><w:name w:val='heading 1'/></w:style></w:styles>",
    }
)
_SPANNED = "<text:span>on</text:span> board"
ODT = packed(
    {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": "<office:document-content xmlns:office='o' xmlns:text='t'><office:body><office:text>"
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        f"</text:changed-region></text:tracked-changes><text:h text:outline-level='1'>{HEADLINE}</text:h>"
        + "".join(
            f"<text:p>{xml(each).replace(' ', '<text:s/>', 1).replace('on board', _SPANNED)}</text:p>"
            for each in (BYLINE, *PARAGRAPHS)
        )
        + "</office:text></office:body></office:document-content>",
        "meta.xml": "<office:document-meta xmlns:office='o' xmlns:dc='d'><office:meta><dc:language>en</dc:language>"
        "</office:meta></office:document-meta>",
    }
)
MARKDOWN = (
    f"---\ntitle: Not this\nlang: en\n---\n\n# {HEADLINE} #\n\n{BYLINE}\n\n"
    + "\n\n".join(
        each.replace("ferry", "**ferry**")
        .replace("<remain>", "\\<remain>")
        .replace("coast guard", "[coast\u00a0guard](http://x)")
        .replace("coast\u00a0guard", "coast guard")
        .replace(" on board", "\non board")
        for each in PARAGRAPHS
    )
    + "\n\n```\ncode\n```\n"
)
EML = (
    "From: desk@example.org\r\nTo: all@example.org\r\nSubject: " + HEADLINE + "\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/alternative; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/plain; charset=utf-8\r\n'
    "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    + quopri.encodestring("\n\n".join((BYLINE, *PARAGRAPHS)).encode()).decode().replace("\n", "\r\n")
    + "\r\n--b1\r\nContent-Type: text/html\r\n\r\n<p>The same.</p>\r\n--b1--\r\n"
)
SOURCE_LINES = (
    "Un ferry coule au large de Port Alder, 12 disparus",
    "Par Ana Lindqvist",
    "PORT ALDER (dpa) - Un ferry avec 85 personnes à bord a coulé lundi, les secours en ont cherché 12 la nuit.",
    "« Nous avons entendu l’alarme », a dit Marie Dubois, la propriétaire du café. Le bateau est parti à 19 h.",
    "La compagnie a dit qu’elle répondrait mardi. Deux membres d’équipage restent à l’hôpital.",
)
UNITS = tuple(zip(SOURCE_LINES, (HEADLINE, BYLINE, *PARAGRAPHS), strict=True))
_CODED = "<g id='1'>ferry</g>"
XLIFF1 = (
    "<?xml version='1.0'?><xliff version='1.2' xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='a.docx' "
    "source-language='fr' target-language='en' datatype='plaintext'><body><group>"
    + "".join(
        f"<trans-unit id='u{n}'><source>{xml(source)}</source><target>{xml(target).replace('ferry', _CODED)}"
        "<ph id='2'>&lt;br/&gt;</ph></target><alt-trans><target>Another.</target></alt-trans></trans-unit>\n"
        for n, (source, target) in enumerate(UNITS)
    )
    + "<trans-unit id='new'><source>Pas encore.</source><target state='needs-translation'>Pas encore.</target>"
    "</trans-unit></group></body></file></xliff>"
)
XLIFF2 = (
    "<xliff version='2.0' srcLang='fr' trgLang='en' xmlns='urn:oasis:names:tc:xliff:document:2.0'><file id='f1'>"
    + "".join(
        f"<unit id='u{n}'><segment id='s1'><source>{xml(source)}</source><target>"
        + xml(target)
        .replace(". ", ".</target></segment><segment id='s2'><source/><target>")
        .replace("ferry", "<pc id='1'>ferry</pc>")
        + "</target></segment></unit>"
        for n, (source, target) in enumerate(UNITS)
    )
    + "</file></xliff>"
)
TMX = (
    "<tmx version='1.4'><header srclang='fr'/><body>"
    + "".join(
        f"<tu tuid='{n}'><tuv xml:lang='fr-FR'><seg>{xml(source)}</seg></tuv><tuv xml:lang='en-GB'><seg>{xml(target)}"
        "<bpt i='1'>code</bpt></seg></tuv></tu>"
        for n, (source, target) in enumerate(UNITS)
    )
    + "</body></tmx>"
)
PO = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: fr\\n"\n\n' + "\n".join(
    f'#: a:{n}\nmsgid "{source}"\nmsgstr ""\n"{target[:20]}"\n"{target[20:]}"\n'
    for n, (source, target) in enumerate(UNITS)
)
CSV = "id,source,target\r\n" + "".join(f'{n},"{source}","{target}"\r\n' for n, (source, target) in enumerate(UNITS))
TSV = "fr\ten\n" + "".join(f"{source}\t{target}\n" for source, target in UNITS)
MQM = "system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\n" + "".join(
    f"Engine\tferry\t{n}\t{n}\t{rater}\t{source}\t{target.replace('ferry', '<v>ferry</v>')}\tStyle\tminor\n"
    for rater in ("a", "b")
    for n, (source, target) in enumerate(UNITS)
)
JSONL = "".join(
    json.dumps({"id": n, "target": target, "source": source, "source_lang": "fr"}) + "\n"
    for n, (source, target) in enumerate(UNITS)
)
SRT = (
    "1\n00:00:01,000 --> 00:00:03,000\nA ferry with 85 people\nsank in the bay\n\n"
    "2\n00:00:03,000 --> 00:00:05,000\n<i>on Monday.</i> Rescuers\n\n"
    "3\n00:00:05,000 --> 00:00:06,000\nsearched for 12.\n"
)

BILINGUAL: dict[str, tuple[str, bytes]] = {
    "XLIFF 1.2": ("story.xlf", XLIFF1.encode()),
    "XLIFF 2.0": ("story.xlf", XLIFF2.encode()),
    "TMX": ("story.tmx", TMX.encode()),
    "PO": ("story.po", PO.encode()),
    "CSV": ("story.csv", CSV.encode()),
    "TSV": ("story.tsv", TSV.encode()),
    "MQM annotations": ("story.tsv", MQM.encode()),
    "JSON lines": ("story.jsonl", JSONL.encode()),
}
FILES |= {
    "DOCX": ("story.docx", DOCX),
    "ODT": ("story.odt", ODT),
    "Markdown": ("story.md", MARKDOWN.encode()),
    "message": ("story.eml", EML.encode()),
    **BILINGUAL,
}
