"""The jars that LanguageTool needs here, pinned: ``lock.toml`` as values."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Jar:
    """One pinned jar: its Maven coordinate (``group:artifact:version``), size in bytes and SHA-256."""

    coordinate: str
    size: int
    sha256: str

    @property
    def name(self) -> str:
        """Return the file's name, such as ``languagetool-core-6.8.jar``."""
        _, artifact, version = self.coordinate.split(":")
        return f"{artifact}-{version}.jar"


@dataclass(frozen=True, slots=True)
class Lock:
    """A LanguageTool release and all jars on its class path."""

    release: str
    jars: tuple[Jar, ...]

    @property
    def size(self) -> int:
        """Return the bytes of all jars together."""
        return sum(jar.size for jar in self.jars)


@cache
def lock() -> Lock:
    """Return the lock that is shipped beside this module; ``relock`` rewrites it."""
    text = (resources.files("auditor.engines.languagetool") / "lock.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Lock(data["release"], tuple(Jar(**jar) for jar in data["jars"]))
