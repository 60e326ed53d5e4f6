"""Messages (EML): the subject is the headline, the text is the first part in plain text, else in HTML."""

from __future__ import annotations

import re
from array import array
from base64 import b64decode
from binascii import Error
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from itertools import zip_longest

from auditor.model import InputError, Metadata, Role
from auditor.readers.encoding import Decoded, decoded
from auditor.readers.filed import Holding, filed, told
from auditor.readers.html import read_fragment
from auditor.readers.pieces import Layered, Part, Piece, joined
from auditor.readers.unwrapping import unwrapped

_FIELD = re.compile(r"(?P<name>[!-9;-~]+):(?P<value>[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*)(?:\r?\n|\r|\Z)")
_BLANK = re.compile(r"\r?\n|\r")
_PARAMETER = r"""(?i:\b{}\*?\s*=\s*(?:"([^"]*)"|([^\s;"]+)))"""
_SIGNATURE = re.compile(r"(?m)^-- \r?$")
_SOFT_END = r"=[ \t]*(?:\r\n|\r|\n|\Z)"
_QUOTED = re.compile(rf"(?:=[0-9A-Fa-f]{{2}}|{_SOFT_END})++")
_OCTET = re.compile(rf"=(?P<digits>[0-9A-Fa-f]{{2}})|{_SOFT_END}")
_TEXTS = ("text/plain", "text/html")
_DEEPEST = 20
_WORD = re.compile(r"\S+|\s+")
_CHARACTER = re.compile(r".", re.DOTALL)
_BASE64_LINE = re.compile(r"[A-Za-z0-9+/=]+")


@dataclass(frozen=True, slots=True)
class _Entity:
    """A message or a part of one: its fields, and where its content stands in the file."""

    fields: dict[str, tuple[str, int, int]]
    start: int
    end: int

    def value(self, name: str) -> str:
        return self.fields.get(name, ("", 0, 0))[0].strip()

    @property
    def kind(self) -> str:
        return self.value("content-type").partition(";")[0].strip().lower() or "text/plain"

    def parameter(self, name: str) -> str:
        match = re.search(_PARAMETER.format(name), self.value("content-type"))
        return (match[1] or match[2]) if match else ""


def decode_message(name: str, data: bytes) -> Decoded:
    """Return the text of a message and how it is written; raises ``InputError`` for bytes that are no text."""
    match = re.search(rb"(?i)charset\s*=\s*[\"']?([\w.:-]+)", data[:20_000])
    return decoded(name, data, match[1].decode("ascii") if match else None)


def read_message(name: str, text: str, stated: str | None) -> Holding:
    """Return the story of a message; raises ``InputError`` where it has no text."""
    message = _entity(text, 0, len(text))
    parts: list[Part] = []
    if "subject" in message.fields:
        value, start, end = message.fields["subject"]
        subject = _readable(value)
        pieces = [Piece(subject, start, end)] if subject != value else [Piece(value, start, end)]
        parts.append(Part(Role.HEADLINE, joined(pieces)))
    texts = list(_texts(text, message, 0))
    chosen = next((each for each in texts if each.kind == "text/plain"), texts[0] if texts else None)
    if chosen is not None:
        layered = Layered(_content(name, text, chosen))
        parts += read_fragment(name, layered) if chosen.kind == "text/html" else unwrapped(_unsigned(layered))
    about = Metadata(
        format="message", id=message.value("message-id") or None, provider=_readable(message.value("from")) or None
    )
    language = message.value("content-language") or None
    return told(
        name,
        Holding((filed(name, text, parts, stated or language, about),)),
        "holds no text; give a message that does.",
    )


def _entity(text: str, start: int, end: int) -> _Entity:
    fields: dict[str, tuple[str, int, int]] = {}
    at = start
    while (match := _FIELD.match(text, at, end)) is not None:
        value = match["value"]
        first = match.start("value") + len(value) - len(value.lstrip())
        last = match.start("value") + len(value.rstrip())
        fields.setdefault(match["name"].lower(), (text[first:last], first, max(first, last)))
        at = match.end()
    blank = _BLANK.match(text, at, end)
    return _Entity(fields, blank.end() if blank else at, end)


