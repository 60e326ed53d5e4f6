"""The passages of a page, and which of them are the story.

What no reader takes for the story is left out: scripts, menus, footers, forms. Elements are closed as the HTML
standard has it where that decides what belongs together; no tree is built.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model import InputError
from auditor.readers.html.characters import characters
from auditor.readers.html.passage import Passage, PassageKind
from auditor.readers.html.tokens import Comment, Stretch, Tag, Text, tokens
from auditor.readers.pieces import Piece

_DEEPEST = 10_000
"""Elements within each other; browsers stop at 512, pages that forget to close some stay far below."""


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_BLOCKS = _names(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table "
    "tbody td tfoot th thead tr ul"
)
_VOID = _names("area base br col embed hr img input link meta param source track wbr")
_LEFT_OUT = _names(
    "audio button canvas datalist dialog footer map math menu nav noscript object search select svg template video"
)
"""Beside those whose content is no markup at all, such as ``script``."""

_ENDED_BY_NEXT = {
    "li": ("li",),
    "dt": ("dt", "dd"),
    "dd": ("dt", "dd"),
    "td": ("td", "th"),
    "th": ("td", "th"),
    "tr": ("td", "th", "tr"),
}
"""Elements whose end tag may be missing, and what their start ends."""

_LINKS = frozenset(("a", "time"))
"""A passage that holds nothing but these is no sentence of the story."""

_KINDS = {
    "h1": PassageKind.TITLE,
    **dict.fromkeys(("h2", "h3", "h4", "h5", "h6"), PassageKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), PassageKind.ITEM),
    **dict.fromkeys(("td", "th"), PassageKind.CELL),
    **dict.fromkeys(("aside", "caption", "figcaption"), PassageKind.NOTE),
    "address": PassageKind.BYLINE,
    "pre": PassageKind.PRESERVED,
}
_LANDMARKS = {
    "article": "article",
    "banner": "header",
    "complementary": "aside",
    "contentinfo": "footer",
    "dialog": "dialog",
    "alertdialog": "dialog",
    "main": "main",
    "navigation": "nav",
    "search": "search",
}
"""ARIA roles, and the elements that mean the same (https://www.w3.org/TR/html-aria/)."""

_TELLING = re.compile(r"\b(?:role|hidden|display)\b", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_DIRECTIVE = re.compile(r"<!--\s*auditor:")


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows: its passages in the order of the file, each with the number of its scope.

    Scope 0 is the page, every ``article`` and ``main`` another; ``parents`` holds for each the scope it stands in,
    which has a lower number.
    """

    passages: tuple[Passage, ...]
    parents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Element:
    """An open element, with what holds for the text in it."""

    name: str
    kind: PassageKind
    scope: int
    left_out: bool = False
    linked: bool = False
    banner: bool = False


def read_page(name: str, file: str) -> Page:
    """Return what the text of an HTML ``file`` shows; ``name`` is for the message.

    Raises ``InputError`` where elements stand in each other without end.
    """
    reading = _Reading(name, file)
    for token in tokens(file):
        reading.take(token)
    reading.end_passage()
    return Page(tuple(reading.passages), tuple(reading.parents))


class _Reading:
    """The state between two tokens: which elements are open, and the passage that is being gathered."""

    def __init__(self, name: str, file: str) -> None:
        self.passages: list[Passage] = []
        self.parents = [0]
        self._name = name
        self._file = file
        self._open = [_Element("", PassageKind.TEXT, 0)]
        self._count: Counter[str] = Counter()
        self._passage: Passage | None = None

    def take(self, token: Stretch) -> None:
        """Go on by one token."""
        if isinstance(token, Tag):
            self._take_tag(token)
        elif isinstance(token, Text):
            self._add(characters(self._file, token.start, token.end))
        elif isinstance(token, Comment) and _DIRECTIVE.match(self._file, token.start, token.end):
            # it stands before the passage that it is in, whatever is left out around it
            directive = Passage(PassageKind.DIRECTIVE, self._open[-1].scope)
            directive.add(Piece(self._file[token.start : token.end], token.start, token.end), linked=False)
            self.passages.append(directive)

    def end_passage(self) -> None:
        """Keep the passage, unless it shows nothing; what follows is another."""
        if self._passage is not None and self._passage.ended():
            self.passages.append(self._passage)
        self._passage = None

    def _add(self, pieces: Iterable[Piece]) -> None:
        within = self._open[-1]
        if within.left_out:
            return
        if self._passage is None:
            self._passage = Passage(within.kind, within.scope, within.banner)
        for piece in pieces:
            self._passage.add(piece, linked=within.linked)

    def _take_tag(self, tag: Tag) -> None:
        if tag.name in _BLOCKS:
            self.end_passage()
        if tag.name == "br" and self._passage is not None:
            if not self._open[-1].left_out:
                self._passage.end_line(tag.start, tag.end)
        elif tag.name == "q":
            self._add((Piece("”" if tag.closing else "“", tag.start, tag.end),))
        elif tag.closing:
            self._close(tag.name)
        elif tag.name not in _VOID:
            self._start(tag)

    def _start(self, tag: Tag) -> None:
        meaning, hidden = self._meaning(tag)
        if not self._open[-1].left_out:
            self._close_before(tag.name)
        within = self._open[-1]
        left_out = within.left_out or hidden or meaning in _LEFT_OUT or (meaning == "form" and within.scope > 0)
        if left_out or tag.name in _BLOCKS or tag.name in _LINKS:
            self._push(self._element(tag.name, meaning, within, left_out))

    def _close_before(self, name: str) -> None:
        """Close what the start of another element ends."""
        if name in _BLOCKS:
            self._close("p")
        while self._open[-1].name in _ENDED_BY_NEXT.get(name, ()):
            self._pop()
        if name == "a":
            self._close("a")

    def _element(self, name: str, meaning: str, within: _Element, left_out: bool) -> _Element:
        scope = within.scope
        if meaning in ("article", "main") and not left_out:
            scope = len(self.parents)
            self.parents.append(within.scope)
        kind = within.kind
        if kind is not PassageKind.NOTE:
            kind = PassageKind.TEXT if name == "p" and kind is PassageKind.CELL else _KINDS.get(meaning, kind)
        banner = within.banner or (meaning == "header" and scope == 0)
        return _Element(name, kind, scope, left_out, within.linked or name in _LINKS, banner)

    def _meaning(self, tag: Tag) -> tuple[str, bool]:
        """Return the element that a start tag means, by its ARIA role where it has one, and whether it is hidden."""
        if not _TELLING.search(self._file, tag.inside.start, tag.inside.end):
            return tag.name, False
        values = {name: self._file[at.start : at.end] for name, at in tag.attributes(self._file).items()}
        hidden = "hidden" in values or bool(_HIDDEN.search(values.get("style", "")))
        return _LANDMARKS.get(values.get("role", "").strip().lower(), tag.name), hidden

    def _push(self, element: _Element) -> None:
        if len(self._open) > _DEEPEST:
            raise InputError(
                f"{self._name} has more than {_DEEPEST:,} elements within each other, as no story has; "
                "save its text as plain text."
            )
        self._open.append(element)
        self._count[element.name] += 1

    def _close(self, name: str) -> None:
        """Close the innermost open element of this name with all that it holds; without one, nothing."""
        while self._count[name]:
            if self._pop() == name:
                return

    def _pop(self) -> str:
        name = self._open.pop().name
        self._count[name] -= 1
        if name in _BLOCKS:
            self.end_passage()
        return name
