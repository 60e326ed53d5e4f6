"""``reference-wording``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from auditor.bilingual.pairs import Pair
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.languages import language as language_of
from auditor.model import ENGLISH, Category, Confidence, Evidence, Severity, Span
from auditor.text import TOKEN

_ENDING = re.compile(r"(?:'s|(?<=\w{3})(?:ing|ed|es|s|ly|e))$")
_PARAPHRASED = 0.5
"""Share of the words that differ from which the sentence is told in other words, and none of them proves anything."""

_PHRASE = 6
"""Words up to which a difference is one of a word or a phrase."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Words of the target (``ours``) and those of the reference in their place; either may be empty.

    ``span`` is where they stand in the target, or the word that they belong behind.
    """

    ours: str
    theirs: str
    span: Span


@code_check(
    "reference-wording",
    category=Category.MISTRANSLATION,
    severity=Severity.NEUTRAL,
    confidence=Confidence.LOW,
    flags=(
        Example(
            "The mayor [[bought]] the old mill by the river.",
            reference="The mayor sold the old mill by the river.",
        ),
        Example(
            "The mayor sold [[the]] mill by the river.",
            reference="The mayor sold the burnt-out mill by the river.",
        ),
        Example(
            "The mayor of the town sold the mill [[cheaply]].",
            reference="The mayor of the town sold the mill.",
        ),
    ),
    passes=(
        Example("The mayor sold the mill.", reference="The mayor sold the mill."),
        Example("On Friday the mayor sold the mill.", reference="The mayor sold the mill on Friday."),
        Example("He then got rid of it.", reference="The mayor sold the old mill by the river."),
        Example("The mayors sell a mill.", reference="The mayor sells the mill."),
    ),
)
def reference_wording(story: Story) -> Iterator[Hit]:
    """A word or a phrase differs from the trusted reference.

    Where nearly all else is the same, the words that are not show an editor where to look: a wrong word, one left
    out, one too many.

    Evidence, no error: it costs nothing. Words that only moved, other forms of a word, small words, and sentences
    told in other words altogether pass.
    """
    for pair in story.reference_pairs:
        for edit in _edits(pair):
            yield Hit(
                spans=(pair.place(edit.span),),
                message=_message(edit),
                evidence=(Evidence("reference", edit.theirs),) if edit.theirs else (),
                category=None if edit.ours and edit.theirs else Category.ADDITION if edit.ours else Category.OMISSION,
            )


def _message(edit: Difference) -> str:
    if not edit.theirs:
        return f"The reference does not say “{edit.ours}”."
    return f"The reference says “{edit.theirs}”" + (f", not “{edit.ours}”." if edit.ours else " here.")


def _edits(pair: Pair) -> Iterator[Difference]:
    """Yield the differing words and phrases of a pair that is told in nearly the same words."""
    ours, theirs = tuple(TOKEN.finditer(pair.ours.text)), tuple(TOKEN.finditer(pair.theirs.text))
    keys, other_keys = [_key(word) for word in ours], [_key(word) for word in theirs]
    steps = [s for s in SequenceMatcher(None, keys, other_keys, autojunk=False).get_opcodes() if s[0] != "equal"]
    changed = sum(max(i_end - i, j_end - j) for _, i, i_end, j, j_end in steps)
    if changed > _PARAPHRASED * max(len(ours), len(theirs)):
        return
    for _, i, i_end, j, j_end in steps:
        mine, its = _telling(ours[i:i_end], set(other_keys)), _telling(theirs[j:j_end], set(keys))
        if (mine or its) and max(i_end - i, j_end - j) <= _PHRASE:
            at = (ours[i], ours[i_end - 1]) if mine else (ours[max(i - 1, 0)],) * 2
            told = pair.ours.text[ours[i].start() : ours[i_end - 1].end()] if mine else ""
            said = pair.theirs.text[theirs[j].start() : theirs[j_end - 1].end()] if its else ""
            yield Difference(told, said, Span(at[0].start(), at[1].end()))


def _telling(words: Sequence[re.Match[str]], elsewhere: set[str]) -> bool:
    """Tell whether any of ``words`` is no small word, and stands nowhere else on the other side: else it only moved."""
    return any(word.group().lower() not in _small_words() and _key(word) not in elsewhere for word in words)


def _key(word: re.Match[str]) -> str:
    """Return what forms of one word share."""
    return _ENDING.sub("", word.group().lower())


@cache
def _small_words() -> frozenset[str]:
    return frozenset(language_of(ENGLISH).function_words)
