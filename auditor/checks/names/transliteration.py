"""``foreign-transliteration``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.base import Hit, Story, code_check
from auditor.checks.names.lookup import lookup
from auditor.languages import everywhere, languages
from auditor.model import Category, Confidence, Severity

_DISH = re.compile(r"\b(?:fries|gravy|cheese|curds|dish|menu|chefs?|eat|ate|eating)\b", re.IGNORECASE)

_ENGLISH = r"(?!Tchaikovsk|Tchad|Tchi|Tcho)"
"""What looks so and is English."""


@code_check(
    "foreign-transliteration",
    category=Category.ENTITY,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "Vladimir [[Poutine]] called the talks useful.",
        "[[Sergueï]] Ivanov and Leonid [[Breschnew]] are in the photo.",
        "Oleg [[Marchtchenko]] leads the team.",
        "Shares of [[Gasprom]] fell.",
    ),
    passes=(
        "Vladimir Putin called the talks useful.",
        "Poutine is a dish of fries and gravy.",
        "Tchaikovsky's fifth was played.",
        "Goran Ivanisevic and Slobodan Milosevic were named.",
        "Anna Petrova and Dmitry Peskov spoke.",
    ),
)
def foreign_transliteration(story: Story) -> Iterator[Hit]:
    """A name from another alphabet is transcribed as the source language does it.

    French “Poutine”, German “Gorbatschow” and Spanish “Jruschov” are Putin, Gorbachev and Khrushchev. A search
    for the English form misses the story.

    Known public persons are major, with the English form; companies and bodies are minor, and so are other
    names that only French or German spell in that way, once each. The names are in
    ``auditor/languages``.
    """
    bodies = everywhere("bodies")
    known = {**everywhere("persons"), **everywhere("given_names"), **bodies}
    told: set[str] = set()
    for sentence in story.analysis.sentences:
        text = sentence.plain
        for name in lookup(sentence, known):
            told.add(name.form)
            if name.form == "Poutine" and _DISH.search(text):
                continue
            yield Hit(
                spans=(sentence.span_at(name.start, name.end),),
                message=f"“{name.form}” is a foreign transcription; English writes “{name.english}”.",
                suggestions=(name.english,),
                fix_is_safe=True,
                severity=Severity.MINOR if name.form in bodies else None,
            )
        for spelled in _foreign_spelling().finditer(text):
            if spelled.group() in told:
                continue
            told.add(spelled.group())
            yield Hit(
                spans=(sentence.span_at(*spelled.span()),),
                message=f"“{spelled.group()}” looks like a French or German transcription; check the English form.",
                severity=Severity.MINOR,
                confidence=Confidence.MEDIUM,
            )


@cache
def _foreign_spelling() -> re.Pattern[str]:
    """Return what finds names from another alphabet as other languages spell them and English does not."""
    ends = "|".join(each.transcriptions for each in languages() if each.transcriptions)
    return re.compile(rf"\b{_ENGLISH}[A-Z][\w'-]*?(?:{ends})\b")
