"""Who does what to whom: a subject and an object of the source that have changed places in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import english_stem, lexicon
from auditor.analysis import subject_of
from auditor.bilingual.chinese import spelled
from auditor.bilingual.names import held
from auditor.bilingual.pairs import Pair
from auditor.bilingual.parties import (
    TURNING,
    agent_of,
    between,
    form_of,
    giver_of,
    is_subject_over_pronoun,
    pronouns_turned,
)
from auditor.bilingual.places import mentions, told
from auditor.languages import language as language_of
from auditor.model import Span
from auditor.text import fold

if TYPE_CHECKING:
    from auditor.analysis import Token

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_BREAK = re.compile(r"[,;:.!?()\"，。；：、（）—–]")
_BOTH_WAYS = frozenset(
    (
        *(
            "meet",
            "face",
            "play",
            "marry",
            "divorce",
            "fight",
            "border",
            "resemble",
            "match",
            "equal",
            "join",
            "oppose",
        ),
        *("contact", "date", "confront", "clash", "tie", "draw", "accompany", "be", "have", "get", "make"),
    )
)
"""Verbs that are true both ways, or that say too little."""

_HAVING = frozenset(("buy", "purchase", "acquire", "rent", "borrow", "steal", "seize", "take", "receive", "obtain"))
"""Verbs whose subject has something from somebody."""

_GOALS = frozenset({"to", "against"})
"""Prepositions behind which the other party of a verb stands."""

_LONGEST_WAY = 4
"""Words between a relative pronoun and its subject, or a verb and its object, articles and attributes included."""

_STEM = 2
"""Letters of a name that a case ending may change."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """The English verb, with who does it and to whom, and where the source has the two."""

    verb: Token
    doer: Token
    other: Token | None
    source: Span


def exchanges(pair: Pair) -> Iterator[Exchange]:
    """Yield the verbs of a pair whose subject in the translation is the object in the source.

    Told where the source leaves no doubt: by the order of its words, by a preposition or an article that marks an
    object, by a case ending behind the verb, or by a relative pronoun that is no subject. Verb and parties must each
    have one word in the source that they render; passives and clauses put together otherwise pass.
    """
    facts = language_of(pair.theirs.language).roles
    if not facts.known or lexicon(pair.theirs.language) is None:
        return
    passive = form_of(pair, "passive").search(pair.theirs.text) is not None
    for sentence in pair.sentences:
        for verb in sentence.tokens:
            doer = _doer(verb)
            if doer is None:
                continue
            actions = _renders(verb, pair)
            others = [(other, _only(_anchors(other, pair))) for other in _others(verb)]
            found = _beside_pronouns(verb, doer, actions, pair)
            action = _only(actions)
            if found is None and action is not None and not passive and doer.dep_ != "pobj":
                found = _relative(verb, doer, action, others, pair) or _exchanged(verb, doer, action, others, pair)
            if found:
                yield found


def _beside_pronouns(verb: Token, doer: Token, actions: set[Span], pair: Pair) -> Exchange | None:
    """Return the exchange where an object is the agent in the source, or the subject of a verb with a pronoun."""
    for action in actions:
        for other in _others(verb):
            its = _only(_anchors(other, pair) - {action})
            if its is None or its in actions or other.dep_ not in {"dobj", "nsubjpass"}:
                continue
            if agent_of(its, action, pair) or is_subject_over_pronoun(its, action, verb, doer, other, pair):
                first, last = sorted((its, action), key=lambda span: span.start)
                return Exchange(verb, doer, other, Span(first.start, max(first.end, last.end)))
        for taker in _takers(verb):
            its = _only(_anchors(taker, pair) - {action})
            if its is not None and giver_of(its, action, pair):
                first, last = sorted((its, action), key=lambda span: span.start)
                return Exchange(verb, taker, None, Span(first.start, max(first.end, last.end)))
        clause = pronouns_turned(verb, doer, action, pair)
        if clause is not None:
            return Exchange(verb, doer, None, clause)
    return None


def _takers(verb: Token) -> Iterator[Token]:
    """Yield for whom, or to whom, something is bought or taken, where nobody is named from whom."""
    if verb.lemma_ in _HAVING and not any(t.lower_ == "from" for t in verb.children):
        for child in verb.children:
            if child.dep_ in {"prep", "dative"} and child.lower_ in {"for", "to"}:
                yield from (t for t in child.children if t.dep_ == "pobj" and t.pos_ in {"NOUN", "PROPN"})


def _doer(verb: Token) -> Token | None:
    """Return who does what a verb tells: its subject, or the agent of a passive."""
    if verb.pos_ != "VERB" or verb.lemma_ in _BOTH_WAYS | TURNING or any(t.dep_ == "neg" for t in verb.children):
        return None
    subject = subject_of(verb)
    if subject is not None and subject.dep_ == "nsubjpass":
        return next((t for by in verb.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"), None)
    return subject


def _others(verb: Token) -> Iterator[Token]:
    """Yield the objects of a verb, the subject of a passive, and what stands behind “to” or “against”."""
    subject = subject_of(verb)
    if subject is not None and subject.dep_ == "nsubjpass":
        yield subject
        return
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"} and child.pos_ in {"NOUN", "PROPN"}:
            yield child
        elif child.dep_ in {"dobj", "dative"} and child.pos_ in {"NUM", "PRON"}:
            yield from (t for p in child.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj")
        elif child.dep_ in {"prep", "dative"} and child.lower_ in _GOALS:
            yield from (t for t in child.children if t.dep_ == "pobj")


def _only(spans: set[Span]) -> Span | None:
    return next(iter(spans)) if len(spans) == 1 else None


def _renders(token: Token, pair: Pair) -> set[Span]:
    """Return where the source has a word that ``token`` renders."""
    entries = lexicon(pair.theirs.language)
    sought = english_stem(token.lemma_.lower())
    return {word.span for word in pair.theirs.stemmed if entries and sought in entries.renderings(word.stem)}


def _anchors(noun: Token, pair: Pair) -> set[Span]:
    """Return where the source has the person or thing ``noun``: the name, the place, or the common noun."""
    if not _is_name(noun):
        return _renders(noun, pair)
    parts = [noun, *(t for t in noun.children if t.dep_ == "compound" and t.pos_ == "PROPN")]
    text, spoken = pair.theirs.text, pair.theirs.language
    names = [part.text for part in parts]
    found = {each.span for each in mentions(text, spoken) if any(told(place, names) for place in each.places)}
    if found or not language_of(spoken).writing.spaced:
        return found or {span for name in names for span in spelled(name, text)} or _compound(noun, pair)
    words = (word for word in _WORD.finditer(text) if word.group()[0].isupper())
    return {Span(*word.span()) for word in words if held(noun.text, (word.group(),))}


def _is_name(noun: Token) -> bool:
    """Tell whether a word is a name, which the parser may take for a verb (“Lanxing is suing”)."""
    return noun.pos_ == "PROPN" or (noun.i > 0 and noun.text.istitle() and noun.pos_ not in {"PRON", "ADJ"})


def _compound(noun: Token, pair: Pair) -> set[Span]:
    """Return where the source has the common noun before a name (“its customer Juncheng Auto”)."""
    return {span for t in noun.children if t.dep_ in {"compound", "nmod"} for span in _renders(t, pair)}


def _exchanged(
    verb: Token, doer: Token, action: Span, others: list[tuple[Token, Span | None]], pair: Pair
) -> Exchange | None:
    place = _only(_anchors(doer, pair))
    if place is None or place.overlaps(action):
        return None
    if _is_object_by_case(doer.text, place, action, pair):
        return Exchange(verb, doer, None, place)
    for other, its in others:
        if its is None or its.overlaps(place) or its.overlaps(action) or _BREAK.search(between(its, place, pair)):
            continue
        named = _is_name(doer) and _is_name(other)
        if its.start < place.start and not _is_marked(its, pair) and _is_object(place, action, its, pair, named=named):
            return Exchange(verb, doer, other, Span(its.start, max(place.end, action.end)))
    return None


def _is_object(place: Span, action: Span, its: Span, pair: Pair, *, named: bool) -> bool:
    """Tell whether what stands at ``place`` is an object of the verb ``action``, whose subject stands at ``its``.

    ``named``: both are names.
    """
    facts = language_of(pair.theirs.language).roles
    if form_of(pair, "relative").search(between(its, place, pair)) or form_of(pair, "agent").search(
        _before(place, pair)
    ):
        return False
    if _BREAK.search(between(its, action, pair)):
        return False
    if _is_marked(place, pair):
        return its.start < action.start or place.start < action.start
    if form_of(pair, "clitic").search(_before(action, pair)):
        return False
    follows = its.start < action.start < place.start
    near = len(_WORD.findall(between(action, place, pair))) <= _LONGEST_WAY
    return (facts.order and follows and near) or (facts.names and named)


def _is_marked(place: Span, pair: Pair) -> bool:
    """Tell whether a preposition or an article before ``place`` shows that no subject stands there."""
    return form_of(pair, "marked").search(_before(place, pair)) is not None


def _is_object_by_case(name: str, place: Span, action: Span, pair: Pair) -> bool:
    """Tell whether a name right behind the verb has an ending that no subject has."""
    if not language_of(pair.theirs.language).names.declined or pair.theirs.text[action.end : place.start] != " ":
        return False
    form, plain = fold(place.of(pair.theirs.text)), fold(name)
    named = {each for found in mentions(place.of(pair.theirs.text), pair.theirs.language) for each in found.places}
    if named:  # what its own language calls a place is another word than the English one
        return (
            not any(form in each.others for each in named) and form_of(pair, "oblique_a").search(form[-1]) is not None
        )
    if form[: len(plain) - _STEM] != plain[: len(plain) - _STEM]:
        return False
    return form_of(pair, "oblique_a" if plain.endswith("a") else "oblique").search(form[len(plain) - 1 :]) is not None


def _relative(
    verb: Token, doer: Token, action: Span, others: list[tuple[Token, Span | None]], pair: Pair
) -> Exchange | None:
    """Return the exchange where “who” does what in the source is done to whom the pronoun stands for."""
    if doer.lower_ not in {"who", "which", "that"}:
        return None
    for pronoun in form_of(pair, "object_relative").finditer(pair.theirs.text, 0, action.start):
        way = pair.theirs.text[pronoun.end() : action.start]
        for other, its in others:
            if its is None or not pronoun.end() <= its.start < action.start or _BREAK.search(way):
                continue
            if not form_of(pair, "agent").search(way):
                return Exchange(verb, doer, other, Span(pronoun.start(), action.end))
    return None


def _before(place: Span, pair: Pair) -> str:
    return pair.theirs.text[: place.start]
