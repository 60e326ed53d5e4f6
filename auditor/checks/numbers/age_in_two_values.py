"""``age-in-two-values``."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.base import Hit, Story, code_check
from auditor.config import word_list
from auditor.model import Category, Confidence, Severity, Span

_NAME = r"(?:[A-Z][\w'-]+\s+){0,3}[A-Z][\w'-]+"
_AFTER = re.compile(rf"(?P<name>{_NAME}),\s+(?:aged\s+|who is\s+)?(?P<age>\d{{1,3}})(?=[,.;])(?!,\s*(?:\d|000))")
_BEFORE = re.compile(rf"\b(?P<age>\d{{1,3}})-year-old\s+(?:[a-z-]+\s+){{0,3}}?(?P<name>{_NAME})")
_THEN = re.compile(r"\b(?:then|when|while|late|died|ago)\b|\b(?:19|20)\d\d\b")
_NOT_A_NAME = re.compile(r"(?:The|In|On|At|A|An|No|Section|Article|" + "|".join(word_list("calendar.months")) + r")\b")
_OLDEST = 115


@dataclass(frozen=True, slots=True)
class _Age:
    name: str
    years: int
    span: Span


@code_check(
    "age-in-two-values",
    category=Category.NUMBER,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "The captain, [[Ana Velo, 45]], left the pier.\n\nFor [[54-year-old Velo]] it was the last ship.",
        "The [[31-year-old driver Ivo Borg]] was held.\n\nA judge let [[Borg, 13]], go home.",
    ),
    passes=(
        "The captain, Ana Velo, 45, left the pier.\n\nFor 45-year-old Velo it was the last ship.",
        "Ana Velo, 45, and her son Ivo Velo, 12, left the pier.",
        "Ana Velo, 45, left the pier.\n\nIn 1999, the 20-year-old Velo had come by ship.",
    ),
)
def age_in_two_values(story: Story) -> Iterator[Hit]:
    """One person is given two ages in the same story.

    Two figures were swapped or one was misread; readers trust neither.

    Relatives of the same name, and ages at an earlier time (“then”, “when”, a year), pass.
    """
    ages = list(_ages(story))
    by_surname: dict[str, list[_Age]] = defaultdict(list)
    for age in ages:
        by_surname[age.name.split()[-1]].append(age)
    for told in by_surname.values():
        full = {age.name for age in told if " " in age.name}
        first = told[0]
        if len(full) > 1:
            continue
        for age in told[1:]:
            if age.years != first.years:
                yield Hit(
                    spans=(age.span, first.span),
                    message=f"{first.name.split()[-1]} is {age.years} here and {first.years} elsewhere.",
                )


def _ages(story: Story) -> Iterator[_Age]:
    for sentence in story.analysis.sentences:
        text = sentence.plain
        found = sorted((*_AFTER.finditer(text), *_BEFORE.finditer(text)), key=lambda match: match.start())
        for match in found:
            years = int(match["age"])
            if _THEN.search(text) or _NOT_A_NAME.match(match["name"]) or not 0 < years <= _OLDEST:
                continue
            name = match["name"].removesuffix("'s")
            yield _Age(name, years, sentence.span_at(match.start(), match.end()))
