"""XML as a tree that knows where each of its characters stands; nothing in it is fetched, expanded or without bound.

The parser is Python's expat. It tells the byte of each event, from which columns follow; lxml tells lines at best.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from html.entities import html5
from xml.parsers import expat

from auditor.model import InputError
from auditor.readers.encoding import Decoded, decoded
from auditor.readers.pieces import MOST_PIECES, Piece

DEEPEST = 200
"""Elements within each other; news formats have some twenty."""

MOST_ELEMENTS = 300_000
"""Elements of a file: more would need more memory than a file of its size is worth."""

_XML_LANG = "http://www.w3.org/XML/1998/namespace lang"
_PROLOG = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*)*", re.DOTALL)
_ROOT = re.compile(r"<(?:(?P<prefix>[\w.-]+):)?(?P<name>[A-Za-z_][\w.-]*)(?P<rest>[^<>]*)")
_DECLARED = re.compile(rb"""^\s*<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]+)""")
_LONG = 200
"""Code points from which a piece is not joined to the one before it: it would be copied again and again."""

_NO_ATTRIBUTES: dict[str, str] = {}
"""Shared by all elements without some."""

_HEAD = 64_000
"""Characters in which the root element begins."""


@dataclass(slots=True, eq=False)
class Element:
    """An element: its local name, its namespace, its attributes, and what it holds, in order.

    ``start`` is where its start tag begins, ``inner`` where that ends, ``close`` where its end tag begins and ``end``
    where that ends, in code points of the file, where ``parse`` was asked for them; all but ``start`` are the same in
    an empty element.
    """

    name: str
    space: str
    attributes: dict[str, str]
    start: int
    parent: Element | None = field(repr=False)
    content: list[Element | Piece] = field(default_factory=list, repr=False)
    inner: int = 0
    close: int = 0
    end: int = 0

    def elements(self, *names: str) -> Iterator[Element]:
        """Yield the elements directly in it, those of ``names`` where some are given."""
        for each in self.content:
            if isinstance(each, Element) and (not names or each.name in names):
                yield each

    def first(self, *path: str) -> Element | None:
        """Return the first element that the names of ``path`` lead to."""
        if not path:
            return self
        for each in self.elements(path[0]):
            if (found := each.first(*path[1:])) is not None:
                return found
        return None

    def every(self, *names: str) -> Iterator[Element]:
        """Yield the elements of ``names`` at any depth, in the order of the file."""
        waiting = [self.elements()]
        while waiting:
            for each in waiting[-1]:
                if each.name in names:
                    yield each
                waiting.append(each.elements())
                break
            else:
                waiting.pop()

    def pieces(self, locator: str | None = None, *, left_out: Collection[str] = ()) -> Iterator[Piece]:
        """Yield all its characters, whatever elements they stand in but those ``left_out``; ``locator`` names them."""
        waiting = [iter(self.content)]
        while waiting:
            for each in waiting[-1]:
                if isinstance(each, Piece):
                    yield each if locator is None else Piece(each.text, each.start, each.end, locator)
                elif each.name not in left_out:
                    waiting.append(iter(each.content))
                    break
            else:
                waiting.pop()

    def text(self) -> str:
        """Return all its characters, white space joined."""
        return " ".join("".join(piece.text for piece in self.pieces()).split())

    def value(self, *path: str) -> str | None:
        """Return the text of the first element that ``path`` leads to; None where there is none or it is empty."""
        found = self.first(*path)
        return (found.text() or None) if found is not None else None

    def dismantle(self) -> None:
        """Let go of all that is in it, which nobody will ask for again: parents and children hold each other."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            waiting += element.elements()
            element.content = []

    @property
    def language(self) -> str | None:
        """The ``xml:lang`` that holds for it."""
        within: Element | None = self
        while within is not None:
            if told := within.attributes.get("xml:lang"):
                return told
            within = within.parent
        return None


