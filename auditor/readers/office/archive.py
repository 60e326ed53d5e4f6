"""The parts of a document that is a ZIP archive, read in bounds: nothing is unpacked to disk, no name is followed."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO

from auditor.files import MB
from auditor.model import InputError

_MOST_PARTS = 5_000
LARGEST = 20
"""MB of a part when it is unpacked; a novel of 1,000 pages has less."""


def open_archive(name: str, data: bytes) -> zipfile.ZipFile:
    """Return the archive in ``data``; raises ``InputError`` where it is broken or has parts without number."""
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise InputError(f"{name} is a document that breaks off; save it anew.") from None
    if len(archive.infolist()) > _MOST_PARTS:
        raise InputError(f"{name} has more than {_MOST_PARTS:,} parts, as no document has; save the story anew.")
    return archive


def part_of(name: str, archive: zipfile.ZipFile, part: str) -> bytes | None:
    """Return the content of ``part``, None where there is none; raises ``InputError`` for one that is no document's."""
    try:
        with archive.open(part) as file:
            data = file.read(LARGEST * MB + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError):
        raise InputError(f"{name} is a document that is broken inside; save it anew.") from None
    except (RuntimeError, NotImplementedError):
        raise InputError(f"{name} is locked with a password or packed in an unknown way; save it without.") from None
    if len(data) > LARGEST * MB:
        raise InputError(f"{name} holds more than {LARGEST} MB of text when unpacked; split it.")
    return data


def repacked(name: str, archive: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    """Return ``archive`` with the parts of ``changed``, new ones at its end; the others have the bytes they had."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as copy:
        for info in archive.infolist():
            data = changed.get(info.filename)
            copy.writestr(info, (part_of(name, archive, info.filename) or b"") if data is None else data)
        for part in sorted(changed.keys() - set(archive.namelist())):
            copy.writestr(part, changed[part], zipfile.ZIP_DEFLATED)
    return held.getvalue()
