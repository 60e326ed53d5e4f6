"""NewsML 1 (https://iptc.org/standards/newsml-1/), which agencies still send."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model import Metadata, Role
from auditor.readers.filed import Filed, Holding, counted, filed, told
from auditor.readers.news.agency import body, line, whole
from auditor.readers.news.nitf import nitf_parts
from auditor.readers.pieces import Part
from auditor.readers.xml import Element, Paths, parse


def read_newsml1(name: str, text: str, stated: str | None) -> Holding:
    """Return the stories: the components with text; of those that are said to be equivalent, the first.

    Raises ``InputError`` where there is none, and as ``parse`` does.
    """
    root = parse(name, text)
    paths = Paths()
    items = list(root.every("NewsItem"))
    found = [
        (item, component, parts)
        for item in items
        for top in item.elements("NewsComponent")
        for component, parts in _components(name, top, paths)
    ]
    stories: list[Filed] = []
    for number, (item, component, parts) in enumerate(found, 1):
        part = str(number) if len(found) > 1 else None
        stories.append(filed(name, text, parts, stated or _language(component), _metadata(item, component), part))
    without = len(items) - len({id(item) for item, _, _ in found})
    left = (f"{name}: {counted(without, 'news item without text was', 'news items without text were')} left out",)
    return told(
        name, Holding(tuple(stories), left if without else ()), "holds no news item with text; give one that has some."
    )


def _components(name: str, component: Element, paths: Paths) -> Iterator[tuple[Element, tuple[Part, ...]]]:
    """Yield the components in ``component``, and itself, that hold a text, each with it."""
    for content in component.elements("ContentItem"):
        data = content.first("DataContent")
        text = _text(name, data, paths) if data is not None and _is_text(content) else ()
        if text:
            yield component, whole(_lines(component, paths), text)
            return
    equivalent = component.attributes.get("EquivalentsList", "").lower() == "yes"
    for inner in component.elements("NewsComponent"):
        found = list(_components(name, inner, paths))
        yield from found
        if found and equivalent:
            return


def _is_text(content: Element) -> bool:
    mime = content.first("MimeType")
    written = mime.attributes.get("FormalName", "").lower() if mime is not None else ""
    if "css" in written or "script" in written:
        return False
    kind = content.first("MediaType")
    named = kind.attributes.get("FormalName", "Text").lower() if kind is not None else "text"
    return named in ("text", "complextype", "html", "nitf") or "text" in named


def _text(name: str, data: Element, paths: Paths) -> tuple[Part, ...]:
    nitf = next(data.every("nitf"), None)
    return nitf_parts(nitf, paths) if nitf is not None else body(name, data, paths)


def _lines(component: Element, paths: Paths) -> tuple[Part, ...]:
    """Return the lines above a component: its own, else those of the one around it."""
    lines = _nearest(component, "NewsLines")
    if lines is None:
        return ()
    return (
        *line(Role.SLUG, lines.first("SlugLine"), paths),
        *line(Role.HEADLINE, lines.first("HeadLine"), paths),
        *line(Role.HEADLINE, lines.first("SubHeadLine"), paths),
        *line(Role.BYLINE, lines.first("ByLine"), paths),
        *line(Role.DATELINE, lines.first("DateLine"), paths),
    )


def _nearest(component: Element, *path: str) -> Element | None:
    within: Element | None = component
    while within is not None and within.name == "NewsComponent":
        if (found := within.first(*path)) is not None:
            return found
        within = within.parent
    return None


def _language(component: Element) -> str | None:
    told = _nearest(component, "DescriptiveMetadata", "Language")
    return (told.attributes.get("FormalName") if told is not None else None) or component.language


def _metadata(item: Element, component: Element) -> Metadata:
    identifier = item.first("Identification", "NewsIdentifier") or Element("NewsIdentifier", "", {}, 0, None)
    status = item.first("NewsManagement", "Status")
    embargoed = status is not None and status.attributes.get("FormalName", "").lower().startswith("embargo")
    until = item.value("NewsManagement", "StatusWillChange", "DateAndTime")
    party = _nearest(component, "AdministrativeMetadata", "Provider", "Party")
    return Metadata(
        format="NewsML 1",
        id=identifier.value("NewsItemId") or identifier.value("PublicIdentifier"),
        provider=(party.attributes.get("FormalName") if party is not None else None) or identifier.value("ProviderId"),
        slug=item.value("Identification", "NameLabel"),
        version=identifier.value("RevisionId"),
        embargo=(until or "not to be published") if embargoed else None,
        translated_from=_source(component),
    )


def _source(component: Element) -> str | None:
    """Return the story that this one says it was translated from."""
    for each in component.elements("NewsItemRef", "AssociatedWith"):
        if each.attributes.get("FormalName", "").lower() in ("translation", "translationof"):
            return each.attributes.get("NewsItem")
    return None
