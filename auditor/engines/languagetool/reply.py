"""What LanguageTool answers, as values; its offsets turned from UTF-16 units into code points."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from auditor.model import Span

_LAST_OF_ONE_UNIT = "\uffff"
"""Characters after this one take two UTF-16 units."""


@dataclass(frozen=True, slots=True)
class Match:
    """One remark of LanguageTool, with all that its server says about it.

    ``span`` counts code points of the whole text that was asked about, markup included.
    """

    rule_id: str
    sub_id: str | None
    category_id: str
    category_name: str
    issue_type: str
    message: str
    short_message: str
    replacements: tuple[str, ...]
    span: Span
    url: str | None
    description: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """All remarks on a text, in reading order, and the software that made them (``LanguageTool 6.8``)."""

    matches: tuple[Match, ...]
    software: str


class CodePoints:
    """Turns offsets in UTF-16 units of ``text``, as Java counts, into code points, as Python does."""

    def __init__(self, text: str) -> None:
        self._starts: list[int] | None = None
        if text and max(text) > _LAST_OF_ONE_UNIT:
            self._starts = [0, *accumulate(1 + (character > _LAST_OF_ONE_UNIT) for character in text)]

    def of(self, units: int) -> int:
        """Return the code point at ``units``; inside a surrogate pair, the one after it."""
        return units if self._starts is None else bisect_left(self._starts, units)


def matches(reply: dict[str, Any], text: str, start: int) -> list[Match]:
    """Return the remarks in ``reply`` to ``text``, which begins at ``start`` of the whole."""
    points = CodePoints(text)
    return [_match(entry, points, start) for entry in reply["matches"]]


def _match(entry: dict[str, Any], points: CodePoints, start: int) -> Match:
    rule = entry["rule"]
    category = rule.get("category") or {}
    urls = rule.get("urls") or [{}]
    offset = entry["offset"]
    return Match(
        rule_id=rule["id"],
        sub_id=rule.get("subId"),
        category_id=category.get("id", ""),
        category_name=category.get("name", ""),
        issue_type=rule.get("issueType", ""),
        message=entry["message"],
        short_message=entry.get("shortMessage", ""),
        replacements=tuple(replacement["value"] for replacement in entry.get("replacements", ())),
        span=Span(start + points.of(offset), start + points.of(offset + entry["length"])),
        url=urls[0].get("value"),
        description=rule.get("description", ""),
        tags=tuple(rule.get("tags", ())),
    )
