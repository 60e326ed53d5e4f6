"""The jars that LanguageTool needs here, pinned: ``lock.toml`` as values."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Content:
    """What a file holds: its size in bytes and its SHA-256."""

    size: int
    sha256: str

    @classmethod
    def of(cls, data: bytes) -> Content:
        """Return the content that ``data`` is."""
        return cls(len(data), hashlib.sha256(data).hexdigest())

    def may_be_in(self, path: Path) -> bool:
        """Tell whether the file at ``path`` is there and has this size."""
        try:
            return path.stat().st_size == self.size
        except OSError:
            return False

    def is_in(self, path: Path) -> bool:
        """Tell whether the file at ``path`` holds this; reads every byte."""
        if not self.may_be_in(path):
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest() == self.sha256


@dataclass(frozen=True, slots=True)
class Jar:
    """One pinned jar: its Maven coordinate (``group:artifact:version``), and what it holds.

    ``published`` is what repositories have, ``kept`` what lies here: the same, except that no jar may put more on
    the class path than is pinned (see ``manifest``).
    """

    coordinate: str
    published: Content
    kept: Content

    @property
    def name(self) -> str:
        """Return the file's name, such as ``languagetool-core-6.8.jar``."""
        _, artifact, version = self.coordinate.split(":")
        return f"{artifact}-{version}.jar"

    def is_in(self, path: Path) -> bool:
        """Tell whether the file at ``path`` is this jar, as it was published or as it is kept."""
        return self.kept.is_in(path) or self.published.is_in(path)


@dataclass(frozen=True, slots=True)
class Lock:
    """A LanguageTool release and all jars on its class path."""

    release: str
    jars: tuple[Jar, ...]

    @property
    def size(self) -> int:
        """Return the bytes of all jars together, as they were published."""
        return sum(jar.published.size for jar in self.jars)


@cache
def lock() -> Lock:
    """Return the lock that is shipped beside this module; ``relock`` rewrites it."""
    text = (resources.files("auditor.engines.languagetool") / "lock.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    return Lock(data["release"], tuple(map(_jar, data["jars"])))


def _jar(data: Mapping[str, Any]) -> Jar:
    published = Content(data["size"], data["sha256"])
    return Jar(data["coordinate"], published, Content(**data["kept"]) if "kept" in data else published)