class Paths:
    """XPaths of elements, with names but without namespaces: ``/newsItem/contentSet[1]/p[3]``."""

    def __init__(self) -> None:
        self._numbers: dict[int, dict[int, int]] = {}

    def of(self, element: Element) -> str:
        """Return the path of ``element``."""
        steps: list[str] = []
        while element.parent is not None:
            steps.append(f"{element.name}[{self._number(element.parent, element)}]")
            element = element.parent
        steps.append(element.name)
        return "/" + "/".join(reversed(steps))

    def _number(self, parent: Element, element: Element) -> int:
        known = self._numbers.get(id(parent))
        if known is None:
            seen: dict[str, int] = {}
            known = {}
            for each in parent.elements():
                seen[each.name] = known[id(each)] = seen.get(each.name, 0) + 1
            self._numbers[id(parent)] = known
        return known[id(element)]


def decode_xml(name: str, data: bytes) -> Decoded:
    """Return the text of an XML file and how it is written; raises ``InputError`` for bytes that are no text."""
    match = _DECLARED.match(data[:1000])
    return decoded(name, data, match[1].decode("ascii") if match else None)


def root_of(text: str) -> tuple[str, str, str] | None:
    """Return the root element's name, its namespace and its attributes as written; None where the text is no XML."""
    head = text[:_HEAD]
    prolog = _PROLOG.match(head)
    match = _ROOT.match(head, prolog.end() if prolog else 0)
    if not match:
        return None
    prefix = match["prefix"]
    declared = re.search(rf"""xmlns{f":{re.escape(prefix)}" if prefix else ""}\s*=\s*["']([^"']*)""", match["rest"])
    return match["name"], declared[1] if declared else "", match["rest"]


def parse(name: str, text: str, *, tags: bool = False) -> Element:
    """Return the root of the XML ``text``; ``name`` is for messages, ``tags`` asks for the places of tags.

    Raises ``InputError``, with the line, for what is no XML, declares entities or is larger than a file of stories.
    """
    reading = _Reading(name, text, tags)
    try:
        return reading.parsed()
    except expat.ExpatError as error:
        what = expat.errors.messages.get(error.code, "") or "not well-formed"
        raise InputError(f"{name}, line {error.lineno}: this is not XML ({what}); export it anew.") from None


