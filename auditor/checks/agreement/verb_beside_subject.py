"""``verb-at-odds-with-subject``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.analysis import Kind, finite_of, kind_of, past_forms
from auditor.checks.agreement.subject_verb import takes_either
from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_OPENERS = {",", ";", ":", "but", "because", "while", "when", "where", "although", "though", "said", "says"}
"""What may stand before a subject that the parse can be trusted with; else it opens the sentence."""

_PLURAL_FORMS = {"are", "were", "have", "do"}
_NEAR = 2
"""Words that may stand between a subject and its verb, or between a person and "who"."""

_ONE = {"the", "a", "an", "this", "that", "each", "every", "its", "his", "her", "their", "another"}
_MOODS = {
    "if", "as", "wish", "unless", "though", "that", "lest", "than", "let", "may", "make", "makes", "made", "help",
    "helps", "helped", "see", "sees", "saw", "hear", "watch", "watched", "have", "had", "did", "do", "does", "to",
    "what", "where", "how", "would", "will", "could", "should", "can", "must", "might",
}  # fmt: skip
"""Words before a subject after which a plain verb is right: “demanded that the firm leave”, “made the ship turn”."""


_BEHIND = frozenset({"presumptive", "apparent", "designate", "elect", "emeritus", "general", "laureate"})
"""Adjectives behind their noun that the parser may take for its verb: “the heiress presumptive”."""


@code_check(
    "verb-at-odds-with-subject",
    category=Category.AGREEMENT,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "The factory [[employ]] 300 people.",
        "The bill [[do]] not name the ports.",
        "The bakers [[closes]] on Monday.",
        "The results [[has]] surprised the mayor.",
        "A clerk who [[prefer]] to stay silent was there.",
    ),
    passes=(
        "The prisoner swam across the river and reached the bank.",
        "Her house stands on high ground, but the cellar and vegetable garden are under water.",
        "The factory employs 300 people.",
        "The bakers close on Monday.",
        "The union demands that the factory employ 300 people.",
        "The storm made the ship turn.",
        "The team have won, and the couple live in Rome.",
        "The townsfolk have been pleased, and the party move on.",
        "The mayor is loyal to the bankers, who does everything to please them.",
        "The mayor and the union agree.",
    ),
)
def verb_beside_subject(story: Story) -> Iterator[Hit]:
    """A singular subject stands with a plural verb beside it, or a plural one with a singular verb.

    Engines lose the ending of the verb (“the factory employ”) or give it to the wrong number (“the bakers closes”).

    Speaks where subject and verb stand together, at most an adverb or a short phrase between them. Groups, joined
    subjects, the moods of “demands that it leave” and “made it turn”, and quotations pass.
    """
    for sentence in story.analysis.sentences:
        for subject in sentence.tokens:
            verb = _at_odds(subject)
            if verb is None or story.analysis.in_quotation(span := sentence.span_of(verb)):
                continue
            noun = _antecedent(subject)
            number = "plural" if noun.tag_ == "NNS" else "singular"
            yield Hit(spans=(span,), message=f"“{noun.text}” is {number}, but the verb “{verb.text}” is not.")


def _antecedent(subject: Token) -> Token:
    """Return the noun that a relative "who" takes up, else the subject itself."""
    relative = subject.lower_ == "who" and subject.head.dep_ == "relcl"
    return subject.head.head if relative else subject


def _at_odds(subject: Token) -> Token | None:
    """Return the finite verb that is at odds with ``subject``, None where it agrees or may."""
    if subject.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    noun = _antecedent(subject)
    verb = finite_of(subject.head)
    if noun.tag_ not in {"NN", "NNS"} or not noun.is_lower or verb.i < subject.i or _is_loose(noun, subject, verb):
        return None
    if noun.tag_ == "NNS":
        third = verb.tag_ == "VBZ" and verb.lower_.endswith("s") and verb.is_lower
        return verb if third and noun.lower_.endswith("s") and noun.lower_ != noun.lemma_.lower() else None
    if not any(t.lower_ in _ONE for t in noun.children):
        return None
    if verb.lower_ in _BEHIND:
        return None
    plain = (
        verb.tag_ in {"VBP", "VB"}
        and verb.lower_ == verb.lemma_
        and verb.lower_ != "be"
        and verb.lower_ not in past_forms()  # “swam”, which the parser may take for a present
    )
    if not (plain or verb.lower_ in _PLURAL_FORMS) or _may_be_plain(subject):
        return None
    return verb


def _is_loose(noun: Token, subject: Token, verb: Token) -> bool:
    """Tell whether anything makes the number or the parse uncertain."""
    if takes_either(noun) or kind_of(noun) is Kind.GROUP:
        return True
    joined = {"conj", "cc", "appos", "acl", "nummod"} if noun.tag_ == "NN" else {"conj", "cc", "appos", "acl"}
    if any(t.lower_ == "and" for left in noun.lefts for t in left.children):  # “the cellar and vegetable garden are”
        return True
    if any(t.dep_ in joined or t.lower_ in {"of", "number"} for t in noun.children):
        return True
    if noun is not subject and (not 0 < subject.i - noun.i <= _NEAR or subject.nbor(-1).text == ","):
        return True  # "a friend of the bankers, who says"
    edge = noun.left_edge.i
    if noun.doc[edge].tag_ == "VBG" or noun.doc[edge].lower_.endswith("ing") or _is_named(noun, verb):
        return True  # "growing tomatoes has", "Nestle tightens controls"
    if noun is subject and edge and noun.doc[edge - 1].lower_ not in _OPENERS:
        return True
    between = noun.doc[subject.i + 1 : verb.i]
    return len(between) > _NEAR or any(
        t.pos_ in {"NOUN", "PROPN", "VERB", "AUX", "CCONJ", "SCONJ", "PUNCT", "PRON", "SYM", "NUM"} for t in between
    )


def _is_named(noun: Token, verb: Token) -> bool:
    """Tell whether a name before the noun may be the subject, and the noun its verb."""
    return verb.pos_ != "AUX" and any(t.pos_ == "PROPN" for t in noun.children)


def _may_be_plain(subject: Token) -> bool:
    """Tell whether a word before the subject takes a plain verb, or makes a question."""
    before = {t.lower_ for t in subject.doc[: subject.i]}
    return not before.isdisjoint(_MOODS) or subject.doc[-1].text == "?"
