"""``name-missing``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.analysis.vocabulary import is_english
from auditor.bilingual.names import Name, is_place, renderings
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.languages import Capitals
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity
from auditor.text import fold

_ARTICLE = re.compile(
    r"\b(?:l[ae']|les|du|des|aux?|un|une|ce|cette|d'|el|los|las|del|al|una|il|lo|gli|i|dell[aeo']|della|o|os|as|d[ao]s?)"
    r"\s?$",
    re.IGNORECASE,
)
"""An article before a capitalised word: persons and towns have none."""

_MODIFIED = re.compile(r"\s(?:d'|de |du |des |del |della |di )(?=\w)")
"""What follows a capitalised noun that heads a title: “Alerte à …”, “Direction de …”."""

_NUMERAL = re.compile(r"[IVXL]+(?:er?|[èe]me|os)?$")
"""Centuries and ordinals, which are numbers."""


@code_check(
    "name-missing",
    category=Category.ENTITY,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("[[The ferry left at noon.]]", "Le ferry est parti de Gdynia à midi.", "fr"),
        Example("[[Talks began on Monday.]]", "Las conversaciones en Colombia empezaron el lunes.", "es"),
    ),
    passes=(
        Example("The ferry left for Munich at noon.", "Le ferry est parti pour Munich à midi.", "fr"),
        Example("The German talks began on Monday.", "Les négociations en Allemagne ont débuté lundi.", "fr"),
        Example("The state will pay.", "Selon le ministre, l'État paiera.", "fr"),
        Example("The UN will meet.", "Selon lui, l'ONU se réunira.", "fr"),
        Example("Talks on the Middle East began.", "As conversações sobre o Médio Oriente começaram.", "pt"),
        Example("The Dutch minister will come in May.", "O ministro dos Países Baixos virá em Maio.", "pt"),
        Example("He died for his country.", "Ele morreu pela Pátria.", "pt"),
    ),
)
def name_missing(story: Story) -> Iterator[Hit]:
    """A name of the source is not in the translation.

    Who, or where, is gone from the sentence.

    Names are compared without accents, across alphabets and with the English names of places. A capitalised word of
    the source that its own text also writes small is no name, and neither is the first word of a sentence. In German,
    where every noun has a capital, places alone are looked for.

    What the lexicon of the language renders by a word of the translation is there, and a single word that it lists,
    such as a month, is none. Languages such as French also capitalise bodies and titles of works, which English renders
    as it pleases: a single word behind an article is neutral unless a name that the source lacks stands in the
    translation instead.
    """
    spoken = story.spoken
    small = {word for word in (story.source.text.split() if story.source else ()) if word.islower()}
    for pair in story.source_pairs:
        renamed = [renaming.source for renaming in pair.renamings]  # told as such
        missing = [
            name
            for name in pair.lost_names
            if _is_name(name, small, spoken) and not any(name.span.overlaps(span) for span in renamed)
        ]
        spans = [name.span for name in missing]
        listed = [span for span in pair.left_out if not any(span.overlaps(other) for other in (*spans, *renamed))]
        if missing or listed:
            replaced = bool(pair.new_names)
            sure = replaced or listed or any(_is_certain(name, pair.theirs.text) for name in missing)
            names = [*(" ".join(name.words) for name in missing), *(span.of(pair.theirs.text) for span in listed)]
            told = ", ".join(f"“{name}”" for name in names)
            yield Hit(
                spans=(pair.span,),
                message=f"The source has {told} here; the translation does not.",
                evidence=tuple(Evidence("source", name) for name in names),
                severity=None if sure else Severity.NEUTRAL,
            )


def _is_certain(name: Name, text: str) -> bool:
    """Tell whether a name is a place's, a person's in full, or a single word that no article makes a common noun."""
    if any(map(is_place, name.words)) or len(name.words) > 1:
        return True
    return not _ARTICLE.search(text, 0, name.span.start) and not _MODIFIED.match(text, name.span.end)


def _is_name(name: Name, small: set[str], spoken: str) -> bool:
    if all(map(str.isupper, name.words)) and all(_is_noun(word, spoken) for word in name.words):
        return False
    if any(map(is_place, name.words)):
        return True
    names_only = language_of(spoken).writing.capitals is Capitals.NAMES
    if not names_only or any(word.isupper() or _NUMERAL.match(word) for word in name.words):
        return False
    if len(name.words) == 1 and renderings(name.words[0], spoken):  # a month, a people, a notion that a capital honours
        return False
    return not any(word.lower() in small or is_common(word, spoken) for word in name.words)


def _is_noun(acronym: str, spoken: str) -> bool:
    """Tell whether an acronym is a common noun, which the lexicon renders by another word: « ONG »."""
    known = renderings(acronym, spoken)
    return bool(known) and fold(acronym) not in known


def is_common(word: str, spoken: str) -> bool:
    """Tell whether a capitalised word is a common noun that official style or piety capitalises."""
    return fold(word) in _common_nouns(spoken) or is_english(word.lower())


@cache
def _common_nouns(spoken: str) -> frozenset[str]:
    return frozenset(map(fold, language_of(spoken).names.capitalised))
