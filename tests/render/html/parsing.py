"""A page taken apart with the standard library, for tests that need no browser."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

VOID = {"meta", "input", "br", "hr", "img", "link"}


@dataclass
class Element:
    """One element: its tag, attributes, children and text in order."""

    tag: str
    attributes: dict[str, str | None]
    content: list[Element | str] = field(default_factory=list)

    def all(self) -> list[Element]:
        """This element and all below it, in document order."""
        below = [each for child in self.content if isinstance(child, Element) for each in child.all()]
        return [self, *below]

    def find(self, tag: str = "", **attributes: str) -> list[Element]:
        """The elements below with this tag, whose attributes hold these words."""
        return [
            each
            for each in self.all()[1:]
            if (not tag or each.tag == tag)
            and all(value in (each.attributes.get(name) or "").split() for name, value in attributes.items())
        ]

    def by_id(self, name: str) -> Element:
        """The one element with this id."""
        (found,) = [each for each in self.all() if each.attributes.get("id") == name]
        return found

    @property
    def text(self) -> str:
        """All text within, as read."""
        return "".join(child if isinstance(child, str) else child.text for child in self.content)

    @property
    def prose(self) -> str:
        """The text without what is there for the ear alone or counts the sentences."""
        hidden = ("vh", "num", "role")
        return "".join(
            child if isinstance(child, str) else child.prose
            for child in self.content
            if isinstance(child, str) or not set(hidden) & set((child.attributes.get("class") or "").split())
        )


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#document", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, dict(attrs))
        self._open[-1].content.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].content.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def parse(html: str) -> Element:
    """The page as a tree; fails where a tag does not close as it opened."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    assert len(builder._open) == 1, f"left open: {builder._open[-1].tag}"
    return builder.root


def data(page: Element) -> dict[str, Any]:
    """What the page's script reads."""
    return json.loads(page.by_id("data").text)
