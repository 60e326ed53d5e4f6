"""What a page calls a story."""

from __future__ import annotations

from pathlib import PurePath

from auditor.model import Document


def heading(document: Document) -> str:
    """Return the story's headline, or the name of its file where it has none."""
    return document.headline() or PurePath(document.label).name or document.label
