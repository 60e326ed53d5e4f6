"""``unexplained-name``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.analysis import Sentence
from auditor.checks.base import Hit, Story, code_check
from auditor.checks.names.lookup import Found, in_longer_name, lookup, table
from auditor.model import Category, Confidence, Severity

_EXPLAINED = re.compile(
    r"\b(?:minist|office|residence|seat|headquarters|palace|palazzo|presiden|government|cabinet|chancell|street|square|"
    r"arena|stadium|concert|district|station|neighbou?rhood|hotel|union|confederation|federation|employers|party|parties|"
    r"left|right|conservative|socialist|centrist|greens?\b|movement|alliance|lobby|workers|labou?r|assembly|house\b|parliament|diploma)",
    re.IGNORECASE,
)


@code_check(
    "unexplained-name",
    category=Category.CULTURE_SPECIFIC,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "Nothing is decided, [[Bercy]] said on Monday.",
        "Growth is slowing.\n\nThe [[FNSEA]] called for a new blockade.",
    ),
    passes=(
        "The finance ministry, known as Bercy, said nothing is decided.",
        "The farmers' union FNSEA called for a new blockade.\n\nThe FNSEA will meet again.",
        "She lives in the Matignon district and works in Le Mans.",
        "The Bercy Arena was full.",
    ),
)
def unexplained_name(story: Story) -> Iterator[Hit]:
    """A building or an acronym stands for an institution, and the story does not say for which.

    “Bercy said” and “the FNSEA called”: French readers know them, English readers do not.

    Only the first mention is reported. It passes where a word in its sentence, such as “ministry” or “union”, tells
    what it is, and where it is part of a longer name. The names are in ``gazetteers/glosses.toml``.
    """
    seats, groups = table("glosses", "seats"), table("glosses", "groups")
    told: set[str] = set()
    for sentence in story.analysis.sentences:
        for name in lookup(sentence, {**seats, **groups}):
            if name.form in told:
                continue
            told.add(name.form)
            if _is_told(sentence, name):
                continue
            yield Hit(
                spans=(sentence.span_at(name.start, name.end),),
                message=f"“{name.form}” is not explained; say at first mention that it is {name.english}.",
            )


def _is_told(sentence: Sentence, name: Found) -> bool:
    text = sentence.plain
    rest = text[: name.start] + text[name.end :]
    return in_longer_name(sentence, name) or _EXPLAINED.search(rest) is not None
