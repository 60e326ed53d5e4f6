"""``acronym-mismatch``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from auditor.checks.base import Hit, Story, code_check
from auditor.checks.names.lookup import particles
from auditor.model import Category, Confidence, Severity

_EXPLAINED = re.compile(
    r"(?P<lead>[\w'.-]*\s|^|[\"'(])"
    r"(?P<name>[A-Z][\w'-]+(?:(?:\s(?:of|for|the|and|on|in|to|&))*\s[A-Z][\w'-]+){1,7})\s\((?P<acronym>[A-Z]{3,6})\)"
)
_LEADS = frozenset(("the", "a", "an", "its", "by", "from", "with", "to", "at", "said", "and", "local", "national"))
_PREFIX = 3
"""Letters of one word that an acronym may take (“Interpol”)."""


@code_check(
    "acronym-mismatch",
    category=Category.ENTITY,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "A report by the [[Danube Commission (DPC)]] names four ports.",
        "It was built by the [[Nordic Space Administration (NNSA)]] in 2019.",
        "The Danube Board and the [[Sava Commission (SVC)]] met.",
    ),
    passes=(
        "A report by the Danube Protection Commission (DPC) names four ports.",
        "The World Anti-Doping Agency (WADA) and the Telecom Regulatory Board (TELRB) agreed.",
        "The National Centre for Scientific Research (CNRS) hired 300 people.",
        "The Kurdistan Workers' Party (PKK) and Doctors Without Borders (MSF) are named.",
        "The US Food and Drug Administration (FDA) agreed.",
        "The Philippine National Police (PNP) said so.",
    ),
)
def acronym_mismatch(story: Story) -> Iterator[Hit]:
    """An acronym has a letter that the name before it lacks.

    “Danube Commission (DPC)”: a word of the official name was lost in translation, or the name is not the
    official one. A reader who searches for it finds nothing.

    Only a name that lacks exactly one letter is reported. Acronyms that come from a foreign name (CNRS, MSF), that take
    several letters of a word, or leave words out pass.
    """
    for sentence in story.analysis.sentences:
        text = sentence.plain
        for found in _EXPLAINED.finditer(text):
            # "the Danube Board and the Sava Commission (SVC)": only what follows the last article is the name.
            first, article, rest = found["name"].rpartition(" the ")
            lead = "the" if article else found["lead"].strip().lower()
            whole = _spelled(found["name"].upper().replace("-", " ").split(), found["acronym"])
            if (lead and lead not in _LEADS) or whole or not _lacks_one(rest, found["acronym"]):
                continue
            start = found.start("name") + len(first + article)
            yield Hit(
                spans=(sentence.span_at(start, found.end()),),
                message=f"“{found['acronym']}” has a letter more than “{rest}”: check the official name.",
            )


def _lacks_one(name: str, acronym: str) -> bool:
    """Tell whether the initials of ``name`` are those of ``acronym`` but for one."""
    parts = [part for part in re.split(r"[\s-]", name) if part]
    capitals = "".join(part[0] for part in parts if part[0].isupper())
    if any(len(part) > 1 and part.isupper() for part in parts) or any(part.lower() in particles() for part in parts):
        return False
    if len(capitals) + 1 != len(acronym) or acronym[0] != capitals[0] or not _is_within(capitals, acronym):
        return False
    return not _spelled(name.upper().replace("-", " ").split(), acronym)


def _is_within(short: str, long: str) -> bool:
    letters = iter(long)
    return all(letter in letters for letter in short)


def _spelled(parts: list[str], acronym: str) -> bool:
    """Tell whether ``acronym`` is made of beginnings of the words, in order; small words may be left out."""
    return _from(tuple(parts), acronym)


@lru_cache(maxsize=10_000)
def _from(parts: tuple[str, ...], rest: str) -> bool:
    if not rest:
        return True
    if not parts:
        return False
    first, others = parts[0], parts[1:]
    takes = (n for n in range(min(_PREFIX, len(first)) + 1) if rest.startswith(first[:n]))
    return any(_from(others, rest[n:]) for n in takes)
