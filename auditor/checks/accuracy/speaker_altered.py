"""``speaker-altered``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING

from auditor.alignment.lexicon import english_stem
from auditor.analysis import Kind, Sentence, kind_of, reporting_verbs, speaking_verbs
from auditor.bilingual.hearers import hearers, speaker_of
from auditor.bilingual.names import held, is_place, may_be, renderings, words
from auditor.bilingual.pairs import Pair
from auditor.bilingual.persons import Shown
from auditor.bilingual.places import mentions
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Category, Confidence, Evidence, Severity, Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_NAME = r"[A-ZÀ-ÞА-ЯЁ]\w+(?:[ -](?:(?:de|du|van|von|bin|al|el|da|dos|di) )?[A-ZÀ-ÞА-ЯЁ]\w+){0,3}"
_OPENING = r"(?:^|(?<=[.;:!?»\",] ))"
"""Where a clause opens with its subject."""

_BREAK = re.compile(r"[,;:.!?…—–]\s")
_QUOTES = re.compile(r"[\"“”«»„「」]")

_LOOK_BACK = 20
"""Sentences of the paragraph before one in which those are sought whom its pronouns stand for."""


@code_check(
    "speaker-altered",
    category=Category.ENTITY,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "[[Morvan]] said that Delcourt would resign.",
            "Delcourt a déclaré que Morvan allait démissionner.",
            "fr",
        ),
        Example(
            "“Ibarra has no plan,” [[Ibarra]] said of Quiroga.",
            "«Ibarra no tiene plan», dijo Quiroga.",
            "es",
        ),
        Example(
            "“We will not give in,” the [[minister]] told the union's leader.",
            "« Nous ne céderons pas », a rétorqué au ministre la secrétaire générale du syndicat.",
            "fr",
        ),
        Example(
            "“We will not give in,” the transport [[minister]] warned in reply to the union's leader.",
            "« Nous ne céderons pas », a prévenu le chef du syndicat, en réponse aux propos tenus par le ministre.",
            "fr",
        ),
        Example("“It is a hearing aid,” [[the arbiters]] said.", "«Это слуховой аппарат», — заявил Зимин.", "ru"),
        Example(
            "Anke Brandt met Jens Lohse.\n\n“It will never be cheaper,” said [[Lohse]].\n\nBrandt left.",
            "Anke Brandt traf Jens Lohse.\n\n„Es wird nie billiger“, sagte Brandt.\n\nBrandt ging.",
            "de",
        ),
    ),
    passes=(
        Example("“It is a hearing aid,” the player said.", "«Это слуховой аппарат», — заявил Зимин.", "ru"),
        Example("Delcourt said that Morvan would resign.", "Delcourt a déclaré que Morvan allait démissionner.", "fr"),
        Example("“Ibarra has no plan,” Quiroga said.", "«Ibarra no tiene plan», dijo Quiroga.", "es"),
        Example(
            "“We will not give in,” the union's leader told the minister.",
            "« Nous ne céderons pas », a rétorqué au ministre la secrétaire générale du syndicat.",
            "fr",
        ),
        Example("“It is over,” the ministry said.", "« C'est fini », a dit le porte-parole du ministère.", "fr"),
        Example("Morvan said so, and Delcourt agreed.", "Morvan l'a dit, selon Delcourt.", "fr"),
        Example("Kessler denied it; Pohl, he said, lied.", "Kessler bestritt das; Pohl habe gelogen, sagte er.", "de"),
    ),
)
def speaker_altered(story: Story) -> Iterator[Hit]:
    """Words are given to another speaker than in the source.

    Who said it is often the news, and a wrong one a correction.

    Speaks only where the source names somebody else beside a verb of saying, and the translation's speaker only in the
    words that are told, so that somebody spoken of has become the speaker; or where several, a body or another name
    say what one person says in the source, who is not named here, and nothing there is rendered so; or where the one to
    whom it is said in the source, or whom it answers, says it; or where the source
    has a pronoun for the only person whom its paragraph named; or where somebody of another clause says it. For French,
    Spanish, German, Italian, Portuguese and Russian, the last also for Chinese.
    """
    for pair in story.source_pairs:
        yield from _heard(pair)
    pattern = _speakers(story.spoken)
    if pattern is None:
        return
    reported = _reported(story.spoken)
    for index, pair in enumerate(story.source_pairs):
        for span, name, other in _named_for_a_pronoun(story.source_pairs, index):
            yield Hit(
                spans=(span,),
                message=f"In the source “{other}”, who was named last, says this, not “{name}”.",
                evidence=(Evidence("source", other),),
            )
        beside = list(pattern.finditer(pair.theirs.text))
        speakers = (found["after"] or found["before"] for found in beside)
        behind = (pair.theirs.text[found.start("after") :] for found in beside if found["after"])
        titled = words(" ".join(_BREAK.split(reported.sub(" ", text))[0] for text in behind))
        theirs = [word for speaker in speakers for word in words(speaker)]
        said = list(_named_speakers(pair.sentences)) if theirs else []
        target, told = pair.ours.words, words(" ".join(reported.findall(pair.theirs.text)))
        outside = words(reported.sub(" ", pair.theirs.text))
        ours = {word for _, name in said for word in words(name)}
        lost = [word for word in theirs if held(word, target) and not held(word, ours)]
        for span, words_said in _in_another_mouth(pair, theirs, story.source_pairs) if theirs else ():
            yield Hit(
                spans=(span,),
                message=f"In the source “{theirs[-1]}” says this, not “{words_said}”.",
                evidence=(Evidence("source", theirs[-1]),),
            )
        for span, name in said:
            own = words(name)
            if all(held(word, titled) for word in own):
                continue  # “the Kremlin's spokesman, Dmitry Peskov”
            if lost and all(held(word, told) for word in own) and not any(held(word, outside) for word in own):
                yield Hit(
                    spans=(span,),
                    message=f"In the source “{lost[0]}” says this, not “{name}”.",
                    evidence=(Evidence("source", lost[0]),),
                )


def _heard(pair: Pair) -> Iterator[Hit]:
    """Yield who says in a translation what the source has somebody else say, of whom that speaks beside it."""
    for heard in hearers(pair):
        said_by = heard.speaker.of(pair.theirs.text)
        yield Hit(
            spans=(pair.span_of(heard.token),),
            message=f"In the source “{said_by}” says this, not “{heard.token.text}”.",
            evidence=(Evidence("source", said_by),),
        )


def _in_another_mouth(pair: Pair, theirs: Sequence[str], pairs: Sequence[Pair]) -> Iterator[tuple[Span, str]]:
    """Yield the only speaker of a translation that quotes, where that can be none of the persons ``theirs``.

    Who is named by what he or she is, as “the player”, may be one of them; several, a body or another name may not,
    be it one that stands near in the source where the story, ``pairs``, knows both as two persons.
    """
    if not (_QUOTES.search(pair.ours.text) and _QUOTES.search(pair.theirs.text)):
        return
    if any(held(word, pair.ours.words) or any(may_be(ours, word) for ours in pair.ours.words) for word in theirs):
        return
    found = [(sentence, verb) for sentence in pair.sentences for verb in sentence.tokens if _says(verb)]
    if len(found) != 1:
        return
    [(sentence, verb)] = found
    subject = speaker_of(verb)
    if subject is None or not pair.theirs.rendered or english_stem(subject.lower_) in pair.theirs.rendered:
        return
    several = subject.pos_ == "NOUN" and (subject.tag_ == "NNS" or kind_of(subject) in {Kind.GROUP, Kind.BODY})
    unheard = subject.ent_type_ == "PERSON" and not any(may_be(subject.text, w) for w in pair.theirs_around.words)
    named = subject.pos_ == "PROPN" and (unheard or _are_two_persons(subject.text, theirs[-1], pairs))
    if several or named:
        parts = [*(token for token in subject.lefts if token.dep_ in {"det", "compound", "amod"}), subject]
        yield sentence.span_of(*parts), " ".join(token.text for token in parts)


def _are_two_persons(ours: str, theirs: str, pairs: Sequence[Pair]) -> bool:
    """Tell whether the source names ``ours`` and ``theirs`` apart, and the translation says ``theirs`` elsewhere."""
    names = [name.words for pair in pairs for name in pair.theirs.names]
    here = [held(ours, name) for name in names]
    there = [held(theirs, name) for name in names]
    apart = any(here) and any(there) and not any(one and other for one, other in zip(here, there, strict=True))
    return apart and any(held(theirs, pair.ours.words) for pair in pairs)


def _named_for_a_pronoun(pairs: Sequence[Pair], index: int) -> Iterator[tuple[Span, str, str]]:
    """Yield the speaker whom a translation names where the source has a pronoun for somebody else.

    The source names nobody in the sentence, and one person by both names in those before of the paragraph, who is not
    the one of the translation.
    """
    pair = pairs[index]
    if not any(mark.part is Shown.SUBJECT for mark in pair.theirs.persons):
        return
    paragraph = pair.sentences[0].segment.paragraph
    near = pairs[max(index - _LOOK_BACK, 0) : index]
    before = [each for each in near if each.sentences[0].segment.paragraph == paragraph]
    if not before:
        return
    named = [
        name
        for each in before
        for name in each.theirs.names
        if len(name.words) > 1
        and not any(is_place(word) or renderings(word, pair.theirs.language) for word in name.words)
    ]
    if len(named) != 1 or not (_QUOTES.search(pair.ours.text) and _QUOTES.search(pair.theirs.text)):
        return
    around = [word for each in (*before, pair) for word in each.theirs.words]
    for sentence in pair.sentences:
        for verb in sentence.tokens:
            subject = speaker_of(verb) if verb.lemma_ in speaking_verbs() else None
            if subject is None or subject.pos_ != "PROPN" or mentions(subject.text, ENGLISH):
                continue
            if not any(may_be(subject.text, word) for word in around):
                yield sentence.span_of(subject), subject.text, named[0].words[-1]


def _says(verb: Token) -> bool:
    return verb.pos_ == "VERB" and verb.lemma_ in speaking_verbs() and verb.dep_ in {"ROOT", "parataxis", "conj"}


def _named_speakers(sentences: Iterable[Sentence]) -> Iterator[tuple[Span, str]]:
    """Yield the names that are subjects of a verb of saying, with their places in the story."""
    for sentence in sentences:
        for verb in sentence.tokens:
            if verb.pos_ != "VERB" or verb.lemma_ not in reporting_verbs():
                continue
            subject = speaker_of(verb)
            if subject is not None and subject.pos_ == "PROPN":
                parts = [*(t for t in subject.lefts if t.dep_ == "compound" and t.pos_ == "PROPN"), subject]
                yield sentence.span_of(*parts), " ".join(t.text for t in parts)


@cache
def _speakers(spoken: str) -> re.Pattern[str] | None:
    """Return what finds the names beside verbs of saying in a language; None where its verbs are not listed."""
    told = language_of(spoken).attribution
    if not told.verbs:
        return None
    # Between a verb and its subject stand titles without a preposition: “a dit le ministre britannique …”.
    small = rf"(?:(?!(?:{told.prepositions}) )[a-zà-ÿа-яё'’.-]+ ){{0,4}}"
    before = rf"{_OPENING}(?P<before>{_NAME})(?:,[^,.;]{{1,60}},)? (?:{told.pronouns})?\b(?:{told.verbs})\b"
    after = rf"\b(?:{told.verbs})\b {small}(?P<after>{_NAME})"
    return re.compile(f"{before}|{after}")


@cache
def _reported(spoken: str) -> re.Pattern[str]:
    """Return what finds the words that are told: a quotation, or what follows “that”."""
    return re.compile(rf"[«\"“„][^«»\"”“]*[»\"”“]|(?<=\s)(?:{language_of(spoken).attribution.that}).*")
