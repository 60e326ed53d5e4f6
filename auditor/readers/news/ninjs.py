"""ninjs (https://iptc.org/standards/ninjs/) 1, 2 and 3: news in JSON, one item, a list of them, or lists of systems."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model import Metadata, Role
from auditor.readers.filed import Filed, Holding, counted, filed, told
from auditor.readers.html import read_fragment
from auditor.readers.jsontree import Record, Text, Value, read_json
from auditor.readers.news.agency import code, paragraphs, whole
from auditor.readers.pieces import Layered, Part, joined
from auditor.readers.sample import Sample

_LISTS = ("items", "item", "_items", "associations")
_BODIES = ("body_html", "body_xhtml", "body_text")
_STATUSES = ("pubstatus", "pubStatus", "versioncreated", "versionCreated")
_PREFERRED = ("text/html", "application/xhtml+xml", "text/plain")


def is_ninjs(sample: Sample) -> bool:
    """Tell whether a file is JSON with what a ninjs item has."""
    if not sample.is_json:
        return False
    told = any(f'"{key}' in sample.head for key in ("body_", "bodies")) and '"headline' in sample.head
    return told or ('"uri"' in sample.head and any(f'"{key}"' in sample.head for key in _STATUSES))


def read_ninjs(name: str, text: str, stated: str | None) -> Holding:
    """Return the items with text; of several renditions of a body the one in HTML.

    Raises ``InputError`` where there is none, and as ``read_json`` does.
    """
    items = list(_items(read_json(name, text)))
    stories: list[Filed] = []
    for number, item in enumerate(items, 1):
        parts = _parts(name, text, item)
        if parts:
            part = (item.said("uri") or str(number)) if len(items) > 1 else None
            stories.append(filed(name, text, parts, stated or item.said("language"), _metadata(item), part))
    left = len(items) - len(stories)
    left_out = (f"{name}: {counted(left, 'item without text was', 'items without text were')} left out",)
    return told(
        name,
        Holding(tuple(stories), left_out if left else ()),
        "holds no ninjs item with text; give one that has some.",
    )


def _items(value: Value) -> Iterator[Record]:
    if isinstance(value, tuple):
        for each in value:
            yield from _items(each)
    elif isinstance(value, Record):
        if value.text("headline", *_BODIES) or value.list("headlines") or value.list("bodies"):
            yield value
            return
        for key in _LISTS:
            yield from _items(value.members.get(key))


def _parts(name: str, file: str, item: Record) -> tuple[Part, ...]:
    body = _body(item)
    if body is None:
        return ()
    text, is_markup = body
    layered = Layered(text.pieces(file))
    shown = read_fragment(name, layered) if is_markup else tuple(paragraphs(text.pieces(file)))
    if not shown:
        return ()
    headline = _rendition(item.list("headlines"), "main") or item.text("headline", "headline_main")
    head: list[Part] = []
    for role, found in (
        (Role.SLUG, item.text("slugline")),
        (Role.HEADLINE, headline),
        (Role.BYLINE, item.text("byline")),
    ):
        if found and (pieces := joined(found.pieces(file))):
            head.append(Part(role, pieces))
    if any(part.role is Role.HEADLINE for part in head):
        shown = tuple(Part(_under(part.role), part.pieces) if i < 3 else part for i, part in enumerate(shown))
    return whole(head, shown)


def _under(role: Role | None) -> Role | None:
    """Return the role of a passage of a body whose headline stands elsewhere: a heading is one within the text."""
    return Role.CROSS_HEAD if role is Role.HEADLINE else role


def _body(item: Record) -> tuple[Text, bool] | None:
    """Return the body that is audited, and whether it is HTML."""
    bodies = [each for each in item.list("bodies") if isinstance(each, Record)]
    for kind in _PREFERRED:
        for each in bodies:
            found = each.text("value")
            if found and (each.said("contentType", "contenttype") or "text/html") == kind:
                return found, kind != "text/plain"
    for key in (*_BODIES, *(key for key in item.members if key.startswith("body_"))):
        if found := item.text(key):
            return found, key in _BODIES[:2] or "html" in key
    return None


def _rendition(values: tuple[Value, ...], role: str) -> Text | None:
    """Return the one of ``values`` with ``role``, else the first, in plain text where there is such a one."""
    records = [each for each in values if isinstance(each, Record) and each.text("value")]
    records.sort(key=lambda each: (each.said("role") != role, "html" in (each.said("contentType") or "")))
    return records[0].text("value") if records else None


def _metadata(item: Record) -> Metadata:
    standard = item.members.get("standard")
    version = standard.said("version") if isinstance(standard, Record) else None
    source = item.members.get("digitalSourceType", item.members.get("digitalsourcetype"))
    return Metadata(
        format=f"ninjs {version}" if version else "ninjs",
        id=item.said("uri", "guid", "_id"),
        provider=_provider(item),
        slug=item.said("slug", "slugline"),
        version=_plain(item.members.get("version")),
        embargo=item.said("embargoed", "embargo") or _withheld(item),
        digital_source_type=code(source.said("uri", "code", "name") if isinstance(source, Record) else _plain(source)),
        translated_from=item.said("translated_from", "translation_of"),
    )


def _provider(item: Record) -> str | None:
    for key in ("provider", "copyrightHolder", "source", "infosources"):
        found = item.members.get(key)
        found = found[0] if isinstance(found, tuple) and found else found
        name = found.said("name", "literal", "uri") if isinstance(found, Record) else _plain(found)
        if name:
            return name
    return None


def _withheld(item: Record) -> str | None:
    status = item.said("pubStatus", "pubstatus") or ""
    return "not to be published" if status.startswith("withheld") else None


def _plain(value: Value) -> str | None:
    if isinstance(value, Text):
        return " ".join(value.value.encode("utf-8", "replace").decode().split()) or None
    return value if isinstance(value, str) else None
