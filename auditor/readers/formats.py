"""The formats that stories come in: one entry each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from auditor.model import Document
from auditor.readers.plain import read_plain

Parser = Callable[[str, bytes, str | None], Document]
"""Takes the document's name, the file's bytes and a BCP 47 tag or None; raises ``InputError``."""


@dataclass(frozen=True, slots=True)
class Format:
    """One file format: its name suffixes, how to know its bytes, how to read it."""

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    parse: Parser


PLAIN_TEXT = Format("plain text", (".txt",), lambda _: True, read_plain)

FORMATS: tuple[Format, ...] = (PLAIN_TEXT,)
"""Every format, in the order in which they are asked; the last takes whatever it is given."""


def format_of(suffix: str, data: bytes) -> Format:
    """Return the format of a file by its suffix (with the dot), else by its bytes."""
    named = (known for known in FORMATS if suffix.lower() in known.suffixes)
    return next(named, None) or next(known for known in FORMATS if known.recognises(data))
