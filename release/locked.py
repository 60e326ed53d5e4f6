"""What a user installs, as values: the locks, and the licence of each thing in them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
ALL = ("requirements-reader.txt", "requirements-lsp.txt", "requirements-archive.txt")
"""The locks of all that a user may install: ``requirements.txt`` with what the reader, an editor or archives need."""

ONLY_WHEELS = "--only-binary :all:"

_PIN = re.compile(
    r"(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?: ; (?P<marker>.+?))?(?P<hashes>(?: --hash=sha256:[0-9a-f]{64})+)"
)


@dataclass(frozen=True, slots=True)
class Package:
    """One version of a package: where it is meant for (None: everywhere), and the SHA-256 of each of its files."""

    name: str
    version: str
    marker: str | None
    hashes: tuple[str, ...]


def packages(*locks: str) -> tuple[Package, ...]:
    """Return the packages of ``locks``, by default of all, by name.

    Raises ``ValueError`` where a line does anything but pin one by its hashes.
    """
    found = {package for lock in locks or ALL for package in _packages(lock)}
    return tuple(sorted(found, key=lambda package: (package.name, package.marker or "")))


def _packages(lock: str) -> tuple[Package, ...]:
    text = re.sub(r"^#.*\n", "", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    options, *lines = re.sub(r" \\\n +", " ", text).split("\n")
    if options != ONLY_WHEELS:
        raise ValueError(f"{lock} does not begin with {ONLY_WHEELS}")
    return tuple(_package(lock, line) for line in lines if line)


def _package(lock: str, line: str) -> Package:
    pin = _PIN.fullmatch(line)
    if not pin:
        raise ValueError(f"{lock} has a line that pins nothing: {line}")
    return Package(pin["name"], pin["version"], pin["marker"], tuple(re.findall(r"sha256:(\w+)", pin["hashes"])))


def licences(table: str) -> dict[str, str]:
    """Return the SPDX expression of each thing by its name: ``packages``, or ``jars`` by ``group:artifact``."""
    data = tomllib.loads((ROOT / "release" / "licences.toml").read_text(encoding="utf-8"))
    return {name: licence for licence, names in data[table].items() for name in names}