def _texts(text: str, entity: _Entity, depth: int) -> Iterator[_Entity]:
    """Yield the parts that are text and not attached, in order."""
    if depth > _DEEPEST:
        raise InputError(f"The message has more than {_DEEPEST} parts within each other; save its text by itself.")
    if entity.kind.startswith("multipart/"):
        mark = entity.parameter("boundary")
        if not mark:
            return
        found = list(
            re.finditer(rf"(?m)^--{re.escape(mark)}(?P<last>--)?[ \t]*(?:\r?\n|\Z)", text[entity.start : entity.end])
        )
        for here, after in zip_longest(found, found[1:]):
            if here["last"]:
                return
            stop = entity.start + after.start() if after else entity.end
            yield from _texts(text, _entity(text, entity.start + here.end(), stop), depth + 1)
    elif entity.kind in _TEXTS and not entity.value("content-disposition").lower().startswith("attachment"):
        yield entity


def _content(name: str, text: str, entity: _Entity) -> Iterator[Piece]:
    """Yield the characters of a part; what is encoded stands where its code does."""
    encoding = entity.value("content-transfer-encoding").lower()
    charset = entity.parameter("charset") or "utf-8"
    if encoding == "quoted-printable":
        yield from _quoted(name, text, entity, charset)
    elif encoding == "base64":
        yield from _base64(name, text, entity, charset)
    else:
        yield Piece(text[entity.start : entity.end], entity.start, entity.end)


def _base64(name: str, text: str, entity: _Entity, charset: str) -> Iterator[Piece]:
    """Yield the words of a part and what is between them, each where the code of its bytes stands."""
    starts, begins = array("I"), array("I", [0])
    for each in _BASE64_LINE.finditer(text, entity.start, entity.end):
        starts.append(each.start())
        begins.append(begins[-1] + len(each[0]))
    try:
        plain = b64decode("".join(_BASE64_LINE.findall(text, entity.start, entity.end)))
    except (Error, ValueError):
        raise InputError(f"{name}: the text is in base64 that breaks off; save the message anew.") from None

    def digit(number: int) -> int:
        index = bisect_right(begins, number, hi=len(starts)) - 1
        return starts[index] + number - begins[index]

    def there(start: int, end: int) -> tuple[int, int]:
        return digit(start * 4 // 3), digit((end * 4 - 1) // 3) + 1

    yield from _placed(_words(name, plain, charset), _WORD, len(plain), there)


def _quoted(name: str, text: str, entity: _Entity, charset: str) -> Iterator[Piece]:
    at = entity.start
    for match in _QUOTED.finditer(text, entity.start, entity.end):
        if at < match.start():
            yield Piece(text[at : match.start()], at, match.start())
        yield from _octets(name, text, match.span(), charset)
        at = match.end()
    if at < entity.end:
        yield Piece(text[at : entity.end], at, entity.end)


def _octets(name: str, text: str, within: tuple[int, int], charset: str) -> Iterator[Piece]:
    """Yield the characters that octets stand for; the end of a line may come between those of one character."""
    starts, raw = array("I"), bytearray()
    for each in _OCTET.finditer(text, *within):
        if each["digits"]:
            starts.append(each.start())
            raw.append(int(each["digits"], 16))

    def there(start: int, end: int) -> tuple[int, int]:
        return starts[start], starts[end - 1] + len("=FF")

    yield from _placed(_words(name, bytes(raw), charset), _CHARACTER, len(raw), there)


def _placed(
    words: tuple[str, str], parts: re.Pattern[str], size: int, there: Callable[[int, int], tuple[int, int]]
) -> Iterator[Piece]:
    """Yield the ``parts`` of a text in an encoding, ``size`` octets, of which ``there`` says where they stand.

    Where the encoding writes them otherwise by themselves, all that is known is that they stand among these octets.
    """
    text, encoding = words
    known = size == sum(len(each[0].encode(encoding, "replace")) for each in parts.finditer(text))
    at = 0
    for each in parts.finditer(text):
        after = at + len(each[0].encode(encoding, "replace"))
        yield Piece(each[0], *(there(at, after) if known else there(0, size)))
        at = after


def _words(name: str, data: bytes, charset: str) -> tuple[str, str]:
    """Return the text in ``data`` and its encoding: ``charset``, or another where it is not in that."""
    try:
        return data.decode(charset), charset
    except (LookupError, UnicodeDecodeError, ValueError):
        found = decoded(name, data)
        return found.text, found.encoding


def _unsigned(layered: Layered) -> Layered:
    """Return the text above the line that begins a signature."""
    match = _SIGNATURE.search(layered.text)
    return Layered(layered.slice(0, match.start())) if match else layered


def _readable(value: str) -> str:
    """Return a field with its encoded words decoded."""
    unfolded = re.sub(r"\r?\n[ \t]+", " ", value)
    try:
        return " ".join(str(make_header(decode_header(unfolded))).split())
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return unfolded
