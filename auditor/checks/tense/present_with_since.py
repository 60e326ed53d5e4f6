"""``present-with-since``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.analysis import Tense, finite_of, subject_of, tense_of
from auditor.checks.base import Hit, Story, code_check
from auditor.config import word_list
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_STARTS = {
    "beginning", "birth", "dawn", "death", "end", "independence", "election", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "morning", "start", "summer",
    "winter", "spring", "autumn", "yesterday", "week", "month", "year", "noon", "night", "inception", "creation", "war",
    "outbreak", "launch", "childhood", "coup", "invasion",
}  # fmt: skip
_RANKS = {
    "first", "second", "third", "fourth", "fifth", "last", "only", "time", "record", "most", "least",
    "more", "less", "up", "down", "ago", "years", "months", "weeks", "days", "percent", "%", "than", "new",
    "best", "worst", "another", "there",
}  # fmt: skip
_LAST = {"year", "month", "week"}
_STATES = {"force", "effect", "place", "office", "power", "use", "operation", "prison", "jail", "custody", "exile"}
"""What somebody or something is in, or under, for some time."""


@code_check(
    "present-with-since",
    category=Category.TENSE,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "The village [[is]] without water since Monday.",
        "The army [[occupies]] the bridge since dawn.",
        "Since 2015 she [[works]] for the ministry.",
        "Mrs Novak, 47 years old, [[directs]] since 2016 a laboratory of 60 people.",
        "He [[was]] in office since 2012.",
        "The reds [[do]] not win at home since 2016.",
        "Ms Novak, who [[is]] in charge since 2022, declined to comment.",
        "They lifted the curfew that [[is]] in force since 2021.",
        "The repairs [[are]] under way since June last year and are to end in May at the latest.",
        "The mine [[is]] shut down since March.",
        "The pass [[is]] closed since Tuesday, the police said.",
    ),
    passes=(
        "The village has been without water since Monday.",
        "The reds have not won at home since 2016.",
        "It is the worst drought since 1976.",
        "Sales are up since January.",
        "He is tired, since 2015 was a hard year.",
        "The mine is closed, since March was too wet.",
        "Since 2015, the law has required a permit.",
        "Much is different since the vote, she wrote.",
        "Ms Novak, who has been in charge since 2022, declined to comment.",
        "They lifted the curfew that had been in force since 2021.",
        "The repairs have been under way since June last year.",
        "The mine has been shut down since March.",
        "The pass has been closed since Tuesday, the police said.",
        "The mine is the biggest since May.",
    ),
)
def present_with_since(story: Story) -> Iterator[Hit]:
    """A verb in the present, or “was”, stands with “since” and a date.

    What began in the past and goes on takes “has been” in English; French, German and Russian use the present for it
    (“il travaille ici depuis 2015”), and “was … since” comes from their imperfect.

    Passes with a superlative or a rank (“the worst since”), a change (“up since”), and where “since” means “because”.
    """
    for sentence in story.analysis.sentences:
        for since in sentence.tokens:
            verb = _verb(since)
            if verb is None:
                continue
            finite = finite_of(verb)
            span = sentence.span_of(finite)
            if story.analysis.in_quotation(span):
                continue
            right = "had been" if finite.tag_ == "VBD" else "has been” or “have been"
            when = since.doc[since.i : since.right_edge.i + 1].text
            yield Hit(
                spans=(span,),
                message=f"“{finite.text}” does not go with “{when}”: what goes on since then takes “{right}”.",
            )


def _verb(since: Token) -> Token | None:
    """Return the verb that cannot stand with ``since``, None where all is well or the parse is in doubt."""
    if since.lower_ != "since" or since.dep_ != "prep" or not _dated(since):
        return None
    verb, doc = _clause_of(since), since.doc
    if verb.pos_ not in {"VERB", "AUX"}:
        return None
    subject = subject_of(verb)
    # “since June last year”, which the parser may hang on the verb
    dated = {t for t in doc[since.i :] if t.lower_ == "last" and (since in t.ancestors or t.head.lower_ in _LAST)}
    joined = {t for child in verb.children if child.dep_ == "conj" and child.i > since.i for t in child.subtree}
    told = set(verb.subtree) - (set(subject.subtree) if subject else set()) - dated - joined
    if any((t.lower_ in _RANKS and t.dep_ != "prt") or _compares(t) for t in told):
        return None
    if subject is None or (subject.lower_ in {"it", "that", "this", "what", "which"} and not _is_state(verb)):
        return None
    if (subject.lower_ in {"who", "that", "which"}) is not (
        verb.dep_ == "relcl"
    ):  # “a club that is the best since”, parsed in many ways
        return None
    near = doc[min(verb.i, since.i) + 1 : max(verb.i, since.i)]
    if any(t.pos_ in {"VERB", "AUX"} and t.head != verb for t in near) or any(t.text in {";", ":", '"'} for t in near):
        return None
    tense = tense_of(verb)
    finite = finite_of(verb)
    if tense is Tense.PAST and not (finite is verb and verb.lower_ in {"was", "were"}):
        return None
    if tense not in {Tense.PRESENT, Tense.PAST}:
        return None
    if finite.lower_ in {"do", "does"} and not any(t.dep_ == "neg" for t in verb.children):
        return None
    return verb if since.i > verb.i or since.i == 0 else None


def _clause_of(since: Token) -> Token:
    """Return the verb that ``since`` belongs to: that of “that is in force” where it follows right behind it."""
    before = next((t for t in reversed(since.doc[: since.i]) if t.pos_ in {"VERB", "AUX"}), since.head)
    return before if _is_state(before) else since.head


def _is_state(verb: Token) -> bool:
    """Tell whether the verb of a relative clause says that something is in force, which goes on."""
    if verb.dep_ != "relcl" or verb.lemma_ != "be":
        return False
    return any(noun.lower_ in _STATES for child in verb.children if child.dep_ == "prep" for noun in child.children)


def _dated(since: Token) -> bool:
    """Tell whether a year, a weekday or another point of time follows ``since``."""
    noun = next((t for t in since.children if t.dep_ == "pobj"), None)
    if noun is None or any(t.pos_ in {"VERB", "AUX"} for t in noun.subtree):
        return False
    weekdays = {day.lower() for day in word_list("calendar.weekdays")}
    year = noun.text.isdigit() and len(noun.text) == 4
    return year or noun.lower_ in _STARTS | weekdays


def _compares(token: Token) -> bool:
    return token.tag_ in {"JJS", "JJR", "RBS", "RBR"} or (
        token.pos_ in {"ADJ", "NOUN"} and token.lower_.endswith("iest")
    )
