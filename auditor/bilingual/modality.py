"""What the source obliges somebody to do and the translation only permits, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from auditor.bilingual.negations import patterns
from auditor.bilingual.pairs import Pair
from auditor.bilingual.parties import renders
from auditor.bilingual.side import Side, clause_around
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_MAY = frozenset({"may", "can", "might", "could"})
_BOUND = frozenset({"require", "oblige", "obligate", "compel", "force", "bind"})
"""Participles that oblige before an infinitive ("is required to")."""

_DUTY = re.compile(
    r"\b(?:must|need\w*|should|ought|shall|oblig\w*|requir\w*|due|mandatory|compulsory|necessary|essential|forced|bound"
    r"|supposed|(?:have|has|had|having) to)\b",
    re.IGNORECASE,
)
"""What says in English that something is to be done."""

_LEAVE = re.compile(
    r"\b(?:may|can|might|could|able|allow\w*|permit\w*|permission|possib\w*|likely|entitled|free to"
    r"|right to|option\w*)\b"
)
"""What says in English that something may be done or be so."""

_RESTRICTS = re.compile(r"\b(?:cannot|only|unless|until|without|hardly|barely|refrain|avoid)\b", re.IGNORECASE)
_CLAUSES = re.compile(r"[,;:，；：、]")


@dataclass(frozen=True, slots=True)
class Altered:
    """The English words that oblige or permit, and the source's; ``obliges``: those of the source oblige."""

    words: tuple[Token, ...]
    source: Span
    obliges: bool


def altered(pair: Pair) -> Iterator[Altered]:
    """Yield the only word of duty or permission of a translation where the source has only one of the other kind.

    One sentence answers one, nothing is denied, restricted or asked, and the verb behind the word answers one of the
    same clause of the source; where the lexicon does not know, both are of one clause.
    """
    duty = language_of(pair.theirs.language).duty
    if len(pair.sentences) != 1 or len(pair.link.other) != 1 or not duty.permits or "?" in pair.ours.text:
        return
    text = pair.theirs.text
    binding, permitting = (list(_compiled(form).finditer(text)) for form in (duty.binds, duty.permits))
    expected = duty.expects and _compiled(duty.expects).search(text)
    if len(binding) + len(permitting) != 1 or expected or _denies(pair.ours) or _denies(pair.theirs):
        return
    obliges = bool(binding)
    if obliges is bool(_DUTY.search(pair.ours.text)) or obliges is not bool(_LEAVE.search(pair.ours.text)):
        return
    found = Span(*[*binding, *permitting][0].span())
    told = list(_permissions(pair) if obliges else _duties(pair))
    if len(told) != 1:
        return
    [(words, verb)] = told
    answers = renders(verb, pair)
    if any(_belongs(answer, found, text) for answer in answers) or not (
        answers or _CLAUSES.search(text) or _CLAUSES.search(pair.ours.text)
    ):
        yield Altered(words, found, obliges)


def _belongs(verb: Span, modal: Span, text: str) -> bool:
    """Tell whether a verb stands behind a modal word in its clause, or right before it ("dass er gehen muss")."""
    return clause_around(text, modal).covers(verb) and (verb.start >= modal.end or text[verb.end : modal.start] == " ")


def _permissions(pair: Pair) -> Iterator[tuple[tuple[Token, ...], Token]]:
    """Yield the words of permission with the verbs to which they belong."""
    for sentence in pair.sentences:
        for token in sentence.tokens:
            if token.tag_ == "MD" and token.lower_ in _MAY:
                yield (token,), token.head
            elif token.lower_ == "able" and token.head.lemma_ == "be":  # “will be able to”
                yield from (((token.head, token), verb) for verb in token.children if verb.dep_ == "xcomp")


def _duties(pair: Pair) -> Iterator[tuple[tuple[Token, ...], Token]]:
    """Yield the words of duty with the verbs to which they belong; “must have gone” is a guess."""
    for sentence in pair.sentences:
        for token in sentence.tokens:
            if token.tag_ == "MD" and token.lower_ == "must":
                if not any(t.dep_ == "aux" and t.lower_ == "have" for t in token.head.children):
                    yield (token,), token.head
            elif token.lemma_.lower() == "have" or (token.lemma_.lower() in _BOUND and token.tag_ == "VBN"):
                verb = next((t for t in token.children if t.dep_ == "xcomp" and t.tag_ == "VB"), None)
                to = next((t for t in verb.children if t.lower_ == "to"), None) if verb is not None else None
                if verb is not None and to is not None and to.i == token.i + 1:
                    passive = [t for t in token.children if t.dep_ == "auxpass"]
                    yield (*passive[:1], token, to), verb


def _denies(side: Side) -> bool:
    """Tell whether a text denies or restricts anything, twice ("cannot but") included."""
    told = patterns(side.language)
    forms = (told.firm, _RESTRICTS if side.language == ENGLISH else told.restricting)
    return any(form is not None and form.search(side.text) for form in forms)


@cache
def _compiled(form: str) -> re.Pattern[str]:
    return re.compile(form, re.IGNORECASE)
