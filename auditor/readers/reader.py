"""The one door to a story in a file."""

from __future__ import annotations

import sys
from pathlib import Path

from auditor.files import MB, STORY, read_bytes, too_large
from auditor.model import Document
from auditor.readers.formats import format_of

STDIN = "-"


def read(path: str | Path, *, language: str | None = None) -> Document:
    """Return the story in the file at ``path``; ``-`` is standard input.

    ``language`` is the BCP 47 tag of the text where it is known. Raises ``InputError`` for a file that
    is missing, unreadable, too large or empty, and for one that holds no story.
    """
    if str(path) == STDIN:
        name, suffix = "<stdin>", ""
        data = sys.stdin.buffer.read(STORY.most * MB + 1)
        if len(data) > STORY.most * MB:
            raise too_large(name, STORY)
    else:
        name, suffix = str(path), Path(path).suffix
        data = read_bytes(Path(path), STORY)
    known = format_of(suffix, data)
    return known.parse(name, known.decode(name, data).text, language)
