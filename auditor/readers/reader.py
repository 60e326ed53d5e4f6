"""The one door to the stories in a file."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from auditor.files import MB, STORY, read_bytes, too_large
from auditor.model import Document, InputError
from auditor.readers.filed import Holding
from auditor.readers.formats import format_of

STDIN = "-"


def read_all(path: str | Path, *, language: str | None = None, input_format: str | None = None) -> Holding:
    """Return the stories in the file at ``path``; ``-`` is standard input.

    ``language`` is the BCP 47 tag of their text where it is known, ``input_format`` the id of the file's format, which
    its bytes tell else, or its name. Raises ``InputError`` for a file that is missing, unreadable, too large or empty,
    for one that is known and not read, and for one that holds no story.
    """
    if str(path) == STDIN:
        name = "<stdin>"
        data = sys.stdin.buffer.read(STORY.most * MB + 1)
        if len(data) > STORY.most * MB:
            raise too_large(name, STORY)
    else:
        name = str(path)
        data = read_bytes(Path(path), STORY)
    return held(name, data, language=language, input_format=input_format)


def held(name: str, data: bytes, *, language: str | None = None, input_format: str | None = None) -> Holding:
    """Return the stories in ``data``, the bytes of a file called ``name``; the rest is as for ``read_all``."""
    with _growing():
        return format_of(name, data, input_format).read(name, data, language)


@contextmanager
def _growing() -> Iterator[None]:
    """Let the block make many values, none of them garbage: to look for some would take half the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def read(path: str | Path, *, language: str | None = None) -> Document:
    """Return the one story in the file at ``path``; the parameters and errors are those of ``read_all``.

    Raises ``InputError`` for a file with several stories, too, and for one with a story and its source.
    """
    stories = read_all(path, language=language).stories
    if len(stories) > 1:
        raise InputError(f"{path} holds {len(stories)} stories; give a file with the one that is meant.")
    if stories[0].source is not None:
        raise InputError(f"{path} holds a translation with its source; give a file with the one text that is meant.")
    return stories[0].document
