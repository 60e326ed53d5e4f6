"""What no output may hold, by whatever way it got there."""

from __future__ import annotations

import re
import unicodedata

_JOINERS = "\u200c\u200d"
_ANYWHERE = re.compile(r"##\w*\[")


def dangers(text: str, *, tabs: bool = False, commands: tuple[str, ...] = ()) -> list[str]:
    """Return what in ``text`` would act on a terminal, a log or a reader, line feeds apart.

    ``tabs`` are allowed where they part columns, and lines that begin with one of ``commands``, which are our own.
    """
    allowed = "\n\t" if tabs else "\n"
    found = [
        f"U+{ord(character):04X}"
        for character in text
        if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and character not in allowed + _JOINERS
    ]
    found += _ANYWHERE.findall(text)
    lines = (line.strip() for line in text.split("\n"))
    return found + [line for line in lines if line.startswith("::") and not line.startswith(commands or "\0")]
