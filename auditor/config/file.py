"""The desk's file: ``auditor.toml``, or ``[tool.auditor]`` in ``pyproject.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.config.keys import FILES, IN_PROFILE, KEYS, MATCH, PER_FILE, PROFILES, SETTINGS
from auditor.config.kinds import checked, nearest
from auditor.config.profile import SHIPPED, Layer
from auditor.files import SETTINGS as SETTINGS_FILE
from auditor.files import parsed_toml, read_text
from auditor.model import InputError

OWN_NAME = "auditor.toml"
PROJECT_NAME = "pyproject.toml"


@dataclass(frozen=True, slots=True)
class Rules:
    """Settings for the files whose path, seen from the desk's file, matches one of ``patterns``."""

    patterns: tuple[str, ...]
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class ConfigFile:
    """A desk's file as read and checked: settings for all, its own profiles, settings for some files.

    Values that name files are absolute.
    """

    path: Path
    values: Mapping[str, object]
    profiles: Mapping[str, Mapping[str, object]]
    files: tuple[Rules, ...]

    def layers(self, story: Path | None) -> Iterator[Layer]:
        """Yield what the file sets for ``story`` (None: one without a path), farthest first."""
        yield Layer(self._origin(), self.values)
        if story is None or not (seen := _seen_from(self.path.parent, story)):
            return
        for rules in self.files:
            for pattern in rules.patterns:
                if _matches(pattern, seen):
                    yield Layer(f"{self._origin()}, files {pattern}", rules.values)
                    break

    def _origin(self) -> str:
        try:
            return self.path.relative_to(Path.cwd()).as_posix()
        except ValueError:
            return str(self.path)


def find_config(folder: Path) -> Path | None:
    """Return the nearest desk's file for a story in ``folder``: there, else in the folders above.

    ``auditor.toml`` goes before ``pyproject.toml``, which counts only where it has ``[tool.auditor]``.
    """
    for place in (folder.absolute(), *folder.absolute().parents):
        if (own := place / OWN_NAME).is_file():
            return own
        if (project := place / PROJECT_NAME).is_file() and _section(project) is not None:
            return project
    return None


def load_config(path: Path) -> ConfigFile:
    """Return the settings in ``path``; raises ``InputError``, naming the key and the nearest known one."""
    if path.name == PROJECT_NAME:
        found = _section(path)
        if found is None:
            raise InputError(f"{path} has no [tool.auditor]; add it or name another file.")
        return _config(path, found)
    return _config(path, _toml(path))


def _section(path: Path) -> dict[str, object] | None:
    tool = _toml(path).get("tool", {})
    found = tool.get("auditor") if isinstance(tool, dict) else None
    return found if isinstance(found, dict) else None


def _toml(path: Path) -> dict[str, object]:
    try:
        return parsed_toml(read_text(path, SETTINGS_FILE))
    except ValueError as error:
        raise InputError(f"The settings file {path} is not TOML: {error}; correct them there.") from None


def _config(path: Path, data: Mapping[str, object]) -> ConfigFile:
    where = str(path)
    values = {key: value for key, value in data.items() if key not in {PROFILES, FILES}}
    known = {**SETTINGS, PROFILES: None, FILES: None}
    for key in values:
        if key not in SETTINGS:
            raise InputError(f"{where}: unknown key “{key}”; {nearest(key, known)}")
    checked(values, SETTINGS, where)
    folder = path.absolute().parent
    return ConfigFile(
        path=path.absolute(),
        values=_placed(values, folder),
        profiles={name: _placed(each, folder) for name, each in _profiles(data.get(PROFILES, {}), where)},
        files=tuple(_files(data.get(FILES, []), where, folder)),
    )


def _profiles(found: object, where: str) -> Iterator[tuple[str, Mapping[str, object]]]:
    if not isinstance(found, dict):
        raise InputError(f"{where}, {PROFILES}: write each profile as a table, such as [profiles.desk].")
    for name, values in found.items():
        if name in SHIPPED:
            raise InputError(f"{where}: the profile “{name}” comes with the auditor; give yours another name.")
        if not isinstance(values, dict):
            raise InputError(f"{where}, {PROFILES}.{name}: this must be a table of settings.")
        checked(values, IN_PROFILE, f"{where}, profile “{name}”")
        yield name, values


def _files(found: object, where: str, folder: Path) -> Iterator[Rules]:
    if not isinstance(found, list):
        raise InputError(f"{where}, {FILES}: begin each group of files with [[files]].")
    for number, values in enumerate(found, 1):
        place = f"{where}, [[files]] number {number}"
        if not isinstance(values, dict) or MATCH not in values:
            raise InputError(f"{place}: say which files it is for, such as match = [“sport/**”].")
        checked(values, PER_FILE, place)
        rest = {key: value for key, value in values.items() if key != MATCH}
        yield Rules(tuple(values[MATCH]), _placed(rest, folder))


def _placed(values: Mapping[str, object], folder: Path) -> dict[str, object]:
    """Return ``values`` with paths made absolute, as seen from ``folder``."""
    placed = dict(values)
    for key, value in values.items():
        if key in KEYS and KEYS[key].path:
            placed[key] = (
                [str(folder / each) for each in value] if isinstance(value, list) else str(folder / str(value))
            )
    return placed


def _seen_from(folder: Path, story: Path) -> str | None:
    try:
        return story.absolute().relative_to(folder).as_posix()
    except ValueError:
        return None


_FOLDERS = "**/"


def _matches(pattern: str, path: str) -> bool:
    """Tell whether ``path`` is one of ``pattern``: ``*`` and ``?`` stand within a name, ``**`` across folders.

    Without a slash it is a file's name in any folder. All ways are followed at once, character by character: an
    expression would try them one after the other, and of ten stars they are without number.
    """
    given = pattern if "/" in pattern else f"{_FOLDERS}{pattern}"
    split = re.split(r"(\*\*/|\*\*|\*|\?|.)", given.removeprefix("./"), flags=re.DOTALL)
    parts = tuple(each for part in split if part for each in (("", part) if part == _FOLDERS else (part,)))
    places = _passed({0}, parts)
    for character in path:
        places = _passed({after for place in places for after in _after(place, parts, character)}, parts)
    return len(parts) in places


def _after(place: int, parts: Sequence[str], character: str) -> tuple[int, ...]:
    """Return where in ``parts`` one may be after ``character``, having been at ``place``."""
    part = parts[place] if place < len(parts) else ""
    if part == _FOLDERS:
        return (place, place + 1) if character == "/" else (place,)
    if part == "**" or (part == "*" and character != "/"):
        return (place,)
    return (place + 1,) if part == character or (part == "?" and character != "/") else ()


def _passed(places: set[int], parts: Sequence[str]) -> set[int]:
    """Return ``places`` and those that are reached without a character: behind stars, into folders and past them."""
    reached = set(places)
    for place in range(min(places, default=0), len(parts)):
        if place in reached:
            reached |= {"*": {place + 1}, "**": {place + 1}, "": {place + 1, place + 2}}.get(parts[place], set())
    return reached
