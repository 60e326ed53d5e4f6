"""Who does what to whom, where the source has an agent, somebody from whom, or pronouns for one party or both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from auditor.bilingual.pairs import Pair
from auditor.bilingual.side import clause_around
from auditor.config import word_list
from auditor.languages import language as language_of
from auditor.model import Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_BREAK = re.compile(r"[;:.!?()\"，。；：、！？（）—–]")
_OPEN, _CLOSE = "⟨", "⟩"
"""What stands around a party in the text in which the expressions of a language are sought."""

_SUBJECTS = {"he": "he", "she": "she", "they": "they", "i": "i", "we": "we", "nobody": "nobody", "no-one": "nobody"}
_OBJECTS = {
    "him": "he",
    "her": "she",
    "them": "they",
    "me": "i",
    "us": "we",
    "nobody": "nobody",
    "anyone": "nobody",
    "anybody": "nobody",
    "none": "nobody",
}
_FIRST = frozenset({"i", "we"})
TURNING = frozenset(
    (
        *("like", "love", "miss", "need", "remember", "recall", "find", "enjoy", "have", "own", "get"),
        *("receive", "want", "hear", "learn", "know", "think", "owe", "lack", "regret", "please"),
        *("envy", "fear", "suit", "seem", "obtain"),
    )
)
"""Verbs whose subject other languages have as an object (“il me plaît”: “I like him”)."""

_FARTHEST = 90
"""Code points between the pronoun for an object and its verb."""


def agent_of(place: Span, action: Span, pair: Pair) -> bool:
    """Tell whether what stands at ``place`` does what the passive at ``action`` tells."""
    return any(verb.overlaps(action) for verb in _found("done_by", place, pair))


def giver_of(place: Span, action: Span, pair: Pair) -> bool:
    """Tell whether what stands at ``place`` is the one from whom the verb at ``action`` has something."""
    return any(verb.overlaps(action) for verb in _found("had_from", place, pair))


def is_subject_over_pronoun(place: Span, action: Span, verb: Token, doer: Token, other: Token, pair: Pair) -> bool:
    """Tell whether ``place`` has the subject of the verb at ``action``, and a pronoun that is ``doer`` its object.

    ``verb`` and ``other`` are the English words for what stands at ``action`` and ``place``.
    """
    roles = language_of(pair.theirs.language).roles
    who = _SUBJECTS.get(doer.lower_)
    if who is None or verb.lemma_ in TURNING or _BREAK.search(between(place, action, pair)):
        return False
    doubtful = roles.dropped and not _is_person(other)
    marked, start, end = _marked(place, pair)
    for found in form_of(pair, "takes").finditer(marked):
        if not found.start() <= start < end <= found.end():
            continue
        parts = found.groupdict()
        if (parts.get("first") is not None) is not (who in _FIRST) or (doubtful and parts.get("sure") is None):
            continue
        if parts.get("verb") is None:
            return place.gap(action) <= _FARTHEST
        if _plain(Span(*found.span("verb")), start, end).overlaps(action):
            return True
    return False


def pronouns_turned(verb: Token, doer: Token, action: Span, pair: Pair) -> Span | None:
    """Return the words of the source in which two pronouns have the parts that they do not have in English."""
    roles = language_of(pair.theirs.language).roles
    who = _SUBJECTS.get(doer.lower_)
    whom = {_OBJECTS.get(token.lower_) for token in _pronouns(verb)} - {None}
    if who is None or len(whom) != 1 or verb.lemma_ in TURNING or who in whom:
        return None
    other = str(whom.pop())
    clause = clause_around(pair.theirs.text, action)
    text = clause.of(pair.theirs.text)
    has = {
        (part, each): _has(table.get(each, ""), text)
        for part, table in (("subject", roles.subjects), ("object", roles.objects))
        for each in (who, other)
    }
    if has["subject", other] and has["object", who] and not has["subject", who] and not has["object", other]:
        return clause
    return None


def _pronouns(verb: Token) -> Iterator[Token]:
    particles = [child for child in verb.children if child.dep_ in {"prt", "advmod"}]
    for child in (*verb.children, *(each for particle in particles for each in particle.children)):
        if child.dep_ in {"dobj", "dative"}:
            yield child
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "against", "with", "from"}:
            yield from (each for each in child.children if each.dep_ == "pobj")


def _is_person(noun: Token) -> bool:
    return noun.lemma_.lower() in _persons() or noun.ent_type_ in {"PERSON", "ORG"}


@cache
def _persons() -> frozenset[str]:
    lists = ("persons", "female", "male", "bodies", "offices", "groups")
    return frozenset(word.lower() for name in lists for word in word_list(f"people.{name}"))


def _has(form: str, text: str) -> bool:
    return bool(form) and re.search(form, text, re.IGNORECASE) is not None


def _found(name: str, place: Span, pair: Pair) -> Iterator[Span]:
    """Yield where the verb stands, for each way in which the expression ``name`` takes in what is at ``place``."""
    marked, start, end = _marked(place, pair)
    for found in form_of(pair, name).finditer(marked):
        if found.start() <= end and start <= found.end():
            yield _plain(Span(*found.span("verb")), start, end)


def _marked(place: Span, pair: Pair) -> tuple[str, int, int]:
    text = pair.theirs.text
    marked = f"{text[: place.start]}{_OPEN}{place.of(text)}{_CLOSE}{text[place.end :]}"
    return marked, place.start, place.end + len(_OPEN)


def _plain(span: Span, start: int, end: int) -> Span:
    """Return the span in the plain text for one in the marked text."""
    return span.shift(-(len(_OPEN) if span.start > start else 0) - (len(_CLOSE) if span.start > end else 0))


def between(one: Span, other: Span, pair: Pair) -> str:
    """Return the text of the source between two places of it."""
    first, second = sorted((one, other), key=lambda span: span.start)
    return pair.theirs.text[first.end : second.start]


def form_of(pair: Pair, name: str) -> re.Pattern[str]:
    """Return the expression ``name`` of the roles of the source's language, which finds nothing where it has none."""
    return _compiled(pair.theirs.language, name)


@cache
def _compiled(spoken: str, name: str) -> re.Pattern[str]:
    return re.compile(getattr(language_of(spoken).roles, name) or r"(?!)", re.IGNORECASE)
