"""Listed forms, found in a sentence as whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from auditor.analysis import Sentence
from auditor.config import gazetteer, word_list
from auditor.languages import languages

_START = re.compile(r"\w+(?:[-'.]\w+)*")
"""Where a form may begin: not behind a hyphen or an apostrophe, but behind any other mark."""

_POSSESSIVE = "'s"


@dataclass(frozen=True, slots=True)
class Found:
    """A ``form`` at ``start`` to ``end`` of the sentence's own code points, and its ``english``."""

    form: str
    english: str
    start: int
    end: int


class Forms:
    """Forms to look up, each with its English; those of a story's own are made once for all its sentences."""

    def __init__(self, english: Mapping[str, str]) -> None:
        self.english = english
        self.starts = _first_words(english)


def lookup(sentence: Sentence, forms: Mapping[str, str] | Forms) -> Iterator[Found]:
    """Yield the ``forms`` that stand in ``sentence`` as whole words, the longest first at each place."""
    text = sentence.plain
    known = forms if isinstance(forms, Forms) else _listed(tuple(forms.items()))
    end = 0
    for word in _START.finditer(text):
        if word.start() < end:
            continue
        first = word.group().removesuffix(_POSSESSIVE)
        for form in known.starts.get(first.partition(".")[0], ()):
            after = text[word.start() + len(form) : word.start() + len(form) + 1]
            if text.startswith(form, word.start()) and not (after.isalnum() or after == "-" or after == "_"):
                end = word.start() + len(form)
                yield Found(form, known.english[form], word.start(), end)
                break


@cache
def _listed(forms: tuple[tuple[str, str], ...]) -> Forms:
    return Forms(dict(forms))


def _first_words(forms: Iterable[str]) -> dict[str, tuple[str, ...]]:
    by_word: dict[str, list[str]] = {}
    for form in forms:
        match = _START.match(form)
        if match is not None:
            by_word.setdefault(match.group().partition(".")[0], []).append(form)
    return {word: tuple(sorted(found, key=len, reverse=True)) for word, found in by_word.items()}


def in_longer_name(sentence: Sentence, found: Found) -> bool:
    """Tell whether the words next to ``found`` make it part of a longer name ("Bibliothèque de Genève")."""
    text = sentence.plain
    before, after = text[: found.start], text[found.end :]
    previous = re.search(r"(\S+)([ -])$", before)
    following = re.match(r"([ -])([^\W\d_]\S*)", after)
    if previous:
        word = previous[1]
        bare = word.lstrip("\"'([")
        if bare.lower() in particles() or previous[2] == "-":
            return True
        opens_sentence = before.strip("\"'([ ") == bare
        if bare[:1].isupper() and not opens_sentence and bare[-1].isalnum() and bare not in _calendar():
            return True
    if before.endswith(("d'", "l'", "-")):
        return True
    return bool(following) and following is not None and following[2][0].isupper() and following[2] not in _calendar()


@cache
def table(name: str, key: str) -> Mapping[str, str]:
    """Return the table ``key`` of the gazetteer ``name``: form to English."""
    found: dict[str, str] = gazetteer(name)[key]
    return found


@cache
def particles() -> frozenset[str]:
    """Return the small words inside foreign names, such as “de” and “von”."""
    return frozenset(("&", *(particle for each in languages() for particle in each.names.particles)))


@cache
def _calendar() -> frozenset[str]:
    return frozenset((*word_list("calendar.months"), *word_list("calendar.weekdays")))


def recased_article(english: str, start: int) -> str:
    """Return ``english`` with its article capitalised where it opens the sentence."""
    return english[0].upper() + english[1:] if start == 0 else english
