"""Offsets as JavaScript and its kin count them: in UTF-16 units."""

from __future__ import annotations

from bisect import bisect_left


class Units:
    """From offsets in code points of one text to offsets in UTF-16 units, and back."""

    def __init__(self, text: str) -> None:
        beyond = [] if text.isascii() else [at for at, character in enumerate(text) if character > "\uffff"]
        self._points = beyond
        self._units = [at + index for index, at in enumerate(beyond)]

    def of(self, offset: int) -> int:
        """Return the unit at which the code point at ``offset`` begins."""
        return offset + bisect_left(self._points, offset)

    def point(self, unit: int) -> int:
        """Return the code point that holds ``unit``, counted from the text's start."""
        return unit - bisect_left(self._units, unit)
