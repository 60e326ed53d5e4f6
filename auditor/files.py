"""The one door to files that somebody gives: regular files of a bounded size, nothing that one could wait for."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from auditor.model import InputError

MB = 10**6

_STREAM = re.compile(r"/dev/stdin|/dev/fd/\d+|/proc/(?:self|\d+)/fd/\d+")
"""Descriptors that the user hands over, such as a shell's process substitution: pipes are meant there."""

_ODD = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)

_STRINGS = re.compile(r'"""(?s:.*?)"""|\'\'\'(?s:.*?)\'\'\'|"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\'|#[^\n]*+')
_DOTTED = re.compile(r"(?<![\w-])(?:[\w-]++[ \t]*+\.[ \t]*+){32}")
"""A key of more parts than anybody writes: Python's reader takes the square of their number."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """What a file is read for: how messages call it, its largest size in MB (10**6 bytes), and what to do instead."""

    called: str
    most: int
    instead: str

    def subject(self, path: Path | str) -> str:
        """Return the file at ``path`` as the subject of a sentence."""
        return f"{self.called} {path}".lstrip()


STORY = FileKind("", 10, "name a story")
GLOSSARY = FileKind("The glossary", 50, "name another file")
PACK = FileKind("The pack", 1, "name another file")
BASELINE = FileKind("The baseline", 50, "name another file")
SETTINGS = FileKind("The settings file", 1, "name another file")
WORDS = FileKind("The word list", 10, "name another file")
REPORT = FileKind("The earlier report", 100, "name a file written with --json")
REVIEW = FileKind("The record", 50, "name a record of a review")
LINES = FileKind("", 10, "name a file of JSON lines")
"""Lines of a batch: the size is that of one line."""


def read_bytes(path: Path, kind: FileKind) -> bytes:
    """Return what is in the file at ``path``, at most ``kind.most`` MB.

    Raises ``InputError``, in one sentence and at once, for a file that is missing, may not be read or is larger, and
    for what is no regular file, unless it is a descriptor that the user hands over.
    """
    with opened(path, kind) as file:
        try:
            data = file.read(kind.most * MB + 1)
        except OSError as error:
            raise _unread(path, kind, error) from None
        if len(data) > kind.most * MB:
            raise too_large(path, kind, os.fstat(file.fileno()).st_size)
    return data


def read_text(path: Path, kind: FileKind) -> str:
    """Return the text in UTF-8 in the file at ``path``; raises ``InputError`` as ``read_bytes`` does."""
    try:
        return read_bytes(path, kind).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"byte {error.start + 1} is not UTF-8; save it again as UTF-8"
        raise InputError(f"{kind.subject(path)} cannot be read: {what}.") from None


def opened(path: Path, kind: FileKind) -> BinaryIO:
    """Return the file at ``path``, open; raises ``InputError`` as ``read_bytes`` does."""
    stream = _STREAM.fullmatch(str(path)) is not None
    try:
        _refuse(path, kind, path.stat().st_mode, stream=stream)  # a device is not even to be opened
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NOCTTY | (0 if stream else os.O_NONBLOCK))
        file = os.fdopen(descriptor, "rb")
    except (OSError, ValueError) as error:  # a name with a null character
        raise _unread(path, kind, error) from None
    try:
        _refuse(path, kind, os.fstat(descriptor).st_mode, stream=stream)  # nor what was put in its place meanwhile
    except InputError:
        file.close()
        raise
    return file


def too_large(path: Path | str, kind: FileKind, size: int = 0) -> InputError:
    """Return the error that says that a file of ``size`` bytes, 0 for a stream, is larger than its kind may be."""
    has = f" (it has {size / MB:.1f} MB)" if size > kind.most * MB else ""
    return InputError(f"{kind.subject(path)} is larger than {kind.most} MB{has}, too large to be read; split it.")


def lines_of(file: BinaryIO, most: int = LINES.most) -> Iterator[bytes]:
    """Yield the lines of ``file``; of one that is longer than ``most`` MB only that much and a byte."""
    limit = most * MB
    while line := file.readline(limit + 1):
        yield line
        while len(line) >= limit and not line.endswith(b"\n"):
            line = file.readline(limit)


def parsed_toml(text: str) -> dict[str, Any]:
    """Return what the TOML ``text`` holds.

    Raises ``ValueError``, whose words end a sentence, for what is no TOML and for what no person writes: keys of
    hundreds of parts, tables within tables without end, numbers of thousands of digits.
    """
    if _DOTTED.search(_STRINGS.sub("_", text)):
        raise ValueError("a key has more than 32 parts")
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None
    except tomllib.TOMLDecodeError:
        raise
    except ValueError:  # Python converts no number of thousands of digits
        raise ValueError("a number has thousands of digits") from None


def _refuse(path: Path, kind: FileKind, mode: int, *, stream: bool) -> None:
    """Raise ``InputError`` where a file of ``mode`` is not to be read."""
    if stat.S_ISDIR(mode):
        raise InputError(f"{kind.subject(path)} is a folder; {kind.instead}{'' if kind.called else ' in it'}.")
    odd = next((name for is_odd, name in _ODD if is_odd(mode)), None)
    if odd and not stream:
        raise InputError(f"{kind.subject(path)} is {odd}, not a file; {kind.instead}.")


def _unread(path: Path, kind: FileKind, error: OSError | ValueError) -> InputError:
    subject = kind.subject(path)
    if isinstance(error, FileNotFoundError):
        return InputError(f"{subject} does not exist; check the name.")
    if isinstance(error, PermissionError):
        return InputError(f"{subject} may not be read; change its permissions.")
    reason = (error.strerror if isinstance(error, OSError) else None) or "unknown error"
    return InputError(f"{subject} cannot be read ({reason}); check its name or copy it.")
