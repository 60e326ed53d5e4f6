"""What the licences of the known models allow, in a sentence."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


def licence(model: str) -> str:
    """Return a sentence on the licence of the model of this name, or that it is for the user to find out."""
    known = [beginning for beginning in _licences() if model.startswith(beginning)]
    if not known:
        return f"The licence of {model} is not known here; read what comes with it before you use it."
    name = _licences()[max(known, key=len)]
    limit = ": it may not be used commercially" if "-NC-" in name else ""
    return f"{model} is under {name}{limit}."


@cache
def _licences() -> dict[str, str]:
    text = (resources.files(__package__) / "licences.toml").read_text(encoding="utf-8")
    licences: dict[str, str] = tomllib.loads(text)["licences"]
    return licences
