"""Shipped lists of open facts: countries, demonyms, months, agencies, reporting verbs and the like."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def gazetteer(name: str) -> dict[str, Any]:
    """Return the table in ``auditor/gazetteers/<name>.toml``; its head says where the facts are from."""
    text = (resources.files("auditor") / "gazetteers" / f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def word_list(reference: str) -> tuple[str, ...]:
    """Return the list that ``reference`` names as ``<gazetteer>.<key>``, such as ``calendar.months``."""
    name, _, key = reference.partition(".")
    return tuple(gazetteer(name)[key])


def word_lists() -> dict[str, tuple[str, ...]]:
    """Return every shipped list of plain words, by the name under which a rule refers to it."""
    folder = resources.files("auditor") / "gazetteers"
    names = sorted(file.name.removesuffix(".toml") for file in folder.iterdir() if file.name.endswith(".toml"))
    return {
        f"{name}.{key}": tuple(value)
        for name in names
        for key, value in gazetteer(name).items()
        if isinstance(value, list) and all(isinstance(word, str) for word in value)
    }
