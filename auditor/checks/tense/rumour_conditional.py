"""``rumour-conditional``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from auditor.analysis import auxiliaries_of, is_hypothetical, is_reported, subject_of
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.config import word_list
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_ATTRIBUTION = re.compile(
    r"\b(?:according to|in the words of|citing|from information (?:from|by|of)|officially)\b"
    r"(?! (?:him|her|them|it|me|us)\b)",
    re.IGNORECASE,
)
_DOCUMENTS = re.compile(
    r"\baccording to (?:\w+ ){0,3}?(?:plans?|proposals?|bill|drafts?|estimates?|projections?|models?|"
    r"forecasts?|scenarios?|law|rules|schedule|treaty|terms|analysis|stud(?:y|ies)|calculations?)\b",
    re.IGNORECASE,
)
_DAYS = "|".join(word_list("calendar.weekdays"))
_MONTHS = "|".join(word_list("calendar.months"))
_PAST = re.compile(
    r"\b(?:yesterday|(?<!illion years )ago|last (?:week|month|year|night|summer|winter|spring|autumn|fall|\w+day)|"
    rf"(?:in|since|between|from|by) (?:(?:early|late|{_MONTHS}) )?(?:1[0-9]\d\d|20[0-4]\d)|"
    rf"between [\d,]+ and [\d,]+|on (?:{_DAYS})|(?:{_DAYS}) (?:morning|evening|night|afternoon)|overnight)\b"
)
_AGREEING = 2
"""Signs that must agree before the check speaks."""


@code_check(
    "rumour-conditional",
    category=Category.MISTRANSLATION,
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    flags=(
        "According to the prosecution, the broker [[would have paid]] two officials.",
        "The suspect [[would have fled]] to Spain on Monday night.",
        "The fire [[would have started]] in the kitchen, according to witnesses.",
        "Two of the guards [[would have been arrested]] last week.",
        "According to diplomatic sources, the envoy [[would be]] ready to return.",
        Example("The number of claims [[would have fallen]] by a fifth.", source_language="fr"),
    ),
    passes=(
        "The suspect is said to have fled to Spain on Monday night.",
        "The suspect would have fled to Spain if the border had been open.",
        "He said the bill would have cost the city two million.",
        "According to him, it would be the largest station in the world.",
        "According to the plan, the bridge would have opened in 2019.",
        "A win on Sunday would have secured the title.",
        "Had the guard not fired, the attacker would have killed more people.",
        "Without the alarm, two people would have died last week.",
        "The number of claims would have fallen by a fifth.",
        "According to the port, each day of the strike would have cost two million euros.",
        Example("The suspect would have fled to Spain on Monday night.", "Le suspect a fui lundi soir.", "fr"),
    ),
)
def rumour_conditional(story: Story) -> Iterator[Hit]:
    """“Would have” stands for a report that is not confirmed, and turns it into a hypothesis.

    The French conditional of rumour (“il aurait fui”), like its Spanish, Italian and Portuguese kin, says that somebody
    else reports it. In English “he would have fled” says that he did not. Write “reportedly”, “is said to have” or
    “allegedly”, and name the source.

    Speaks only where two signs agree, such as an attribution, a past date, a deed or an accident, an exact number.
    Conditions, reported speech, plans and quotations pass. Without an attribution it is major. Where the source is
    known to be in one of these languages, one sign makes a minor finding.
    With a source in one of these languages, it speaks only where the source has a conditional too, and is then sure.
    """
    before = False
    needed = _AGREEING - 1 if _form(story) else _AGREEING
    for sentence in story.analysis.sentences:
        hypothetical = False
        for verb in sentence.tokens:
            auxiliaries = auxiliaries_of(verb)
            if not auxiliaries or auxiliaries[0].lower_ != "would":
                continue
            hypothetical = hypothetical or is_hypothetical(verb)
            span = sentence.span_of(auxiliaries[0], verb)
            doubted = before and not _ATTRIBUTION.search(sentence.text)
            if hypothetical or doubted or is_reported(verb) or story.analysis.in_quotation(span):
                continue
            signs = _signs(verb, sentence.text) if _may_be_rumour(verb) else ()
            source = _source_conditional(story, sentence.segment.number) if len(signs) >= needed else None
            if len(signs) < needed or source == "":
                continue
            sure = len(signs) >= _AGREEING or source
            attributed = "it is attributed" in signs
            yield Hit(
                spans=(span,),
                message=f"“{span.of(story.target.text)}” says that it did not happen; for a report that is not "
                "confirmed write “reportedly” or “is said to”.",
                evidence=(
                    *(Evidence("sentence", sign) for sign in signs),
                    *([Evidence("source", source)] if source else []),
                ),
                severity=None if attributed and sure else Severity.MAJOR if sure else Severity.MINOR,
                confidence=Confidence.HIGH if source else None if sure else Confidence.LOW,
            )
        before = hypothetical


def _source_conditional(story: Story, number: int) -> str | None:
    """Return the conditional of the source of sentence ``number``, "" where it has none, None where nobody can tell."""
    form = _form(story)
    source = story.source_of(number)
    if form is None or source is None:
        return None
    found = re.search(rf"\b{form}\b", source)
    return found.group() if found else ""


def _form(story: Story) -> str | None:
    """Return an expression for the conditional of the source's language, None where it has no such rumours."""
    return language_of(story.source_language).rumour.conditional or None


