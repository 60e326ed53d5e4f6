"""The running text of XML: which elements are paragraphs, headings and notes, in NITF and in XHTML alike."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model import Role
from auditor.readers.pieces import Part, Piece, joined
from auditor.readers.xml import Element, Paths


def _named(names: str, role: Role | None) -> dict[str, Role | None]:
    return dict.fromkeys(names.split(), role)


_BLOCKS: dict[str, Role | None] = {
    **_named("p div block blockquote section article body body.content pre bq main lede fn", None),
    **_named("li dt dd", Role.BODY),
    **_named("h1 h2 h3 h4 h5 h6 hl2", Role.CROSS_HEAD),
    **_named("byline", Role.BYLINE),
    **_named("dateline", Role.DATELINE),
    **_named("figcaption caption media-caption aside note tagline td th", Role.NOTE),
}
"""Elements that are passages of their own, and the role of what stands in them; None: told by its words."""

_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "head",
        "media",
        "media-reference",
        "media-metadata",
        "media-producer",
        "img",
        "figure",
        "nav",
        "footer",
        "form",
        "iframe",
        "svg",
        "object",
        "audio",
        "video",
        "picture",
    ]
)
"""What is no text of the story; captions are read wherever they stand."""

_CAPTIONS = frozenset(("media-caption", "figcaption"))
_CONTAINERS = frozenset(
    ["table", "tr", "tbody", "thead", "tfoot", "ul", "ol", "dl", "hr", "br", "main", "article", "section"]
)


def passages(element: Element, paths: Paths) -> Iterator[Part]:
    """Yield the passages in ``element``, in order, each with its XPath; what stands between elements is one too."""
    yield from _passages(element, _BLOCKS.get(element.name), paths)


def _passages(element: Element, role: Role | None, paths: Paths) -> Iterator[Part]:
    held: list[Piece] = []

    def ended() -> Iterator[Part]:
        pieces = joined(held)
        held.clear()
        if pieces:
            yield Part(role, pieces).at(paths.of(element))

    for each in element.content:
        if isinstance(each, Piece):
            held.append(each)
        elif each.name in _LEFT_OUT:
            for caption in each.every(*_CAPTIONS):
                yield from ended()
                yield from _passages(caption, Role.NOTE, paths)
        elif each.name == "br":
            held.append(Piece(" ", *_between(held)))
        elif each.name in _BLOCKS or each.name in _CONTAINERS or _holds_blocks(each):
            yield from ended()
            inner = _BLOCKS.get(each.name, role)
            yield from _passages(each, inner if inner is not None else _inherited(role), paths)
        else:
            held += each.pieces()
    yield from ended()


def _inherited(role: Role | None) -> Role | None:
    """Return the role that holds for a paragraph in an element of ``role``."""
    return role if role in (Role.NOTE, Role.BODY) else None


def _between(held: list[Piece]) -> tuple[int, int]:
    """Return a place for what an empty element stands for: where the text before it ends."""
    end = held[-1].end if held else 0
    return end, end


def _holds_blocks(element: Element) -> bool:
    return next(element.every(*_BLOCKS), None) is not None
