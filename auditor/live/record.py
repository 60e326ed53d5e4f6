"""The record of a review: who cleared which text, when, and what was done to it; one JSON beside the story."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from importlib import resources
from pathlib import Path
from typing import Any

from auditor.files import REVIEW, STORY, read_bytes, read_text
from auditor.model import InputError, Report, tool_version
from auditor.text.visible import json_text

SCHEMA = "auditor-review-1"
SUFFIX = ".review.json"


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return sha256(data).hexdigest()


def beside(story: Path) -> Path:
    """Return where the record of ``story`` lies."""
    return story.with_name(story.name + SUFFIX)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record."""
    path = resources.files("auditor") / "schema" / "review-1.schema.json"
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def estimate(report: Report) -> dict[str, Any]:
    """Return what a record keeps of a report: what was audited with, and what came of it."""
    return {
        "tool": tool_version(),
        "profile": report.profile,
        "verdict": report.verdict.outcome.value,
        "points": report.score.points,
        "quality": report.score.quality,
        "signature": report.score.signature,
    }


@dataclass(frozen=True, slots=True)
class Record:
    """A record as it was read: its file, the story that it is of, who reviewed it and when, and two digests."""

    path: Path
    story: str
    reviewer: str
    time: str
    cleared: bool
    before: str
    after: str

    def story_beside(self) -> Path:
        """Return the file of the story, beside the record."""
        return self.path.with_name(Path(self.story).name)

    def told(self, data: bytes) -> tuple[bool, str]:
        """Tell whether ``data`` is the text that was reviewed, and in a sentence what it is."""
        found = digest(data)
        who = f"{self.reviewer} {'cleared' if self.cleared else 'reviewed'} this text on {self.time}"
        if found == self.after:
            return True, f"{who}."
        if found == self.before:
            return (
                False,
                f"This is the text as it was before the review by {self.reviewer} on {self.time}; take the other.",
            )
        return False, f"The text was changed after the review by {self.reviewer} on {self.time}; review it anew."


def dump(record: dict[str, Any]) -> str:
    """Return the text of a record's file."""
    return json_text({"schema": SCHEMA, **record}, indent=2) + "\n"


def load(path: Path) -> Record:
    """Return the record in the file at ``path``; raises ``InputError`` where it holds none."""
    try:
        page = json.loads(read_text(path, REVIEW))
        if page["schema"] != SCHEMA:
            raise InputError(
                f"The record {path} is of the form “{page['schema']}”, not {SCHEMA}; review the story anew."
            )
        return Record(
            path=path,
            story=_text(page["story"]),
            reviewer=_text(page["reviewer"]),
            time=_text(page["time"]),
            cleared=page["cleared"] is True,
            before=_text(page["before"]["sha256"]),
            after=_text(page["after"]["sha256"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise InputError(f"{path} is no record of a review; give one that auditor review or the page wrote.") from None


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError("a text is missing")
    return value


def verified(path: Path, story: Path | None) -> tuple[bool, str]:
    """Tell whether the record at ``path`` belongs to ``story``, by default the one beside it, and why.

    Raises ``InputError`` where one of them cannot be read.
    """
    record = load(path)
    return record.told(read_bytes(story or record.story_beside(), STORY))
