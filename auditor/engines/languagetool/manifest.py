"""Class paths in the manifests of jars: one that names all our jars, and none that names anything else.

A jar's manifest may put more on the class path than was asked for. LanguageTool's server names the folder it lies in:
whoever could write there could give Java a class or a configuration of his own.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LINE_BYTES = 72
"""The longest line of a manifest, without its end (JAR File Specification, "Line length")."""

_MANIFEST = "META-INF/MANIFEST.MF"
_CLASS_PATH = re.compile(rb"^Class-Path:.*\r?\n(?: .*\r?\n)*", re.MULTILINE | re.IGNORECASE)

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The oldest time a zip can carry: the same jars give the same bytes."""


def pathing_jar(names: Iterable[str], main_class: str) -> bytes:
    """Return a jar that puts ``names`` (paths relative to itself) on the class path."""
    fields = {"Manifest-Version": "1.0", "Main-Class": main_class, "Class-Path": " ".join(names)}
    manifest = "".join(_wrapped(f"{key}: {value}") for key, value in fields.items()) + "\r\n"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as jar:
        jar.writestr(zipfile.ZipInfo(_MANIFEST, _EPOCH), manifest)
    return buffer.getvalue()


def without_class_path(jar: bytes) -> bytes:
    """Return ``jar``, the bytes of one, as it is if it names no class path, else written anew without that.

    Nothing in what is written anew is compressed: the same jar gives the same bytes wherever that is done.
    """
    with zipfile.ZipFile(io.BytesIO(jar)) as before:
        if not _CLASS_PATH.search(before.read(_MANIFEST) if _MANIFEST in before.namelist() else b""):
            return jar
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w") as after:
            for entry in before.infolist():
                content = before.read(entry)
                kept = _CLASS_PATH.sub(b"", content) if entry.filename == _MANIFEST else content
                after.writestr(zipfile.ZipInfo(entry.filename, _EPOCH), kept)
    return buffer.getvalue()


def _wrapped(line: str) -> str:
    """Return ``line`` folded: each continuation starts with one space."""
    folded = [line[:_LINE_BYTES]]
    rest = line[_LINE_BYTES:]
    step = _LINE_BYTES - 1
    folded += [" " + rest[start : start + step] for start in range(0, len(rest), step)]
    return "".join(f"{part}\r\n" for part in folded)
