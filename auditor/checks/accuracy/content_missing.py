"""``content-missing``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.alignment.sketch import sketch
from auditor.bilingual.lengths import excess, resegmented, share
from auditor.bilingual.lists import omitted
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity, Span

_SHORT = -0.6
"""Logarithm of the length below which something is likely gone: half of it is left."""

_VERY_SHORT = -1.5
"""The same, below which something is certainly gone."""

_LETTERS = 40
"""Letters of a source sentence that say something about length."""

_CERTAIN = 0.9
"""Confidence of the alignment from which a source sentence surely has no answer."""

_STORY = 5
"""Links from which the alignment of a story is to be trusted about a sentence without an answer."""

_LETTER_OR_DIGIT = re.compile(r"\w")


@code_check(
    "content-missing",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "[[The mayor resigned.]]",
            "Le maire a démissionné lundi après que la presse a révélé ses dettes auprès d'un promoteur.",
            "fr",
        ),
        Example("They grow [[apples and plums]].", "Ils cultivent des pommes, des cerises et des prunes.", "fr"),
        Example("[[.]]", "Der Bürgermeister trat am Montag nach langem Streit zurück.", "de"),
    ),
    passes=(
        Example("The mayor resigned on Monday over his debts.", "Le maire a démissionné lundi pour ses dettes.", "fr"),
        Example("They grow fruit and plums.", "Ils cultivent des pommes, des cerises et des prunes.", "fr"),
        Example("He resigned.", "Il a démissionné.", "fr"),
        Example("”", "»", "fr"),
        Example(
            "The mayor resigned on Monday after a long dispute.",
            "Der Bürgermeister trat am Montag nach langem Streit zurück.",
            "de",
        ),
    ),
)
def content_missing(story: Story) -> Iterator[Hit]:
    """Something of the source was left out.

    A clause, a sentence, or all of it is not in the translation: the reader cannot know.

    What is told is the length: a translation far shorter than the source lets expect (measured by the story itself, or
    by the usual ratio for its language), a source sentence that nothing answers, and an item behind the first of a list
    where all others have their answer in a list that is shorter by one. Short sentences pass, and sentences cut
    elsewhere than in the source. Less clear cases are minor; a translation without a word is
    critical.
    """
    if story.source is None or not _LETTER_OR_DIGIT.search(story.source.text):
        return
    if story.target.segments and not _LETTER_OR_DIGIT.search(story.target.text):
        yield Hit(
            spans=(story.target.segments[0].span,), message="The translation is empty.", severity=Severity.CRITICAL
        )
        return
    for pair, beyond in zip(story.source_pairs, excess(story.source_pairs), strict=True):
        if beyond < _SHORT and pair.theirs.sketch.length >= _LETTERS and not resegmented(story, pair.link):
            yield Hit(
                spans=(pair.span,),
                message=f"This is {share(beyond)}% of the length that its source lets expect: something is missing.",
                evidence=(Evidence("source", pair.theirs.text),),
                severity=None if beyond < _VERY_SHORT else Severity.MINOR,
            )
        for found in omitted(pair):
            item = found.item.of(pair.theirs.text)
            yield Hit(
                spans=(pair.place(found.ours),),
                message=f"The list of the source has “{item}”, too.",
                evidence=(Evidence("source", item),),
            )
    yield from _unanswered(story)


def _unanswered(story: Story) -> Iterator[Hit]:
    """Yield the source sentences that nothing answers, at the target sentence before them."""
    if story.source is None or not story.target.segments:
        return
    last = 0
    for link in story.source_links:
        if link.target:
            last = link.target[-1] - 1
            continue
        spans = [story.source.segments[number - 1].span for number in link.other]
        words = " ".join(span.of(story.source.text) for span in spans)
        if sketch(words).length < _LETTERS or resegmented(story, link):
            continue
        here = story.target.segments[last].span
        yield Hit(
            spans=(Span(here.start, here.end),),
            message=f"Nothing answers this sentence of the source, which belongs here: “{words}”",
            evidence=(Evidence("source", words),),
            severity=None if link.confidence >= _CERTAIN and len(story.source_links) >= _STORY else Severity.MINOR,
        )
