"""``capital-in-two-ways``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity, Span

if TYPE_CHECKING:
    from auditor.analysis import Token

_ONE_OF_A_KIND = frozenset(
    (
        "moon",
        "sun",
        "earth",
        "internet",
        "web",
        "pope",
        "holocaust",
        "renaissance",
        "kremlin",
        "bible",
        "koran",
        "equator",
        "universe",
    )
)
"""Nouns that name one thing in the world, so that a desk writes them in one way; short names of bodies vary."""


@code_check(
    "capital-in-two-ways",
    category=Category.INCONSISTENT_STYLE,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "A probe left for the Moon.\n\nThe Moon has water.\n\nIt will circle the [[moon]] twice.",
        "They use the internet daily.\n\nThe internet is slow there, and the [[Internet]] costs more.",
    ),
    passes=(
        "A probe left for the Moon.\n\nThe Moon has water.",
        "A probe left for the Moon.\n\nThe moons of Jupiter are next; a full moon rose.",
        "The Commission met.\n\nA commission of inquiry will meet; the commission of that inquiry is new.",
        "The Sun newspaper said the sun will shine.",
    ),
)
def capital_in_two_ways(story: Story) -> Iterator[Hit]:
    """The one moon, sun or internet has a capital here and none there.

    Each sentence was translated by itself. A desk writes such a word in one way; the rarer form is reported, once.

    Only nouns of which there is one pass the test, after “the”; moons in the plural, names of papers and longer names
    are left alone.
    """
    forms: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for sentence in story.analysis.sentences:
        for token in sentence.tokens:
            if token.lower_ in _ONE_OF_A_KIND and _stands_alone(token):
                forms[token.lower_][token.text].append(sentence.span_of(token))
    for spellings in forms.values():
        if len(spellings) < 2:
            continue
        usual, rare = sorted(spellings, key=lambda text: (-len(spellings[text]), spellings[text][0]))[:2]
        yield Hit(
            spans=(spellings[rare][0],),
            message=f"“{rare}” here, “{usual}” elsewhere: write it in one way.",
            suggestions=(usual,),
        )


def _stands_alone(token: Token) -> bool:
    """Tell whether the noun follows “the” and no capital follows it."""
    if token.i == 0 or token.nbor(-1).lower_ != "the":
        return False
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return following is None or not (following.text[0].isupper() or following.pos_ in {"NOUN", "PROPN"})
