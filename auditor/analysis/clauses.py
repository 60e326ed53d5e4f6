"""Clauses: the subject of a verb, its finite form, its tense, and what governs it."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING

from auditor.config import word_list

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = {"nsubj", "nsubjpass"}
_AUXILIARIES = {"aux", "auxpass"}
_MANNERS = {
    "justification",
    "explanation",
    "authorisation",
    "authorization",
    "reason",
    "warning",
    "notice",
    "permission",
}
"""What a deed may have been done without: "without warning" is no condition."""


class Tense(StrEnum):
    """The tense of a finite verb with its auxiliaries."""

    PRESENT = "present"
    PAST = "past"
    PERFECT = "perfect"
    PLUPERFECT = "pluperfect"
    MODAL = "modal"


def subject_of(verb: Token) -> Token | None:
    """Return the head of the subject of ``verb``, also where it is shared with a verb before it; None without one."""
    own = next((t for t in verb.children if t.dep_ in _SUBJECTS and t.i < verb.i), None)
    if own is None and verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
        return subject_of(verb.head)
    return own


def auxiliaries_of(verb: Token) -> tuple[Token, ...]:
    """Return the auxiliaries of ``verb``, in order."""
    return tuple(t for t in verb.children if t.dep_ in _AUXILIARIES and t.i < verb.i)


def finite_of(verb: Token) -> Token:
    """Return the word that carries the tense of ``verb``: its first auxiliary, or itself."""
    return next(iter(auxiliaries_of(verb)), verb)


def tense_of(verb: Token) -> Tense | None:
    """Return the tense of ``verb`` as head of its clause, None where it is not finite."""
    first = finite_of(verb)
    if first.tag_ == "MD":
        return Tense.MODAL
    if first.tag_ not in {"VBZ", "VBP", "VBD"}:
        return None
    past = first.tag_ == "VBD"
    if first.lemma_ == "have" and first is not verb:
        return Tense.PLUPERFECT if past else Tense.PERFECT
    return Tense.PAST if past else Tense.PRESENT


def is_hypothetical(verb: Token) -> bool:
    """Tell whether the sentence of ``verb`` holds a condition, in so many words or by inversion."""
    doc = verb.doc
    for token in doc:
        if token.lower_ in {"if", "unless", "otherwise", "provided", "supposing", "wish", "hypothetically"}:
            return True
        if token.lower_ == "without" and not (token.i + 1 < len(doc) and token.nbor().lower_ in _MANNERS):
            return True
        if token.lower_ == "but" and token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "for":
            return True
        if token.lower_ in {"had", "were", "should"} and _is_inverted(token):
            return True
    return False


def _is_inverted(auxiliary: Token) -> bool:
    """Tell whether ``auxiliary`` opens a conditional clause ("had he known", "were it to fail")."""
    before = auxiliary.nbor(-1) if auxiliary.i else None
    opens = before is None or before.lower_ in {",", "and", "or", "but", ";", "–", "-"}
    return opens and auxiliary.i + 1 < len(auxiliary.doc) and auxiliary.nbor().pos_ in {"PRON", "DET", "PROPN", "NOUN"}


def is_reported(verb: Token) -> bool:
    """Tell whether the clause of ``verb`` hangs on a verb of saying or thinking, or on a noun such as "fear"."""
    head = verb
    while head.dep_ in {"conj", "ccomp", "acl", "xcomp", "relcl", "advcl", "pcomp"}:
        if head.dep_ in {"ccomp", "acl", "xcomp", "relcl", "advcl", "pcomp"}:
            return True
        head = head.head
    return any(t.dep_ in {"ccomp", "parataxis"} and t.lemma_ in reporting_verbs() for t in verb.children)


@cache
def reporting_verbs() -> frozenset[str]:
    """Return the lemmas of the verbs with which copy attributes what it tells."""
    return frozenset(word_list("reporting.verbs"))


@cache
def speaking_verbs() -> frozenset[str]:
    """Return the lemmas of the verbs that stand beside what somebody says in marks."""
    return reporting_verbs() | frozenset(word_list("reporting.speech"))
