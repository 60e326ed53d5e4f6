"""The one way out for text from outside: nothing in what is shown acts on a terminal, a log, a reader or a pipeline.

What comes from a file, its name, the environment or a server passes ``visible`` before it stands on a line, or
``json_text`` before it stands in JSON, where its value stays.
"""

from __future__ import annotations

import json
import re
import traceback
import unicodedata

_SPACES = frozenset("\t\n\r\v\f\u0085\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")  # part of emoji and of several scripts

COMMAND = re.compile(r"\A\s*:(?=:)|#(?=#\w*\[)")
"""What makes a line of a log a command: ``::error`` at its start, ``##[error]`` or ``##vso[`` anywhere.

Source: actions/runner, ``ActionCommand.cs``; Azure Pipelines, "Logging commands"; TeamCity, "Service messages".
"""

_ACTIVE_IN_JSON = re.compile(r"[^\w\n -~\xa0-\xac\xae-\xff\u2010-\u2027\u202f-\u205f]|#(?=#\w*\[)")
"""What may have to be escaped in JSON, which is already free of the controls of ASCII; never letters, figures and the
marks of European languages."""


def visible_character(character: str) -> str:
    """Return ``character`` as it may be shown: white space as a space, a control by its code point."""
    if character in _SPACES:
        return " "
    # Cc: terminal controls; Cf: bidi overrides and invisible marks; Cs: lone surrogates, which no encoder takes
    if unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character not in _JOINERS:
        return _code_point(character)
    return character


def visible(text: str) -> str:
    """Return ``text`` on one line that can only be read, with what would act on its reader spelled ``<U+202E>``.

    That are controls and formatting characters, and the marks by which a line of a CI log becomes a command.
    """
    shown = text if text.isprintable() else "".join(map(visible_character, text))
    return COMMAND.sub(_spelled, shown) if "::" in shown or "##" in shown else shown


def visible_lines(text: str) -> str:
    """Return ``text`` with each of its lines ``visible``; only a line feed ends one."""
    return "\n".join(map(visible, text.split("\n")))


def json_text(value: object, *, indent: int | None = None) -> str:
    """Return ``value`` as JSON that can be shown: what would act on its reader is escaped and keeps its value."""
    plain = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ACTIVE_IN_JSON.sub(_escaped, plain)


def json_shown(value: object, *, indent: int | None = None) -> str:
    """Return ``value`` as JSON for a program that shows its strings: ``visible`` in themselves, line ends kept."""
    return json_text(_shown(value), indent=indent)


def traceback_of(error: BaseException) -> str:
    """Return the whole traceback of ``error`` as lines to show; names and texts from outside stand in its messages."""
    return visible_lines("".join(traceback.format_exception(error)).rstrip("\n"))


def _shown(value: object) -> object:
    if isinstance(value, dict):
        return {key: _shown(held) for key, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [_shown(each) for each in value]
    return visible_lines(value) if isinstance(value, str) else value


def _spelled(found: re.Match[str]) -> str:
    return f"{found[0][:-1]}{_code_point(found[0][-1])}"


def _escaped(found: re.Match[str]) -> str:
    character = found[0]
    if character != "#" and visible_character(character) == character:
        return character
    units = character.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))


def _code_point(character: str) -> str:
    return f"<U+{ord(character):04X}>"
