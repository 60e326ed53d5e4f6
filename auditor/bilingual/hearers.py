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

_NOMINAL = frozenset({"NOUN", "PROPN"})
_OPENS = re.compile(r"[,;–—]\s(?:(?:[^\W\d_A-ZÀ-Þ]+['’\s]){2,}|[^\W\d_A-ZÀ-Þ]{5,}\s)|[，；][而但则則]")
"""What opens another clause: a name or a noun alone says who speaks."""

_QUOTED = re.compile(r"[\"”]\s?$")
_TITLE = {True: 16, False: 6}
"""Code points of a title between quotation marks, by whether spaces part the words."""

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
    once, behind a preposition in what follows; whose the speaker is may say it for him (“the ministry said”). So is who
    stands in another clause behind, where the speaker of the source has another part in the translation.
    """
    form = _form(pair.theirs.language)
    if form is None:
        return
    found = list(form.finditer(pair.theirs.text))
    said = [token for sentence in pair.sentences for token in sentence.tokens if token.lemma_ in speaking_verbs()]
    if len(found) != 1 or not _is_quotation(pair.theirs.text[: found[0].start()], pair.theirs.language):
        return
    speaker = Span(*found[0].span("speaker"))
    groups = found[0].re.groupindex.keys() & {"rest", "dative"}
    heard = [Span(*found[0].span(name)) for name in groups if found[0][name]]
    for verb in said:
        subject = speaker_of(verb)
        if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or len(subject) < _SHORTEST:
            continue
        places = [span for span in anchors(subject, pair) if not span.overlaps(Span(0, found[0].start()))]
        if len(places) == 1 and any(span.covers(places[0]) for span in heard):
            yield Hearer(subject, speaker)
        elif len(places) == 1 and _is_in_another_clause(places[0], speaker, pair) and _follows_quotation(verb, subject):
            own, words = set(subject.subtree), _words_at(speaker, pair)
            others = (token for token in subject.doc if token.pos_ in _NOMINAL and token not in own)
            if any(anchors(token, pair) & words for token in others):
                yield Hearer(subject, speaker)


def _is_quotation(before: str, language: str) -> bool:
    """Tell whether more than a title stands in the marks that close behind ``before``."""
    opened = max(before.rfind(mark) for mark in '«„“"')
    return len(before) - opened > _TITLE[language_of(language).writing.spaced]


def _is_in_another_clause(place: Span, speaker: Span, pair: Pair) -> bool:
    """Tell whether a clause opens between the ``speaker`` of the source and what stands at ``place`` behind."""
    return place.start > speaker.end and _OPENS.search(pair.theirs.text, speaker.end, place.start) is not None


def _follows_quotation(verb: Token, subject: Token) -> bool:
    """Tell whether an English verb of saying and its subject stand right behind a quotation, in whatever order."""
    start = min(verb.idx, subject.left_edge.idx)
    return _QUOTED.search(verb.doc.text, 0, start) is not None


def _words_at(span: Span, pair: Pair) -> set[Span]:
    return {word.span for word in pair.theirs.stemmed if span.covers(word.span)}


def speaker_of(verb: Token) -> Token | None:
    """Return the subject of an English verb of saying, also behind it: “…, said the mayor”."""
    return subject_of(verb) or next((t for t in verb.children if t.dep_ == "nsubj" and t.i > verb.i), None)


@cache
def _form(language: str) -> re.Pattern[str] | None:
    """Return what finds the speaker behind a quotation and its verb, and what follows behind a preposition."""
    told = language_of(language).attribution
    if told.speaker:
        return re.compile(told.speaker)
    if not told.hearing:
        return None
    word, article = r"[\w’'-]+", rf"(?:(?:{told.articles})|(?=[A-ZÀ-Þ]))"
    verb = rf"(?:{told.pronouns or '(?!)'})?(?:(?:{told.auxiliaries})\s)?(?!{told.articles}|{told.dative})[^\W\d_]+\s"
    behind = rf"(?:,[^,;:.]{{1,40}})?,?\s(?P<rest>(?:{told.hearing})\b(?:\s{word}){{1,14}})"
    return re.compile(
        rf"[\"»”“]\s?[,.]?\s?(?:[–—-]\s)?{verb}"
        rf"(?:(?P<dative>(?:{told.dative})\s?{word}(?:\s{word}){{0,2}}?)\s(?={article}))?"
        rf"(?P<speaker>{article}{word}(?:\s(?!(?:{told.hearing})\b){word}){{0,9}})(?:{behind})?"
    )
