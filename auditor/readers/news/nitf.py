"""NITF (https://iptc.org/standards/nitf/), with the namespace or without."""

from __future__ import annotations

from auditor.model import Metadata, Role
from auditor.readers.filed import Holding, filed, told
from auditor.readers.news.agency import line, whole
from auditor.readers.news.flow import passages
from auditor.readers.pieces import Part
from auditor.readers.xml import Element, Paths, parse


def read_nitf(name: str, text: str, stated: str | None) -> Holding:
    """Return the story; raises ``InputError`` where it has no text, and as ``parse`` does."""
    root = parse(name, text)
    parts = nitf_parts(root, Paths())
    language = root.attributes.get("baselang") or root.language
    holding = Holding((filed(name, text, parts, stated or language, _metadata(root)),))
    return told(name, holding, "holds no text of a story; give a file that has some.")


def nitf_parts(nitf: Element, paths: Paths) -> tuple[Part, ...]:
    """Return the story in an ``nitf`` element; without a body's headline, that of its head counts."""
    head = nitf.first("body", "body.head")
    hedline = (head.first("hedline", "hl1") or head.first("hedline")) if head is not None else None
    lines: tuple[Part, ...] = line(Role.HEADLINE, hedline or nitf.first("head", "title"), paths)
    if head is not None:
        under = [part for each in head.every("hl2") for part in line(Role.HEADLINE, each, paths)]
        lines = (
            *lines,
            *under,
            *line(Role.BYLINE, head.first("byline"), paths),
            *line(Role.DATELINE, head.first("dateline"), paths),
        )
    content = nitf.first("body", "body.content")
    end = nitf.first("body", "body.end")
    told_at_end = tuple(Part(part.role or Role.SIGN_OFF, part.pieces) for part in passages(end, paths)) if end else ()
    text = passages(content, paths) if content is not None else ()
    return (*whole(lines, tuple(text)), *told_at_end)


def _metadata(nitf: Element) -> Metadata:
    def given(attribute: str, *path: str) -> str | None:
        found = nitf.first("head", "docdata", *path)
        return found.attributes.get(attribute) if found is not None else None

    rights = next(nitf.every("doc.rights"), None)
    return Metadata(
        format="NITF",
        id=given("id-string", "doc-id"),
        provider=(rights.attributes.get("provider") if rights is not None else None) or given("regsrc", "doc-id"),
        slug=given("key", "du-key"),
        version=given("version", "du-key"),
        embargo=_embargo(nitf),
    )


def _embargo(nitf: Element) -> str | None:
    """Return when the story is to be released, where that is not when it was issued."""
    data = nitf.first("head", "docdata")
    if data is None:
        return None
    dates = {each.name: each.attributes.get("norm", "") for each in data.elements("date.release", "date.issue")}
    release = dates.get("date.release")
    return release if release and release != dates.get("date.issue", "") else None
