"""From bytes to text: by byte order mark, as UTF-8, else by detection."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

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

_NO_TEXT = "{name} holds control characters, so it is no text; save the story as plain text (UTF-8)."

_LEGACY = re.compile(r"cp\d+|iso8859-\d+|koi8-[ru]|mac-\w+|gb18030|big5hkscs|euc_jp")
"""The encodings beside UTF-8 that pages are written in, by Python's names."""

_BROWSERS_TAKE = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
"""What a label means on the web (https://encoding.spec.whatwg.org/#names-and-labels) where that is a wider one."""

_WESTERN = "cp1252"
_WESTERN_SHARE = 0.2
"""Above this share of bytes beyond ASCII a text is not in a Western European language."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and how it was written: its encoding, and the byte order mark before it."""

    text: str
    encoding: str
    mark: bytes = b""

    def encoded(self, text: str) -> bytes:
        """Return ``text`` as bytes of the same kind; raises ``UnicodeEncodeError`` where it has no such letters."""
        return self.mark + text.encode(self.encoding)


def decode(name: str, data: bytes) -> str:
    """Return the text in ``data``, without a byte order mark, line ends as they are: see ``decode_plain``."""
    return decode_plain(name, data).text


def decode_plain(name: str, data: bytes) -> Decoded:
    """Return the plain text in ``data`` and how it is written; raises ``InputError`` as ``decoded`` does."""
    found = decoded(name, data)
    refuse_controls(name, found.text)
    return found


def decoded(name: str, data: bytes, declared: str | None = None) -> Decoded:
    """Return the text in ``data`` and how it is written.

    ``name`` is for the messages, ``declared`` an encoding that the text names itself: it is believed where the bytes
    are not UTF-8, since what a server says hides that a page says otherwise. Raises ``InputError`` where the bytes are
    no text or in no encoding that can be told.
    """
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise InputError(f"{name} is {kind}, not plain text; save the story as plain text (UTF-8).")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _marked(name, data, mark, encoding)
    if b"\0" in data:
        raise InputError(_NO_TEXT.format(name=name))
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _declared(data, declared) or _detected(name, data)


def refuse_controls(name: str, text: str) -> None:
    """Raise ``InputError`` where ``text`` holds control characters that no wire copy has."""
    if _CONTROL.search(text):
        raise InputError(_NO_TEXT.format(name=name))


def _marked(name: str, data: bytes, mark: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data[len(mark) :].decode(encoding), encoding, mark)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} begins as {encoding.upper()} but breaks off at byte {error.start + len(mark) + 1}; "
            "save it again as UTF-8."
        ) from None


def _declared(data: bytes, declared: str | None) -> Decoded | None:
    """Return the text in the encoding that it names, as browsers take it; None where that cannot be."""
    try:
        known = codecs.lookup(declared or "").name
        encoding = _BROWSERS_TAKE.get(known, known)
        return Decoded(data.decode(encoding), encoding) if _LEGACY.fullmatch(encoding) else None
    except (LookupError, UnicodeDecodeError):
        return None


def _detected(name: str, data: bytes) -> Decoded:
    beyond_ascii = sum(byte > 0x7F for byte in data)
    if beyond_ascii <= len(data) * _WESTERN_SHARE:
        try:
            return Decoded(data.decode(_WESTERN), _WESTERN)
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise InputError(f"The encoding of {name} cannot be told; save it as UTF-8.")
    return Decoded(str(best), best.encoding)
