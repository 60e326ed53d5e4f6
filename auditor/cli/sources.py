"""The source of each story: the file that is named, its namesake in a folder, or what lies beside the story."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from auditor.cli.saying import say
from auditor.cli.stories import STDIN
from auditor.config import Settings
from auditor.model import ENGLISH, InputError, primary_language


@dataclass(frozen=True, slots=True)
class Sources:
    """What ``--source`` names, None for nothing, and the folders that stories are taken from."""

    given: str | None
    folders: tuple[str, ...] = ()
    _namesakes: dict[str, list[Path]] = field(default_factory=dict)

    def for_one(self, stories: int) -> None:
        """Raise ``InputError`` where a single source is given for several stories."""
        if self.given and stories > 1 and not Path(self.given).is_dir():
            raise InputError(
                f"--source belongs to one story, but {stories} were given; audit them one by one, or name a folder."
            )

    def of(self, story: str, settings: Settings) -> str | None:
        """Return the source of ``story``: as given, by the pattern of its settings, else beside it; None for none.

        Raises ``InputError`` where a folder of sources has none, or several, for it.
        """
        if story == STDIN or (self.given and not Path(self.given).is_dir()):
            return self.given
        if self.given:
            return str(self._namesake(Path(story), Path(self.given)))
        if settings.sources:
            found = _by_pattern(Path(story), settings.sources)
            if found is not None:
                return str(found)
        return _chosen(story, beside(Path(story)), settings.source_language)

    def _namesake(self, story: Path, folder: Path) -> Path:
        if not self._namesakes:
            for file in sorted(folder.rglob("*")):
                if _is_own(file) and not any(part.startswith(".") for part in file.relative_to(folder).parts):
                    self._namesakes.setdefault(_key(file.relative_to(folder)), []).append(file)
        root = next((each for each in map(Path, self.folders) if story.is_relative_to(each)), story.parent)
        found = self._namesakes.get(_key(story.relative_to(root)), [])
        if len(found) != 1:
            what = f"{len(found)} sources" if found else "no source"
            raise InputError(f"{folder} has {what} for {story}; give one of the same name, whatever its ending.")
        return found[0]


def without_sources(files: Sequence[str], folders: Iterable[str]) -> tuple[str, ...]:
    """Return ``files`` without those that are the source of another one and were only found in a folder."""
    known = {os.path.realpath(file): file for file in files}
    within = tuple(os.path.join(os.path.realpath(folder), "") for folder in folders)  # noqa: PTH118 - text
    sources = {os.path.realpath(source) for file in files for source in beside(Path(file)).values()}
    return tuple(file for place, file in known.items() if not (place in sources and place.startswith(within)))


def beside(story: Path) -> Mapping[str, Path]:
    """Return the texts that lie beside ``story``, by their languages.

    That are ``story.fr.txt`` beside ``story.en.txt`` or ``story.txt``, and ``fr/story.txt`` beside ``en/story.txt``.
    """
    stem, language = _marked(story)
    if language not in (None, ENGLISH):
        return {}
    found: dict[str, Path] = {}
    for other in _files_of(story.parent, stem):
        own, spoken = _marked(other)
        if own == stem and spoken and spoken != ENGLISH:
            found.setdefault(spoken, other)
    for index in range(len(story.parts) - 2, -1, -1):
        if story.parts[index] == ENGLISH:
            for code in _codes() - {ENGLISH}:
                folder = Path(*story.parts[:index], code, *story.parts[index + 1 : -1])
                for other in _files_of(folder, stem):
                    if _marked(other)[0] == stem and code not in found:
                        found[code] = other
            break
    return found


def _files_of(folder: Path, stem: str) -> Iterator[Path]:
    try:
        names = sorted(name for name in os.listdir(folder) if name.startswith(stem))  # noqa: PTH208 - names alone
    except OSError:
        return
    yield from (folder / name for name in names if _is_own(folder / name))


def _is_own(path: Path) -> bool:
    """Tell whether ``path`` is a file and no link: a link may lead to what is nobody's story."""
    return path.is_file() and not path.is_symlink()


def _chosen(story: str, found: Mapping[str, Path], stated: str | None) -> str | None:
    spoken = primary_language(stated)
    if spoken and spoken in found:
        return str(found[spoken])
    if len(found) > 1:
        listed = ", ".join(sorted(map(str, found.values())))
        say(f"{story} has several sources beside it ({listed}), and none was taken; say which with --source-lang")
        return None
    return next((str(path) for path in found.values()), None)


def _by_pattern(story: Path, pattern: str) -> Path | None:
    """Return the file beside ``story`` that ``pattern`` names, where there is one."""
    stem, _ = _marked(story)
    named = pattern.replace("{stem}", stem).replace("{name}", story.name)
    path = story.parent / named
    return path if _is_own(path) else None


def _marked(path: Path) -> tuple[str, str | None]:
    """Return a file's name without its ending and the mark of its language, and that mark."""
    stem, _, mark = path.stem.rpartition(".")
    return (stem, mark) if stem and mark in _codes() else (path.stem, None)


def _key(path: Path) -> str:
    return (path.parent / _marked(path)[0]).as_posix()


def _codes() -> frozenset[str]:
    from auditor.languages import codes

    return codes()
