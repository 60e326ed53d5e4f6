"""Where a text says no: negation words of each language, without what only looks like them."""

from __future__ import annotations

import re
from enum import IntEnum
from functools import cache

from auditor.config import gazetteer


def negations(text: str, language: str) -> tuple[re.Match[str], ...]:
    """Return the words of ``text`` that surely deny something."""
    pattern, exceptions = _patterns(language, "firm")
    return _found(pattern, exceptions, text)


class Doubt(IntEnum):
    """How much else in a text may stand for a negation: nothing, a prefix or a comparison, a word such as "without"."""

    NONE = 0
    SLIGHT = 1
    GREAT = 2


def doubt(text: str, language: str) -> Doubt:
    """Return how much in ``text`` may stand for a negation, or may be told as one."""
    for key, level in (("firm", Doubt.GREAT), ("loose", Doubt.GREAT), ("hints", Doubt.SLIGHT)):
        pattern = _patterns(language, key)[0]
        if pattern is not None and pattern.search(text):
            return level
    return Doubt.NONE


def is_known(language: str) -> bool:
    """Tell whether the negations of ``language`` are listed."""
    return language in gazetteer("negation")


def _found(pattern: re.Pattern[str] | None, exceptions: re.Pattern[str] | None, text: str) -> tuple[re.Match[str], ...]:
    if pattern is None:
        return ()
    excused = [match.span() for match in exceptions.finditer(text)] if exceptions else []
    return tuple(
        match for match in pattern.finditer(text) if not any(start <= match.start() < end for start, end in excused)
    )


@cache
def _patterns(language: str, key: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    table = gazetteer("negation").get(language, {})
    return _either(table.get(key, ())), _either(table.get("not_denying", ()))


def _either(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE) if forms else None
