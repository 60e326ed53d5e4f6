"""Which reader is set up: a file of a language model, known by its name and its SHA-256."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
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
    """Return the folder of readers in the user's cache; it need not exist."""
    return cache() / "readers"


def installed() -> bool:
    """Tell whether a reader is set up; looks for its note alone."""
    return _note().is_file()


def found() -> Installed | None:
    """Return the reader that is set up, or None; raises ``CheckUnavailable`` where its file is not what it was."""
    try:
        with _note().open("rb") as file:
            known = json.loads(file.read(_MOST))
        noted = Installed(**{**known, "mark": tuple(known["mark"])})
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        raise CheckUnavailable(f"The note of the reader, {_note()}, cannot be read.", SET_UP) from None
    path = Path(noted.path)
    try:
        if mark(path) == noted.mark:
            return noted
        if digest(path) == noted.digest:
            return note(noted.name, path, noted.digest, bilingual=noted.bilingual)
    except OSError as error:
        raise CheckUnavailable(f"The reader {path} cannot be read ({error.strerror}).", SET_UP) from None
    raise CheckUnavailable(f"The reader {path} is no longer the file that was set up.", SET_UP)


def note(name: str, path: Path, digest: str, *, bilingual: bool) -> Installed:
    """Make the file at ``path`` the reader from now on; raises ``OSError``."""
    noted = Installed(name, str(path), digest, bilingual, mark(path))
    folder().mkdir(parents=True, exist_ok=True)
    replace_file(_note(), json.dumps(asdict(noted)).encode())
    return noted


def digest(path: Path) -> str:
    """Return the SHA-256 of the file at ``path``."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def mark(path: Path) -> tuple[int, ...]:
    """Return by what the file at ``path`` shows that it was not touched."""
    return stamp(path.stat())


def _note() -> Path:
    return folder() / "reader.json"
