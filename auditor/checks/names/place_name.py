"""``foreign-place-name``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.analysis import Sentence
from auditor.checks.base import Hit, Story, code_check
from auditor.checks.names.lookup import Found, in_longer_name, lookup, recased_article
from auditor.languages import everywhere
from auditor.model import Category, Confidence, Severity

_TITLE = 45
"""Code points of a quotation that may be the title of a work rather than speech."""


@code_check(
    "foreign-place-name",
    category=Category.UNTRANSLATED,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The envoy flew to [[Varsovie]] on Monday.",
        "Talks in [[Moskau]] failed, and [[Pekín]] sent no one.",
        "The [[Etats-Unis]] sent two ships to Beirut.",
    ),
    passes=(
        "The envoy flew to Warsaw on Monday.",
        "The writer Albert Londres was read in Paris.\n\nLondres died at sea in 1932.",
        "The novel “Terminus Varsovie” is out.",
        "She works at the Bibliothèque de Genève and skis in Davos.",
        "Zürich and Den Bosch are well known.",
        "The Genève-Servette team won.",
    ),
)
def foreign_place_name(story: Story) -> Iterator[Hit]:
    """A country or a city carries its name in the source language.

    English has its own name for the place; readers may not know that the two are one.

    Names that English shares, parts of longer names (streets, clubs, libraries), titles in quotation marks
    and the surnames of persons in the story pass. The names are in ``auditor/languages``.
    """
    found = [(s, f) for s in story.analysis.sentences for f in lookup(s, everywhere("exonyms"))]
    longer = {f.form for s, f in found if in_longer_name(s, f)}
    for sentence, place in found:
        span = sentence.span_at(place.start, place.end)
        if place.form in longer or _is_title(sentence, place, story):
            continue
        english = recased_article(_without_article(place, sentence), place.start)
        yield Hit(
            spans=(span,),
            message=f"“{place.form}” is not the English name of the place; write “{english}”.",
            suggestions=(english,),
            fix_is_safe=True,
        )


def _without_article(place: Found, sentence: Sentence) -> str:
    """Return the English name, without its article where the sentence has one already."""
    before = sentence.text[: place.start].rstrip().lower()
    return place.english.removeprefix("the ") if before.endswith("the") else place.english


def _is_title(sentence: Sentence, place: Found, story: Story) -> bool:
    quotation = story.analysis.quotation_around(sentence.span_at(place.start, place.end))
    return quotation is not None and len(quotation) <= _TITLE
