"""``untranslated-passage``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Hit, Story, code_check
from auditor.languages import language, language_name, languages
from auditor.model import ENGLISH, Category, Confidence, Severity
from auditor.text import Word, words

_ENOUGH = 3
"""Function words of one language, none of them English, that make a passage."""

_GAP = 3
"""Other words that may stand between two of them."""

_CLAUSE = 9
"""Words from which a stretch after a capital is a clause and no longer a name ("Institut de la …")."""

_TITLE = 80
"""Code points of a quotation that may be a title or a motto, kept on purpose."""


@code_check(
    "untranslated-passage",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The minister said that [[la situation dans les hôpitaux est]] serious.",
        "He denied it: no [[se trata de una crisis que]] began in May.",
        "[[Das ist nicht der]] end of the talks.",
    ),
    passes=(
        "The minister said that the situation in hospitals is serious.",
        "The novel “Le Silence de la mer et des autres” is read in schools.",
        "She runs the Institut national de la santé et de la recherche médicale.",
        "He lives in Saint-Germain-en-Laye with Marie de la Tour du Pin.",
        "The motto “el pueblo no se rinde y no se vende” was sung.",
    ),
)
def untranslated_passage(story: Story) -> Iterator[Hit]:
    """A stretch of the story is still in the source language.

    Three or more of its function words (articles, prepositions, auxiliaries) stand together, none of them English.

    Names of bodies and persons, which are mostly capitals, and quoted titles and mottoes pass.
    """
    for sentence in story.analysis.sentences:
        found = tuple(words(sentence.plain))
        for run in _runs(found):
            span = sentence.span_at(run[0].start, run[-1].end)
            quotation = story.analysis.quotation_around(span)
            if quotation is not None and len(quotation) <= _TITLE:
                continue
            name = language_name(_language(run) or "")
            yield Hit(spans=(span,), message=f"These words are still in {name}; translate them.")


def _runs(found: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Yield stretches from the first to the last foreign function word, where there are enough of one language."""
    run: list[Word] = []
    last = -1
    for index, word in enumerate(found):
        foreign = any(word.text.lower() in _function_words(code) for code in _told())
        english = word.text.lower() in _function_words(ENGLISH) and not foreign
        if run and (english or index - last > _GAP):
            yield from _judged(run, found, last)
            run = []
        if run or foreign:
            run.append(word)
        if foreign:
            last = index
    if run:
        yield from _judged(run, found, last)


def _judged(words_of_run: list[Word], found: tuple[Word, ...], last: int) -> Iterator[tuple[Word, ...]]:
    """Yield the run up to the word with the index ``last``, unless it is English or a name."""
    first = found.index(words_of_run[0])
    run = found[first : last + 1]
    spoken = _language(run)
    if spoken is None:
        return
    own = _function_words(spoken)
    others = sum(word.text.lower() not in own for word in run)
    capitals = sum(word.text[0].isupper() for word in run[1:])
    in_name = any(word.text[0].isupper() for word in found[max(first - 2, 1) : first])
    is_name = capitals * 3 > len(run) or capitals > others / 2 or (in_name and len(run) < _CLAUSE)
    if not is_name and (others or len(run) > _ENOUGH):
        yield run


def _language(run: tuple[Word, ...]) -> str | None:
    """Return the language most of whose function words stand in ``run``, if there are enough."""
    counts = {code: len({w.text.lower() for w in run if w.text.lower() in _function_words(code)}) for code in _told()}
    best = max(counts, key=lambda code: counts[code])
    return best if counts[best] >= _ENOUGH else None


@cache
def _told() -> tuple[str, ...]:
    """Return the languages of which machines leave passages."""
    return tuple(each.code for each in languages() if each.passages)


@cache
def _function_words(code: str) -> frozenset[str]:
    """Return the function words of a language; for a foreign one those of two letters or more that English lacks."""
    own = frozenset(language(code).function_words)
    if code == ENGLISH:
        return own
    return frozenset(word for word in own - _function_words(ENGLISH) if len(word) > 1)
