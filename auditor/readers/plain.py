"""Plain text."""

from __future__ import annotations

from auditor.model import Document, InputError
from auditor.readers.encoding import decode
from auditor.segmentation import document_from_text


def read_plain(name: str, data: bytes, language: str | None) -> Document:
    """Return the story in the bytes of a plain text file.

    Raises ``InputError`` for bytes that are no text, and for a text without a word.
    """
    text = decode(name, data)
    if not text.strip():
        raise InputError(f"{name} is empty; give a file that holds a story.")
    return document_from_text(name, text, language=language)
