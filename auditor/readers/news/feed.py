"""RSS 2.0, RSS 1.0 (RDF) and Atom: a story for each entry that has a text."""

from __future__ import annotations

from auditor.model import Metadata, Role
from auditor.readers.filed import Filed, Holding, counted, filed, told
from auditor.readers.news.agency import body, line, whole
from auditor.readers.news.flow import passages
from auditor.readers.pieces import Part
from auditor.readers.xml import Element, Paths, parse

ROOTS = frozenset(("rss", "RDF", "feed", "entry"))


def read_feed(name: str, text: str, stated: str | None) -> Holding:
    """Return the entries with a text; the longest counts where one has several.

    Raises ``InputError`` where there is none, and as ``parse`` does.
    """
    root = parse(name, text)
    paths = Paths()
    entries = [root] if root.name == "entry" else list(root.every("item", "entry"))
    channel = root.first("channel")
    spoken = (channel.value("language") if channel is not None else None) or root.language
    provider = (channel if channel is not None else root).value("title")
    stories: list[Filed] = []
    for number, entry in enumerate(entries, 1):
        own = _texts(name, entry, paths)
        if not own:
            continue
        names = entry.first("title")
        headline = line(Role.HEADLINE, names, paths) if names is not None and not _is_markup(names) else ()
        if names is not None and not headline:
            headline = tuple(Part(Role.HEADLINE, part.pieces) for part in body(name, names, paths))
        story = filed(
            name,
            text,
            whole(headline, max(own, key=lambda parts: sum(len(part.text) for part in parts))),
            stated or entry.language or spoken,
            _metadata(root, entry, provider),
            str(number) if len(entries) > 1 else None,
        )
        if story.document.segments:
            stories.append(story)
    left = len(entries) - len(stories)
    left_out = (f"{name}: {counted(left, 'entry without text was', 'entries without text were')} left out",)
    nothing = "holds no entry with text; give a feed that has some."
    return told(name, Holding(tuple(stories), left_out if left else ()), nothing)


def _texts(name: str, entry: Element, paths: Paths) -> list[tuple[Part, ...]]:
    found: list[tuple[Part, ...]] = []
    for each in entry.elements("encoded", "content", "description", "summary"):
        if each.attributes.get("src"):
            continue
        parts = tuple(passages(each, paths)) if each.attributes.get("type") == "xhtml" else body(name, each, paths)
        if parts:
            found.append(parts)
    return found


def _is_markup(element: Element) -> bool:
    return element.attributes.get("type") in ("html", "xhtml") or "</" in element.text()


def _metadata(root: Element, entry: Element, provider: str | None) -> Metadata:
    return Metadata(
        format="Atom" if root.name in ("feed", "entry") else "RSS",
        id=entry.value("guid") or entry.value("id"),
        provider=entry.value("publisher") or (None if root is entry else provider),
        version=entry.value("updated"),
    )
