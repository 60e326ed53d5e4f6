"""The stories that the user means: files as named, folders by what is in them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from auditor.files import STORY, opened
from auditor.model import InputError
from auditor.readers.formats import FORMATS
from auditor.readers.html import HEAD_BYTES, is_own_page


def _raise(error: InputError) -> None:
    raise error


def find_stories(paths: Iterable[str | Path], leave_out: Callable[[InputError], None] = _raise) -> tuple[Path, ...]:
    """Return the files to audit, each once: ``paths`` in their order, folders as their stories, sorted.

    A folder's stories are the files in it, and in its folders, that have a known format's suffix and no
    leading dot; review pages that the auditor wrote there are none. ``-`` stays as it is, and so does a file
    that is missing: reading it says so, and the other stories are audited. ``leave_out`` hears of each story in a
    folder that is a link out of it, which is not followed; by default it raises. Raises ``InputError`` for a folder
    without a story.
    """
    return tuple(dict.fromkeys(story for path in map(Path, paths) for story in _stories(path, leave_out)))


def _stories(path: Path, leave_out: Callable[[InputError], None]) -> Iterator[Path]:
    if not _is_folder(path):
        yield path
        return
    suffixes = tuple(suffix for known in FORMATS for suffix in known.suffixes)
    root = os.path.realpath(path)
    found = sorted(
        file
        for file in path.rglob("*")
        if file.suffix.lower() in suffixes and not _is_folder(file) and not _is_hidden(file.relative_to(path))
        if _leads_out(file, root) or not _is_own_page(file)
    )
    if not found:
        raise InputError(f"{path} holds no story; a story's name ends in {', '.join(suffixes[:-1])} or {suffixes[-1]}.")
    for file in found:
        if _leads_out(file, root):
            leave_out(InputError(f"{file} is a link out of the folder {path} and was not followed; name it by itself."))
        else:
            yield file


def _leads_out(file: Path, root: str) -> bool:
    return file.is_symlink() and not Path(os.path.realpath(file)).is_relative_to(root)


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
        with opened(path, STORY) as file:
            return is_own_page(file.read(HEAD_BYTES))
    except (OSError, InputError):
        return False
