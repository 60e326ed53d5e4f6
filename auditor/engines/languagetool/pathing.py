"""A pathing jar: a tiny jar whose manifest names the class path, so that ``-cp`` stays one short file."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE_BYTES = 72
"""The longest line of a manifest, without its end (JAR File Specification, "Line length")."""

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest time a zip can carry: the same jars give the same bytes."""


def pathing_jar(names: Iterable[str], main_class: str) -> bytes:
    """Return a jar that puts ``names`` (paths relative to itself) on the class path."""
    fields = {"Manifest-Version": "1.0", "Main-Class": main_class, "Class-Path": " ".join(names)}
    manifest = "".join(_wrapped(f"{key}: {value}") for key, value in fields.items()) + "\r\n"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as jar:
        jar.writestr(zipfile.ZipInfo("META-INF/MANIFEST.MF", _EPOCH), manifest)
    return buffer.getvalue()


def _wrapped(line: str) -> str:
    """Return ``line`` folded: each continuation starts with one space."""
    folded = [line[:_LINE_BYTES]]
    rest = line[_LINE_BYTES:]
    step = _LINE_BYTES - 1
    folded += [" " + rest[start : start + step] for start in range(0, len(rest), step)]
    return "".join(f"{part}\r\n" for part in folded)
