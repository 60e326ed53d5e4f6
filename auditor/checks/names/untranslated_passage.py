"""``untranslated-passage``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.analysis.vocabulary import is_english
from auditor.checks.base import Hit, Story, code_check
from auditor.languages import in_latin_letters, language, language_name, languages
from auditor.model import ENGLISH, Category, Confidence, Severity
from auditor.text import SIGNS, Word, in_brackets, words

_ENOUGH = 3
"""Function words of one language, none of them English, that make a passage."""

_GAP = 3
"""Other words that may stand between two of them."""

_CLAUSE = 9
"""Words from which a stretch after a capital is a clause and no longer a name ("Institut de la …")."""

_TITLE = 80
"""Code points of a quotation that may be a title or a motto, kept on purpose."""


_OTHER = r"[^\W\d_A-Za-z\u00aa-\u02ff\u1e00-\u1eff\u2070-\u214f\ufb00-\ufb06\uff21-\uff5a\U0001d400-\U0001d7ff]"
_OTHER_LETTERS = re.compile(rf"(?:{_OTHER}[{SIGNS}]*)+(?:[\W\d_]{{1,16}}(?:{_OTHER}[{SIGNS}]*)+)*")
"""Words in which no letter is Latin, or stands for one, with what parts them."""


@code_check(
    "untranslated-passage",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The minister said that [[la situation dans les hôpitaux est]] serious.",
        "He denied it: no [[se trata de una crisis que]] began in May.",
        "[[Das ist nicht der]] end of the talks.",
        "He said [[que la situación es la]] worst of all, and then que no [[se trata de una]] crisis.",
        "Talks went on. [[Regeringen sänker skatterna nästa år]].",
        "Talks went on. [[两国将签署新的贸易协定]]。",
        "The minister said that [[дороги закрыты]] until Monday.",
    ),
    passes=(
        "The minister said that the situation in hospitals is serious.",
        "The novel “Le Silence de la mer et des autres” is read in schools.",
        "She runs the Institut national de la santé et de la recherche médicale.",
        "He lives in Saint-Germain-en-Laye with Marie de la Tour du Pin.",
        "The motto “el pueblo no se rinde y no se vende” was sung.",
        "The word “Дорога” is on the wall, and Beijing (北京市) beneath it, she said.",
        "He writes of the paper Hunan Ribao and of Zhongguo Zhengfu.",
        "Patients with Chlamydophila pneumoniae were given erythromycin and azithromycin.",
        "Il Sorpasso.",
        "The α and β decays were measured.",
    ),
)
def untranslated_passage(story: Story) -> Iterator[Hit]:
    """A stretch of the story is still in the source language.

    Told are three or more function words of another language (articles, prepositions, auxiliaries) that stand together,
    none of them English; a whole sentence of words that English has not; and words in other letters than Latin ones.

    Names of bodies and persons, which are mostly capitals, quoted titles and mottoes pass, and so do words in other
    letters that stand in brackets behind a name, or that a source in Latin letters has too.
    """
    for sentence in story.analysis.sentences:
        for first, last, name in (*_in_other_letters(sentence.plain, story), *_in_latin_letters(sentence.plain)):
            span = sentence.span_at(first, last)
            quotation = story.analysis.quotation_around(span)
            if quotation is None or len(quotation) > _TITLE:
                yield Hit(spans=(span,), message=f"These words are still in {name}; translate them.")


def _in_other_letters(text: str, story: Story) -> Iterator[tuple[int, int, str]]:
    """Yield the start and end of runs of words that no Latin letter belongs to, and how to call their language."""
    kept = story.source.text if story.source is not None and in_latin_letters(story.spoken) else ""
    for run in _OTHER_LETTERS.finditer(text):
        several = sum(map(str.isalpha, run.group())) > 1
        if several and not in_brackets(text, run.start()) and run.group() not in kept:
            yield run.start(), run.end(), "other letters"


def _in_latin_letters(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the start and end of runs of foreign words, or of the sentence that is made of them, and their language."""
    found = tuple(words(text))
    runs = tuple(_runs(found))
    yield from ((run[0].start, run[-1].end, language_name(_language(run) or "")) for run in runs)
    if not runs and _is_foreign(found):
        yield found[0].start, found[-1].end, "another language"


def _is_foreign(found: tuple[Word, ...]) -> bool:
    """Tell whether the words of a sentence are no English: half of them unknown, and none that only English has."""
    small = [word.text.lower() for word in found if word.text[0].islower()]
    strange = [word for word in small if len(word) > 1 and not is_english(re.split("['’]", word)[0])]
    return (
        len(strange) >= max(_ENOUGH, len(found) / 2)
        and len(found) > _ENOUGH
        and not any(word in _english_alone() for word in small)
    )


@cache
def _english_alone() -> frozenset[str]:
    """Return the function words of English that no other language has."""
    others = (language(code).function_words for code in _told())
    return frozenset(language(ENGLISH).function_words).difference(*others)


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
