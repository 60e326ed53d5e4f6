"""Verbs that tell one deal from either side: whether the translation's has the subject that the source's has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.alignment.lexicon import english_stem, lexicon
from auditor.analysis import subject_of
from auditor.bilingual.names import held
from auditor.bilingual.pairs import Pair
from auditor.bilingual.parties import agent_of, anchors, form_of, is_marked, is_object_by_case, meant, subject_form
from auditor.bilingual.side import clause_around
from auditor.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from auditor.analysis import Token

CONVERSE = frozenset(
    (
        *("buy", "purchase", "acquire", "sell", "win", "beat", "defeat", "lose", "lend", "borrow"),
        *("loan", "rent", "give", "take", "receive", "get", "hire", "victory", "import", "export", "send", "pay"),
        *("teach", "learn", "inherit", "knock", "eliminate", "oust", "overcome", "edge", "stun", "thrash", "rout"),
    )
)
"""Words with an opposite that says the same of the other party: A sold to B, B bought from A."""

_PARTIES = frozenset({"dobj", "dative", "pobj"})

_NEAR = 6
"""Code points between a verb and the subject right behind it, where an article stands."""


def is_told_of_another(pair: Pair, theirs: Span, ours: Span) -> bool:
    """Tell whether a converse verb at ``ours`` may say of another party what the source says at ``theirs``.

    It says the opposite only of the same subject: the party that stands in the source before the verb or right behind
    it, without a preposition or a case and before every other party, or the same pronoun.
    """
    verb = next((token for token in _tokens(pair, ours)), None)
    if verb is None or verb.lemma_.lower() not in CONVERSE or (verb.pos_ == "NOUN" and verb.lemma_ != "victory"):
        return False
    doer = _whose(verb)
    if doer is None:
        return True
    if doer.pos_ == "PRON":
        form = subject_form(doer, pair)
        return not form or form.search(clause_around(pair.theirs.text, theirs).of(pair.theirs.text)) is None
    others = [span for other in _others(verb, doer) for span in _places(other, pair)]
    places = _places(doer, pair)
    if not places:
        return not _is_left_over(doer, theirs, pair)
    return not any(
        agent_of(place, theirs, pair)
        or (_is_subject(doer, place, theirs, pair) and not any(other.start < place.start for other in others))
        for place in places
    )


def _is_left_over(doer: Token, action: Span, pair: Pair) -> bool:
    """Tell whether what stands before the verb at ``action`` renders nothing in the translation but may be ``doer``."""
    before = Span(clause_around(pair.theirs.text, action).start, action.start)
    words = [word for word in pair.theirs.stemmed if before.covers(word.span)]
    entries = lexicon(pair.theirs.language)
    own = {token.i for token in doer.subtree}
    rest = {english_stem(t.lemma_.lower()) for t in doer.doc if t.i not in own}
    if entries is None or not words:
        return False
    return not any(rest & entries.renderings(word.stem) for word in words)


def _tokens(pair: Pair, ours: Span) -> Iterator[Token]:
    """Yield the words of the translation at ``ours``."""
    for sentence in pair.sentences:
        start = pair.start_of(sentence)
        yield from (t for t in sentence.tokens if ours.overlaps(Span(start + t.idx, start + t.idx + len(t))))


def _whose(verb: Token) -> Token | None:
    """Return the subject of a verb, the agent of a passive, or the owner of a victory; None where nobody is named."""
    while True:
        owner = next((t for t in verb.children if t.dep_ == "poss"), None)
        agent = next((t for by in verb.children if by.lower_ in {"by", "for"} for t in by.children), None)
        subject = owner if verb.pos_ == "NOUN" else subject_of(verb)
        passive = any(t.dep_ in {"auxpass", "agent"} for t in verb.children) or verb.dep_ == "acl"
        if verb.pos_ == "NOUN" or passive:
            subject = subject if verb.pos_ == "NOUN" and subject else agent
        if subject is not None or (passive and verb.pos_ != "NOUN") or verb.dep_ == "ROOT":
            return meant(subject) if subject is not None else None
        verb = verb.head


def _others(verb: Token, doer: Token) -> Iterator[Token]:
    """Yield the other parties in the clause of a verb."""
    for token in verb.subtree:
        if token.dep_ in _PARTIES and token.pos_ in {"NOUN", "PROPN"} and token != doer:
            yield token


def _places(noun: Token, pair: Pair) -> set[Span]:
    """Return where the source has what ``noun`` names, also where the two look alike."""
    alike = {word.span for word in pair.theirs.stemmed if held(noun.text, (word.span.of(pair.theirs.text),))}
    return anchors(noun, pair) or alike


def _is_subject(noun: Token, place: Span, action: Span, pair: Pair) -> bool:
    if is_marked(place, pair) or is_object_by_case(noun.text, place, action, pair, indirect=True):
        return False
    if form_of(pair, "governed").search(pair.theirs.text[: place.start]):
        return False
    return place.end <= action.start or 0 <= place.start - action.end <= _NEAR
