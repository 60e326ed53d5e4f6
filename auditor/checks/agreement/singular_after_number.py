"""``singular-after-number``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from auditor.analysis import inflected
from auditor.checks.agreement.subject_verb import takes_either
from auditor.checks.base import Hit, Story, code_check
from auditor.config import word_list
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_PLURAL_FORMS = {"are", "were", "have"}
_SCALES = {"hundred", "thousand", "million", "billion", "one"}
_ATTRIBUTES = {"ADJ", "NOUN", "VERB"}
_NEAR = 2
"""Words that may stand between the number and its noun."""


@code_check(
    "singular-after-number",
    category=Category.AGREEMENT,
    severity=Severity.MINOR,
    confidence=Confidence.HIGH,
    flags=(
        "Two [[activist]] were fined on Monday.",
        "All 14 [[passenger]] are safe.",
        "Three old [[bridge]] have been closed.",
    ),
    passes=(
        "Two activists were fined on Monday.",
        "All 14 people are safe.",
        "Three aircraft have been sold.",
        "One in three people have heard of it.",
        "A two passenger limit and a fee are new.",
    ),
)
def singular_after_number(story: Story) -> Iterator[Hit]:
    """A noun is singular behind a number above one.

    Chinese nouns have no plural, and Russian, Turkish and Hungarian ones may be singular behind a number.

    Speaks of common count nouns that are the subject right before a plural verb; nouns with one form for both pass.
    """
    for sentence in story.analysis.sentences:
        for verb in sentence.tokens:
            if verb.lower_ not in _PLURAL_FORMS or verb.i < _NEAR or not _is_singular(noun := verb.nbor(-1)):
                continue
            before = [verb.nbor(-n) for n in range(2, min(verb.i, _NEAR + 2) + 1)]
            number = next((token for token in before if token.pos_ not in _ATTRIBUTES), None)
            if number is not None and _is_number(number) and not takes_either(noun):
                yield Hit(
                    spans=(sentence.span_of(noun),),
                    message=f"Behind “{number.text}” the noun is plural.",
                    suggestions=(inflected(noun.text, "NNS"),),
                )


def _is_singular(noun: Token) -> bool:
    return noun.lower_ in _counted() and noun.text == noun.lower_


def _is_number(token: Token) -> bool:
    """Tell whether ``token`` counts two or more, and opens its phrase or follows a word that may stand before one."""
    previous = token.nbor(-1) if token.i else None
    if previous is not None and (
        previous.pos_ in {"NUM", "SYM", "PUNCT"} or previous.lower_ in {"in", "a", "an", "of"}
    ):
        return False
    if token.text.isdecimal():
        return len(token) <= 3 and int(token.text) > 1
    return token.lower_ in set(word_list("numerals.words")) - _SCALES


@cache
def _counted() -> frozenset[str]:
    """Return count nouns whose plural is another word."""
    nouns = (*word_list("count_nouns.nouns"), *word_list("people.persons"))
    return frozenset(noun for noun in nouns if noun.islower() and noun.isalpha() and inflected(noun, "NNS") != noun)
