"""From bytes to text: by byte order mark, as UTF-8, else by detection."""

from __future__ import annotations

import codecs
import re

from auditor.model import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks, longest first where one begins like another."""

_SIGNATURES = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a Word document or a ZIP archive"),
    (b"\xd0\xcf\x11\xe0", "an old Word document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
)

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
"""Control characters that no wire copy holds (those of the wire protocols, SOH to ETX, neither)."""

_WESTERN = "cp1252"
_WESTERN_SHARE = 0.2
"""Above this share of bytes beyond ASCII a text is not in a Western European language."""


def decode(name: str, data: bytes) -> str:
    """Return the text in ``data``, without a byte order mark, line ends as they are.

    ``name`` is for the messages. Raises ``InputError`` where the bytes are no text or in no encoding
    that can be told.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"{name} is {kind}, not plain text; save the story as plain text (UTF-8).")
    text = _decoded(name, data)
    if text is None or _CONTROL.search(text):
        raise InputError(
            f"{name} holds control characters, so it is no plain text; save the story as plain text (UTF-8)."
        )
    return text


def _decoded(name: str, data: bytes) -> str | None:
    """Return the text, or None where NUL bytes show that there is none."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise InputError(
                    f"{name} begins as {encoding.upper()} but breaks off at byte {error.start + len(mark) + 1}; "
                    "save it again as UTF-8."
                ) from None
    if b"\0" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _detected(name, data)


def _detected(name: str, data: bytes) -> str:
    beyond_ascii = sum(byte > 0x7F for byte in data)
    if beyond_ascii <= len(data) * _WESTERN_SHARE:
        try:
            return data.decode(_WESTERN)
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise InputError(f"The encoding of {name} cannot be told; save it as UTF-8.")
    return str(best)
