"""What is counted: each measure finds its uses in a story."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from auditor.analysis import Analysis, Sentence
from auditor.model import Span
from auditor.segmentation import count_words

LONG_SENTENCE = 40
"""Words from which a sentence is long: twice what wire style books advise as the mean."""

FRAGMENT = 4
"""Words up to which a quotation is a fragment."""

Measure = Callable[[Analysis], Iterator[Span]]

_CONNECTORS = re.compile(
    r"""\W*(?P<x>however|moreover|furthermore|in\ addition|additionally|indeed|in\ fact|in\ effect|therefore|thus|hence|
    consequently|as\ a\ (?:result|consequence)|nevertheless|nonetheless|on\ the\ (?:other\ hand|contrary)|besides|
    in\ (?:particular|this\ (?:context|regard|respect|sense|way))|likewise|similarly|finally|in\ conclusion|also|
    for\ (?:his|her|its|their)\ part|in\ turn|at\ the\ same\ time|in\ other\ words|that\ said)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_PURPOSE = re.compile(
    r"\bin order (?:to|that|for)\b|\bso as (?:not )?to\b|\bwith (?:a view|the aim) (?:to|of)\b", re.IGNORECASE
)
_REPORTING = frozenset(
    (
        *("add", "affirm", "announce", "assert", "assure", "claim", "clarify", "comment", "conclude", "confess"),
        *("confide", "confirm", "continue", "declare", "deplore", "emphasise", "emphasize", "estimate", "exclaim"),
        *("explain", "express", "highlight", "indicate", "insist", "lament", "mention", "note", "observe", "point"),
        *("precise", "reiterate", "remark", "repeat", "respond", "retort", "reveal", "specify", "state", "stress"),
        *("summarise", "summarize", "underline", "underscore", "underlie"),
    )
)
_NOMINAL = ("tion", "sion", "ment", "ance", "ence", "ity", "ness", "tions", "sions", "ments", "ances", "ences", "ities")
_ENDS_SENTENCE = re.compile(r"[.,!?…][\"”’»]?$")


def _by_sentence(find: Callable[[Sentence], Iterator[Span]]) -> Measure:
    def measure(analysis: Analysis) -> Iterator[Span]:
        for sentence in analysis.sentences:
            yield from find(sentence)

    return measure


def _connectors(sentence: Sentence) -> Iterator[Span]:
    if found := _CONNECTORS.match(sentence.plain):
        yield sentence.span_at(*found.span("x"))


def _purpose(sentence: Sentence) -> Iterator[Span]:
    for found in _PURPOSE.finditer(sentence.plain):
        yield sentence.span_at(*found.span())


def _reporting(sentence: Sentence) -> Iterator[Span]:
    for token in sentence.tokens:
        if token.tag_ in {"VBD", "VBZ", "VBP"} and token.lemma_.lower() in _REPORTING:
            yield sentence.span_of(token)


def _nominal(sentence: Sentence) -> Iterator[Span]:
    for token in sentence.doc[:-1]:
        if token.pos_ == "NOUN" and token.lower_.endswith(_NOMINAL) and token.nbor().lower_ == "of":
            yield sentence.span_of(token, token.nbor())


def _long(sentence: Sentence) -> Iterator[Span]:
    if count_words(sentence.text) >= LONG_SENTENCE:
        yield sentence.segment.span


def _passive(sentence: Sentence) -> Iterator[Span]:
    for token in sentence.tokens:
        if token.dep_ == "auxpass":
            yield sentence.span_of(token, token.head)


def _this_noun(sentence: Sentence) -> Iterator[Span]:
    for token in sentence.tokens:
        if token.lower_ in {"this", "these"} and token.dep_ == "det" and token.head.pos_ == "NOUN":
            yield sentence.span_of(token, token.head)


def _fragments(analysis: Analysis) -> Iterator[Span]:
    for span in analysis.quotations:
        text = span.of(analysis.document.text)
        if 0 < count_words(text) <= FRAGMENT and not _ENDS_SENTENCE.search(text):
            yield span


MEASURES: dict[str, Measure] = {
    "connectors": _by_sentence(_connectors),
    "purpose": _by_sentence(_purpose),
    "reporting-verbs": _by_sentence(_reporting),
    "nominal-style": _by_sentence(_nominal),
    "long-sentences": _by_sentence(_long),
    "passives": _by_sentence(_passive),
    "this-noun": _by_sentence(_this_noun),
    "quoted-fragments": _fragments,
}
"""Every measure, by the name of its baseline in ``gazetteers/density.toml``."""


def size(analysis: Analysis) -> int:
    """Return the words of a story's sentences."""
    return sum(count_words(sentence.text) for sentence in analysis.sentences)
