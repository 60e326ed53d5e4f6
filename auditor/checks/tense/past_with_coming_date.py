"""``past-with-coming-date``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.analysis import auxiliaries_of, subject_of
from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_UNITS = {"week", "month", "year", "summer", "winter", "spring", "autumn", "fall", "season", "weekend"}
_AHEAD = {
    "be", "have", "schedule", "plan", "set", "call", "book", "postpone", "delay", "invite", "ask", "expect", "propose",
    "fix", "arrange", "slate", "reschedule", "order", "move", "promise", "mean", "need", "want", "hope", "intend",
    "face", "announce", "agree", "offer", "prepare", "push", "bring", "put", "say", "tell", "get", "target", "see",
}  # fmt: skip
"""Verbs whose object or purpose may lie ahead: "expected a rise next month", "had a match next week"."""

_COMING = frozenset({"tomorrow", "next"})
_CONDITIONS = {"if", "until", "unless"}

_TOLD = {"ROOT", "conj", "relcl"}
"""Clauses that state something; what somebody said or wished may stand in the past of what is to come."""


@code_check(
    "past-with-coming-date",
    category=Category.TENSE,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "Mrs Tian, who has held the post since 2017, [[stepped]] down next month.",
        "The museum [[reopened]] tomorrow.",
        "The court [[ruled]] on the appeal next week.",
    ),
    passes=(
        "Mrs Tian, who has held the post since 2017, will step down next month.",
        "He said the museum reopened next month.",
        "The talks, the first in years, were due next week.",
        "She left for Paris and returned the next week.",
        "The company expected a rise next year.",
        "If it closed next month, the town would suffer.",
        "“We opened next month's season early,” he said.",
    ),
)
def past_with_coming_date(story: Story) -> Iterator[Hit]:
    """A past tense stands beside a date that is yet to come.

    Languages without tenses, or with a future made of a participle, lose it on the way.

    Speaks where “tomorrow” or “next week”, “next month” and the like end the clause of the verb. What is planned or
    expected, reported speech, conditions and quotations pass.
    """
    for sentence in story.analysis.sentences:
        if _COMING.isdisjoint(sentence.words):
            continue
        for verb in sentence.tokens:
            when = _coming(verb) if _states_the_past(verb) else None
            if when is not None and not story.analysis.in_quotation(sentence.span_of(verb)):
                yield Hit(
                    spans=(sentence.span_of(verb),),
                    message=f"“{verb.text}” tells what is over, but “{when}” is yet to come.",
                )


def _states_the_past(verb: Token) -> bool:
    if verb.tag_ != "VBD" or verb.dep_ not in _TOLD or verb.lemma_ in _AHEAD or auxiliaries_of(verb):
        return False
    if any(t.lower_ in _CONDITIONS for t in verb.doc[: verb.i]):
        return False
    return subject_of(verb) is not None and not _is_told(verb)


def _is_told(verb: Token) -> bool:
    """Tell whether a clause is part of what is said, wished or asked."""
    return any(head.dep_ in {"ccomp", "xcomp", "advcl", "acl"} for head in (verb, *verb.ancestors))


def _coming(verb: Token) -> str | None:
    """Return the words for a time to come that belong to ``verb`` and end its clause."""
    for child in verb.children:
        ends = child.i + 1 >= len(verb.doc) or verb.doc[child.i + 1].is_punct
        if child.i <= verb.i or not ends or any(t.pos_ in {"VERB", "AUX"} for t in verb.doc[verb.i + 1 : child.i]):
            continue
        if child.lower_ == "tomorrow":
            return child.text
        next_one = child.i > 1 and child.nbor(-1).lower_ == "next" and child.nbor(-2).lower_ not in {"the", "for", "of"}
        if child.dep_ == "npadvmod" and child.lower_ in _UNITS and next_one:
            return f"next {child.text}"
    return None
