"""What LanguageTool answers, as values."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import Any

from auditor.engines.languagetool.annotation import Request
from auditor.engines.languagetool.characters import WayBack
from auditor.model import Span


@dataclass(frozen=True, slots=True)
class Match:
    """One remark of LanguageTool, with all that its server says about it.

    ``span`` counts code points of what was asked about, markup included.
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


def matches(reply: dict[str, Any], request: Request) -> list[tuple[Match, ...]]:
    """Return the remarks in ``reply``, the JSON that answered ``request``, on each of its paragraphs.

    Their spans count code points of the paragraph.
    """
    back = request.way_back()
    shares: list[list[Match]] = [[] for _ in request.paragraphs]
    for match in (_match(entry, back) for entry in reply["matches"]):
        index = bisect_right(request.starts, match.span.start) - 1
        shares[index].append(replace(match, span=match.span.shift(-request.starts[index])))
    return [tuple(share) for share in shares]


def _match(entry: dict[str, Any], back: WayBack) -> Match:
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
        span=Span(back(offset), back(offset + entry["length"])),
        url=urls[0].get("value"),
        description=rule.get("description", ""),
        tags=tuple(rule.get("tags", ())),
    )
