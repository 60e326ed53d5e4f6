"""Who does what to whom: a subject and an object of the source that have changed places in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import lexicon
from auditor.analysis import names_unit, speaking_verbs, subject_of, units_of
from auditor.bilingual.pairs import Pair
from auditor.bilingual.parties import (
    TURNING,
    agent_of,
    anchors,
    between,
    clause_showing,
    form_of,
    giver_of,
    is_marked,
    is_name,
    is_object_by_case,
    is_person,
    is_subject_over_pronoun,
    meant,
    places_called,
    pronouns_turned,
    renders,
    the_one,
)
from auditor.bilingual.side import Side, clause_around
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span
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

_FEELINGS = frozenset(("like", "love", "dislike", "hate", "miss", "lack", "enjoy", "adore"))
"""Verbs whose subject other languages have in the dative."""

_HAVING = frozenset(("buy", "purchase", "acquire", "rent", "borrow", "steal", "seize", "take", "receive", "obtain"))
"""Verbs whose subject has something from somebody."""

_CONVERSE = frozenset(
    (
        *("lose", "sell", "lend", "give", "suffer", "undergo", "accept", "employ", "serve", "draw", "earn", "win"),
        *("teach", "inherit", "host", "visit", "trail", "lead", "follow", "precede", "survive", "gain", "welcome"),
        *("hire", "leave", "see", "include", "contain", "belong", "attract", "cost", "pay", "use"),
    )
)
"""Verbs that tell from one party's side what others tell from the other's."""

_CHARGING = frozenset(("accuse", "suspect", "blame", "criticise", "criticize", "reproach", "convict", "charge"))
"""Verbs whose object did what stands behind the preposition that follows."""

_OBJECT = re.compile(r"\s(?:l[ae]s?|une?|il|lo|i|gli|el|los|os?|as?|un[ao]?|die|das|den)\s", re.IGNORECASE)
"""An article right behind a verb, which then has an object of its own."""

_OF = re.compile(r"\b(?:de(?: la)?\s|du\s|d['’]|de l['’])$", re.IGNORECASE)
"""What stands in some languages before who does what a participle tells."""

_PARTING = frozenset({"leave", "exit", "flee", "escape", "quit", "depart", "desert", "abandon", "evacuate"})
"""Verbs whose object is where somebody comes from."""

_GOALS = frozenset({"to", "against"})
"""Prepositions behind which the other party of a verb stands."""

_RIGHT_BEFORE = 12
"""Code points before a verb in which a word stands that may deny it."""

_LONGEST_WAY = 4
"""Words between a relative pronoun and its subject, or a verb and its object, articles and attributes included."""

_VOWELS = frozenset("aeiouyąęáéěíóúůýаеёиоуыэюя")
"""Letters in which a name may end that is the same in every case."""


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
    for sentence in pair.sentences:
        for verb in sentence.tokens:
            doer = _doer(verb)
            if doer is None:
                continue
            actions = renders(verb, pair)
            others = [(other, the_one(anchors(other, pair))) for other in _others(verb)]
            found = _shown(verb, doer, actions, pair) or _beside_pronouns(verb, doer, actions, pair)
            action = the_one({each for each in actions if not _is_denied(each, pair.theirs)})
            if (
                found is None
                and action is not None
                and not form_of(pair, "passive").search(clause_around(pair.theirs.text, action).of(pair.theirs.text))
                and (doer.dep_ != "pobj" or (_is_passive(verb) and _acts(doer)))
            ):
                found = _relative(verb, doer, action, others, pair) or _exchanged(verb, doer, action, others, pair)
            if found:
                yield found


def feelings_turned(pair: Pair) -> Iterator[Exchange]:
    """Yield the verbs of a pair whose subject is what somebody likes, misses or lacks in the source.

    “The captain misses his team” for « le capitaine manque à son équipe ».
    """
    if not language_of(pair.theirs.language).roles.feelings:
        return
    for sentence in pair.sentences:
        for verb in sentence.tokens:
            doer = subject_of(verb) if verb.lemma_ in _FEELINGS or _is_short(verb) else None
            if doer is None:
                continue
            for other in _felt(verb):
                place, its = (the_one(anchors(meant(token), pair)) for token in (doer, other))
                if place and its and (clause := clause_showing(place, its, pair, "feelings")):
                    yield Exchange(verb, doer, other, clause)


def _is_short(verb: Token) -> bool:
    """Tell whether “be short of” is told."""
    return verb.lemma_ == "be" and any(t.lower_ == "short" for t in verb.children)


def _felt(verb: Token) -> Iterator[Token]:
    """Yield what is liked, missed or lacked."""
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"}:
            yield child
        elif child.lower_ == "short":
            yield from (t for of in child.children if of.lower_ == "of" for t in of.children if t.dep_ == "pobj")


def _is_denied(action: Span, side: Side) -> bool:
    """Tell whether what is done at ``action`` is not done, or a word right before may deny it: “sin ganar”."""
    return bool(side.denials_around(action)) or side.is_hedged(action, _RIGHT_BEFORE)


def _shown(verb: Token, doer: Token, actions: set[Span], pair: Pair) -> Exchange | None:
    """Return the exchange where the grammar of a clause of the source shows the parts of both.

    A verb that renders none of the source is believed where both are persons or bodies, and it is none that is told
    from the other party's side ("lose" for "leave").
    """
    unknown = not actions or any(t.dep_ == "prt" for t in verb.children)
    for place, other in product(_places_of(meant(doer), pair), (*_others(verb), *_antecedents(verb))):
        shown = [(its, clause) for its in anchors(other, pair) if (clause := clause_showing(place, its, pair))]
        if len(shown) != 1:
            continue
        [(its, clause)] = shown
        if any(clause.overlaps(action) for action in actions - {place, its}) or (
            unknown and verb.lemma_ not in _HAVING | _CONVERSE and _acts(meant(doer)) and _acts(other)
        ):
            return Exchange(verb, doer, other, clause)
    return None


def _places_of(noun: Token, pair: Pair) -> Iterator[Span]:
    """Yield where the source has ``noun``, and a name that says whose it is (“Norway's team”)."""
    for each in (noun, *(t for t in noun.children if t.dep_ == "poss" and is_name(t))):
        place = the_one(anchors(each, pair))
        if place is not None and not _is_undeclined(each, place, pair):
            yield place


def _is_undeclined(noun: Token, place: Span, pair: Pair) -> bool:
    """Tell whether a name ends in the vowel that it has in English: a form that may be any case (“Meloni”)."""
    if not language_of(pair.theirs.language).names.declined or not is_name(noun):
        return False
    text, own = pair.theirs.text, place.of(pair.theirs.text)
    if own[-1].lower() not in _VOWELS:
        return False
    named = places_called(own, pair)
    if named or text[place.start - 1 : place.start] in {"«", '"'}:
        return any(fold(own) in each.others for each in named)
    form, plain = (fold(each).replace("y", "i")[-1] for each in (own, noun.text))
    return form == plain


def _antecedents(verb: Token) -> Iterator[Token]:
    """Yield what the relative pronoun that is the object of a verb stands for ("it is the firm that they accuse")."""
    if any(t.dep_ == "dobj" and t.lower_ in {"that", "which", "who", "whom"} for t in verb.children):
        if verb.dep_ == "relcl":
            yield verb.head
        elif verb.head.lemma_ == "be":
            yield from (t for t in verb.head.children if t.dep_ == "attr")


def _beside_pronouns(verb: Token, doer: Token, actions: set[Span], pair: Pair) -> Exchange | None:
    """Return the exchange where an object is the agent in the source, or the subject of a verb with a pronoun."""
    for action in actions:
        for other in _others(verb):
            its = the_one(anchors(other, pair) - {action})
            if its is None or its in actions or other.dep_ not in {"dobj", "nsubjpass"}:
                continue
            if _is_agent(its, action, verb, pair) or is_subject_over_pronoun(its, action, verb, doer, other, pair):
                first, last = sorted((its, action), key=lambda span: span.start)
                return Exchange(verb, doer, other, Span(first.start, max(first.end, last.end)))
        for taker in _takers(verb):
            its = the_one(anchors(taker, pair) - {action})
            if its is not None and giver_of(its, action, pair):
                first, last = sorted((its, action), key=lambda span: span.start)
                return Exchange(verb, taker, None, Span(first.start, max(first.end, last.end)))
    clause = pronouns_turned(verb, doer, actions, pair)
    return Exchange(verb, doer, None, clause) if clause is not None else None


def _is_agent(place: Span, action: Span, verb: Token, pair: Pair) -> bool:
    """Tell whether what stands at ``place`` does what is done at ``action``, and the translation's ``verb`` tells.

    Right behind it, with no object between; “da” is “from” behind a verb of motion (“all’uscita dalla procura”).
    """
    way = between(action, place, pair)
    near = len(_WORD.findall(way)) <= 2 * _LONGEST_WAY and _OBJECT.match(way) is None
    return near and verb.lemma_ not in _PARTING and agent_of(place, action, pair)


def _is_passive(verb: Token) -> bool:
    """Tell whether a verb has the subject of a passive of its own, or the noun before it as one."""
    subject = subject_of(verb)
    if subject is None:
        return _is_participle(verb)
    return subject.dep_ == "nsubjpass" and subject.head == verb


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
    if subject is None:
        return (_agent(verb) if _is_participle(verb) else None) or _charged(verb)
    if subject.dep_ == "nsubjpass":
        return _agent(verb)
    return subject


def _agent(verb: Token) -> Token | None:
    """Return who does what a passive tells."""
    return next((t for by in verb.children if by.dep_ == "agent" for t in by.children if t.dep_ == "pobj"), None)


def _is_participle(verb: Token) -> bool:
    """Tell whether a verb says beside a noun what is done to it: “a firm accused by its rival”."""
    return verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"}


def _charged(verb: Token) -> Token | None:
    """Return who is said to have done what stands behind “of” or “with” (“they accuse him of having struck”)."""
    above = verb.head.head
    if verb.dep_ != "pcomp" or verb.head.lower_ not in {"of", "for", "with"}:
        return None
    told = [above, *above.children]
    return next((t for t in told if t.dep_ in {"dobj", "nsubjpass"} and t.head.lemma_ in _CHARGING), None)


def _others(verb: Token) -> Iterator[Token]:
    """Yield the objects of a verb, the subject of a passive, and what stands behind “to” or “against”."""
    subject = subject_of(verb)
    if subject is not None and subject.dep_ == "nsubjpass":
        yield subject
        return
    if subject is None and _is_participle(verb):
        whose = verb.head if verb.dep_ == "acl" else subject_of(verb.head)
        if whose is not None:
            yield whose
        return
    for child in verb.children:
        if child.dep_ in {"dobj", "dative"} and child.pos_ in {"NOUN", "PROPN"}:
            if not names_unit(child.text, ENGLISH, units_of("money")):  # which does nothing to anybody
                yield child
        elif child.dep_ in {"dobj", "dative"} and child.pos_ in {"NUM", "PRON"}:
            yield from (t for p in child.children if p.lower_ == "of" for t in p.children if t.dep_ == "pobj")
        elif child.dep_ in {"prep", "dative"} and (child.lower_ in _GOALS or _is_above_all(child)):
            yield from (t for t in child.children if t.dep_ == "pobj")
        elif child.dep_ == "acomp":  # "shot dead the driver"
            yield from (t for t in child.children if t.dep_ == "dobj")


def _is_above_all(preposition: Token) -> bool:
    """Tell whether “above all” stands before the object of a verb, which the parser takes for what “above” governs."""
    return preposition.lower_ == "above" and [t.lower_ for t in preposition.doc[preposition.i + 1 :][:1]] == ["all"]


def _acts(noun: Token) -> bool:
    """Tell whether somebody or a body is named, who can do the same as the other."""
    return is_name(noun) or is_person(noun)


def _exchanged(
    verb: Token, doer: Token, action: Span, others: list[tuple[Token, Span | None]], pair: Pair
) -> Exchange | None:
    place = the_one(anchors(meant(doer), pair))
    if place is None or place.overlaps(action):
        return None
    if doer.dep_ == "pobj" and _OF.search(pair.theirs.text, 0, place.start):
        return None  # « militaires aidés de civils »
    says = verb.lemma_ in speaking_verbs() and not others  # “по словам Юсуфова”: he said
    if not says and is_object_by_case(meant(doer).text, place, action, pair):
        return Exchange(verb, doer, None, place)
    for other, its in others:
        if its is None or its.overlaps(place) or its.overlaps(action) or _BREAK.search(between(its, place, pair)):
            continue
        named = is_name(doer) and is_name(other)
        charged = doer == _charged(verb)  # who is accused may stand behind a preposition
        if (
            its.start < place.start
            and (charged or not is_marked(its, pair))
            and _is_object(place, action, its, pair, named=named)
        ):
            return Exchange(verb, doer, other, Span(its.start, max(place.end, action.end)))
    return None


def _is_object(place: Span, action: Span, its: Span, pair: Pair, *, named: bool) -> bool:
    """Tell whether what stands at ``place`` is an object of the verb ``action``, whose subject stands at ``its``.

    ``named``: both are names.
    """
    facts = language_of(pair.theirs.language).roles
    if _is_in_relative(place, its, pair) or form_of(pair, "agent").search(_before(place, pair)):
        return False
    if _BREAK.search(between(its, action, pair)):
        return False
    if is_marked(place, pair):
        if places_called(place.of(pair.theirs.text), pair) and form_of(pair, "locative").search(_before(place, pair)):
            return False
        return its.start < action.start or place.start < action.start
    if form_of(pair, "clitic").search(_before(action, pair)):
        return False
    follows = its.start < action.start < place.start
    near = len(_WORD.findall(between(action, place, pair))) <= _LONGEST_WAY
    return (facts.order and follows and near) or (facts.names and named)


def _is_in_relative(place: Span, its: Span, pair: Pair) -> bool:
    """Tell whether a relative clause opens between two parties, but for one whose subject is the first of them."""
    way = between(its, place, pair)
    found = list(form_of(pair, "relative").finditer(way))
    subject = form_of(pair, "subject_relative").match(way, found[0].start()) if len(found) == 1 else None
    return bool(found) and not (subject and its.end < place.start and not _WORD.search(way, 0, found[0].start()))


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
