"""Which reader is set up: a file of a language model, known by its name and its SHA-256."""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from auditor.engines.cache import cache, open_to_others
from auditor.engines.reader.lock import known
from auditor.model import CheckUnavailable
from auditor.whole import replace_file, stamp

SET_UP = "Set it up again with “auditor setup --reader”, or audit with --no-reader."

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
    """Return the reader that is set up, or None.

    Raises ``CheckUnavailable`` where its note cannot be read, or others could have written it.
    """
    if open_to_others(folder()):
        raise CheckUnavailable(
            f"Others may write in {folder()}, and so change what is read.",
            "Take that right from them, or audit with --no-reader.",
        )
    try:
        with _note().open("rb") as file:
            known = json.loads(file.read(_MOST))
        return Installed(**{**known, "mark": tuple(known["mark"])})
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        raise CheckUnavailable(f"The note of the reader, {_note()}, cannot be read.", SET_UP) from None


def verify(reader: Installed) -> None:
    """Raise ``CheckUnavailable`` where the file of ``reader`` is not what it was.

    One that was touched, or that a cache has brought back with its note, is read anew and held to its lock; of a file
    of the user's own nobody but the user knows what it should be.
    """
    path = Path(reader.path)
    locked = known().get(reader.name)
    try:
        if mark(path) == reader.mark:
            return
        if locked and reader.digest == locked.sha256 == digest(path):
            with suppress(OSError):  # where that cannot be noted, the file is read again next time
                note(replace(reader, mark=mark(path)))
            return
    except OSError as error:
        raise CheckUnavailable(f"The reader {path} cannot be read ({error.strerror}).", SET_UP) from None
    raise CheckUnavailable(f"The reader {path} was touched since it was set up.", SET_UP)


def make_folder() -> None:
    """Make the folder of readers, for this user alone; raises ``OSError``."""
    folder().mkdir(mode=0o700, parents=True, exist_ok=True)


def note(reader: Installed) -> Installed:
    """Make ``reader`` the one that is set up, and return it; raises ``OSError``."""
    make_folder()
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
