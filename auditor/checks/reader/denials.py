"""Versions of a sentence that deny what it affirms, or affirm what it denies, where the source may."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.analysis import inflected
from auditor.bilingual.negations import Doubt
from auditor.bilingual.polarity import is_literal
from auditor.checks.base import Story
from auditor.checks.reader.weighing import Version
from auditor.model import Span

if TYPE_CHECKING:
    from auditor.analysis import Sentence, Token


class Turn(StrEnum):
    """What a version does: denies, or denies no more."""

    DENIED = "denied"
    AFFIRMED = "affirmed"


_CONTRACTED = {"ca": "can", "wo": "will", "sha": "shall"}
"""What is left of a verb before “n't”, and the verb."""

_LIMITS = {"until", "till", "before", "only", "just", "least"}
"""Words behind a denial that says when, how much or what else: “did not come until late” denies nothing."""

_PREFIXES = ("un", "in", "im", "il", "ir", "dis")
"""What denies as the beginning of a word: “is impossible” for what “is not possible”."""

_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_DO = {"VBD": "did", "VBZ": "does", "VBP": "do"}


def denials(story: Story) -> Iterator[Version]:
    """Yield the story with a denial more or less.

    One is added where the source has more. One goes where the source has none and the translation is close: a free one
    denies the opposite of what its source affirms. Where a word of the source may stand for a denial, none goes: a
    flight that is cancelled does not take off.
    """
    for pair in story.source_pairs:
        is_denied = len(pair.theirs.negations) > len(pair.ours.negations)
        is_affirmed = not pair.theirs_around.negations and pair.theirs.doubt < Doubt.GREAT and is_literal(pair)
        for sentence in pair.sentences:
            if is_denied:
                yield from _denied(sentence)
            elif is_affirmed:
                yield from _affirmed(sentence)


def _denied(sentence: Sentence) -> Iterator[Version]:
    """Yield ``sentence`` with each finite verb denied."""
    for token in sentence.tokens:
        if token.tag_ not in _FINITE or token.pos_ not in {"VERB", "AUX"} or _denies(token):
            continue
        if token.pos_ == "AUX" or token.tag_ == "MD":
            words = f"{token.text} not"
        else:
            words = f"{_DO[token.tag_]} not {token.lemma_}"
        yield Version(((sentence.span_of(token), words),), Turn.DENIED, 0.0)


def _denies(verb: Token) -> bool:
    """Tell whether a verb is denied already, or what is said of its subject denies."""
    beside = (*verb.children, *verb.head.children)
    return any(
        word.dep_ == "neg" or (word.dep_ in {"acomp", "attr"} and word.lower_.startswith(_PREFIXES)) for word in beside
    )


def _affirmed(sentence: Sentence) -> Iterator[Version]:
    """Yield ``sentence`` without each of its denials that stands behind a verb."""
    for token in sentence.tokens:
        if token.dep_ != "neg" or not token.i or token.nbor(-1).pos_ != "AUX":
            continue
        if not any(word.lower_ in _LIMITS for word in sentence.tokens[token.i + 1 :]):
            yield Version((_without(sentence, token),), Turn.AFFIRMED, 0.0)


def _without(sentence: Sentence, denial: Token) -> tuple[Span, str]:
    """Return the words to replace for the denial to go, and what stands there then."""
    before, verb = denial.nbor(-1), denial.head
    if before.lemma_ == "do" and before.head == verb and verb.tag_ == "VB" and verb.i == denial.i + 1:
        return sentence.span_of(before, verb), inflected(verb.lemma_, before.tag_)
    return sentence.span_of(before, denial), _CONTRACTED.get(before.lower_, before.text)
