"""Somebody to whom words are said, or of whom, who says them in the translation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from auditor.analysis import speaking_verbs, subject_of
from auditor.bilingual.pairs import Pair
from auditor.bilingual.parties import anchors
from auditor.languages import language as language_of
from auditor.model import Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_SHORTEST = 4
"""Letters of the shortest word that names somebody."""


@dataclass(frozen=True, slots=True)
class Hearer:
    """Who says something in the translation, and where the source tells who says it."""

    token: Token
    speaker: Span


def hearers(pair: Pair) -> Iterator[Hearer]:
    """Yield who says what is quoted in a translation and is in the source whom it is said to, or in answer to whom.

    Told where the source names its speaker right behind the quotation and its verb, and the translation's stands in it
    once, behind a preposition in what follows; whose the speaker is may say it for him (“the ministry said”).
    """
    form = _form(pair.theirs.language)
    if form is None:
        return
    found = list(form.finditer(pair.theirs.text))
    said = [token for sentence in pair.sentences for token in sentence.tokens if token.lemma_ in speaking_verbs()]
    if len(found) != 1:
        return
    speaker, dative = Span(*found[0].span("speaker")), found[0].span("dative")
    heard = [Span(*span) for span in (found[0].span("rest"), dative) if span[0] >= 0]
    for verb in said:
        subject = speaker_of(verb)
        if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or len(subject) < _SHORTEST:
            continue
        places = [span for span in anchors(subject, pair) if not span.overlaps(Span(0, found[0].start()))]
        if len(places) == 1 and any(span.covers(places[0]) for span in heard):
            yield Hearer(subject, speaker)


def speaker_of(verb: Token) -> Token | None:
    """Return the subject of an English verb of saying, also behind it: “…, said the mayor”."""
    return subject_of(verb) or next((t for t in verb.children if t.dep_ == "nsubj" and t.i > verb.i), None)


@cache
def _form(language: str) -> re.Pattern[str] | None:
    """Return what finds the speaker behind a quotation and its verb, and what follows behind a preposition."""
    told = language_of(language).attribution
    if not told.hearing:
        return None
    word, article = r"[\w’'-]+", rf"(?:(?:{told.articles})|(?=[A-ZÀ-Þ]))"
    verb = rf"(?:{told.pronouns or '(?!)'})?(?:(?:{told.auxiliaries})\s)?[^\W\d_]+\s"
    behind = rf"(?:,[^,;:.]{{1,40}})?,?\s(?P<rest>(?:{told.hearing})\b(?:\s{word}){{1,14}})"
    return re.compile(
        rf"[\"»”“]\s?[,.]?\s?(?:[–—-]\s)?{verb}"
        rf"(?:(?P<dative>(?:{told.dative})\s?{word}(?:\s{word}){{0,2}}?)\s(?={article}))?"
        rf"(?P<speaker>{article}{word}(?:\s(?!(?:{told.hearing})\b){word}){{0,9}})(?:{behind})?"
    )
