"""The name of a story as other programs take it."""

from __future__ import annotations

from urllib.parse import quote


def path(name: str) -> str:
    """Return ``name`` as a path with forward slashes, without a leading ``./``."""
    return name.replace("\\", "/").removeprefix("./")


def uri(name: str) -> str:
    """Return ``name`` as a URI reference, relative where the name is."""
    absolute = path(name)
    return ("file://" if absolute.startswith("/") else "") + quote(absolute, safe="/~", errors="surrogateescape")
