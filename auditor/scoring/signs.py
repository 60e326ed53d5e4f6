"""The signs from which the points that no finding names are expected, counted in some sentences of a story."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from math import log

from auditor.alignment.lexicon import coverage
from auditor.alignment.sketch import sketch
from auditor.analysis import plain
from auditor.bilingual.negations import negations, patterns
from auditor.bilingual.pairs import stretch
from auditor.engines import vectors
from auditor.languages import in_latin_letters, language
from auditor.model import ENGLISH, Document, Finding, Link, Severity, primary_language
from auditor.scoring.unseen import Signs, distance
from auditor.segmentation import count_words

STRANGE_WORD = "strange-word"
UNANSWERED_WORD = "unanswered-word"
UNLIKELY_WORDS = "unlikely-words"
"""The checks of doubts that are counted."""


def signs(
    target: Document,
    numbers: Sequence[int],
    fluency: Sequence[float | None],
    findings: Iterable[Finding],
    doubts: Iterable[Finding],
    *,
    source: tuple[Document, Collection[Link]] | None,
    source_language: str | None,
    reference: tuple[Document, Collection[Link]] | None,
) -> Signs:
    """Return what speaks for errors beside the ``findings``.

    ``numbers`` are the sentences that count and ``fluency`` holds their values. ``findings`` and ``doubts`` are about
    these, and so are the links to the source and to the reference.
    """
    doubted = list(doubts)
    strange = [doubt for doubt in doubted if doubt.rule == STRANGE_WORD]
    names = sum(not doubt.primary.text.islower() for doubt in strange)
    spoken = primary_language(source_language) or ""
    beside = list(_beside(target, *source)) if source else []
    trusted = list(_texts(target, *reference)) if reference else []
    covered = [each for theirs, ours in beside if (each := coverage(theirs, ours, spoken)) is not None]
    usual = language(source_language).near
    near = _nearness(beside) if usual else None
    lost, known = sum(len(each.lost) for each in covered), sum(each.known for each in covered)
    unanswered = lost + sum(len(each.unfounded) for each in covered)
    return Signs(
        words=sum(count_words(target.segments[number - 1].span.of(target.text)) for number in numbers),
        fluency=tuple(fluency),
        strange=len(strange) - names,
        names=0 if in_latin_letters(source_language) else names,
        unlikely=sum(doubt.rule == UNLIKELY_WORDS for doubt in doubted),
        lost=lost,
        unfounded=sum(doubt.rule == UNANSWERED_WORD for doubt in doubted),
        apart=sum(distance(ours, theirs) for theirs, ours in trusted) if trusted else None,
        inaccuracies=sum(f.severity is Severity.MINOR and f.category.dimension == "accuracy" for f in findings),
        denials=sum(_denials(theirs, ours, spoken) for theirs, ours in beside),
        answered=1 - unanswered / known if known else None,
        excess=_excess(beside, spoken),
        far=None if near is None else usual - near,
        alike=_nearness(trusted),
    )


def compared(
    target: Document,
    *,
    source: tuple[Document, Collection[Link]] | None,
    source_language: str | None,
    reference: tuple[Document, Collection[Link]] | None,
) -> Iterator[str]:
    """Yield the texts that ``signs`` compares by their vectors."""
    for pair in _beside(target, *source) if source and language(source_language).near else ():
        if all(pair):
            yield from pair
    for pair in _texts(target, *reference) if reference else ():
        if all(pair):
            yield from pair


def _nearness(beside: Iterable[tuple[str, str]]) -> float | None:
    """Return how near paragraphs are to what they answer, 1 for the same sense; None where that cannot be told."""
    pairs = [pair for pair in beside if all(pair)]
    encoder = vectors.connect() if pairs else None
    if encoder is None:
        return None
    encoder.learn(text for pair in pairs for text in pair)
    weights = [count_words(ours) or 1 for _, ours in pairs]
    each = (encoder.nearness(*pair) for pair in pairs)
    return sum(weight * near for weight, near in zip(weights, each, strict=True)) / sum(weights)


def _excess(beside: Iterable[tuple[str, str]], spoken: str) -> float | None:
    """Return how much longer than usual paragraphs are, as a logarithm; less than 0 if shorter."""
    pairs = [pair for pair in beside if all(pair)]
    if not pairs:
        return None
    theirs, ours = (sum(sketch(text).length for text in side) for side in zip(*pairs, strict=True))
    return log(ours / theirs) - language(spoken).length


def _beside(target: Document, source: Document, links: Iterable[Link]) -> Iterator[tuple[str, str]]:
    """Yield the source of each paragraph and the paragraph, with plain quotes and spaces."""
    return ((plain(theirs), plain(ours)) for theirs, ours in _texts(target, source, links))


def _denials(theirs: str, ours: str, language: str) -> int:
    """Return by how many denials a paragraph differs from its source; 0 where nobody knows how the language denies."""
    if patterns(language).firm is None:
        return 0
    return abs(len(negations(theirs, language)) - len(negations(ours, ENGLISH)))


def _texts(target: Document, other: Document, links: Iterable[Link]) -> Iterator[tuple[str, str]]:
    """Yield what each paragraph answers, and the paragraph."""
    return ((_text(other, theirs), _text(target, ours)) for ours, theirs in _paragraphs(target, links))


def _paragraphs(target: Document, links: Iterable[Link]) -> Iterator[tuple[list[int], list[int]]]:
    """Yield the sentences of each paragraph of the target with those that answer them.

    By paragraphs, so that a sentence cut in two or a word that went to the next sentence costs nothing. What nobody
    answers belongs to the paragraph before it.
    """
    paragraph = 0
    ours: list[int] = []
    theirs: list[int] = []
    for link in links:
        here = target.segments[link.target[0] - 1].paragraph if link.target else paragraph
        if ours and here != paragraph:
            yield ours, theirs
            ours, theirs = [], []
        ours += link.target
        theirs += link.other
        paragraph = here
    if ours or theirs:
        yield ours, theirs


def _text(document: Document, numbers: Sequence[int]) -> str:
    return stretch(document, numbers).of(document.text) if numbers else ""
