"""Institutions of a source for which a translation names others: the World Bank for the Monetary Fund."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from auditor.config import gazetteer
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span

_NEAR = 30
"""Code points before a name in which stands what tells its kind: “le ministre de la”."""

_BEHIND = 8


@dataclass(frozen=True, slots=True)
class Exchange:
    """At ``span`` of a translation stands an institution where the source has another of its kind, at ``source``."""

    span: Span
    source: Span


@dataclass(frozen=True, slots=True)
class _Institution:
    """What an institution is called, by language, and what must stand beside its name."""

    kinds: frozenset[str]
    names: Mapping[str, re.Pattern[str]]
    beside: re.Pattern[str] | None

    def named(self, text: str, language: str) -> Span | None:
        """Return where ``text`` names it, or may."""
        found = self.names[language].search(text) if language in self.names else None
        return Span(*found.span()) if found else None

    def surely_named(self, text: str, language: str) -> Span | None:
        """Return where ``text`` names it beyond doubt."""
        for found in self.names[language].finditer(text) if language in self.names else ():
            near = text[max(found.start() - _NEAR, 0) : found.end() + _BEHIND]
            if self.beside is None or self.beside.search(found.group()) or self.beside.search(near):
                return Span(*found.span())
        return None


def exchanged(ours: str, theirs: str, ours_around: str, theirs_around: str, language: str) -> Iterator[Exchange]:
    """Yield the institutions in English ``ours`` that ``theirs`` has not, where one of their kind that it has is gone.

    The texts around excuse what was moved; ``language`` is the source's.
    """
    for other in _institutions():
        here = other.named(ours, ENGLISH)
        if here is None or language not in other.names:
            continue
        if other.named(theirs_around, language) or other.named(theirs_around, ENGLISH):
            continue
        for gone in _institutions():
            there = gone.surely_named(theirs, language) if gone.kinds & other.kinds else None
            if there is not None and not gone.named(ours_around, ENGLISH):
                yield Exchange(here, there)
                break


def named_in_both(text: str, language: str, other: str, its: str) -> Iterator[Span]:
    """Yield where ``text``, in ``language``, names an institution that the ``other`` text names as well."""
    for each in _institutions():
        here = each.named(text, language)
        if here is not None and each.named(other, its) is not None:
            yield here


@cache
def _institutions() -> tuple[_Institution, ...]:
    tables = gazetteer("institutions")
    beside = {kind: re.compile(expression) for kind, expression in tables["beside"].items()}
    return tuple(
        _Institution(
            kinds=frozenset(row["kinds"]),
            names={key: _compiled(value, key) for key, value in row.items() if key != "kinds"},
            beside=next((beside[kind] for kind in row["kinds"] if kind in beside), None),
        )
        for row in tables["institutions"]
    )


def _compiled(names: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{names})(?!\w)" if language_of(language).writing.spaced else names)
