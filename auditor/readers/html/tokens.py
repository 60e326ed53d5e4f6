"""HTML cut into tags, text and comments, each with its place in the file.

This is the tokenizer of the HTML standard as far as text asks
(https://html.spec.whatwg.org/multipage/parsing.html#tokenization). Like the standard's it takes any input: what is
cut short ends with the file. It looks at each character a fixed number of times, whatever the markup.

Python's ``html.parser`` would not do, though it tells where a tag begins. Up to Python 3.13.0 it reads markup in
titles and text areas, takes a comment that ends in ``--!>`` for text, and needs seconds for 24 kB of tags without an
end; later releases answer otherwise, and one page would have other findings from one Python to the next. Nor does it
tell where the value of an attribute stands. Parsers such as lxml tell lines at best.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_TAG = re.compile(
    r"""<(?P<closing>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<attributes>(?:[^=>]++|=\s*+"[^"]*+"|=\s*+'[^']*+'|=)*+)>"""
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s/>=][^\s/>=]*+)(?:\s*+=\s*+(?:"(?P<double>[^"]*+)"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]*+)))?"""
)
_COMMENT_END = re.compile(r"--!?>")
_CUT_SHORT = re.compile("</?[a-zA-Z]")
"""A tag that the file ends in, as it is not a whole one."""

_RAW_END = {
    name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes")
}
"""Elements whose content is no markup, and what ends them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The code points ``start`` up to, not including, ``end`` of the file's text."""

    start: int
    end: int


class Text(Stretch):
    """Characters between tags, in which entities count."""


class Comment(Stretch):
    """A whole comment with its marks."""


class Raw(Stretch):
    """The content of an element such as ``script``, which is no markup."""


@dataclass(frozen=True, slots=True)
class Tag(Stretch):
    """A start or end tag; ``name`` is in lower case, ``attributes`` stand in the file at ``inside``."""

    name: str
    closing: bool
    inside: Stretch

    def attributes(self, file: str) -> Mapping[str, Stretch]:
        """Return where the values stand in ``file``, by name in lower case; of two of a name the first counts."""
        found: dict[str, Stretch] = {}
        for match in _ATTRIBUTE.finditer(file, self.inside.start, self.inside.end):
            group = match.lastgroup or "name"
            value = Stretch(match.end(), match.end()) if group == "name" else Stretch(*match.span(group))
            found.setdefault(match["name"].lower(), value)
        return found


def tokens(file: str) -> Iterator[Text | Comment | Raw | Tag]:
    """Yield what ``file`` holds, in its order; declarations and processing instructions are left out."""
    at, text = 0, 0
    while (at := file.find("<", at)) >= 0:
        tag = _TAG.match(file, at)
        end = tag.end() if tag else _other_end(file, at)
        if end is None:  # a bracket in the text
            at += 1
            continue
        if text < at:
            yield Text(text, at)
        if tag:
            yield Tag(at, end, tag["name"].lower(), bool(tag["closing"]), Stretch(*tag.span("attributes")))
            if not tag["closing"] and (raw := _RAW_END.get(tag["name"].lower())):
                close = raw.search(file, end)
                yield Raw(end, close.start() if close else len(file))
                end = close.start() if close else len(file)
        elif file.startswith("<!--", at):
            yield Comment(at, end)
        at = text = end
    if text < len(file):
        yield Text(text, len(file))


def _other_end(file: str, at: int) -> int | None:
    """Return where that ends which begins at ``at`` and is no whole tag; None where it is text."""
    if file.startswith("<!--", at):
        close = _COMMENT_END.search(file, at + 2)
        return close.end() if close else len(file)
    if _CUT_SHORT.match(file, at):
        return len(file)
    if file.startswith(("<!", "<?", "</"), at) and at + 2 < len(file):
        return file.find(">", at) + 1 or len(file)
    return None
