"""The translations as given: a file each, or a folder each with the same stories in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.model import InputError


@dataclass(frozen=True, slots=True)
class Entry:
    """An engine's name and the file of each story, by the story's name in the order of the stories."""

    name: str
    files: tuple[tuple[str, Path], ...]


def entries(paths: Sequence[Path]) -> tuple[Entry, ...]:
    """Return an entry for each of ``paths``, with names of their own; all hold the stories of the first.

    Raises ``InputError`` where there are fewer than two, one is given twice, or a story is missing or too many.
    """
    if len(paths) < 2:
        raise InputError("One translation cannot be compared with itself; give two or more.")
    twice = [path for path, count in Counter(path.resolve() for path in paths).items() if count > 1]
    if twice:
        raise InputError(f"The translation {twice[0]} is given twice; give each once.")
    first = stories(paths[0])
    every = [first, *(beside(path, first, paths[0]) for path in paths[1:])]
    return tuple(Entry(name, files) for name, files in zip(_names(paths), every, strict=True))


def stories(path: Path) -> tuple[tuple[str, Path], ...]:
    """Return the stories of a folder by their paths in it, or the one story that a file is, by its name."""
    from auditor.readers import find_stories

    if not path.is_dir():
        return ((path.name, path),)
    return tuple((file.relative_to(path).as_posix(), file) for file in find_stories([path]))


def beside(path: Path, first: tuple[tuple[str, Path], ...], of: Path) -> tuple[tuple[str, Path], ...]:
    """Return the files under ``path`` that stand for the stories ``first``, which are those of ``of``.

    A file stands beside a file whatever the two are called; stories of folders have the same names. Raises
    ``InputError`` where a story has nothing beside it, or nothing is known of one.
    """
    if of.is_dir() and not path.exists():
        raise InputError(f"{path} does not exist; check the name.")
    if path.is_dir() != of.is_dir():
        kinds = ("folder", "file") if path.is_dir() else ("file", "folder")
        raise InputError(f"{path} is a {kinds[0]}, but {of} is a {kinds[1]}; give files only, or folders only.")
    if not path.is_dir():
        return ((first[0][0], path),)
    here = dict(stories(path))
    names = [name for name, _ in first]
    for name in names:
        if name not in here:
            raise InputError(f"{path} has no “{name}”, which {of} has; give folders with the same file names.")
    for name in here:
        if name not in names:
            raise InputError(f"{path} has “{name}”, which {of} has not; give folders with the same file names.")
    return tuple((name, here[name]) for name in names)


def _names(paths: Sequence[Path]) -> list[str]:
    """Return a name for each path: its stem without the mark of English, numbered where it is not the only one."""
    stems = [path.resolve().name if path.is_dir() else path.stem.removesuffix(".en") for path in paths]
    count, seen, names = Counter(stems), Counter[str](), []
    for stem in stems:
        seen[stem] += 1
        names.append(f"{stem} ({seen[stem]})" if count[stem] > 1 else stem)
    return names
