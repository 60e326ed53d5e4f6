"""Places of a text in the units of an editor: lines from 0, and UTF-16 units, bytes or code points in them."""

from __future__ import annotations

from lsprotocol import types

from auditor.model import Place
from auditor.segmentation.lines import plain_runs

_ENCODINGS = {
    types.PositionEncodingKind.Utf8: ("utf-8", 1),
    types.PositionEncodingKind.Utf16: ("utf-16-le", 2),
    types.PositionEncodingKind.Utf32: ("utf-32-le", 4),
}


class Positions:
    """The places of one text; ``units`` is what client and server have agreed to count."""

    def __init__(self, text: str, units: str = types.PositionEncodingKind.Utf16) -> None:
        self._lines = [run.span.of(text) for run in plain_runs(text)]
        self._encoding, self._size = _ENCODINGS[types.PositionEncodingKind(units)]

    def of(self, place: Place) -> types.Position:
        """Return where ``place`` stands in the text; one past the end is its end."""
        line = self._lines[place.line - 1] if place.line <= len(self._lines) else ""
        before = line[: place.column - 1]
        return types.Position(place.line - 1, len(before.encode(self._encoding, "surrogatepass")) // self._size)

    def whole(self) -> types.Range:
        """Return the range of the whole text."""
        last = self._lines[-1] if self._lines else ""
        place = Place(max(len(self._lines), 1), len(last.rstrip("\r\n")) + 1)
        end = types.Position(len(self._lines), 0) if last.endswith(("\n", "\r")) else self.of(place)
        return types.Range(types.Position(0, 0), end)
