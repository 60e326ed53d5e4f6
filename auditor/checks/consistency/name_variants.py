"""``name-in-two-forms``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from auditor.checks.base import Hit, Story, code_check
from auditor.checks.consistency.names import StoryName, names
from auditor.model import Category, Confidence, Severity, Span
from auditor.text import skeleton

_SHORTEST = 5
"""Letters a name needs before a difference of spelling says anything."""


@code_check(
    "name-in-two-forms",
    category=Category.TERM_INCONSISTENCY,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "Pavel [[Yerofeyev]] arrived on Monday.\n\nA day later [[Erofejev]] was gone; Yerofeyev's car was found.",
        "The probe of [[Astro Link]] is late.\n\nEngineers at [[AstroLink]] blamed the weather.",
        "Minister Javier [[Roldán]] Ortega resigned.\n\nOn Monday [[Roldan]] spoke. Javier Roldán Ortega was calm.",
        "Police questioned [[Tchernov]] on Friday.\n\nA lawyer for [[Chernov]] declined to comment.",
    ),
    passes=(
        "Pavel Yerofeyev arrived on Monday.\n\nYerofeyev left a day later.",
        "Karl Meyer met Carla Mayer in Bonn.",
        "The Browns met James Brown in Leeds.",
        "Marc Dubois and Mark Duncan signed the letter.",
        "Germany's team beat the Germans' rivals.",
        "Chile and China signed; the Chilean envoy thanked the Chinese.",
        "The book “Tchernov” appeared in 1990.\n\nChernov's lawyer was in Paris.",
    ),
)
def name_in_two_forms(story: Story) -> Iterator[Hit]:
    """One name is spelled in two ways in the same story.

    A translated story mixes the source language's transcription with the English one, or splits a brand
    in two. Readers take the two forms for two people; a search finds half of the story.

    Given names before different surnames, plurals, possessives and names in quotation marks pass. The
    first form that the story uses most is taken as the right one.
    """
    groups: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for name in names(story):
        if name.in_quotation and len(name.words) == 1:
            continue
        for form, span in _forms(name):
            groups[skeleton(form)][form].append(span)
    for forms in groups.values():
        variants = _distinct(forms)
        if len(variants) < 2:
            continue
        usual, *others = sorted(variants, key=lambda form: (-len(forms[form]), forms[form][0]))
        spans = tuple(forms[form][0] for form in (*others, usual))
        yield Hit(
            spans=spans,
            message=f"One name in two forms: “{others[0]}” here, “{usual}” elsewhere.",
            suggestions=(usual,),
        )


def _forms(name: StoryName) -> Iterator[tuple[str, Span]]:
    """Yield the spellings that a run of capitals gives: last word, accented ones inside, the whole as one."""
    for word, span in zip(name.words[1:-1], name.spans[1:-1], strict=True):
        if len(word) >= _SHORTEST and word.isalpha() and not word.isascii():  # the first of two surnames
            yield word, span
    last = name.words[-1]
    if len(last) >= _SHORTEST and not last.isdigit() and not (name.opens_sentence and len(name.words) == 1):
        yield last, name.spans[-1]
    if len(name.words) == 2 and len(name.words[-1]) <= 4:
        yield " ".join(name.words), name.span


def _distinct(forms: dict[str, list[Span]]) -> list[str]:
    """Return the forms that differ in more than case, number or possession."""
    kept: dict[str, str] = {}
    for form in forms:
        kept.setdefault(form.lower().rstrip("s'’"), form)
    return list(kept.values())
