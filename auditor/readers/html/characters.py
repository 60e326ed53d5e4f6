"""The characters that a stretch of HTML stands for: entities decoded, each with its place in the file."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from html.entities import html5

from auditor.readers.pieces import Piece

_REFERENCE = re.compile(r"&(?:#(?P<decimal>[0-9]++);?|#[xX](?P<hex>[0-9a-fA-F]++);?|(?P<name>[a-zA-Z][a-zA-Z0-9]*+;?))")
_MOST_DIGITS = 8
"""A number of more digits names no character; so long a one is not worth reading."""

_LONGEST_NAME = max(map(len, html5))


def characters(file: str, start: int, end: int) -> Iterator[Piece]:
    """Yield what stands in ``file`` from ``start`` to ``end``: stretches as they are, and each entity by itself.

    As in the standard, old names need no semicolon, and what names no character is text.
    """
    at = start
    for match in _REFERENCE.finditer(file, start, end):
        text, length = _decoded(match)
        if not length:
            continue
        if at < match.start():
            yield Piece(file[at : match.start()], at, match.start())
        at = match.start() + length
        if text:
            yield Piece(text, match.start(), at)
    if at < end:
        yield Piece(file[at:end], at, end)


def _decoded(match: re.Match[str]) -> tuple[str, int]:
    """Return what a reference stands for and its length in the file, 0 for none."""
    if match["name"]:
        return _named(match["name"][:_LONGEST_NAME])
    digits, base = (match["decimal"], 10) if match["decimal"] else (match["hex"], 16)
    number = int(digits.lstrip("0")[:_MOST_DIGITS] or "0", base)
    return html.unescape(f"&#{number};"), len(match[0])


def _named(name: str) -> tuple[str, int]:
    for size in range(len(name), 1, -1):
        if name[:size] in html5:
            return html5[name[:size]], size + 1
    return "", 0
