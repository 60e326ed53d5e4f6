"""The telegraph's formats, which agencies still feed: IPTC 7901 and ANPA 1312.

Both are control characters around lines that are wrapped by hand: see https://iptc.org/standards/iptc-7901/. A file may
hold several messages one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.model import Metadata, Role, Span
from auditor.readers.encoding import Decoded, decoded, refuse_controls
from auditor.readers.filed import Filed, Holding, filed, told
from auditor.readers.pieces import Layered, Part, Piece, joined
from auditor.readers.unwrapping import unwrapped
from auditor.segmentation.furniture import role_of_line
from auditor.segmentation.lines import lines

_ANPA = re.compile(rb"\s*\x16+\x01")
_IPTC = re.compile(rb"[\s\x00]*\x01?[\r\n]*\x01")

_HEADER = re.compile(r"\x01\s*(?P<source>[^\W\d_]*)(?P<number>\d*) +(?P<rest>[^\r\n]*)")
_ANPA_HEADER = re.compile(r"\x16*\x01(?P<service>\w)(?P<number>\d{4})\x1f?(?P<slug>[^\r\n]*)")
_ANPA_TEXT = re.compile(r"\x02|(?<=[\r\n])(?=\^)")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_INDENTED = 2
"""Indented lines from which these begin the paragraphs."""

_LONG_LINE = 45
"""Characters of a line that was wrapped, at least: agencies use 60 to 70."""

_TYPED = re.compile(r"``|''|(?<= )_(?= )")
_BYLINE = re.compile(r"(?:by|von|par|por)\s", re.IGNORECASE)
_KEYWORDS = re.compile(r"[A-Z]{2}-{1,2}\S|\*\d|.{0,80},\s?\d{2,4}$")
_NOTE_WORDS = 2
"""Words of a line in capitals that is no headline: EXTRA, REFILE, 1ST LEAD."""

_MEANT = {"``": "“", "''": "”", "_": "—"}


def is_anpa(data: bytes) -> bool:
    """Tell whether the bytes of a file begin as ANPA 1312 does."""
    return bool(_ANPA.match(data[:200]))


def is_iptc(data: bytes) -> bool:
    """Tell whether the bytes of a file begin as IPTC 7901 does."""
    return bool(_IPTC.match(data[:200])) and b"\x02" in data[:4000]


def decode_wire(name: str, data: bytes) -> Decoded:
    """Return the text of a message and how it is written; raises ``InputError`` for what is none."""
    return decoded(name, data.replace(b"\0", b" "))


def read_iptc(name: str, text: str, stated: str | None) -> Holding:
    """Return the messages of IPTC 7901; raises ``InputError`` where none has a text."""
    stories: list[Filed] = []
    spans = list(_messages(text, "\x01"))
    for number, (start, end) in enumerate(spans, 1):
        begin = text.find("\x02", start, end)
        if begin < 0:
            continue
        stop = text.find("\x03", begin, end)
        stop = end if stop < 0 else stop
        parts = list(_text(text, begin + 1, stop, typed=False))
        header = _HEADER.match(text, start, begin)
        fields = header["rest"].split() if header else []
        metadata = Metadata(
            format="IPTC 7901",
            id=f"{header['source']}{header['number']}" if header else None,
            provider=(header["source"] or None) if header else None,
            slug=" ".join(fields[3:]) or _slug(text, start, begin),
        )
        stories.append(filed(name, text, _headed(name, parts), stated, metadata, _numbered(number, spans)))
    return told(name, Holding(tuple(stories)), "holds no message with text; give one that has some.")


def read_anpa(name: str, text: str, stated: str | None) -> Holding:
    """Return the messages of ANPA 1312; raises ``InputError`` where none has a text."""
    stories: list[Filed] = []
    spans = list(_messages(text, "\x01"))
    for number, (start, end) in enumerate(spans, 1):
        begin = _ANPA_TEXT.search(text, start, end)
        if not begin:
            continue
        stop = text.find("\x03", begin.end(), end)
        stop = end if stop < 0 else stop
        header = _ANPA_HEADER.match(text, start)
        parts = list(_text(text, begin.end(), stop, typed=True))
        metadata = Metadata(
            format="ANPA 1312",
            id=header["service"] + header["number"] if header else None,
            slug=(_CONTROL.sub(" ", header["slug"]).strip() or None) if header else None,
        )
        stories.append(filed(name, text, _headed(name, parts), stated, metadata, _numbered(number, spans)))
    return told(name, Holding(tuple(stories)), "holds no message with text; give one that has some.")


def _messages(text: str, mark: str) -> Iterator[tuple[int, int]]:
    """Yield where each message begins and ends: each begins with ``mark``."""
    at = text.find(mark)
    while at >= 0:
        after = text.find(mark, at + 1)
        while after == at + 1 or (after >= 0 and not text[at + 1 : after].strip()):
            at, after = after, text.find(mark, after + 1)
        yield at, len(text) if after < 0 else after
        at = after


def _numbered(number: int, messages: list[tuple[int, int]]) -> str | None:
    return str(number) if len(messages) > 1 else None


def _slug(text: str, start: int, begin: int) -> str | None:
    lines = [line.strip() for line in _CONTROL.sub(" ", text[start:begin]).splitlines()[1:]]
    return next((line for line in lines if line), None)


def _text(text: str, start: int, stop: int, *, typed: bool) -> Iterator[Part]:
    """Yield the paragraphs: control characters are nothing, typed quotation marks those that are meant.

    Where paragraphs are indented, a line that stands flush goes on with a long one before it.
    """
    layered = Layered(_pieces(text, start, stop, typed=typed))
    found = list(lines(layered.text))
    if sum(line.indent > 0 for line in found) < _INDENTED:
        yield from unwrapped(layered)
        return
    held: Span | None = None
    last = 0
    for line in found:
        content = line.span.of(layered.text)
        goes_on = held is not None and not line.indent and not line.gap and last >= _LONG_LINE
        if held is not None and goes_on and role_of_line(content) is None and not content.startswith("^"):
            held = Span(held.start, line.span.end)
        else:
            yield from _part(layered, held)
            held = line.span
        last = len(line.span) if line.indent or goes_on else 0
    yield from _part(layered, held)


def _part(layered: Layered, span: Span | None) -> Iterator[Part]:
    if span is not None and (found := joined(layered.slice(span.start, span.end))):
        yield Part(None, found)


def _pieces(text: str, start: int, stop: int, *, typed: bool) -> Iterator[Piece]:
    at = start
    marks = [*_CONTROL.finditer(text, start, stop), *(_TYPED.finditer(text, start, stop) if typed else ())]
    for match in sorted(marks, key=lambda each: each.start()):
        if match.start() < at:
            continue
        if at < match.start():
            yield Piece(text[at : match.start()], at, match.start())
        if match[0] in _MEANT:
            yield Piece(_MEANT[match[0]], match.start(), match.end())
        at = match.end()
    if at < stop:
        yield Piece(text[at:stop], at, stop)


def _headed(name: str, parts: list[Part]) -> list[Part]:
    """Return ``parts`` with the lines before the text as headlines, without the marks that end them."""
    shown: list[Part] = []
    for index, part in enumerate(parts):
        refuse_controls(name, part.text)
        words = part.text
        marked = words.startswith("^") or words.endswith((" =", "=", "<"))
        if index < 5 and (marked or (index == 0 and not words.endswith("."))):
            kept = _within(part, len(words) - len(words.lstrip("^")), len(words.rstrip("=< ")))
            shown += [Part(_role_above("".join(piece.text for piece in kept)), kept)] if kept else []
        elif words.startswith("^"):
            shown.append(Part(Role.CROSS_HEAD, _within(part, 1, len(words.rstrip("=<")))))
        else:
            shown.append(part)
    return shown


def _role_above(line: str) -> Role:
    """Return the role of a line above the text: agencies put keywords, notes and the byline there too."""
    if _BYLINE.match(line):
        return Role.BYLINE
    if _KEYWORDS.match(line):
        return Role.SLUG
    return Role.NOTE if line.isupper() and len(line.split()) <= _NOTE_WORDS else Role.HEADLINE


def _within(part: Part, start: int, end: int) -> tuple[Piece, ...]:
    """Return the pieces of the characters ``start`` to ``end`` of ``part``."""
    kept: list[Piece] = []
    at = 0
    for piece in part.pieces:
        size = len(piece.text)
        if start < at + size and at < end:
            kept.append(piece.cut(max(start - at, 0), end - at))
        at += size
    return joined(kept)
