"""One entry as given in a file, checked and made a term."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from auditor.model import InputError, Term, TermKind


def entry(
    kind: TermKind,
    source: str,
    targets: Iterable[str],
    *,
    origin: str,
    note: str = "",
    source_language: str = "",
) -> Term:
    """Return the term; empty texts are none, spaces are single and accents composed.

    A term to keep is its own first target. Raises ``InputError`` that names ``origin`` and the field.
    """
    term = _tidy(source)
    words = [word for target in targets if (word := _tidy(target))]
    if kind is not TermKind.FORBIDDEN and not term:
        raise InputError(f"{origin}, source: a {kind} entry needs the term of the source; fill it in.")
    if kind is TermKind.KEEP:
        words.insert(0, term)
    elif not words:
        raise InputError(f"{origin}, target: a {kind} entry needs the English words; fill them in.")
    for field, text in (("source", term), *(("target", word) for word in words)):
        if text and not any(letter.isalnum() for letter in text):
            raise InputError(f"{origin}, {field}: “{text}” has no letter or figure; correct it.")
    return Term(kind, term or None, tuple(dict.fromkeys(words)), _tidy(note), _tidy(source_language) or None, origin)


def _tidy(text: str) -> str:
    return normalize("NFC", " ".join(text.split()))
