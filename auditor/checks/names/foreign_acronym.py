"""``foreign-acronym``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.analysis import Sentence
from auditor.checks.base import Hit, Story, code_check
from auditor.checks.names.lookup import Found, lookup
from auditor.languages import everywhere
from auditor.model import Category, Confidence, Severity


@code_check(
    "foreign-acronym",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The [[OTAN]] will send ships.",
        "The World Health Organization ([[OMS]]) warned of cholera.",
        "Growth of the [[PIB]] slowed to 0.2 percent.",
    ),
    passes=(
        "NATO will send ships.",
        "The Open Music Society (OMS) sold 400 tickets.\n\nThe OMS plays in May.",
        "The CGT and Force Ouvriere called a strike.",
        "UE Lleida drew with Real Union.",
        "The union IG BCE warned of job cuts.",
        "The FIFA and UEFA chiefs met.",
    ),
)
def foreign_acronym(story: Story) -> Iterator[Hit]:
    """A body is named by its acronym in the source language.

    Readers know NATO and the WHO, not OTAN and OMS.

    Acronyms that the story itself spells out by another English name, clubs and companies of that name, and
    acronyms that mean something in English pass. The acronyms are in ``auditor/languages``.
    """
    own: set[str] = set()
    for sentence in story.analysis.sentences:
        for acronym in lookup(sentence, everywhere("acronyms")):
            if acronym.form in own or _in_name(sentence, acronym):
                continue
            if _spelled_out(sentence, acronym):
                own.add(acronym.form)
                continue
            yield Hit(
                spans=(sentence.span_at(acronym.start, acronym.end),),
                message=f"“{acronym.form}” is the foreign acronym; English copy writes “{acronym.english}”.",
                suggestions=(acronym.english,),
            )


def _in_name(sentence: Sentence, acronym: Found) -> bool:
    """Tell whether a two-letter acronym opens the name of a club, or an acronym follows another (“IG BCE”)."""
    text = sentence.plain
    club = len(acronym.form) == 2 and re.match(r" [A-Z][a-z]", text[acronym.end :])
    return bool(club) or re.search(r"\b[A-Z]{2,}[ -]$", text[: acronym.start]) is not None


def _spelled_out(sentence: Sentence, acronym: Found) -> bool:
    """Tell whether the words before the bracketed acronym have its initials, as in an English name of its own."""
    before = sentence.plain[: acronym.start]
    if not before.endswith("("):
        return False
    words = re.findall(r"\b[A-Z]\w*", before)[-len(acronym.form) :]
    return "".join(word[0] for word in words).upper() == acronym.form.upper()