class _Reading:
    """One pass over a file."""

    def __init__(self, name: str, text: str, tags: bool) -> None:
        self._name = name
        self._tags = tags
        self._literal = False
        self._bytes = text.encode("utf-8", "surrogatepass")
        self._ascii = len(self._bytes) == len(text)
        self._root: Element | None = None
        self._open: list[Element] = []
        self._names: dict[str, tuple[str, str]] = {}
        self._spaces: dict[str, str] = {}
        self._count = self._pieces = 0
        self._byte = 0
        self._offset = 0
        parser = expat.ParserCreate("utf-8", " ")
        parser.ordered_attributes = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = self._begin_literal
        parser.EndCdataSectionHandler = self._end_literal
        parser.EntityDeclHandler = self._declared
        parser.SkippedEntityHandler = self._skipped
        self._parser = parser

    def parsed(self) -> Element:
        self._parser.Parse(self._bytes, True)
        assert self._root is not None
        return self._root

    def _at(self, byte: int) -> int:
        """Return the code point that begins at ``byte``; what is asked for lies never far before what was."""
        if self._ascii:
            return byte
        if byte < self._byte:
            return self._offset - len(self._bytes[byte : self._byte].decode("utf-8", "surrogatepass"))
        self._offset += len(self._bytes[self._byte : byte].decode("utf-8", "surrogatepass"))
        self._byte = byte
        return self._offset

    def _start(self, qualified: str, attributes: list[str]) -> None:
        if len(self._open) >= DEEPEST:
            raise self._refused(f"has more than {DEEPEST} elements within each other")
        self._count += 1
        if self._count > MOST_ELEMENTS:
            raise self._refused(f"has more than {MOST_ELEMENTS:,} elements")
        space, name = self._name_of(qualified)
        named = {self._attribute(attributes[i]): attributes[i + 1] for i in range(0, len(attributes), 2)}
        given = named or _NO_ATTRIBUTES
        parent = self._open[-1] if self._open else None
        element = Element(name, space, given, 0, parent)
        if self._tags:
            at = self._parser.CurrentByteIndex
            element.start, element.inner = self._at(at), self._at(self._tag_end(at))
        if parent is None:
            self._root = element
        else:
            parent.content.append(element)
        self._open.append(element)

    def _name_of(self, qualified: str) -> tuple[str, str]:
        """Return a namespace and a name, the same ones wherever they stand."""
        known = self._names.get(qualified)
        if known is None:
            space, _, name = qualified.rpartition(" ")
            known = self._names[qualified] = (self._spaces.setdefault(space, space), name)
        return known

    def _attribute(self, qualified: str) -> str:
        return "xml:lang" if qualified == _XML_LANG else self._name_of(qualified)[1]

    def _tag_end(self, at: int) -> int:
        """Return where the tag ends that begins at the byte ``at``; a value may hold brackets."""
        while True:
            end = self._bytes.find(b">", at)
            quotes = [(self._bytes.find(mark, at, end), mark) for mark in (b'"', b"'")]
            opened = min((each for each in quotes if each[0] >= 0), default=None)
            if opened is None:
                return end + 1
            at = self._bytes.find(opened[1], opened[0] + 1) + 1

    def _end(self, _: str) -> None:
        element = self._open.pop()
        if not self._tags:
            return
        at = self._parser.CurrentByteIndex
        if self._bytes.startswith(b"</", at):
            element.close = self._at(at)
            element.end = self._at(self._bytes.find(b">", at) + 1)
        else:
            element.close = element.end = element.inner

    def _characters(self, text: str) -> None:
        at = self._parser.CurrentByteIndex
        raw = text.encode("utf-8", "surrogatepass")
        if not self._literal and self._bytes.startswith(b"&", at):
            end = self._bytes.find(b";", at) + 1
        elif self._bytes.startswith(raw, at):
            end = at + len(raw)
        else:  # a line end, which XML gives as a line feed
            end = at + (2 if self._bytes.startswith(b"\r\n", at) else 1)
        self._add(text, at, end)

    def _begin_literal(self) -> None:
        self._literal = True

    def _end_literal(self) -> None:
        self._literal = False

    def _add(self, text: str, start: int, end: int) -> None:
        content = self._open[-1].content
        first, last = self._at(start), self._at(end)
        before = content[-1] if content else None
        fits = isinstance(before, Piece) and before.end == first and before.whole and last - first == len(text)
        if isinstance(before, Piece) and fits and text[0] not in "\r\n" and len(before.text) < _LONG:
            content[-1] = Piece(before.text + text, before.start, last)
        else:
            self._pieces += 1
            if self._pieces > MOST_PIECES:
                raise self._refused(f"has more than {MOST_PIECES:,} lines and entities")
            content.append(Piece(text, first, last))

    def _declared(self, entity: str, *_: object) -> None:
        raise InputError(f"{self._where()}: the entity “{entity}” is declared there; write its text instead.")

    def _skipped(self, entity: str, _: object) -> None:
        """Take what HTML knows by the name of an entity that a DTD, which is not read, declares."""
        known = html5.get(f"{entity};")
        if known is None:
            raise InputError(f"{self._where()}: the entity “{entity}” is not known; write its text instead.")
        if self._open:
            at = self._parser.CurrentByteIndex
            self._add(known, at, self._bytes.find(b";", at) + 1)

    def _where(self) -> str:
        return f"{self._name}, line {self._parser.CurrentLineNumber}"

    def _refused(self, what: str) -> InputError:
        return InputError(f"{self._name} {what}, as no file of stories has; export the story anew.")
