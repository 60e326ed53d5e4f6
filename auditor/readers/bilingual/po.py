"""PO, the catalogues of gettext: ``msgid`` is the source, ``msgstr`` the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from auditor.model import InputError, Metadata
from auditor.readers.bilingual.rows import MOST_UNITS, Row, stories_of
from auditor.readers.filed import Holding, Unit
from auditor.readers.pieces import Part, Piece, joined
from auditor.readers.sample import Sample

_LINE = re.compile(
    r'[ \t]*(?P<key>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)?[ \t]*(?:"(?P<text>(?:[^"\\\r\n]|\\.)*)")?[ \t]*$'
)
_BETWEEN = re.compile(r"\s*(?:$|#|domain\s)")
"""What is no line of a message: blank ones, remarks, and the name of what follows."""

_BEGINS = re.compile(r'(?:[ \t\r]*(?:(?:#|domain[ \t])[^\n]*)?\n)*+(?:msgctxt[ \t]+"[^\n]*\n)?msgid[ \t]+"')
_ESCAPE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)")
_LETTERS = {"\\n": "\n", "\\t": "\t", "\\r": "\r", '\\"': '"', "\\\\": "\\"}
_LANGUAGE = re.compile(r"^Language:\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)", re.MULTILINE)
_SOURCE = re.compile(r"^X-Source-Language:\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]+)*)", re.MULTILINE)


@dataclass(slots=True)
class _Entry:
    """What stands between two blank lines: the texts by their keywords; ``unsure`` are those marked as fuzzy."""

    line: int
    texts: dict[str, list[Piece]] = field(default_factory=dict)
    unsure: bool = False


def is_po(sample: Sample) -> bool:
    """Tell whether a file begins as a catalogue does."""
    return bool(_BEGINS.match(sample.head))


def read_po(name: str, text: str, stated: str | None) -> Holding:
    """Return the messages as one story; fuzzy and obsolete ones count as not translated.

    Raises ``InputError`` for a line that is none of a catalogue, and where nothing is translated.
    """
    entries = list(islice(_entries(name, text), MOST_UNITS + 1))
    header = "".join(
        piece.text for each in entries if not _said(each, "msgid") for piece in each.texts.get("msgstr", ())
    )
    languages = _found(_LANGUAGE, header), _found(_SOURCE, header)
    return stories_of(name, text, _rows(entries, languages), Metadata(format="PO"), stated)


def _found(pattern: re.Pattern[str], header: str) -> str | None:
    match = pattern.search(header)
    return match[1].replace("_", "-") if match else None


def _said(entry: _Entry, key: str) -> str:
    return "".join(piece.text for piece in entry.texts.get(key, ()))


def _rows(entries: list[_Entry], languages: tuple[str | None, str | None]) -> Iterator[Row]:
    for number, entry in enumerate(entries, 1):
        if not _said(entry, "msgid"):
            continue
        for key in [key for key in entry.texts if key.startswith("msgstr")] or ["msgstr"]:
            source = "msgid" if key in ("msgstr", "msgstr[0]") else "msgid_plural"
            ours = [] if entry.unsure else entry.texts.get(key, [])
            where = f"message {number}"
            unit = Unit(Part(None, joined(ours)).at(where), Part(None, joined(entry.texts.get(source, []))).at(where))
            yield Row(unit, languages=languages)


def _entries(name: str, text: str) -> Iterator[_Entry]:
    entry: _Entry | None = None
    key = ""
    unsure = False
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True), 1):
        start, at = at, at + len(line)
        content = line.rstrip("\r\n")
        if _BETWEEN.match(content):
            if entry is not None and any(each.startswith("msgstr") for each in entry.texts):
                yield entry
                entry, unsure = None, False
            unsure = unsure or (content.startswith("#,") and "fuzzy" in content)
            continue
        match = _LINE.match(content)
        if not match or not (match["key"] or entry):
            raise InputError(f"{name}, line {number}: this is no line of a PO file; export it anew.")
        begins = match["key"] in ("msgctxt", "msgid")
        if entry is None or (begins and any(each.startswith("msgstr") for each in entry.texts)):
            if entry is not None:
                yield entry
                unsure = False
            entry = _Entry(number, unsure=unsure)
        key = match["key"] or key
        held = entry.texts.setdefault(key, [])
        if match["text"]:
            held += _pieces(text, start + match.start("text"), start + match.end("text"))
    if entry is not None:
        yield entry


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    """Yield what a string says that stands from ``start`` to ``end``."""
    at = start
    for match in _ESCAPE.finditer(text, start, end):
        if at < match.start():
            yield Piece(text[at : match.start()], at, match.start())
        yield Piece(_meant(match[0]), match.start(), match.end())
        at = match.end()
    if at < end:
        yield Piece(text[at:end], at, end)


def _meant(escape: str) -> str:
    if escape in _LETTERS:
        return _LETTERS[escape]
    digits = escape[1:]
    if digits[0] == "x" and len(digits) > 1:
        number = int(digits[1:], 16)
    else:
        number = int(digits, 8) if digits[0] in "01234567" else 0
    return chr(number) if 32 <= number < 127 else " "
