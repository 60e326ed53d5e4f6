"""``words-repeated``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from auditor.analysis import Sentence
from auditor.checks.base import Hit, Story, code_check
from auditor.config import word_list
from auditor.model import Category, Confidence, Severity
from auditor.text import TOKEN

_LONGEST = 12
"""Words of the longest phrase whose repetition is sought."""

_LONGEST_NAME = 4
"""Letters up to which a doubled capitalised word is taken for a name, such as “Pago Pago”."""


@code_check(
    "words-repeated",
    category=Category.DUPLICATION,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    flags=(
        "The port was closed on [[Monday Monday]] because of a storm.",
        "The mayor of [[the the]] town resigned.",
        "The report [[of the committee of the committee]] is late.",
        "The envoy left the [[talks talks talks]] in anger.",
    ),
    passes=(
        "He had had enough, and said that that day was lost.",
        "Step by step by step, the port was built.",
        "The singer of Duran Duran was born in Wagga Wagga.",
        "She left on Monday. Monday was a holiday.",
        "It was a long, long strike.",
        "The code is 10 10 20 20.",
        "The year-on-year on the chart is 3 percent.",
    ),
)
def words_repeated(story: Story) -> Iterator[Hit]:
    """The same word or phrase stands twice in a row.

    Neural engines fall into loops: a word, a phrase or half a sentence comes again and again. What should
    stand there is lost.

    Words that English doubles (“had had”, “very very”), phrases such as “step by step by step”, rows of figures,
    doubled names and speakers who insist pass. Three times in a row, or a phrase of
    several words, is a loop, not a slip of the pen.
    """
    for sentence in story.analysis.sentences:
        yield from _in_sentence(sentence, story)


def _in_sentence(sentence: Sentence, story: Story) -> Iterator[Hit]:
    text = sentence.plain
    found = list(TOKEN.finditer(text))
    words = [match.group().casefold() for match in found]
    gaps = [text[left.end() : right.start()] for left, right in pairwise(found)]
    index = 0
    while index < len(words) - 1:
        size, times = _loop(words, gaps, index)
        if times < 2 or (times == 2 and _is_idiom(text, found, words, index, size)):
            index += 1
            continue
        last = index + size * times - 1
        span = sentence.span_at(found[index].start(), found[last].end())
        phrase = text[found[index].start() : found[index + size - 1].end()]
        index = last + 1
        if "," in "".join(gaps[last + 1 - size * times : last]) and story.analysis.in_quotation(span):
            continue
        yield Hit(
            spans=(span,),
            message=f"“{phrase}” stands here {'twice' if times == 2 else f'{times} times'} in a row.",
            suggestions=(phrase,),
            severity=_severity(size, times),
        )


def _loop(words: Sequence[str], gaps: Sequence[str], start: int) -> tuple[int, int]:
    """Return the size in words of the shortest phrase repeated from ``start``, and how often it stands there."""
    for size in range(1, min(_LONGEST, (len(words) - start) // 2) + 1):
        times = 1
        while _follows(words, gaps, start, size, start + size * times):
            times += 1
        if times > 1:
            return size, times
    return 0, 1


def _follows(words: Sequence[str], gaps: Sequence[str], start: int, size: int, again: int) -> bool:
    if again + size > len(words) or words[start : start + size] != words[again : again + size]:
        return False
    between = (*gaps[start : start + size - 1], *gaps[again - 1 : again + size - 1])
    allowed = {"", ","} if size > 2 else {""}
    return all(gap.strip() in allowed for gap in between)


def _is_idiom(text: str, found: Sequence[re.Match[str]], words: Sequence[str], index: int, size: int) -> bool:
    """Tell whether two copies of a phrase are what English allows, and not a slip."""
    phrase = words[index : index + size]
    if size == 1:
        return _is_doubled_word(text, found, index)
    if all(word[0].isdigit() for word in phrase):
        return True
    joins = _listed("repetition.joins")
    around = {*words[index - 1 : index], *words[index + 2 * size : index + 2 * size + 1]}
    return size == 2 and (phrase[1] in joins or (phrase[0] in joins and phrase[1] in around))


def _is_doubled_word(text: str, found: Sequence[re.Match[str]], index: int) -> bool:
    first, second = found[index].group(), found[index + 1].group()
    word = first.casefold()
    if word in _listed("repetition.doubled"):
        return True
    if word[0].isdigit():
        return not _in_prose(text, found, index)
    acronym = first.isupper() and len(first) > 1
    if not (first[0].isupper() and second[0].isupper()) or acronym or _is_place(word):
        return False
    return len(first) <= _LONGEST_NAME or word in _listed("repetition.names")


def _is_place(word: str) -> bool:
    lists = ("places.countries", "repetition.continents", "calendar.months", "calendar.weekdays")
    return any(word in _listed(name) for name in lists)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(map(str.casefold, word_list(name)))


def _in_prose(text: str, found: Sequence[re.Match[str]], index: int) -> bool:
    """Tell whether the doubled figure stands among words, and not in a row of figures."""
    before = text[: found[index].start()].split()[-1:]
    after = text[found[index + 1].end() :].lstrip(" .,;:)\"'")
    return bool(before) and before[0][-1].isalpha() and not after[:1].isdigit()


def _severity(size: int, times: int) -> Severity:
    if times >= 4 or size >= 6:
        return Severity.CRITICAL
    return Severity.MAJOR if times == 3 or size >= 2 else Severity.MINOR
