"""``perfect-with-past-date``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.analysis import Tense, auxiliaries_of, tense_of
from auditor.checks.base import Hit, Story, code_check
from auditor.config import word_list
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_UNITS = {"week", "month", "year", "night", "summer", "winter", "spring", "autumn", "fall", "season", "weekend"}
_STILL_TO_COME = {
    "schedule", "plan", "set", "call", "book", "postpone", "delay", "invite", "ask", "expect", "propose", "promise",
    "fix", "arrange", "slate", "reschedule", "order", "ban", "time", "summon", "prepare", "push", "offer", "bar",
}  # fmt: skip
_TELLING = {"announce", "have", "say", "tell", "urge", "vow", "threaten", "agree", "decide", "confirm", "face", "need"}
"""Verbs whose object may lie ahead: "has announced a vote on Monday"."""

_EVENTS = {
    "meeting", "strike", "election", "vote", "talk", "game", "match", "hearing", "session", "visit", "trip", "rally",
    "march", "protest", "debate", "conference", "summit", "deadline", "date", "appointment", "flight", "day", "event",
    "concert", "race", "test", "final", "demonstration", "ceremony", "show", "walkout", "referendum", "trial", "poll",
}  # fmt: skip
"""Nouns that have a date of their own: "has won the vote on Monday" may be planned."""

_REPEATED = {
    "ever",
    "never",
    "always",
    "often",
    "twice",
    "already",
    "times",
    "both",
    "repeatedly",
    "since",
    "previously",
}


_GOING_ON = {"ADP", "DET", "PRON", "SCONJ", "PUNCT", "CCONJ"}
"""Parts of speech after a weekday that is a date of its own, not the first word of "Monday night games"."""


@code_check(
    "perfect-with-past-date",
    category=Category.TENSE,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The minister [[has resigned]] yesterday.",
        "Two miners [[have died last week]] in the shaft.",
        "The company [[has opened]] its first shop three years ago.",
        "The bishop [[has been arrested on Monday]], police said.",
        "The unions [[have voted]] Monday at a large majority to strike.",
        "The court [[has rejected]] the appeal on Monday.",
        "The river, swollen by rain, [[has reached]] Thursday its highest level since 1988.",
    ),
    passes=(
        "The minister resigned yesterday.",
        "Two miners have died since last week.",
        "The meeting has been called for Monday.",
        "The court has been asked to rule on Monday.",
        "The union has announced a strike on Monday.",
        "He has played in every round, as he did last year.",
        "Prices have risen from a low that they hit two years ago.",
        "The club has won Monday night games before.",
        "She has criticised a decision taken yesterday.",
    ),
)
def perfect_with_past_date(story: Story) -> Iterator[Hit]:
    """“Has” or “have” with a participle stands beside a date that is over.

    French, German and Italian use their perfect for what is over; English ties it to the present, so that “has resigned
    yesterday” cannot stand. Write the past tense.

    Speaks where the date belongs to that very verb and lies near it: yesterday, last week, two years ago, a weekday
    right after the verb, or a weekday behind its object. What is planned (“has been called for Monday”) and
    quotations pass.
    """
    for sentence in story.analysis.sentences:
        for verb in sentence.tokens:
            if verb.tag_ not in {"VBN", "VBD"} or tense_of(verb) is not Tense.PERFECT:
                continue
            date = _past_date(verb)
            if date is None:
                continue
            first = auxiliaries_of(verb)[0]
            adjacent = date[0] == verb.i + 1
            last = verb.doc[date[1]] if adjacent and date[1] > verb.i + 1 else verb
            span = sentence.span_of(first, last)
            if story.analysis.in_quotation(span):
                continue
            when = verb.doc[date[0] : date[1] + 1].text
            yield Hit(
                spans=(span,),
                message=f"“{when}” is over: with it English uses the past tense, not “{first.text} … {verb.text}”.",
            )


def _past_date(verb: Token) -> tuple[int, int] | None:
    """Return the first and last index of the past date that ``verb`` governs, None where none is certain."""
    doc = verb.doc
    if any(t.lower_ in _REPEATED for t in doc[: verb.i]):
        return None
    if verb.lemma_ not in _STILL_TO_COME and (day := _day_beside(verb)) is not None:
        return day
    if any(t.lower_ in _REPEATED for t in doc[verb.i : verb.i + 6]) or (
        any(t.i > verb.i and t.dep_ in {"conj", "advcl", "ccomp", "xcomp"} and t.pos_ == "VERB" for t in verb.children)
    ):
        return None
    for child in verb.children:
        if child.i <= verb.i or any(t.pos_ in {"VERB", "AUX"} for t in doc[verb.i + 1 : child.i]):
            continue
        if (date := _date_of(child)) is not None:
            return date
    return None


def _date_of(child: Token) -> tuple[int, int] | None:
    """Return the first and last index of the past date that ``child`` of a verb is or opens."""
    verb, doc = child.head, child.doc
    if child.lower_ == "yesterday":
        return child.i, child.i
    if child.lower_ == "ago" and child.dep_ == "advmod" and child.i - child.left_edge.i <= 3:
        return child.left_edge.i, child.i
    if child.dep_ == "npadvmod" and child.lower_ in _UNITS | _weekdays() and _is_last(child):
        return child.i - 1, child.i
    if verb.lemma_ in _STILL_TO_COME:
        return None
    if child.i == verb.i + 1 and child.lower_ in _weekdays() and child.dep_ == "npadvmod":
        return child.i, child.i
    if child.i == verb.i + 1 and child.lower_ == "on" and child.i + 1 < len(doc) and doc[child.i + 1].text in _days():
        return child.i, child.i + 1
    return _date_behind_object(child)


def _date_behind_object(preposition: Token) -> tuple[int, int] | None:
    """Return the places of "on Monday" behind the object of a verb, where no event has that date."""
    verb = preposition.head
    objects = [t for t in verb.children if t.dep_ in {"dobj", "nsubjpass"}]
    told = verb.doc[verb.i + 1 : preposition.i]
    if preposition.dep_ != "prep" or len(objects) != 1 or verb.lemma_ in _TELLING:
        return None
    if any(t.pos_ in {"ADP", "SCONJ", "CCONJ", "PUNCT", "PART"} or t.lemma_ in _EVENTS for t in (*told, *objects)):
        return None
    when = next((t for t in preposition.children if t.dep_ == "pobj"), None)
    if when is None or when.i + 1 >= len(verb.doc) or verb.doc[when.i + 1].pos_ not in {"PUNCT", "SCONJ", "ADP"}:
        return None
    is_day = preposition.lower_ == "on" and when.text in _days() and when.i == preposition.i + 1
    return (preposition.i, when.i) if is_day else None


def _day_beside(verb: Token) -> tuple[int, int] | None:
    """Return the places of a weekday right after ``verb``, also with "this"; whatever the parse makes of it."""
    doc, index = verb.doc, verb.i + 1
    last = index + 1 if index < len(doc) and doc[index].lower_ == "this" else index
    if last + 1 >= len(doc) or doc[last].text not in _days():
        return None
    return (
        (index, last) if doc[last + 1].pos_ in _GOING_ON or doc[last + 1].lower_ in {"a", "an", "the", "to"} else None
    )


def _is_last(noun: Token) -> bool:
    return noun.nbor(-1).lower_ == "last" and noun.nbor(-2).lower_ not in {"the", "than", "from", "since", "of", "like"}


def _weekdays() -> frozenset[str]:
    return frozenset(day.lower() for day in word_list("calendar.weekdays"))


def _days() -> tuple[str, ...]:
    return word_list("calendar.weekdays")
