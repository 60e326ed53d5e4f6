"""Where a text says no: negation words of each language, without what only looks like them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from typing import NamedTuple

from auditor.languages import language as language_of


def negations(text: str, language: str) -> tuple[re.Match[str], ...]:
    """Return the words of ``text`` that surely deny something."""
    told = patterns(language)
    return _found(told.firm, told.not_denying, text)


class Doubt(IntEnum):
    """How much else in a text may stand for a negation: nothing, a prefix or a comparison, a word such as "without"."""

    NONE = 0
    SLIGHT = 1
    GREAT = 2


def doubt(text: str, language: str) -> Doubt:
    """Return how much in ``text`` may stand for a negation, or may be told as one."""
    told = patterns(language)
    for pattern, level in ((told.firm, Doubt.GREAT), (told.loose, Doubt.GREAT), (told.hints, Doubt.SLIGHT)):
        if pattern is not None and pattern.search(text):
            return level
    return Doubt.NONE


def _found(pattern: re.Pattern[str] | None, exceptions: re.Pattern[str] | None, text: str) -> tuple[re.Match[str], ...]:
    if pattern is None:
        return ()
    excused = [match.span() for match in exceptions.finditer(text)] if exceptions else []
    return tuple(
        match for match in pattern.finditer(text) if not any(start <= match.start() < end for start, end in excused)
    )


class Patterns(NamedTuple):
    """How a language denies, as in its facet ``negation``; None or empty where nothing is listed."""

    firm: re.Pattern[str] | None
    not_denying: re.Pattern[str] | None
    loose: re.Pattern[str] | None
    hints: re.Pattern[str] | None
    restricting: re.Pattern[str] | None
    less: re.Pattern[str]
    denied: Mapping[str, re.Pattern[str]]
    affirmed: Mapping[str, re.Pattern[str]]
    kept: Mapping[str, re.Pattern[str]]


@cache
def patterns(language: str) -> Patterns:
    """Return how ``language`` denies."""
    told = language_of(language).negation
    return Patterns(
        firm=_either(told.firm),
        not_denying=_either(told.not_denying),
        loose=_either(told.loose),
        hints=_either(told.hints),
        restricting=_either(told.restricting),
        less=re.compile(told.less, re.IGNORECASE),
        denied=_by_name(told.denied),
        affirmed=_by_name(told.affirmed),
        kept=_by_name(told.kept),
    )


def _by_name(forms: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(form, re.IGNORECASE) for name, form in forms.items()}


def _either(forms: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{form})" for form in forms), re.IGNORECASE) if forms else None
