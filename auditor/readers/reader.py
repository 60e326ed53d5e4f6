"""The one door to a story in a file."""

from __future__ import annotations

import sys
from pathlib import Path

from auditor.model import Document, InputError
from auditor.readers.formats import format_of

STDIN = "-"

LIMIT_MB = 10
"""The largest file taken for one story, in MB (10**6 bytes): over a million words."""


def read(path: str | Path, *, language: str | None = None) -> Document:
    """Return the story in the file at ``path``; ``-`` is standard input.

    ``language`` is the BCP 47 tag of the text where it is known. Raises ``InputError`` for a file that
    is missing, unreadable, too large or empty, and for one that holds no story.
    """
    if str(path) == STDIN:
        name, suffix = "<stdin>", ""
        data = sys.stdin.buffer.read(LIMIT_MB * 10**6 + 1)
    else:
        name, suffix = str(path), Path(path).suffix
        data = _bytes_of(Path(path))
    if len(data) > LIMIT_MB * 10**6:
        raise InputError(f"{name} is larger than {LIMIT_MB} MB, too large for one story; split it.")
    known = format_of(suffix, data)
    return known.parse(name, known.decode(name, data).text, language)


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LIMIT_MB * 10**6 + 1)
    except IsADirectoryError:
        raise InputError(f"{path} is a folder; name a story in it.") from None
    except FileNotFoundError:
        raise InputError(f"{path} does not exist; check the name.") from None
    except PermissionError:
        raise InputError(f"{path} may not be read; change its permissions.") from None
    except OSError as error:
        reason = error.strerror or "unknown error"
        raise InputError(f"{path} cannot be read ({reason}); check its name or copy it.") from None
