"""The name of a story as other programs take it."""

from __future__ import annotations

from urllib.parse import quote

from auditor.text.visible import visible


def path(name: str) -> str:
    """Return ``name`` as a path to show, with forward slashes, without a leading ``./``."""
    return visible(_plain(name))


def uri(name: str) -> str:
    """Return ``name`` as a URI reference, relative where the name is."""
    raw = _plain(name)
    return ("file://" if raw.startswith("/") else "") + quote(_bytes(raw), safe="/~")


def _plain(name: str) -> str:
    return name.replace("\\", "/").removeprefix("./")


def _bytes(name: str) -> bytes:
    try:
        return name.encode("utf-8", "surrogateescape")  # a name that is not UTF-8 on disk: its own bytes
    except UnicodeEncodeError:
        return name.encode("utf-8", "backslashreplace")
