"""Versions of a sentence in which who does something, and to whom, have changed places."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.analysis import inflected
from auditor.bilingual.converse import CONVERSE
from auditor.bilingual.parties import TURNING, renders
from auditor.checks.base import Story
from auditor.checks.reader.weighing import Version
from auditor.languages import language as language_of
from auditor.model import Span

if TYPE_CHECKING:
    from auditor.analysis import Sentence, Token
    from auditor.bilingual.pairs import Pair


class Exchange(StrEnum):
    """What a version exchanges.

    A reader goes by the order of words with two names, in a passive, and where cases and not their order tell roles.
    """

    BY_ORDER = "by order"
    OTHERS = "others"


_OBJECTS = {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them", "who": "whom"}
_SUBJECTS = {form: subject for subject, form in _OBJECTS.items()}

_PARTIES = {"NOUN", "PROPN", "PRON"}
_UNMOVED = {
    "it",
    "that",
    "which",
    "what",
    "this",
    "these",
    "those",
    "one",
    "there",
    "all",
    "both",
    "who",
    "whom",
    "nothing",
}
"""What has no other form as an object, or stands where its clause begins."""

_REFLEXIVE = "sel"
"""Within “myself” and “themselves”: who does it is whom it is done to."""

_JOINED = {"case", "cc", "conj", "compound", "nummod", "flat"}
"""What stands behind a noun and moves with it."""

_PLURAL = {"NNS", "NNPS"}
_OTHER_NUMBER = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "are": "is",
    "am": "is",
    "were": "was",
    "have": "has",
    "do": "does",
}
_PRESENT = {"VBZ": "VBP", "VBP": "VBZ"}

_TURNED = {"by": "against", "against": "by", "from": "to", "to": "from"}
"""Prepositions behind a noun that say who acts, and on whom."""


def exchanged(story: Story) -> Iterator[Version]:
    """Yield the story with subject and object of a verb exchanged, and with the other preposition behind a noun.

    Left out are verbs that may tell from the other side what the source tells: "like", and "beat" where it has "lose".
    """
    fixed = language_of(story.spoken).roles.order
    for pair, sentence in _beside(story):
        for token in sentence.tokens:
            if token.pos_ == "VERB" and not _may_turn(token, pair):
                yield from _exchanged(sentence, token, fixed=fixed)
            elif token.dep_ == "prep" and token.lower_ in _TURNED and token.head.pos_ == "NOUN":
                edit = (sentence.span_of(token), _TURNED[token.lower_])
                yield Version((edit,), Exchange.OTHERS, 0.0)


def _beside(story: Story) -> Iterator[tuple[Pair, Sentence]]:
    return ((pair, sentence) for pair in story.source_pairs for sentence in pair.sentences)


def _may_turn(verb: Token, pair: Pair) -> bool:
    return verb.lemma_ in TURNING or (verb.lemma_ in CONVERSE and not renders(verb, pair))


def _exchanged(sentence: Sentence, verb: Token, *, fixed: bool) -> Iterator[Version]:
    """Yield ``sentence`` with the parties of ``verb`` exchanged; ``fixed``: in the source their order tells them."""
    doer = next((t for t in verb.children if t.dep_ in {"nsubj", "nsubjpass"} and _may_move(t)), None)
    if doer is None:
        return
    for other in _others(verb, passive=doer.dep_ == "nsubjpass"):
        first, second = sorted((_phrase(doer), _phrase(other)), key=lambda phrase: phrase[0].i)
        if first[-1].i >= second[0].i or _as_subject(doer) == _as_subject(other):
            continue
        edits = [
            (sentence.span_of(*first), _words(second, first, subject=doer in first)),
            *_agreeing(sentence, verb, doer, other),
            (sentence.span_of(*second), _words(first, second, subject=doer in second)),
        ]
        by_order = not fixed or doer.dep_ == "nsubjpass" or doer.pos_ == other.pos_ == "PROPN"
        kind = Exchange.BY_ORDER if by_order else Exchange.OTHERS
        yield Version(tuple(sorted(edits, key=lambda edit: edit[0].start)), kind, 0.0)


def _as_subject(token: Token) -> str:
    return _SUBJECTS.get(token.lower_, token.lower_)


def _others(verb: Token, *, passive: bool) -> Iterator[Token]:
    """Yield to whom a verb does something, or who does it where it is a passive."""
    for child in verb.children:
        if passive and child.dep_ == "agent":
            yield from (t for t in child.children if t.dep_ == "pobj" and _may_move(t))
        elif not passive and child.dep_ in {"dobj", "dative"} and _may_move(child):
            yield child
        elif not passive and child.dep_ == "ccomp" and child.tag_ == "VB":  # “made her leave”
            yield from (t for t in child.children if t.dep_ == "nsubj" and _may_move(t))


def _may_move(token: Token) -> bool:
    return token.pos_ in _PARTIES and token.lower_ not in _UNMOVED and _REFLEXIVE not in token.lower_


def _phrase(head: Token) -> list[Token]:
    """Return the words of a noun and what belongs to it, up to a clause, an apposition or a preposition but “of”."""
    end = min((t.left_edge.i for t in head.rights if not _belongs(t)), default=head.right_edge.i + 1)
    words = list(head.doc[head.left_edge.i : end])
    while words[-1].is_punct and words[-1] != head:
        words.pop()
    return words


def _belongs(token: Token) -> bool:
    """Tell whether what stands behind a noun moves with it."""
    of = token.lower_ == "of" and any(t.dep_ == "pobj" for t in token.children)
    return of or token.dep_ in _JOINED


def _words(phrase: list[Token], place: list[Token], *, subject: bool) -> str:
    """Return ``phrase`` as it stands where ``place`` is, as a subject or as an object."""
    if len(phrase) == 1:
        forms = _SUBJECTS if subject else _OBJECTS
        words = forms.get(phrase[0].lower_, phrase[0].text)
        words = "I" if words == "i" else words
    else:
        words = phrase[0].doc[phrase[0].i : phrase[-1].i + 1].text
    if phrase[0].pos_ != "PROPN" and words != "I":
        words = words[:1].lower() + words[1:]
    return words[:1].upper() + words[1:] if _opens(place[0]) else words


def _opens(word: Token) -> bool:
    """Tell whether a sentence or a quotation begins with ``word``."""
    return bool(word.is_sent_start) or (word.pos_ != "PROPN" and word.text != "I" and word.text[:1].isupper())


def _agreeing(sentence: Sentence, verb: Token, doer: Token, other: Token) -> Iterator[tuple[Span, str]]:
    """Yield the form of the verb that agrees with its new subject, where that has the other number."""
    if _is_plural(doer) == _is_plural(other):
        return
    finite = next((t for t in verb.children if t.dep_ in {"aux", "auxpass"} and t.lower_ in _OTHER_NUMBER), None)
    if finite is not None:
        yield sentence.span_of(finite), _OTHER_NUMBER[finite.lower_]
    elif verb.tag_ in _PRESENT:
        yield sentence.span_of(verb), inflected(verb.lemma_, _PRESENT[verb.tag_])


def _is_plural(noun: Token) -> bool:
    plural = noun.tag_ in _PLURAL or noun.lower_ in {"i", "me", "we", "us", "you", "they", "them"}
    return plural or any(t.dep_ == "conj" for t in noun.children)
