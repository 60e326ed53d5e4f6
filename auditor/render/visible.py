"""Text that came from outside, made safe to show: what would act on a terminal or reader is spelled out."""

from __future__ import annotations

import unicodedata

_SPACES = frozenset("\t\n\r\v\f\u0085\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d")  # part of emoji and of several scripts


def visible_character(character: str) -> str:
    """Return ``character`` as it may be shown: white space as a space, a control by its code point."""
    if character in _SPACES:
        return " "
    # Cc: terminal controls; Cf: bidi overrides and invisible marks; Cs: lone surrogates, which no encoder takes
    if unicodedata.category(character) in {"Cc", "Cf", "Cs"} and character not in _JOINERS:
        return f"<U+{ord(character):04X}>"
    return character


def visible(text: str) -> str:
    """Return ``text`` on one line, with every control and formatting character spelled ``<U+202E>``."""
    return "".join(map(visible_character, text))
