"""JSON whose strings know where they stand; bounded in depth."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from auditor.model import InputError
from auditor.readers.pieces import Piece

DEEPEST = 100
"""Values within each other."""

_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(r"-?(?:0|[1-9]\d{0,400})(?:\.\d{1,400})?(?:[eE][+-]?\d{1,9})?|true|false|null")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_ESCAPE = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.")


@dataclass(frozen=True, slots=True)
class Text:
    """A string: what it says, where its quotes stand in the file, and its JSON pointer."""

    value: str
    start: int
    end: int
    pointer: str

    def pieces(self, file: str) -> Iterator[Piece]:
        """Yield its characters with their places in ``file``; half a character becomes the mark for it."""
        at = self.start + 1
        for match in _ESCAPE.finditer(file, at, self.end - 1):
            if at < match.start():
                yield Piece(file[at : match.start()], at, match.start(), self.pointer)
            decoded = str(json.loads(f'"{match[0]}"'))
            yield Piece(decoded.encode("utf-8", "replace").decode(), match.start(), match.end(), self.pointer)
            at = match.end()
        if at < self.end - 1:
            yield Piece(file[at : self.end - 1], at, self.end - 1, self.pointer)


@dataclass(frozen=True, slots=True)
class Record:
    """An object: its members, where its brackets stand, and its JSON pointer; of two of a name the last counts."""

    members: dict[str, Value]
    start: int
    end: int
    pointer: str

    def text(self, *names: str) -> Text | None:
        """Return the first of ``names`` that is a string with something in it."""
        for name in names:
            found = self.members.get(name)
            if isinstance(found, Text) and found.value.strip():
                return found
        return None

    def said(self, *names: str) -> str | None:
        """Return what ``text`` does, as words."""
        found = self.text(*names)
        return " ".join(found.value.encode("utf-8", "replace").decode().split()) if found else None

    def list(self, name: str) -> tuple[Value, ...]:
        """Return the values of a list, none where there is no such list."""
        found = self.members.get(name)
        return found if isinstance(found, tuple) else ()


Value: TypeAlias = "Text | Record | tuple[Value, ...] | str | None"
"""Numbers and constants are the words that stand for them, null is None."""


def read_json(name: str, file: str, start: int = 0, end: int | None = None) -> Value:
    """Return the value that ``file`` holds from ``start`` to ``end``; ``name`` is for messages.

    Raises ``InputError``, with line and column, for what is no JSON or nested too deeply.
    """
    reading = _Reading(name, file, len(file) if end is None else end)
    value, at = reading.value(reading.past_space(start), "", 0)
    at = reading.past_space(at)
    if at < reading.end:
        raise reading.wrong(at, "something follows its end")
    return value


class _Reading:
    def __init__(self, name: str, file: str, end: int) -> None:
        self._name = name
        self._file = file
        self.end = end

    def past_space(self, at: int) -> int:
        match = _SPACE.match(self._file, at)
        assert match
        return match.end()

    def wrong(self, at: int, what: str) -> InputError:
        line = self._file.count("\n", 0, at) + 1
        column = at - self._file.rfind("\n", 0, at)
        return InputError(f"{self._name}, line {line}, column {column}: this is not JSON ({what}); export it anew.")

    def value(self, at: int, pointer: str, depth: int) -> tuple[Value, int]:
        if depth > DEEPEST:
            raise InputError(f"{self._name} has more than {DEEPEST} values within each other; export it anew.")
        first = self._file[at : at + 1] if at < self.end else ""
        if first == '"':
            return self._text(at, pointer)
        if first == "{":
            return self._record(at, pointer, depth)
        if first == "[":
            return self._list(at, pointer, depth)
        match = _PLAIN.match(self._file, at)
        if not match or match.end() > self.end:
            raise self.wrong(at, "a value is missing")
        return (None if match[0] == "null" else match[0]), match.end()

    def _text(self, at: int, pointer: str) -> tuple[Text, int]:
        match = _STRING.match(self._file, at, self.end)
        if not match:
            raise self.wrong(at, "a text has no end")
        try:
            value = str(json.loads(match[0], strict=False))
        except ValueError:
            raise self.wrong(at, "a text has an escape that is none") from None
        return Text(value, at, match.end(), pointer), match.end()

    def _record(self, at: int, pointer: str, depth: int) -> tuple[Record, int]:
        members: dict[str, Value] = {}
        begun, at = at, self.past_space(at + 1)
        while self._file[at : at + 1] != "}":
            if self._file[at : at + 1] != '"':
                raise self.wrong(at, "a name is missing")
            named, at = self._text(at, pointer)
            at = self.past_space(at)
            if self._file[at : at + 1] != ":":
                raise self.wrong(at, "a colon is missing")
            step = named.value.replace("~", "~0").replace("/", "~1")
            members[named.value], at = self.value(self.past_space(at + 1), f"{pointer}/{step}", depth + 1)
            at = self._next(at, "}")
        return Record(members, begun, at + 1, pointer), at + 1

    def _list(self, at: int, pointer: str, depth: int) -> tuple[tuple[Value, ...], int]:
        values: list[Value] = []
        at = self.past_space(at + 1)
        while self._file[at : at + 1] != "]":
            value, at = self.value(at, f"{pointer}/{len(values)}", depth + 1)
            values.append(value)
            at = self._next(at, "]")
        return tuple(values), at + 1

    def _next(self, at: int, close: str) -> int:
        """Return where the next value begins, or the list's end stands."""
        at = self.past_space(at)
        if self._file.startswith(",", at):
            at = self.past_space(at + 1)
            if self._file.startswith(close, at):
                raise self.wrong(at, "a value is missing")
            return at
        if not self._file.startswith(close, at) or at >= self.end:
            raise self.wrong(min(at, self.end), f"a comma or “{close}” is missing")
        return at
