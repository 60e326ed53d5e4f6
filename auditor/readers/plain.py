"""Plain text."""

from __future__ import annotations

from auditor.model import Document, InputError
from auditor.segmentation import document_from_text


def read_plain(name: str, text: str, language: str | None) -> Document:
    """Return the story in the text of a plain text file; raises ``InputError`` for one without a word."""
    if not text.strip():
        raise InputError(f"{name} is empty; give a file that holds a story.")
    return document_from_text(name, text, language=language)
