"""The stories that the user means: files as named, folders by what is in them."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor.files import MB, STORY, opened
from auditor.model import InputError
from auditor.readers.formats import FORMATS, format_of, recognised
from auditor.readers.html import is_own_page
from auditor.readers.sample import HEAD

_OWN_NAMES = frozenset({"auditor.toml", "pyproject.toml"})
_OWN_CONTENT = re.compile(
    rb'\A\s*\{\s*"(?:schema": "auditor-|schema_version": "[\d.]+",\s*"tool": \{\s*"name": "auditor")'
    rb'|"driver": \{\s*"name": "auditor"'
)
"""How a baseline, a report in JSON and one in SARIF begin that the auditor wrote."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A file of a folder that is not audited, and why, in a sentence; ``is_link``: it is a link out of the folder."""

    path: Path
    reason: str
    is_link: bool = False


def _raise_link(left: LeftOut) -> None:
    if left.is_link:
        raise InputError(left.reason)


def find_stories(paths: Iterable[str | Path], leave_out: Callable[[LeftOut], None] = _raise_link) -> tuple[Path, ...]:
    """Return the files to audit, each once: ``paths`` in their order, folders as their stories, sorted.

    A folder's stories are the files in it, and in its folders, without a leading dot, whose bytes or names are those
    of a format that is read. ``-`` stays as it is, and so does a file that is missing: reading it says so, and the
    other stories are audited. ``leave_out`` hears of each other file in a folder, and of each link out of it, which is
    not followed; by default a link raises and the others are passed over. Settings, and reports and pages that the
    auditor wrote there, are passed over in silence. Raises ``InputError`` for a folder without a story.
    """
    return tuple(dict.fromkeys(story for path in map(Path, paths) for story in _stories(path, leave_out)))


def _stories(path: Path, leave_out: Callable[[LeftOut], None]) -> Iterator[Path]:
    if not _is_folder(path):
        yield path
        return
    root = os.path.realpath(path)
    found = 0
    for file in sorted(path.rglob("*")):
        if _is_folder(file) or _is_hidden(file.relative_to(path)):
            continue
        left = _left_out(file, path, root)
        if left is None:
            found += 1
            yield file
        elif left.reason:
            found += left.is_link
            leave_out(left)
    if not found:
        raise InputError(f"{path} holds no story; a story's name ends in .txt, .html, .docx, .xml or the like.")


def _left_out(file: Path, folder: Path, root: str) -> LeftOut | None:
    """Return why ``file`` is no story to audit, without a reason where nobody asks; None where it is one."""
    if file.is_symlink() and not Path(os.path.realpath(file)).is_relative_to(root):
        told = f"{file} is a link out of the folder {folder} and was not followed; name it by itself."
        return LeftOut(file, told, is_link=True)
    try:
        with opened(file, STORY) as content:
            head = content.read(HEAD)
            if head.startswith(b"PK"):
                head += content.read(STORY.most * MB)
    except (OSError, InputError):
        return None  # reading it says what is wrong with it
    if file.name in _OWN_NAMES or is_own_page(head) or _OWN_CONTENT.search(head[:4000]):
        return LeftOut(file, "")
    try:
        format_of(str(file), head)
    except InputError as error:
        return LeftOut(file, str(error))
    if file.suffix.lower() in _SUFFIXES or recognised(head):
        return None
    return LeftOut(file, f"{file} has no name that a story has; if it is one, name it by itself.")


_SUFFIXES = frozenset(suffix for known in FORMATS for suffix in known.suffixes)


def _is_folder(path: Path) -> bool:
    """Tell a folder from a file; what is wrong with a file is said when it is read."""
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
