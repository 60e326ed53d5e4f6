"""The formats that stories come in: one entry each."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from auditor.model import Document
from auditor.readers.encoding import Decoded, decode_plain
from auditor.readers.html import decode_html, is_html, read_html
from auditor.readers.plain import read_plain

Parser = Callable[[str, str, str | None], Document]
"""Takes the document's name, the file's text and a BCP 47 tag or None; raises ``InputError``."""


@dataclass(frozen=True, slots=True)
class FileFormat:
    """One file format: its name suffixes, how to know its bytes, how to read it.

    ``decode`` takes a name for messages and the file's bytes; ``escape`` returns words as the format writes them.
    """

    name: str
    suffixes: tuple[str, ...]
    recognises: Callable[[bytes], bool]
    decode: Callable[[str, bytes], Decoded]
    parse: Parser
    escape: Callable[[str], str] = str


HTML = FileFormat("HTML", (".html", ".htm"), is_html, decode_html, read_html, partial(html.escape, quote=False))
PLAIN_TEXT = FileFormat("plain text", (".txt",), lambda _: True, decode_plain, read_plain)

FORMATS: tuple[FileFormat, ...] = (HTML, PLAIN_TEXT)
"""Every format, in the order in which they are asked; the last takes whatever it is given."""


def format_of(suffix: str, data: bytes) -> FileFormat:
    """Return the format of a file by its suffix (with the dot), else by its bytes."""
    named = (known for known in FORMATS if suffix.lower() in known.suffixes)
    return next(named, None) or next(known for known in FORMATS if known.recognises(data))
