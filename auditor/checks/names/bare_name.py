"""``nationality-before-bare-name``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.analysis.vocabulary import is_english
from auditor.checks.base import Hit, Story, code_check
from auditor.config import word_list
from auditor.model import Category, Confidence, Severity

_AFTER = r"said|is|was|has|had|will|would|and|or|in|on|to|at|by|for|with|from|that|who|which|also|are|as"


@code_check(
    "nationality-before-bare-name",
    category=Category.UNIDIOMATIC,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "Several probes are ready, such as [[the Indian Jalayaan]].",
        "It will land beside [[the Japanese Hoshimaru]] and stay there.\n\nThe Hoshimaru rover was built in Osaka.",
        "[[The Italian Aurora]] is late. The Aurora project began in May.",
    ),
    passes=(
        "It will land beside the Japanese rover Hoshimaru and stay there.",
        "The German Bundestag and the Israeli Knesset voted.",
        "The Dominican Republic and the American West are far apart.",
        "The French Moreau, who won, is 30.\n\nAnne Moreau began to sail at nine.",
        "The Polish Kowalski won.\n\nMr Kowalski is 30.",
        "The Italian Aurora Rossi is late.",
    ),
)
def nationality_before_bare_name(story: Story) -> Iterator[Hit]:
    """The article and a nationality stand before a name, with no noun that says what it is.

    A reader takes the name for a person's or a club's; English says that it is a plane or a ship (“the French fighter
    Rafale”). French and German do not: “le Rafale français”, “die deutsche Gorch Fock”.

    Major where the story itself calls the name a programme, a ship or the like elsewhere. Else only names that are
    no English word count. Persons that the story names in full or with a title, and bodies such as the Bundestag
    (``gazetteers/named_things.toml``) pass.
    """
    sentences = story.analysis.sentences
    whole = "\n".join(sentence.plain for sentence in sentences)
    for sentence in sentences:
        for match in _pattern().finditer(sentence.plain):
            name = match["name"]
            noun = _noun_of(name, whole)
            if name in word_list("named_things.institutions") or _is_person(name, whole, match):
                continue
            if noun is None and (is_english(name.lower()) or is_english(name.lower().removesuffix("s"))):
                continue
            said = f"the {noun}" if noun else "what it is"
            yield Hit(
                spans=(sentence.span_at(*match.span("x")),),
                message=f"“{match['x']}” lacks a noun: say {said} (“the {match['nation']} {noun or '…'} {name}”).",
                severity=Severity.MAJOR if noun else None,
                confidence=Confidence.HIGH if noun else None,
            )


@cache
def _pattern() -> re.Pattern[str]:
    nations = "|".join((*word_list("capitalised.demonyms"), "US", "American", "European", "Swiss"))
    return re.compile(
        rf"(?<![\w-])(?P<x>[Tt]he (?P<nation>{nations}) (?P<name>(?!(?:{nations})\b)[A-Z][a-zà-ÿ]+))"
        rf"(?=[.,;:)]|\Z|,? (?:{_AFTER})\b)"
    )


@cache
def _nouns() -> str:
    return "|".join(word_list("named_things.nouns"))


def _noun_of(name: str, whole: str) -> str | None:
    """Return the noun that the story puts beside ``name`` elsewhere: “programme” in “the Hoshimaru rover”."""
    match = re.search(rf"\b(?:{name} (?P<a>{_nouns()})s?|(?P<b>{_nouns()}) {name})\b", whole)
    return (match["a"] or match["b"]) if match else None


def _is_person(name: str, whole: str, match: re.Match[str]) -> bool:
    """Tell whether the story names ``name`` in full or with a title, or says “who” of it."""
    if re.match(r",? who\b", match.string[match.end() :]):
        return True
    return bool(re.search(rf"\b(?!The )(?:[A-Z][a-zà-ÿ]+|Mr|Mrs|Ms|Dr)\.? {name}\b", _without(match, whole)))


def _without(match: re.Match[str], whole: str) -> str:
    return whole.replace(match["x"], "")
