"""What is in force for a story, and from where: profile, desk's file, settings for some files, command line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from auditor.config.file import find_config, load_config
from auditor.config.keys import KEYS
from auditor.config.profile import ROOT, Layer, Profile, built, merged, profile_layers
from auditor.files import WORDS, read_text

COMMAND_LINE = "command line"
DEFAULT = "default"

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Setting:
    """One value in force and the places that it comes from, farthest first."""

    name: str
    value: object
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a desk sets for one story: profile, files, language, where sources lie, whether a reader takes part.

    ``shown`` says whence each value comes.
    """

    profile: Profile
    packs: tuple[Path, ...] = ()
    glossary: tuple[Path, ...] = ()
    baseline: Path | None = None
    source_language: str | None = None
    sources: str | None = None
    reader: bool = True
    config: Path | None = None
    shown: tuple[Setting, ...] = ()


def settings_for(story: str, asked: Mapping[str, object] | None = None, config: Path | None = None) -> Settings:
    """Return what is in force for ``story``, a path or ``-``.

    ``asked`` are the settings of the command line, named as in a file; they win. ``config`` is the desk's file;
    without, it is the nearest one from the story's folder upwards. Raises ``InputError`` where a setting is wrong.
    """
    path = None if story == STDIN else Path(story)
    place = config or find_config(Path.cwd() if path is None else path.absolute().parent)
    file = load_config(place) if place else None
    mine = Layer(COMMAND_LINE, asked or {})
    desk = (*(file.layers(path) if file else ()), mine)
    name, origin = _profile_name(desk)
    base = profile_layers(name, file.profiles if file else {})
    layers = (*base, *desk)
    values = merged(layers)
    profile = built(name, values)
    return Settings(
        profile=replace(profile, words=profile.words | frozenset(_words(_texts(values.get("words-files"))))),
        packs=tuple(map(Path, _texts(values.get("packs")))),
        glossary=tuple(map(Path, _texts(values.get("glossary")))),
        baseline=Path(str(values["baseline"])) if "baseline" in values else None,
        source_language=str(values["source-lang"]) if "source-lang" in values else None,
        sources=str(values["sources"]) if "sources" in values else None,
        reader=values.get("reader") is not False,
        config=place,
        shown=tuple(_shown(Setting("profile", name, (origin,)), values, layers)),
    )


def _profile_name(layers: Iterable[Layer]) -> tuple[str, str]:
    named = [(str(layer.values["profile"]), layer.origin) for layer in layers if "profile" in layer.values]
    return named[-1] if named else (ROOT, DEFAULT)


def _shown(profile: Setting, values: Mapping[str, object], layers: tuple[Layer, ...]) -> Iterable[Setting]:
    yield profile
    for name, key in KEYS.items():
        origins = [layer.origin for layer in layers if name in layer.values]
        if origins and name != profile.name:
            yield Setting(name, values[name], tuple(origins if key.kind.adds else origins[-1:]))


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _words(files: Iterable[str]) -> Iterable[str]:
    """Yield the words in ``files``: one on a line, without blank lines and what follows a ``#``."""
    for file in files:
        for line in read_text(Path(file), WORDS).splitlines():
            if word := line.partition("#")[0].strip():
                yield word
