"""``time-relation-altered``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from auditor.analysis import finite_of
from auditor.bilingual.lasting import ended
from auditor.bilingual.side import Side
from auditor.bilingual.times import Time, fillers, times_of
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.languages import language as language_of
from auditor.model import Category, Confidence, Evidence, Severity, Span

_ENGLISH_FILLERS = (
    r"(?:(?:the|early|late|mid|about|around|more than|over|nearly|almost|some|at least|last|next)[ -]){0,2}"
)


@dataclass(frozen=True, slots=True)
class Relation:
    """How a source language relates a time to now, and what English says instead by mistake."""

    times: frozenset[str]
    cue: re.Pattern[str]
    not_followed: re.Pattern[str] | None
    wrong: re.Pattern[str]
    not_after: re.Pattern[str] | None
    right: tuple[str, ...]


@code_check(
    "time-relation-altered",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        Example("The line will run [[since 2031]].", "La ligne circulera dès 2031.", "fr"),
        Example("The mill closed [[for three years]].", "Le moulin a fermé il y a trois ans.", "fr"),
        Example("The mill has run [[for 1924]].", "Мельница работает с 1924 года.", "ru"),
        Example("The port must be rebuilt [[until 2030]].", "Le port doit être reconstruit d'ici 2030.", "fr"),
        Example("He arrived [[before four days]].", "Er kam vor vier Tagen an.", "de"),
        Example("They have waited [[since two months]].", "Esperan desde hace dos meses.", "es"),
        Example(
            "The journalist [[was]] in prison in Minsk for [[14 months]].",
            "Der Journalist sitzt seit 14 Monaten in Minsk in Haft.",
            "de",
        ),
        Example(
            "The director, who [[lived]] in Berlin [[ten years]] ago, will show a new film.",
            "La directora, que vive en Berlín desde hace diez años, presentará una nueva película.",
            "es",
        ),
        Example(
            "Nurses [[will be]] on strike for [[three weeks]].",
            "Les infirmières sont en grève depuis trois semaines.",
            "fr",
        ),
        Example(
            "He [[ran]] the theatre in [[2016]], the ministry says.",
            "Он руководит театром с 2016 года, сообщает министерство.",
            "ru",
        ),
    ),
    passes=(
        Example("He took over the theatre in 2016.", "Он руководит театром с 2016 года.", "ru"),
        Example(
            "The company said it was in talks for three months.",
            "La empresa dijo que negocia desde hace tres meses.",
            "es",
        ),
        Example("The line will run from 2031.", "La ligne circulera dès 2031.", "fr"),
        Example("It has been shut since the fourth day.", "Il est fermé depuis le quatrième jour.", "fr"),
        Example("The mill closed three years ago.", "Le moulin a fermé il y a trois ans.", "fr"),
        Example("She has run it for three years.", "Il y a trois ans qu'elle le dirige.", "fr"),
        Example("The port must be rebuilt by 2030.", "Le port doit être reconstruit d'ici 2030.", "fr"),
        Example("It has been shut since 2019.", "Il est fermé depuis 2019.", "fr"),
        Example("He arrived four days ago.", "Er kam vor vier Tagen an.", "de"),
        Example("He will hold it from 2027 to 2030.", "Lo terrà dal 2027 al 2030.", "it"),
        Example("The mill has run since 1924.", "Мельница работает с 1924 года.", "ru"),
        Example("They have waited for two months.", "Esperan desde hace dos meses.", "es"),
    ),
)
def time_relation_altered(story: Story) -> Iterator[Hit]:
    """A time is related to now in another way than in the source: since for from, for for ago, until for by.

    The reader gets the order of events wrong. “Since 2031” looks back, where “dès 2031” looks ahead; what happened
    “il y a trois ans” did not last three years.

    Speaks only where the same year, day, month or number of years stands in both sentences, once, and the English word
    before it is one that the source's cannot mean. The words are in ``auditor/languages``. What lasts in the source, in
    the present, since a year or for some time is told as over by the simple past of its verb (“ran it in 2016”), or as
    yet to come (“will be on strike for three weeks”).
    """
    for pair in story.source_pairs:
        for relation, there in _related(pair.theirs):
            here = [time for time in times_of(pair.ours) if time.worth == there.worth]
            if len(here) != 1:
                continue
            found = relation.wrong.search(pair.ours.text, 0, here[0].span.start)
            if found is None or (relation.not_after and relation.not_after.match(pair.ours.text, here[0].span.end)):
                continue
            when = pair.ours.text[found.end("wrong") : here[0].span.end].strip()
            words = there.span.of(pair.theirs.text)
            span = Span(found.start("wrong"), here[0].span.end)
            yield Hit(
                spans=(pair.place(span),),
                message=f"The source says “{words}”; “{span.of(pair.ours.text)}” is another time.",
                suggestions=tuple(form.format(when=when) for form in relation.right),
                evidence=(Evidence("source", words),),
            )
        for over in ended(pair):
            words = over.source.of(pair.theirs.text)
            yield Hit(
                spans=(pair.span_of(finite_of(over.verb), over.verb), pair.place(over.time)),
                message=f"In the source this still lasts, “{words}”; here it does not.",
                evidence=(Evidence("source", words),),
            )


def _related(side: Side) -> Iterator[tuple[Relation, Time]]:
    """Yield each time of a source that stands behind a listed cue; its span then takes in the cue."""
    times = times_of(side)
    for time in times:
        if sum(other.worth == time.worth for other in times) > 1:
            continue
        for relation in _relations(side.language):
            cue = relation.cue.search(side.text, 0, time.span.start) if time.kind in relation.times else None
            if cue and not (relation.not_followed and relation.not_followed.match(side.text, time.span.end)):
                yield relation, Time(time.kind, time.worth, Span(cue.start("cue"), time.span.end))


@cache
def _relations(spoken: str) -> tuple[Relation, ...]:
    known = language_of(spoken).times
    return tuple(
        Relation(
            times=frozenset(entry.times),
            cue=re.compile(rf"\b(?P<cue>{entry.cue})\s{fillers(spoken)}$", re.IGNORECASE),
            not_followed=_following(entry.not_followed),
            wrong=re.compile(rf"\b(?P<wrong>{entry.wrong}) {_ENGLISH_FILLERS}$", re.IGNORECASE),
            not_after=_following(entry.not_after),
            right=entry.right,
        )
        for entry in known.relations
    )


def _following(words: str) -> re.Pattern[str] | None:
    return re.compile(rf"\s(?:{words})", re.IGNORECASE) if words else None
