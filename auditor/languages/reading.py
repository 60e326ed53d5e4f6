"""From a language's file to its value."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from auditor.languages.facets import Language
from auditor.model import primary_language

_ENDING = ".toml"


@lru_cache(maxsize=256)
def language(tag: str | None) -> Language:
    """Return what is known of the language of a BCP 47 tag; the value of one not known is empty, but has its code."""
    code = primary_language(tag) or ""
    return _read(code) if code in codes() else Language(code, code)


def language_name(tag: str) -> str:
    """Return the English name of the language of a BCP 47 tag, or the tag itself where it is unknown."""
    found = language(tag)
    return tag if found.name == found.code else found.name


def in_latin_letters(tag: str | None) -> bool:
    """Tell whether the language of a BCP 47 tag is written in Latin letters; no where the language is not known."""
    return tag is not None and language(tag).writing.script == "Latn"


@cache
def languages() -> tuple[Language, ...]:
    """Return every language of which something is known, by code."""
    return tuple(map(language, sorted(codes())))


@cache
def everywhere(facet: str) -> Mapping[str, str]:
    """Return the words with their English that all languages together have in ``facet``, such as ``exonyms``."""
    return MappingProxyType({word: english for each in languages() for word, english in getattr(each, facet).items()})


@cache
def codes() -> frozenset[str]:
    """Return the codes of the languages that have a file, such as ``fr``."""
    names = (file.name for file in resources.files(__package__).iterdir())
    return frozenset(name.removesuffix(_ENDING) for name in names if name.endswith(_ENDING))


@cache
def _read(code: str) -> Language:
    text = (resources.files(__package__) / f"{code}{_ENDING}").read_text(encoding="utf-8")
    value: Language = value_of(Language, {"code": code, **tomllib.loads(text)}, code)
    return value


def value_of(kind: Any, given: Any, where: str) -> Any:
    """Return what a file gives at ``where`` as a ``kind``; raises ``ValueError`` where it is something else."""
    origin, parts = get_origin(kind), get_args(kind)
    if is_dataclass(kind) and isinstance(given, dict):
        return _facet(kind, given, where)
    if origin is tuple and isinstance(given, list):
        return tuple(_values(parts[0], given, where))
    if origin is Mapping and isinstance(given, dict):
        return MappingProxyType(dict(zip(given, _values(parts[1], given.values(), where), strict=True)))
    if origin is UnionType:
        return value_of(parts[0], given, where)
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(given)
    if kind is object or (isinstance(kind, type) and type(given) is kind):
        return given
    raise ValueError(f"languages: {where} is no {kind}: {given!r}")


def _values(kind: Any, given: Collection[Any], where: str) -> Iterable[Any]:
    if kind is str and all(type(each) is str for each in given):  # most are, and many
        return given
    return (value_of(kind, each, where) for each in given)


def _facet(kind: Any, given: Mapping[str, Any], where: str) -> Any:
    hints = _hints(kind)
    if unknown := sorted(given.keys() - hints.keys()):
        raise ValueError(f"languages: {where} has an unknown key {unknown[0]!r}")
    return kind(**{key: value_of(hints[key], value, f"{where}.{key}") for key, value in given.items()})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}
