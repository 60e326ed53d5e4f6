"""The kinds of values a setting can have: what each accepts, in words and as JSON Schema."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from auditor.model import InputError


@dataclass(frozen=True, slots=True)
class ValueKind:
    """What a setting's value must be.

    ``wrong`` returns what is wrong with a value, as the end of a sentence, or None; ``schema`` says the same as
    JSON Schema. ``adds``: a value given closer to the story is added to the farther one instead of replacing it.
    """

    wrong: Callable[[object], str | None]
    schema: Mapping[str, Any]
    adds: bool = False


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the advice that names the known word nearest to ``name``, or all of them."""
    names = list(known)
    near = difflib.get_close_matches(name, names, n=1)
    return f"did you mean “{near[0]}”?" if near else f"known are: {', '.join(names)}."


def choice(*names: str) -> ValueKind:
    """Take one of ``names``."""

    def wrong(value: object) -> str | None:
        if isinstance(value, str) and value in names:
            return None
        return f"“{value}” is not known; {nearest(str(value), names)}"

    return ValueKind(wrong, {"enum": list(names)})


LARGEST = 10**9
"""No setting is larger; what is, cannot be counted with."""


def number(least: float = 0, most: float = LARGEST) -> ValueKind:
    """Take a number from ``least`` to ``most``."""

    def wrong(value: object) -> str | None:
        fits = isinstance(value, (int, float)) and not isinstance(value, bool) and least <= value <= most
        return None if fits else f"this must be a number from {least:,g} to {most:,}."

    return ValueKind(wrong, {"type": "number", "minimum": least, "maximum": most})


def whole() -> ValueKind:
    """Take a whole number of 0 or more."""

    def wrong(value: object) -> str | None:
        fits = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= LARGEST
        return None if fits else f"this must be a whole number from 0 to {LARGEST:,}."

    return ValueKind(wrong, {"type": "integer", "minimum": 0, "maximum": LARGEST})


def flag() -> ValueKind:
    """Take true or false."""

    def wrong(value: object) -> str | None:
        return None if isinstance(value, bool) else "this must be true or false."

    return ValueKind(wrong, {"type": "boolean"})


def text() -> ValueKind:
    """Take a text that is not empty."""

    def wrong(value: object) -> str | None:
        return None if isinstance(value, str) and value.strip() else "this must be a text in quotes."

    return ValueKind(wrong, {"type": "string", "minLength": 1})


def texts() -> ValueKind:
    """Take a list of texts; lists from several places are joined."""

    def wrong(value: object) -> str | None:
        fits = isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)
        return None if fits else 'this must be a list of texts, such as ["one", "two"].'

    return ValueKind(wrong, {"type": "array", "items": {"type": "string", "minLength": 1}}, adds=True)


def table(of: ValueKind, names: Iterable[str] = ()) -> ValueKind:
    """Take a table of values ``of`` a kind, under any name or only ``names``; tables are joined name by name."""
    known = tuple(names)

    def wrong(value: object) -> str | None:
        if not isinstance(value, dict):
            return "this must be a table of names and values."
        for name, each in value.items():
            if known and name not in known:
                return f"“{name}” is not known; {nearest(name, known)}"
            if fault := of.wrong(each):
                return f"“{name}”: {fault}"
        return None

    schema: dict[str, Any] = {"type": "object"}
    if known:
        schema |= {"properties": {name: dict(of.schema) for name in known}, "additionalProperties": False}
    else:
        schema |= {"additionalProperties": dict(of.schema)}
    return ValueKind(wrong, schema, adds=True)


def joined(kind: ValueKind, farther: object, closer: object) -> object:
    """Return the value in force where both are given, ``closer`` standing nearer to the story."""
    if kind.adds and isinstance(farther, list) and isinstance(closer, list):
        return list(dict.fromkeys([*farther, *closer]))
    if kind.adds and isinstance(farther, dict) and isinstance(closer, dict):
        return farther | closer
    return closer


def checked(values: Mapping[str, object], known: Mapping[str, ValueKind], where: str) -> None:
    """Raise ``InputError`` for the first of ``values`` that is not known or not of its kind."""
    for key, value in values.items():
        if key not in known:
            raise InputError(f"{where}: unknown key “{key}”; {nearest(key, known)}")
        if fault := known[key].wrong(value):
            raise InputError(f"{where}, {key}: {fault}")
