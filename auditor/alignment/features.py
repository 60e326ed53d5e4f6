"""What the sentences of two texts may share, by the lexicon too where their languages have one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from auditor.alignment.lexicon import Lexicon, english_words, foreign_words, lexicon
from auditor.alignment.sketch import Sketch, sketch
from auditor.model import primary_language

_WEIGHT = 0.5
"""What a shared meaning weighs against a shared word: a word has many renderings."""


def sketches(ours: Sequence[str], theirs: Sequence[str], language: str | None) -> tuple[list[Sketch], list[Sketch]]:
    """Return the sketches of English sentences and of others, whose ``language`` (a BCP 47 tag) may be known."""
    left, right = [sketch(text) for text in ours], [sketch(text) for text in theirs]
    spoken = primary_language(language)
    entries = lexicon(spoken) if spoken else None
    if entries is None:
        return left, right
    return (
        [_with(each, (word.stem for word in english_words(text))) for each, text in zip(left, ours, strict=True)],
        [_with(each, _renderings(text, entries)) for each, text in zip(right, theirs, strict=True)],
    )


def _renderings(text: str, entries: Lexicon) -> Iterable[str]:
    words = {word.stem for word in foreign_words(text, entries.language, entries.lines)}
    return (english for word in words for english in entries.renderings(word))


def _with(plain: Sketch, meanings: Iterable[str]) -> Sketch:
    return replace(plain, anchors=plain.anchors | dict.fromkeys((f"={stem}" for stem in meanings), _WEIGHT))
