"""NewsML-G2 (https://iptc.org/standards/newsml-g2/): news items, alone or in a message."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model import Metadata, Role
from auditor.readers.filed import Filed, Holding, counted, filed, told
from auditor.readers.news.agency import body, code, line, whole
from auditor.readers.news.nitf import nitf_parts
from auditor.readers.pieces import Part
from auditor.readers.xml import Element, Paths, parse

ROOTS = frozenset(("newsItem", "newsMessage", "packageItem", "conceptItem", "knowledgeItem", "planningItem"))
SPACE = "http://iptc.org/std/nar/2006-10-01/"

_TRANSLATION = ("translation", "translatedfrom")


def read_newsml_g2(name: str, text: str, stated: str | None) -> Holding:
    """Return the news items with text; of several renditions of one item, the first that is text.

    Raises ``InputError`` where there is none, and as ``parse`` does.
    """
    root = parse(name, text)
    paths = Paths()
    items = [root] if root.name == "newsItem" else list(root.every("newsItem"))
    others = sum(1 for _ in root.every("packageItem", "conceptItem", "knowledgeItem", "planningItem"))
    stories: list[Filed] = []
    for number, item in enumerate(items, 1):
        parts = _parts(name, item, paths)
        if parts:
            part = (item.attributes.get("guid") or str(number)) if len(items) > 1 else None
            stories.append(filed(name, text, parts, stated or _language(item), _metadata(item), part))
        item.dismantle()
    left = len(items) - len(stories)
    left_out = [f"{name}: {counted(left, 'news item without text was', 'news items without text were')} left out"] * (
        left > 0
    )
    left_out += [f"{name}: {counted(others, 'item', 'items')} of another kind left out"] * (others > 0)
    return told(name, Holding(tuple(stories), tuple(left_out)), "holds no news item with text; give one that has some.")


def _parts(name: str, item: Element, paths: Paths) -> tuple[Part, ...]:
    content = item.first("contentSet")
    text = next((found for found in _renditions(name, content, paths) if found), ()) if content is not None else ()
    if not text:
        return ()
    about = item.first("contentMeta") or Element("contentMeta", "", {}, 0, None)
    named = about.first("headline") or item.first("itemMeta", "title")
    head = (
        *line(Role.SLUG, about.first("slugline"), paths),
        *line(Role.HEADLINE, named, paths),
        *line(Role.BYLINE, about.first("by"), paths),
        *line(Role.DATELINE, about.first("dateline"), paths),
    )
    if any(part.role is Role.HEADLINE for part in text):
        head = tuple(part for part in head if part.role is not Role.HEADLINE)
    return whole(head, text)


def _renditions(name: str, content: Element, paths: Paths) -> Iterator[tuple[Part, ...]]:
    """Yield the text of each rendition of a content, those in markup first."""
    for markup in content.elements("inlineXML"):
        nitf = next(markup.every("nitf"), None)
        yield nitf_parts(nitf, paths) if nitf is not None else body(name, next(markup.elements(), markup), paths)
    for data in content.elements("inlineData"):
        kind = data.attributes.get("contenttype", "text/")
        if kind.startswith(("text/", "application/xhtml")) and "encoding" not in data.attributes:
            yield body(name, data, paths)


def _language(item: Element) -> str | None:
    language = item.first("contentMeta", "language")
    content = next(item.every("inlineXML", "inlineData"), None)
    own = content.attributes.get("xml:lang") if content is not None else None
    return own or (language.attributes.get("tag") if language is not None else None) or item.language


def _metadata(item: Element) -> Metadata:
    source = next(item.every("digitalSourceType"), None)
    provider = item.first("itemMeta", "provider")
    origin = next(
        (
            link.attributes.get("residref") or link.attributes.get("href")
            for link in item.every("link")
            if any(word in link.attributes.get("rel", "").lower() for word in _TRANSLATION)
        ),
        None,
    )
    return Metadata(
        format="NewsML-G2",
        id=item.attributes.get("guid"),
        provider=_called(provider),
        slug=item.value("contentMeta", "slugline"),
        version=item.attributes.get("version"),
        embargo=item.value("itemMeta", "embargoed"),
        digital_source_type=code(_called(source)),
        translated_from=origin,
    )


def _called(element: Element | None) -> str | None:
    if element is None:
        return None
    given = element.attributes
    return (
        element.value("name")
        or given.get("literal")
        or given.get("qcode")
        or given.get("uri")
        or element.text()
        or None
    )
