"""How characters are counted: code points here, UTF-16 units in Java; accents composed on the way there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import combining, is_normalized, normalize

_LAST_OF_ONE_UNIT = "\uffff"
"""Characters after this one take two UTF-16 units."""

_CLUSTER = re.compile(r"(?s).[\u0300-\u036f]*")
"""A character with its combining marks; the marks of the languages that a wire story quotes."""


def composed(text: str) -> str:
    """Return ``text`` with letters and their combining marks made one where Unicode can.

    LanguageTool's dictionaries know “é”, not “e” with a combining accent.
    """
    return "".join(sent for sent, _ in _clusters(text))


class WayBack:
    """Leads from an offset in what LanguageTool was sent, in UTF-16 units, to the text as it stands.

    ``runs`` are the pieces of the text, each of which was ``composed`` by itself; offsets lead to code
    points of their concatenation.
    """

    def __init__(self, runs: Iterable[str]) -> None:
        self._points = list(_points(runs))

    def __call__(self, units: int) -> int:
        """Return the code point at ``units``; inside a character, the one after it."""
        return self._points[units]


def _clusters(text: str) -> Iterator[tuple[str, int]]:
    """Yield each character as it is sent, with the number of code points that it stands for."""
    if is_normalized("NFC", text):
        yield from ((character, 1) for character in text)
        return
    for cluster in _CLUSTER.findall(text):
        sent = normalize("NFC", cluster) if combining(cluster[-1]) else cluster
        if len(sent) == 1:
            yield sent, len(cluster)
        else:
            yield from ((character, 1) for character in cluster)


def _points(runs: Iterable[str]) -> Iterator[int]:
    """Yield, for each UTF-16 unit that was sent and for the end, the code point where it comes from."""
    point = 0
    for run in runs:
        for sent, count in _clusters(run):
            yield point
            point += count
            if sent > _LAST_OF_ONE_UNIT:
                yield point
    yield point
