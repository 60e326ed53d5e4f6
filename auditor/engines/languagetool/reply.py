"""What LanguageTool answers, as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from auditor.engines.languagetool.annotation import Request
from auditor.engines.languagetool.characters import WayBack
from auditor.model import Span


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


def matches(reply: dict[str, Any], request: Request) -> list[Match]:
    """Return the remarks in ``reply``, the JSON that answered ``request``."""
    back = request.way_back()
    return [_match(entry, back, request.start) for entry in reply["matches"]]


def _match(entry: dict[str, Any], back: WayBack, start: int) -> Match:
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
        span=Span(start + back(offset), start + back(offset + entry["length"])),
        url=urls[0].get("value"),
        description=rule.get("description", ""),
        tags=tuple(rule.get("tags", ())),
    )
