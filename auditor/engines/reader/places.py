"""Which reader is set up: a file of a language model, known by its name and its SHA-256."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from auditor.engines.cache import cache
from auditor.model import CheckUnavailable
from auditor.whole import replace_file, stamp

SET_UP = "Run “auditor setup --reader”."

_MOST = 1 << 16
"""Bytes of the largest note."""


@dataclass(frozen=True, slots=True)
class Installed:
    """The reader that was set up last.

    ``digest`` is the SHA-256 of the file at ``path``; ``mark`` says what the file looked like when that was worked out.
    ``bilingual``: it was made to read other languages than English, and so a translation beside its source.
    """

    name: str
    path: str
    digest: str
    bilingual: bool
    mark: tuple[int, ...]


def folder() -> Path:
    """Return the folder of readers in the user's cache; ``AUDITOR_READER_DIR`` moves it. It need not exist."""
    given = os.environ.get("AUDITOR_READER_DIR")
    return Path(given).absolute() if given else cache() / "readers"


def installed() -> bool:
    """Tell whether a reader is set up; looks for its note alone."""
    return _note().is_file()


def found() -> Installed | None:
    """Return the reader that is set up, or None; raises ``CheckUnavailable`` where its note cannot be read."""
    try:
        with _note().open("rb") as file:
            known = json.loads(file.read(_MOST))
        return Installed(**{**known, "mark": tuple(known["mark"])})
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        raise CheckUnavailable(f"The note of the reader, {_note()}, cannot be read.", SET_UP) from None


def verify(reader: Installed) -> None:
    """Raise ``CheckUnavailable`` where the file of ``reader`` is not what it was; it is read only if it was touched."""
    path = Path(reader.path)
    try:
        if mark(path) == reader.mark:
            return
        if digest(path) == reader.digest:
            with suppress(OSError):  # where that cannot be noted, the file is read again next time
                note(replace(reader, mark=mark(path)))
            return
    except OSError as error:
        raise CheckUnavailable(f"The reader {path} cannot be read ({error.strerror}).", SET_UP) from None
    raise CheckUnavailable(f"The reader {path} is no longer the file that was set up.", SET_UP)


def note(reader: Installed) -> Installed:
    """Make ``reader`` the one that is set up, and return it; raises ``OSError``."""
    folder().mkdir(parents=True, exist_ok=True)
    replace_file(_note(), json.dumps(asdict(reader)).encode())
    return reader


def digest(path: Path) -> str:
    """Return the SHA-256 of the file at ``path``."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def mark(path: Path) -> tuple[int, ...]:
    """Return by what the file at ``path`` shows that it was not touched."""
    return stamp(path.stat())


def _note() -> Path:
    return folder() / "reader.json"
