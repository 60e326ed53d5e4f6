"""The stories that the user means: files as named, folders by what is in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.model import InputError
from auditor.readers.formats import FORMATS
from auditor.readers.html import HEAD_BYTES, is_own_page


def find_stories(paths: Iterable[str | Path]) -> tuple[Path, ...]:
    """Return the files to audit, each once: ``paths`` in their order, folders as their stories, sorted.

    A folder's stories are the files in it, and in its folders, that have a known format's suffix and no
    leading dot; review pages that the auditor wrote there are none. ``-`` stays as it is, and so does a file
    that is missing: reading it says so, and the other stories are audited. Raises ``InputError`` for a folder
    without a story.
    """
    return tuple(dict.fromkeys(story for path in map(Path, paths) for story in _stories(path)))


def _stories(path: Path) -> Iterator[Path]:
    if not _is_folder(path):
        yield path
        return
    suffixes = tuple(suffix for known in FORMATS for suffix in known.suffixes)
    found = sorted(
        file
        for file in path.rglob("*")
        if file.suffix.lower() in suffixes and file.is_file() and not _is_hidden(file.relative_to(path))
        if not _is_own_page(file)
    )
    if not found:
        raise InputError(f"{path} holds no story; a story's name ends in {', '.join(suffixes[:-1])} or {suffixes[-1]}.")
    yield from found


def _is_folder(path: Path) -> bool:
    """Tell a folder from a file; what is wrong with a file is said when it is read."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _is_own_page(path: Path) -> bool:
    """Tell whether the auditor wrote the file; what is wrong with a file is said when it is read."""
    try:
        with path.open("rb") as file:
            return is_own_page(file.read(HEAD_BYTES))
    except OSError:
        return False
