"""Glossaries as plain lists: ``[keep]`` or ``[forbidden]`` on a line, then one term on each line."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model import InputError, Term, TermKind
from auditor.readers.glossary.entry import entry

_HEADINGS = {"[keep]": TermKind.KEEP, "[forbidden]": TermKind.FORBIDDEN}


def read_list(name: str, text: str) -> tuple[Term, ...]:
    """Return the terms of a list; blank lines and what follows `` #`` do not count.

    Raises ``InputError`` with file and line for a term before the first heading, and for an unknown heading.
    """
    return tuple(_terms(name, text))


def _terms(name: str, text: str) -> Iterator[Term]:
    kind: TermKind | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        origin = f"{name}, line {number}"
        term = "" if line.startswith("#") else line.partition(" #")[0].strip()
        if term.startswith("[") and term.endswith("]"):
            if term.lower() not in _HEADINGS:
                raise InputError(f"{origin}: “{term}” is not known; write {' or '.join(_HEADINGS)}.")
            kind = _HEADINGS[term.lower()]
        elif term and kind is None:
            raise InputError(f"{origin}: say first what the terms are; begin the list with {' or '.join(_HEADINGS)}.")
        elif term and kind is TermKind.KEEP:
            yield entry(kind, term, (), origin=origin)
        elif term and kind is not None:
            yield entry(kind, "", (term,), origin=origin)
