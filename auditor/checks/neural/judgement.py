"""What a neural model says of a story, sentence by sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import fmean

from auditor.checks.base import Story
from auditor.engines.neural import Judged, Marked, Traits, judge
from auditor.model import CheckUnavailable, Document, Link, Neural, Skipped, Span

CHECK = "neural"
"""The check under which its findings and its absence are reported."""

_ROLES = {"src": "source", "ref": "reference"}
"""COMET's words for the texts beside the translation, and ours."""

_SPACE = re.compile(r"\s")
_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Judgement:
    """The model with its mean score, the scores by number of sentence, and the words marked in the story."""

    neural: Neural
    scores: tuple[tuple[int, float], ...]
    marked: tuple[Marked, ...]


def judgement(story: Story, model: str) -> Judgement | Skipped:
    """Ask ``model`` about every sentence of ``story`` that the texts it takes answer."""
    try:
        return _judgement(story, model)
    except CheckUnavailable as missing:
        return Skipped(CHECK, missing.reason, missing.hint)


def _judgement(story: Story, model: str) -> Judgement:
    opened = judge(model)
    texts = _texts(story, opened.traits)
    units = tuple(_units(story.target, texts))
    if not units:
        raise CheckUnavailable(
            f"No sentence has an answer that the neural model {model} could score it by.",
            "Check that the texts belong together.",
        )
    judged = opened.scores([unit.pair for unit in units])
    scored = [(unit, each.score) for unit, each in zip(units, judged, strict=True) if each.score is not None]
    if not scored:
        raise CheckUnavailable(f"The neural model {model} gave no sentence a number.", "Take another model.")
    return Judgement(
        neural=Neural(
            model=opened.traits.name,
            version=f"{opened.traits.version}+comet-{opened.traits.comet}",
            score=round(fmean(score for _, score in scored), _DIGITS),
            beside=tuple(_ROLES[text] for text in sorted(texts, reverse=True)),
        ),
        scores=tuple((number, score) for unit, score in scored for number in unit.numbers),
        marked=tuple(_placed(units, judged)),
    )


@dataclass(frozen=True, slots=True)
class _Unit:
    """Sentences that are scored together: their numbers, where they begin, and the texts for the model."""

    numbers: tuple[int, ...]
    start: int
    pair: Mapping[str, str]


def _texts(story: Story, traits: Traits) -> dict[str, tuple[Document, tuple[Link, ...]]]:
    """Return the texts that the model takes, with their links; raises ``CheckUnavailable`` if it needs another."""
    given = {"src": (story.source, story.source_links), "ref": (story.reference, story.reference_links)}
    there = {text: (other, links) for text, (other, links) in given.items() if other is not None and links}
    if missing := sorted(traits.needs - there.keys(), reverse=True):
        roles = [_ROLES[text] for text in missing]
        raise CheckUnavailable(
            f"The neural model {traits.name} needs {_joined(f'the {role}' for role in roles)} of the story.",
            f"Give it with {_joined(f'--{role} FILE' for role in roles)}.",
        )
    return {text: there[text] for text in there.keys() & traits.uses}


def _joined(words: Iterable[str]) -> str:
    return " and ".join(words)


def _units(target: Document, texts: Mapping[str, tuple[Document, tuple[Link, ...]]]) -> Iterator[_Unit]:
    """Yield the smallest groups of sentences that no link crosses and that every text answers."""
    bound = {number for _, links in texts.values() for link in links for number in link.target[1:]}
    groups: list[list[int]] = []
    for segment in target.segments:
        if segment.number in bound and groups:
            groups[-1].append(segment.number)
        else:
            groups.append([segment.number])
    for numbers in groups:
        answers = {text: _answer(numbers, *beside) for text, beside in texts.items()}
        if all(answers.values()):
            span = _stretch(target, numbers)
            yield _Unit(tuple(numbers), span.start, {"mt": _line(target, span), **answers})


def _answer(numbers: Sequence[int], other: Document, links: Iterable[Link]) -> str:
    answering = [number for link in links if set(link.target) & set(numbers) for number in link.other]
    return _line(other, _stretch(other, answering)) if answering else ""


def _stretch(document: Document, numbers: Sequence[int]) -> Span:
    first, last = document.segments[numbers[0] - 1], document.segments[numbers[-1] - 1]
    return Span(first.span.start, last.span.end)


def _line(document: Document, span: Span) -> str:
    """Return the text on one line, of the same length."""
    return _SPACE.sub(" ", span.of(document.text))


def _placed(units: Iterable[_Unit], judged: Iterable[Judged]) -> Iterator[Marked]:
    for unit, each in zip(units, judged, strict=True):
        for marked in each.marked:
            yield replace(marked, span=marked.span.shift(unit.start))
