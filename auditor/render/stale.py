"""What of a translation is stale, as JSON and in words; the fields of the JSON are described in docs/stale.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from auditor.model import Change, Document, Fact, Passage, Span, Staleness, Standing, tool_version
from auditor.render.tool import NAME
from auditor.text.visible import json_text

STALE_VERSION = "1.0"
"""Major: fields changed or left; minor: fields were added."""

_COUNTED = {
    Standing.STALE: ("passage is stale", "passages are stale"),
    Standing.ADD: ("passage is to be added", "passages are to be added"),
    Standing.REMOVE: ("passage is to go", "passages are to go"),
    Standing.REWORDED: ("was only reworded", "were only reworded"),
}

_SAID = {
    Fact.MORE: "the source says more now: “{after}”",
    Fact.LESS: "the source no longer says “{before}”",
}

_NAMED = {
    Fact.FIGURE: "figure",
    Fact.DATE: "day or month",
    Fact.NAME: "name",
    Fact.BOUND: "limit",
    Fact.DENIAL: "denial",
    Fact.DIRECTION: "direction",
    Fact.WORD: "word",
}


def render(told: Staleness) -> str:
    """Return ``told`` as JSON text; places are those of the story's file."""
    page = {
        "stale_version": STALE_VERSION,
        "tool": {"name": NAME, "version": tool_version()},
        "story": told.target.label,
        "old_source": told.old.label,
        "new_source": told.new.label,
        "source_language": told.language,
        "stale": bool(told.due),
        "counts": {standing.value: told.count(standing) for standing in Standing},
        "passages": [_passage(passage, told.target) for passage in told.passages],
    }
    return json_text(page, indent=2) + "\n"


def _passage(passage: Passage, story: Document) -> dict[str, Any]:
    return {
        "standing": passage.standing.value,
        "headline": passage.headline,
        "story": {"sentences": list(passage.target), "text": passage.ours},
        "old_source": {"sentences": list(passage.before), "text": passage.old},
        "new_source": {"sentences": list(passage.after), "text": passage.new},
        "changes": [_change(change, story) for change in passage.changes],
    }


def _change(change: Change, story: Document) -> dict[str, Any]:
    return {
        "fact": change.fact.value,
        "before": change.before,
        "after": change.after,
        "told": _place(change.told, story) if change.told else None,
    }


def _place(span: Span, story: Document) -> dict[str, Any]:
    there = story.place(span.start)
    return {"line": there.line, "column": there.column, "text": span.of(story.text)}


def in_words(change: Change) -> str:
    """Return what has changed, as a sentence without its full stop."""
    if change.fact in _SAID:
        return _SAID[change.fact].format(before=change.before, after=change.after)
    name = _NAMED[change.fact]
    if not change.before:
        return f"a {name} that is new: “{change.after}”"
    if not change.after:
        return f"a {name} that the source no longer has: “{change.before}”"
    return f"the {name} “{change.before}” is now “{change.after}”"


def summary(told: Staleness) -> str:
    """Return in a sentence what is to be done."""
    counts = [
        f"{number} {one if number == 1 else many}"
        for standing, (one, many) in _COUNTED.items()
        if (number := told.count(standing))
    ]
    return f"{_joined(counts)}." if counts else "Everything holds: the source is the same."


def _joined(parts: Iterable[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
