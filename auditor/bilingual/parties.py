"""Who does what to whom, where the source has an agent, somebody from whom, or pronouns for one party or both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import english_stem, lexicon
from auditor.bilingual.chinese import spelled
from auditor.bilingual.names import held
from auditor.bilingual.pairs import Pair
from auditor.bilingual.places import NamedPlace, mentions, told
from auditor.bilingual.side import clause_around
from auditor.config import word_list
from auditor.languages import language as language_of
from auditor.model import Span
from auditor.text import fold

if TYPE_CHECKING:
    from auditor.analysis import Token

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BREAK = re.compile(r"[;:.!?()\"，。；：、！？（）—–]")
_OPEN, _CLOSE = "⟨", "⟩"
"""What stands around a party in the text in which the expressions of a language are sought."""

_DOER, _DOER_CLOSE = "⟦", "⟧"
"""What stands around the other party, where both are marked."""

_SUBJECTS = {"he": "he", "she": "she", "they": "they", "i": "i", "we": "we", "nobody": "nobody", "no-one": "nobody"}
OBJECTS = {
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
FIRST = frozenset({"i", "we"})
TURNING = frozenset(
    (
        *("like", "love", "miss", "need", "remember", "recall", "find", "enjoy", "have", "own", "get"),
        *("receive", "want", "hear", "learn", "know", "think", "owe", "lack", "regret", "please"),
        *("envy", "fear", "suit", "seem", "obtain"),
    )
)
"""Verbs whose subject other languages have as an object (“il me plaît”: “I like him”)."""

_STEM = 2
"""Letters of a name that a case ending may change."""

_FARTHEST = 90
"""Code points between the pronoun for an object and its verb."""


def renders(token: Token, pair: Pair) -> set[Span]:
    """Return where the source has a word that ``token`` renders, with what hyphens join to it."""
    entries = lexicon(pair.theirs.language)
    sought = english_stem(token.lemma_.lower())
    found = {word.span for word in pair.theirs.stemmed if entries and sought in entries.renderings(word.stem)}
    if not found or not language_of(pair.theirs.language).writing.spaced:
        return found
    whole = (Span(*word.span()) for word in _WORD.finditer(pair.theirs.text))
    return {word for word in whole if any(word.overlaps(span) for span in found)}


def anchors(noun: Token, pair: Pair) -> set[Span]:
    """Return where the source has the person or thing ``noun``: the name, the place, or the common noun."""
    if not is_name(noun):
        return renders(noun, pair)
    parts = [noun, *(t for t in noun.children if t.dep_ == "compound" and t.pos_ == "PROPN")]
    text, spoken = pair.theirs.text, pair.theirs.language
    names = [part.text for part in parts]
    found = {each.span for each in mentions(text, spoken) if any(told(place, names) for place in each.places)}
    if found or not language_of(spoken).writing.spaced:
        return found or {span for name in names for span in spelled(name, text)} or _compound(noun, pair)
    words = (word for word in _WORD.finditer(text) if word.group()[0].isupper())
    return {Span(*word.span()) for word in words if held(noun.text, (word.group(),))}


def the_one(spans: set[Span]) -> Span | None:
    """Return the only one of ``spans``; None where there is none, or more."""
    return next(iter(spans)) if len(spans) == 1 else None


def is_name(noun: Token) -> bool:
    """Tell whether a word is a name, which the parser may take for a verb (“Lanxing is suing”)."""
    return noun.pos_ == "PROPN" or (noun.i > 0 and noun.text.istitle() and noun.pos_ not in {"PRON", "ADJ"})


def _compound(noun: Token, pair: Pair) -> set[Span]:
    """Return where the source has what stands before a name: a noun or a country (“its customer Juncheng Auto”)."""
    before = [t for t in noun.subtree if t.dep_ in {"compound", "nmod", "amod", "poss"} and t.i < noun.i]
    lands = [t.text for t in before if t.text[0].isupper()]
    named = mentions(pair.theirs.text, pair.theirs.language) if lands else ()
    found = {each.span for each in named if any(told(place, lands) for place in each.places)}
    return found or {span for t in before if t.dep_ in {"compound", "nmod"} for span in renders(t, pair)}


def meant(token: Token) -> Token:
    """Return what a relative pronoun that is a subject stands for; others as they are."""
    clause = token.head
    return clause.head if token.tag_ in {"WDT", "WP"} and clause.dep_ == "relcl" else token


def is_marked(place: Span, pair: Pair) -> bool:
    """Tell whether a preposition or an article before ``place`` shows that no subject stands there."""
    return form_of(pair, "marked").search(pair.theirs.text[: place.start]) is not None


def is_object_by_case(name: str, place: Span, action: Span, pair: Pair, *, indirect: bool = False) -> bool:
    """Tell whether a name right behind the verb has the ending of an object, which no subject has.

    ``indirect``: or that of a party to whom or by whom something is done.
    """
    behind = pair.theirs.text[action.end : place.start] in {" ", " «"}
    if not behind or not language_of(pair.theirs.language).names.declined:
        return False
    form, plain = fold(place.of(pair.theirs.text)), fold(name)
    named = places_called(place.of(pair.theirs.text), pair)
    if named:  # what its own language calls a place is another word than the English one
        return (
            not any(form in each.others for each in named) and form_of(pair, "oblique_a").search(form[-1]) is not None
        )
    if form[: len(plain) - _STEM] != plain[: len(plain) - _STEM]:
        return False
    endings = ["oblique_a" if plain.endswith("a") else "oblique", *(["indirect"] if indirect else [])]
    return any(form_of(pair, each).search(form[len(plain) - 1 :]) for each in endings)


def places_called(word: str, pair: Pair) -> set[NamedPlace]:
    """Return the places of which ``word`` is a name in its language, in whatever case."""
    return {each for found in mentions(word, pair.theirs.language) for each in found.places}


def agent_of(place: Span, action: Span, pair: Pair) -> bool:
    """Tell whether what stands at ``place`` does what the passive at ``action`` tells."""
    return any(verb.overlaps(action) for verb in _found("done_by", place, pair))


def giver_of(place: Span, action: Span, pair: Pair) -> bool:
    """Tell whether what stands at ``place`` is the one from whom the verb at ``action`` has something."""
    return any(verb.overlaps(action) for verb in _found("had_from", place, pair))


def clause_showing(place: Span, its: Span, pair: Pair, name: str = "clauses") -> Span | None:
    """Return the clause whose grammar shows that ``place`` has the object of its verb, and ``its`` the subject.

    ``name`` is that of the expressions which are asked.
    """
    text = pair.theirs.text
    if place.overlaps(its) or form_of(pair, "governed").search(text[: place.start]):
        return None
    marks = [(place.start, _OPEN), (place.end, _CLOSE), (its.start, _DOER), (its.end, _DOER_CLOSE)]
    marked = text
    for where, mark in sorted(marks, reverse=True):
        marked = f"{marked[:where]}{mark}{marked[where:]}"
    if any(form.search(marked) for form in _clauses(pair.theirs.language, name)):
        clause = clause_around(text, Span(min(place.start, its.start), max(place.end, its.end)))
        return Span(clause.start + len(said := clause.of(text)) - len(said.lstrip(" —–")), clause.end)
    return None


def is_subject_over_pronoun(place: Span, action: Span, verb: Token, doer: Token, other: Token, pair: Pair) -> bool:
    """Tell whether ``place`` has the subject of the verb at ``action``, and a pronoun that is ``doer`` its object.

    ``verb`` and ``other`` are the English words for what stands at ``action`` and ``place``.
    """
    roles = language_of(pair.theirs.language).roles
    who = OBJECTS.get(doer.lower_) if doer.dep_ == "pobj" else _SUBJECTS.get(doer.lower_)
    if who is None or verb.lemma_ in TURNING or _BREAK.search(between(place, action, pair)):
        return False
    doubtful = roles.dropped and not is_person(other)
    marked, start, end = _marked(place, pair)
    for found in form_of(pair, "takes").finditer(marked):
        if not found.start() <= start < end <= found.end():
            continue
        parts = found.groupdict()
        if (parts.get("first") is not None) is not (who in FIRST) or (doubtful and parts.get("sure") is None):
            continue
        if parts.get("verb") is None:
            return place.gap(action) <= _FARTHEST
        if _plain(Span(*found.span("verb")), start, end).overlaps(action):
            return True
    return False


def pronouns_turned(verb: Token, doer: Token, actions: Iterable[Span], pair: Pair) -> Span | None:
    """Return the words of the source in which two pronouns have the parts that they do not have in English.

    None where they have those of English beside another of the words that the verb may render: “he told me …, but I
    told him”.
    """
    roles = language_of(pair.theirs.language).roles
    who = _SUBJECTS.get(doer.lower_)
    whom = {OBJECTS.get(token.lower_) for token in objects_of(verb)} - {None}
    if who is None or len(whom) != 1 or verb.lemma_ in TURNING or who in whom:
        return None
    other = str(whom.pop())
    turned = None
    for clause in sorted({clause_around(pair.theirs.text, action) for action in actions}):
        text = clause.of(pair.theirs.text)
        has = {
            (part, each): _has(table.get(each, ""), text)
            for part, table in (("subject", roles.subjects), ("object", roles.objects))
            for each in (who, other)
        }
        as_here = has["subject", who] or has["object", other]
        as_there = has["subject", other] and has["object", who]
        if has["subject", who] and has["object", other] and not as_there:
            return None
        turned = clause if as_there and not as_here else turned
    return turned


def objects_of(verb: Token) -> Iterator[Token]:
    """Yield the objects of a verb, and what stands behind “to”, “from” and the like."""
    particles = [child for child in verb.children if child.dep_ in {"prt", "advmod"}]
    for child in (*verb.children, *(each for particle in particles for each in particle.children)):
        if child.dep_ in {"dobj", "dative"}:
            yield child
        if child.dep_ in {"prep", "dative"} and child.lower_ in {"to", "against", "with", "from"}:
            yield from (each for each in child.children if each.dep_ == "pobj")


def subject_form(pronoun: Token, pair: Pair) -> re.Pattern[str] | None:
    """Return what finds a subject of the source that the English ``pronoun`` renders; None where none is known."""
    subjects = language_of(pair.theirs.language).roles.subjects
    said = pronoun.lower_
    forms = [subjects[each] for each in (("he", "she") if said == "it" else (said,)) if each in subjects]
    return re.compile("|".join(forms), re.IGNORECASE) if forms else None


def is_quoted(token: Token) -> bool:
    """Tell whether quotation marks are open before ``token`` in its sentence."""
    before = token.doc[: token.i].text
    return before.count('"') % 2 == 1 or before.count("“") > before.count("”")


def is_person(noun: Token) -> bool:
    """Tell whether a noun is a person or a body."""
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
def _clauses(spoken: str, name: str) -> tuple[re.Pattern[str], ...]:
    roles = language_of(spoken).roles
    forms = list(getattr(roles, name))
    for place, piece in roles.pieces.items():
        forms = [form.replace(f"{{{place}}}", piece) for form in forms]
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


@cache
def _compiled(spoken: str, name: str) -> re.Pattern[str]:
    return re.compile(getattr(language_of(spoken).roles, name) or r"(?!)", re.IGNORECASE)
