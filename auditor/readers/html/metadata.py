"""What a page says of itself: its headline where no heading has it, its language, its encoding."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from auditor.readers.html.characters import characters
from auditor.readers.html.tokens import Raw, Stretch, Tag, tokens
from auditor.readers.pieces import Piece

_TAG_OF_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
"""BCP 47, as far as pages use it."""

HEAD_BYTES = 4096
"""Where a page says what it is; the standard looks at fewer for the encoding."""

_ENCODING = re.compile(
    rb"""<(?:meta\b[^>]{0,500}?\bcharset|\?xml\b[^>]{0,100}?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_GENERATOR = re.compile(rb"""<meta name="generator" content="auditor\b""")


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the beginning of a page names, in ``meta`` or an XML declaration."""
    match = _ENCODING.search(data[:HEAD_BYTES])
    return match[1].decode("ascii") if match else None


def is_own_page(data: bytes) -> bool:
    """Tell whether a file is a page that the auditor wrote itself."""
    return bool(_GENERATOR.search(data[:HEAD_BYTES]))


def language(file: str) -> str | None:
    """Return the language of the ``html`` element, a BCP 47 tag, or None."""
    for token in tokens(file):
        if isinstance(token, Tag) and token.name == "html" and not token.closing:
            value = token.attributes(file).get("lang")
            tag = file[value.start : value.end].strip() if value else ""
            return tag if _TAG_OF_LANGUAGE.fullmatch(tag) else None
        if isinstance(token, Tag):
            return None
    return None


def headline(file: str) -> tuple[Piece, ...]:
    """Return the headline in the page's metadata: of its JSON-LD, else ``og:title``, else ``title``; empty for none."""
    found: dict[str, tuple[Piece, ...]] = {}
    kind = ""
    for token in tokens(file):
        if isinstance(token, Tag):
            kind = _read_tag(token, file, found)
        elif isinstance(token, Raw) and kind == "title":
            found.setdefault("title", tuple(characters(file, token.start, token.end)))
        elif isinstance(token, Raw) and kind == "linked" and (told := _headline_of(file[token.start : token.end])):
            found.setdefault("linked", (Piece(told, token.start, token.end),))
    return next((found[name] for name in ("linked", "og:title", "title") if name in found), ())


def _read_tag(tag: Tag, file: str, found: dict[str, tuple[Piece, ...]]) -> str:
    """Take ``og:title``; return what kind of headline the content of the element would be, empty for none."""
    if tag.name == "title" and not tag.closing:
        return "title"
    if tag.name not in ("meta", "script") or tag.closing:
        return ""
    values = tag.attributes(file)
    if tag.name == "script":
        return "linked" if _value(values, "type", file) == "application/ld+json" else ""
    if "content" in values and "og:title" in (_value(values, "property", file), _value(values, "name", file)):
        found.setdefault("og:title", tuple(characters(file, values["content"].start, values["content"].end)))
    return ""


def _value(values: Mapping[str, Stretch], name: str, file: str) -> str:
    return file[values[name].start : values[name].end].strip().lower() if name in values else ""


def _headline_of(script: str) -> str:
    """Return the headline of an article in JSON-LD (https://schema.org/NewsArticle), empty where there is none."""
    try:
        page = json.loads(script)
    except (ValueError, RecursionError):
        return ""
    for thing in _things(page):
        kinds = thing.get("@type")
        names = kinds if isinstance(kinds, list) else [kinds]
        told = thing.get("headline")
        if isinstance(told, str) and any(str(name).endswith(("Article", "Posting")) for name in names):
            plain = " ".join(html.unescape(told).split())
            return plain.encode("utf-8", "replace").decode()  # JSON may hold half a character
    return ""


def _things(page: Any) -> Iterator[dict[str, Any]]:
    for thing in page if isinstance(page, list) else [page]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (each for each in graph if isinstance(each, dict)) if isinstance(graph, list) else ()
