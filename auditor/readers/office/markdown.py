"""Markdown, as far as prose goes: headings, paragraphs, lists and quotations; code and tables are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Metadata, Role
from auditor.readers.filed import Holding, filed, told
from auditor.readers.html.characters import characters
from auditor.readers.pieces import Part, Piece, bounded, joined

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})(?=[ \t]|$)")
_UNDERLINE = re.compile(r" {0,3}(?:(=+)|-{3,})[ \t]*$")
_RULE = re.compile(r" {0,3}(?:[-*_][ \t]*+){3,}+$")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+")
_QUOTE = re.compile(r" {0,3}(?:>[ ]?)+")
_TABLE = re.compile(r"[ \t]*\|")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:\s")
_FIELD = re.compile(r"(?P<name>[A-Za-z_-]+):[ \t]*[\"']?(?P<value>[^\"']*)")

_INLINE = re.compile(
    r"""(?P<escape>\\[!-/:-@\[-`{-~])|(?P<code>`+)|(?P<image>!\[[^\]\[\n]{0,500}\]\([^)\n]{0,2000}\))
    |(?P<link>\[(?P<label>[^\]\[\n]{0,1000})\](?:\([^)\n]{0,2000}\)|\[[^\]\n]{0,200}\]))
    |(?P<tag></?[A-Za-z][^<>\n]{0,1000}>)
    |(?P<strong>\*{1,3}|~~|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w))""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A line or what of it counts: where it stands in the file."""

    start: int
    end: int


def read_markdown(name: str, text: str, stated: str | None) -> Holding:
    """Return the story; front matter says its title and its language. Raises ``InputError`` where there is none."""
    fields, begin = _front_matter(text)
    parts = list(_parts(text, begin))
    if "title" in fields and not any(part.role is Role.HEADLINE for part in parts):
        title = fields["title"]
        parts.insert(0, Part(Role.HEADLINE, joined([Piece(text[title.start : title.end], title.start, title.end)])))
    language = next((text[fields[k].start : fields[k].end] for k in ("lang", "language") if k in fields), None)
    slug = text[fields["slug"].start : fields["slug"].end] if "slug" in fields else None
    holding = Holding((filed(name, text, parts, stated or language, Metadata(format="Markdown", slug=slug)),))
    return told(name, holding, "holds no text of a story; give a file that has some.")


def _front_matter(text: str) -> tuple[dict[str, _Stretch], int]:
    """Return the simple fields between two lines of dashes at the top, and where the text begins."""
    first = _LINE.match(text)
    fields: dict[str, _Stretch] = {}
    if not first or first[0].strip() != "---":
        return fields, 0
    at = first.end()
    while (line := _LINE.match(text, at)) and line[0]:
        at = line.end()
        content = line[0].rstrip("\r\n")
        if content.strip() in ("---", "..."):
            return fields, at
        if found := _FIELD.match(content):
            start = line.start() + found.start("value")
            fields.setdefault(found["name"].lower(), _Stretch(start, start + len(found["value"].rstrip())))
    return {}, 0


def _parts(text: str, begin: int) -> Iterator[Part]:
    """Yield the blocks in the order of the file."""
    held: list[_Stretch] = []
    role: Role | None = None
    fence = ""
    headed = False
    at = begin
    while (line := _LINE.match(text, at)) and line[0]:
        at = line.end()
        content = line[0].rstrip("\r\n")
        here = _Stretch(line.start(), line.start() + len(content))
        opened = _FENCE.match(content)
        if fence or opened:
            yield from _block(text, held, role)
            held, role = [], None
            closes = fence and opened and opened[1].startswith(fence)
            fence = "" if closes else fence or (opened[1] if opened else "")
            continue
        heading = _HEADING.match(content)
        under = _UNDERLINE.match(content) if held and role is None else None
        if heading or under:
            top = bool(heading and len(heading["marks"]) == 1) or bool(under and under[1])
            own = _Stretch(here.start + heading.end(), here.start + _heading_end(content)) if heading else None
            if heading:
                yield from _block(text, held, role)
            found = list(_block(text, [own] if own else held, Role.HEADLINE if top or not headed else Role.CROSS_HEAD))
            if found and headed:
                found = [Part(Role.CROSS_HEAD, part.pieces) for part in found]
            headed = headed or bool(found)
            yield from found
            held, role = [], None
            continue
        item = _ITEM.match(content)
        quote = _QUOTE.match(content)
        if not content.strip() or _RULE.match(content) or _TABLE.match(content) or _DEFINITION.match(content):
            yield from _block(text, held, role)
            held, role = [], None
        elif item or (quote and not held):
            yield from _block(text, held, role)
            mark = item or quote
            assert mark
            held, role = [_Stretch(here.start + mark.end(), here.end)], Role.BODY if item else None
        else:
            held.append(_Stretch(here.start + (quote.end() if quote else 0), here.end))
        headed = headed or bool(held and len(held) > 3)
    yield from _block(text, held, role)


def _heading_end(line: str) -> int:
    """Return where the words of a heading end, before the marks that may close it."""
    words = line.rstrip()
    bare = words.rstrip("#")
    return len(bare.rstrip()) if bare.endswith((" ", "\t")) else len(words)


def _block(text: str, lines: list[_Stretch], role: Role | None) -> Iterator[Part]:
    pieces: list[Piece] = []
    for line in lines:
        if pieces:
            pieces.append(Piece(" ", pieces[-1].end, line.start))
        pieces += bounded(_inline(text, line.start, line.end))
    if shown := joined(pieces):
        yield Part(role, shown)


def _inline(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield what a line shows: marks of emphasis, addresses of links, images and tags are left out."""
    at = start
    for match in _INLINE.finditer(text, start, end):
        if match.start() < at:
            continue
        yield from characters(text, at, match.start())
        if match["escape"]:
            yield Piece(match[0][1], match.start(), match.end())
        elif match["link"]:
            yield from _inline(text, *match.span("label"))
        at = match.end()
    yield from characters(text, at, end)
