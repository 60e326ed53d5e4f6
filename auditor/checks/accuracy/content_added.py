"""``content-added``."""

from __future__ import annotations

from collections.abc import Iterator
from math import exp

from auditor.alignment.sketch import sketch
from auditor.bilingual.lengths import acronyms_gone, excess, resegmented, share
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity, Span

_LONG = 0.8
"""Logarithm of the length beyond which something was likely added: it is more than twice as long as expected."""

_VERY_LONG = 1.5
"""The same, beyond which something was certainly added."""

_LETTERS = 40
"""Letters of a sentence that say something about length."""

_GLOSS = 32
"""Letters beyond what was to be expected that a desk needs to say what a name stands for (“Bercy”)."""

_CERTAIN = 0.9
"""Confidence of the alignment from which a sentence surely answers none of the source."""

_STORY = 5
"""Links from which the alignment of a story is to be trusted about that."""


@code_check(
    "content-added",
    category=Category.ADDITION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "[[The mayor resigned on Monday after the press had found out about his debts with a local builder.]]",
            "Le maire de la ville a démissionné lundi soir.",
            "fr",
        ),
        Example(
            "[[She won the race by a minute, ahead of the two favourites from the north of the island.]]",
            "Sie gewann das Rennen mit einer Minute.",
            "de",
        ),
    ),
    passes=(
        Example("The mayor resigned on Monday evening.", "Le maire a démissionné lundi soir.", "fr"),
        Example("She won the race by a minute.", "Sie gewann das Rennen mit einer Minute.", "de"),
        Example("The mayor has resigned.", "Il maire part.", "fr"),
        Example(
            "The French finance ministry expects a deficit of five percent.", "Bercy prévoit un déficit de 5 %.", "fr"
        ),
        Example(
            "The mayor resigned on Monday evening. He had found no majority for his budget.",
            "Le maire a démissionné lundi soir, faute d'avoir trouvé une majorité pour son budget.",
            "fr",
        ),
    ),
)
def content_added(story: Story) -> Iterator[Hit]:
    """Something stands in the translation that the source does not say.

    Engines invent, and editors forget what they added: someone has to vouch for it.

    What is told is the length: a translation far longer than the source lets expect, and a sentence that answers none
    of the source. Short sentences pass, as do a name that a few words explain, acronyms that are written out, and
    sentences that were cut elsewhere than in the source. Less clear cases are minor.
    """
    for pair, beyond in zip(story.source_pairs, excess(story.source_pairs), strict=True):
        length = pair.ours.sketch.length
        added = length - length / exp(beyond)
        gloss = _GLOSS * (1 + acronyms_gone(pair))
        if beyond > _LONG and length >= _LETTERS and added >= gloss and not resegmented(story, pair.link):
            yield Hit(
                spans=(pair.span,),
                message=f"This is {share(beyond)}% of the length that its source lets expect: something was added.",
                evidence=(Evidence("source", pair.theirs.text),),
                severity=None if beyond > _VERY_LONG else Severity.MINOR,
            )
    for link in story.source_links:
        if link.other or story.source is None or resegmented(story, link):
            continue
        first, last = (story.target.segments[number - 1].span for number in (link.target[0], link.target[-1]))
        span = Span(first.start, last.end)
        if sketch(span.of(story.target.text)).length >= _LETTERS:
            yield Hit(
                spans=(span,),
                message="No sentence of the source says this.",
                severity=None if link.confidence >= _CERTAIN and len(story.source_links) >= _STORY else Severity.MINOR,
            )