def _may_be_rumour(verb: Token) -> bool:
    """Tell whether nothing about ``verb`` or its subject makes it a plan or a possibility that was weighed."""
    subject = subject_of(verb)
    if subject is None or (subject.pos_ == "PRON" and subject.lower_ not in {"he", "she", "they"}):
        return False
    if subject.lemma_.lower() in _words("plans") or any(
        t.lower_ in {"any", "each", "every", "such", "no", "proposed"} for t in subject.children
    ):
        return False
    if any(t.dep_ == "neg" or t.lower_ in _words("weighing") for t in verb.children):
        return False
    return not any(t.lemma_ == "than" for t in verb.subtree)


def _signs(verb: Token, text: str) -> tuple[str, ...]:
    """Return what speaks for a rumour, in words."""
    if _DOCUMENTS.search(text):
        return ()
    signs = []
    if _ATTRIBUTION.search(text):
        signs.append("it is attributed")
    completed = any(t.lower_ == "have" for t in auxiliaries_of(verb))
    if not completed:
        return (*signs, *_present_signs(verb, text))
    subject = subject_of(verb)
    assert subject is not None
    if _PAST.search(text):
        signs.append("it is dated in the past")
    if verb.lemma_ in _words("deeds"):
        signs.append(f"“{verb.lemma_}” is a deed or an accident")
    if subject.lemma_.lower() in _words("cases"):
        signs.append(f"“{subject.text}” belongs to an inquiry")
    if any(t.dep_ == "nummod" for noun in (subject, *_objects(verb)) for t in noun.children):
        signs.append("it gives an exact number")
    if any(t.lower_ in {"a", "an"} for t in subject.children):
        return tuple(signs[1:])
    return tuple(signs)


def _present_signs(verb: Token, text: str) -> tuple[str, ...]:
    """Return what speaks for a rumour in "would be": a state that is or is not, told by somebody named as source."""
    states = [t for t in verb.children if t.dep_ in {"acomp", "prep", "advmod"} and t.lower_ in _words("states")]
    if verb.lemma_ == "be" and states and _from_a_source(text):
        return (f"“{states[0].text}” is a state",)
    return ()


def _from_a_source(text: str) -> bool:
    return any(noun in text.lower() for noun in word_list("reporting.sources"))


def _objects(verb: Token) -> list[Token]:
    return [t for t in verb.children if t.dep_ in {"dobj", "attr"}]


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(word_list(f"rumour.{key}"))
