"""A file before it is read: what its first bytes say it is."""

from __future__ import annotations

import codecs
import re
from functools import cached_property

from auditor.readers.xml import root_of

HEAD = 64_000
"""Bytes that are looked at."""

_WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MARKUP = re.compile(r"\s*<\?xml\b")
_JSON = re.compile(r"""\s*(?:\{\s*(?:"|\}\s*\Z)|\[\s*(?:\{\s*"|\]\s*\Z))""")
_LINES = re.compile(r"\s*\{\s*\"[^\n]*\}[ \t]*\r?\n\s*\{")
_FIELD = re.compile(
    r"(?:From|To|Subject|Date|Message-ID|MIME-Version|Received|Reply-To|Return-Path|Content-Type)$", re.I
)


_ARCHIVE = b"PK\x03\x04"


class Sample:
    """The beginning of a file, read as markup, JSON or a message where it is one."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    @cached_property
    def head(self) -> str:
        """The first characters; what is no UTF-8 is replaced."""
        for mark, encoding in _WIDE:
            if self.data.startswith(mark):
                return self.data[len(mark) : HEAD].decode(encoding, "replace")
        return self.data[:HEAD].removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")

    def has_part(self, name: str) -> bool:
        """Tell whether this is an archive that has a part called ``name``, as far as its first bytes say."""
        return self.data.startswith(_ARCHIVE) and name.encode() in self.data

    @cached_property
    def root(self) -> tuple[str, str]:
        """The name and the namespace of the root element; two empty texts where this is no XML."""
        found = root_of(self.head)
        return found[:2] if found else ("", "")

    @cached_property
    def is_xml(self) -> bool:
        """Whether this is XML of whatever kind: it says so, or it ends as it begins."""
        root = self.root[0]
        return self.says_xml or (bool(root) and self.data[-1000:].rstrip().endswith(f"{root}>".encode()))

    @cached_property
    def says_xml(self) -> bool:
        """Whether this is XML by its own word: by a declaration or a namespace."""
        found = root_of(self.head)
        return found is not None and (bool(_MARKUP.match(self.head)) or "xmlns" in found[2])

    @cached_property
    def is_json(self) -> bool:
        """Whether this begins as an object of JSON does, or a list of them."""
        return bool(_JSON.match(self.head)) and not self.is_json_lines

    @cached_property
    def is_json_lines(self) -> bool:
        """Whether this begins with two lines that are objects of JSON."""
        return bool(_LINES.match(self.head))

    @cached_property
    def is_message(self) -> bool:
        """Whether this begins with the fields of a message: two that everybody knows at least."""
        known = 0
        for number, line in enumerate(self.head.splitlines()[:100]):
            name, colon, _ = line.partition(":")
            if line[:1] in (" ", "\t") and number:
                continue
            if not colon or not re.fullmatch(r"[!-9;-~]+", name):
                return False if line else known > 1
            known += bool(_FIELD.match(name))
            if known > 2:
                return True
        return False

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """The names in the first line, in lower case, where tabs, commas or semicolons part it."""
        first = self.head.partition("\n")[0].strip("\r")
        mark = max("\t,;", key=first.count)
        return tuple(each.strip().strip('"').strip().lower() for each in first.split(mark)) if mark in first else ()
