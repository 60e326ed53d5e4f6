"""Words of a translation that are no English: of the source in Latin letters, or of a language like it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.alignment.lexicon import LANGUAGES, english_stem
from auditor.analysis.loans import borrowed
from auditor.analysis.vocabulary import is_english
from auditor.bilingual.chinese import spelled
from auditor.bilingual.names import renderings
from auditor.bilingual.pairs import Pair
from auditor.bilingual.places import mentions
from auditor.bilingual.spelling import ends_as_surname
from auditor.languages import Capitals
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span
from auditor.text import WORD, fold

_SHORTEST = 6
"""Letters from which a word is no name cut short, and no abbreviation."""

_SHARED = 6
"""Of the commonest words of a language, those that one has which a machine mistakes for it."""

_NEXT = re.compile(r"\s[A-Z]")
"""What stands behind the first of two names."""

_OPENS = re.compile(r"(?:^|[a-z\d%\"”]{3}[.!?]\s+)[\"“'‘]?$")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = re.compile(r"(?:^|(?<![\w'’-])(?:[a-z]+|The|An?|Th(?:e|o)se) )[\"“]?$")
_BEHIND = re.compile(r" [a-z]+\b|[.,;:!?]")
"""What stands around a word that is no part of a foreign name."""


@dataclass(frozen=True, slots=True)
class Copied:
    """At ``span`` of the translation stands a word of the ``language``, for the words at ``source``."""

    span: Span
    source: Span
    language: str


def copied(pair: Pair) -> Iterator[Copied]:
    """Yield the words of a translation that spell a common word of the source, or its likeness in another language.

    The lexicon must render the word of the source by others, none of which stands in the translation; a word that
    English has, in small letters or as a loan, and what may be a name pass.
    """
    foreign = [word for word in WORD.finditer(pair.ours.text) if _is_foreign(word, pair)]
    lost = _lost(pair) if foreign else []
    for word in foreign:
        found = next(_sources(word.group(), lost, pair), None)
        if found is not None:
            yield Copied(Span(*word.span()), *found)


def _lost(pair: Pair) -> list[tuple[Span, frozenset[str]]]:
    """Return the words of the source that nothing renders, with what would; likeness does not count as it does else."""
    ours = frozenset(english_stem(word.lower()) for word in pair.ours.words)
    words = (
        (word.span, renderings(word.span.of(pair.theirs.text), pair.theirs.language)) for word in pair.theirs.stemmed
    )
    return [(span, known) for span, known in words if known and not known & ours]


def _is_foreign(word: re.Match[str], pair: Pair) -> bool:
    """Tell whether a word is no English, and no name: a name has a capital that nothing else explains."""
    text, before = word.group(), pair.ours.text[: word.start()]
    lower = text.lower()
    if len(lower) < _SHORTEST - (not lower.isascii()) or is_english(lower) or borrowed(lower):
        return False
    if not _WORD.fullmatch(text) or text in pair.theirs.text:
        return False
    if text[0].isupper():
        spoken = pair.theirs.language
        if _NEXT.match(pair.ours.text, word.end()) or ends_as_surname(text, spoken):
            return False
        spaced = language_of(spoken).writing.spaced
        return text.istitle() and spaced and bool(_OPENS.search(before)) and not mentions(text, ENGLISH)
    beside = _BEFORE.search(before), _BEHIND.match(pair.ours.text, word.end())
    around = [_WORD.search(each.group()) for each in beside if each]
    return all(beside) and all(is_english(each.group().lower()) for each in around if each)


def _sources(text: str, lost: list[tuple[Span, frozenset[str]]], pair: Pair) -> Iterator[tuple[Span, str]]:
    """Yield the words of the source that ``text`` spells, or that it renders in another language, which is told."""
    spoken = pair.theirs.language
    writing = language_of(spoken).writing
    if not writing.spaced:
        places = set(spelled(text, pair.theirs.text))
        yield from ((span, spoken) for span, _ in lost if span in places)
    elif writing.script != "Latn":
        for span, _ in lost:
            if fold(text) == fold(span.of(pair.theirs.text)) and not _may_be_name(span, pair):
                yield span, spoken
    for other in _kin(spoken):
        meant = renderings(text, other)
        yield from ((span, other) for span, known in lost if meant & known)


@cache
def _kin(spoken: str) -> tuple[str, ...]:
    """Return the languages with a lexicon that share small words with the language ``spoken``, the closest first."""
    own = frozenset(language_of(spoken).function_words)
    shared = {other: len(own.intersection(language_of(other).function_words)) for other in LANGUAGES if other != spoken}
    return tuple(sorted((other for other in shared if shared[other] >= _SHARED), key=lambda other: -shared[other]))


def _may_be_name(span: Span, pair: Pair) -> bool:
    """Tell whether a word of the source has a capital though no sentence opens with it."""
    text = pair.theirs.text
    cased = language_of(pair.theirs.language).writing.capitals is Capitals.NAMES
    return cased and text[span.start].isupper() and not _OPENS.search(text[: span.start])
