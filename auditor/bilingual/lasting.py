"""What the source says still lasts since some time, and the translation tells as over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import english_stem
from auditor.analysis import Tense, finite_of, speaking_verbs, tense_of
from auditor.bilingual.pairs import Pair
from auditor.bilingual.side import Side, clause_around
from auditor.bilingual.times import Time, fillers, times_of
from auditor.languages import language as language_of
from auditor.model import Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_BEFORE = re.compile(
    r"\b(?P<word>for|in|during)\s(?:(?:the|about|around|more than|over|nearly|almost|some|last)\s){0,2}$"
)
_AGO = re.compile(r"\s(?:ago|earlier)\b")
_FOR = {"for", "during"}
_SINCE = re.compile(r"\bsince\b", re.IGNORECASE)
_RANKED = re.compile(r"\b(?:most|least|first|worst|best|\w{3,}est)\b[^.;]*$", re.IGNORECASE)
"""What makes a time behind it the one of which something is the most: “the most serious incident for a year”."""

_CHANGES = frozenset(
    (
        *("retire", "marry", "divorce", "close", "lock", "ban", "jail", "imprison", "separate", "suspend", "exile"),
        *("settle", "take", "begin", "become", "start", "join", "found", "open", "launch", "enter", "leave", "move"),
        *("come", "go", "get", "introduce", "establish", "create", "elect", "appoint", "arrest", "detain", "enact"),
    )
)
"""Verbs that began what lasts: who is retired since 2008 retired in 2008."""


@dataclass(frozen=True, slots=True)
class Ended:
    """An English verb in the past with its time, and the source's words for that time, since which it lasts."""

    verb: Token
    time: Span
    source: Span


def ended(pair: Pair) -> Iterator[Ended]:
    """Yield the verbs of a translation in the simple past whose source is in the present, since a time of both.

    “Was in prison for 14 months”, “ran it in 2016”, “lived there ten years ago” for what goes on since then. The verb
    must be one that the source has, for what goes on since 2016 began in 2016, and none that is reported: English puts
    what was said about the present into the past. So are those in the future: “will be on strike for three weeks”.
    """
    if pair.coverage is None or not pair.coverage.is_translation or _SINCE.search(pair.ours.text):
        return
    for there in _lasting(pair.theirs):
        here = [time for time in times_of(pair.ours) if time.worth == there.worth]
        mark = _mark(pair.ours.text, here[0]) if len(here) == 1 else ""
        if mark in _FOR and _RANKED.search(pair.ours.text, 0, here[0].span.start):
            continue
        verb = _verb_at(pair, here[0].span) if mark else None
        if verb is None or (mark in _FOR and _is_reported(verb)):
            continue
        if _is_over(verb, pair) or (mark == "for" and _is_ahead(verb, pair)):
            yield Ended(verb, here[0].span, there.span)


def _lasting(side: Side) -> Iterator[Time]:
    """Yield the times since which the source says, in the present, that something lasts; spans take in the cue."""
    before, behind, past = _forms(side.language)
    times = times_of(side)
    for time in times:
        if sum(other.worth == time.worth for other in times) > 1 or time.kind not in {"year", "span"}:
            continue
        cue = before.search(side.text, 0, time.span.start) if before else None
        after = behind.match(side.text, time.span.end) if behind else None
        if cue is None and after is None:
            continue
        clause = clause_around(side.text, time.span)
        if past is None or not past.search(side.text, clause.start, clause.end):
            start = cue.start() if cue else time.span.start
            yield Time(time.kind, time.worth, Span(start, after.end() if after else time.span.end))


@cache
def _forms(language: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]:
    """Return what stands before and behind a time since which something lasts, and what shows that it is over."""
    told = language_of(language).times
    spaced = language_of(language).writing.spaced
    opens, gap = (r"\b", r"\s") if spaced else ("", r"\s?")
    before = re.compile(rf"{opens}(?:{told.since}){gap}{fillers(language)}$", re.IGNORECASE) if told.since else None
    behind = re.compile(rf"\s?(?:{told.since_after})", re.IGNORECASE) if told.since_after else None
    over = "|".join(filter(None, (told.past, told.imperfect)))
    return before, behind, re.compile(over) if over else None


def _mark(text: str, time: Time) -> str:
    """Return the English word that makes ``time`` one that is over; nothing where none does."""
    if _AGO.match(text, time.span.end):
        return "ago"
    found = _BEFORE.search(text, 0, time.span.start)
    word = found["word"] if found else ""
    return word if (word == "in") is (time.kind == "year") else ""


def _verb_at(pair: Pair, span: Span) -> Token | None:
    """Return the verb with which an English time stands."""
    for sentence in pair.sentences:
        start = pair.start_of(sentence)
        inside = [token for token in sentence.tokens if span.overlaps(Span(start + token.idx, start + token.idx + 1))]
        for token in inside[:1]:
            return next((t for t in (token, *token.ancestors) if t.pos_ in {"VERB", "AUX"}), None)
    return None


def _is_over(verb: Token, pair: Pair) -> bool:
    """Tell whether a verb of the source is told in the simple past."""
    past = tense_of(verb) is Tense.PAST and finite_of(verb).tag_ == "VBD" and verb.lemma_ not in _CHANGES
    return past and (verb.lemma_ == "be" or english_stem(verb.lemma_.lower()) in pair.theirs.rendered)


def _is_ahead(verb: Token, pair: Pair) -> bool:
    """Tell whether a verb of the source is told in the future, which the source has nowhere."""
    if tense_of(verb) is not Tense.MODAL or finite_of(verb).lower_ not in {"will", "shall"}:
        return False
    future = language_of(pair.theirs.language).times.future
    return bool(future) and re.search(future, pair.theirs.text) is None


def _is_reported(verb: Token) -> bool:
    """Tell whether somebody is reported to have said it, in the past."""
    return any(above.lemma_ in speaking_verbs() for above in verb.ancestors) or any(
        t.dep_ in {"ccomp", "parataxis"} and t.lemma_ in speaking_verbs() for t in verb.children
    )
