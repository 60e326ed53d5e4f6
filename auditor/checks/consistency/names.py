"""Proper names in a story: where they stand, and when two spellings are the same name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.checks.base import Story
from auditor.model import Span

if TYPE_CHECKING:
    from auditor.analysis import Sentence, Token

_INNER = {
    "of",
    "the",
    "and",
    "for",
    "de",
    "du",
    "des",
    "la",
    "le",
    "del",
    "von",
    "van",
    "der",
    "al",
    "&",
    "-",
}


@dataclass(frozen=True, slots=True)
class StoryName:
    """A run of capitalised words: its words, where it and each of them stand in the target."""

    words: tuple[str, ...]
    span: Span
    spans: tuple[Span, ...]
    in_quotation: bool
    opens_sentence: bool


def names(story: Story) -> Iterator[StoryName]:
    """Yield the capitalised names of the story's sentences, in reading order."""
    for sentence in story.analysis.sentences:
        for tokens in _runs(sentence):
            span = sentence.span_of(tokens[0], tokens[-1])
            quoted = story.analysis.in_quotation(span)
            yield StoryName(
                tuple(t.text for t in tokens),
                span,
                tuple(map(sentence.span_of, tokens)),
                quoted,
                _opens(sentence, tokens[0]),
            )


def _opens(sentence: Sentence, token: Token) -> bool:
    return all(not t.is_alpha for t in sentence.doc[: token.i])


def _runs(sentence: Sentence) -> Iterator[list[Token]]:
    """Yield stretches of capitalised words, small words inside them included, not at their ends."""
    run: list[Token] = []
    for token in sentence.tokens:
        if token.lower_ in _INNER and len(run) == 1 and run[0].pos_ != "PROPN":
            run = []  # "Critics of the National …": the capital only opens the sentence
        capital = token.text[:1].isupper() and not (token.lower_ in {"the", "a", "an"} and not run)
        if capital or (run and (token.lower_ in _INNER or token.text.isdigit())):
            run.append(token)
            continue
        yield from _trimmed(run)
        run = []
    yield from _trimmed(run)


def _trimmed(run: list[Token]) -> Iterator[list[Token]]:
    while run and run[-1].lower_ in _INNER:
        run = run[:-1]
    if run:
        yield run
