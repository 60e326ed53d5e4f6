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
