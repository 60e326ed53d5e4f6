"""Two texts that do not belong together are recognised before anything is compared."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from auditor.alignment.evidence import evidence, information
from auditor.alignment.features import sketches
from auditor.alignment.lexicon import LANGUAGES
from auditor.alignment.sketch import Sketch
from auditor.model import Document, Link, primary_language

LENGTH_RATIO = 4.0
"""Times one text may be as long as the other before it cannot be the same story.

Wire stories grow or shrink by half in translation and editing; briefs of long stories are another text.
"""

ENOUGH_SENTENCES = 5
"""Sentences each text needs before its content is held against the other's."""


class Limits(NamedTuple):
    """What two texts of one story have in common, and in one order, as shares.

    Under ``least`` of the information in common they are different stories; under ``enough`` they are if less than
    ``forward`` of that lies on one way through both texts. Else, under ``forward``, the order is another.
    """

    least: float
    enough: float
    forward: float


ENGLISH = Limits(0.15, 0.25, 0.70)
BY_LEXICON = Limits(0.03, 0.10, 0.70)
BY_LETTERS = Limits(0.01, 0.10, 0.60)
BY_NUMBERS = Limits(0.0, 0.10, 0.60)
"""For two texts in English, where a lexicon tells meanings, where letters can be compared, and where numbers can.

Measured on newstest 2008-2015 (fr-en) and WMT23 (de, ru, uk, zh, ja, he-en) in blocks of 6-60 sentences: true pairs
share 0.25 and more in English, strangers mostly under 0.2. With a lexicon (fr, de, ru, zh, ja) machine translations
share 0.09 and more, strangers under 0.08. By letters (uk, blocks of 6, 10 and 20) 2, 2 and 1 of 60 true pairs are
refused and 6, 4 and 0 of 60 strangers accepted; by numbers (he) 1, 0 and 2 are refused and 46, 29 and 10 accepted.
"""

ENOUGH_NUMBERS = 6
"""Long numbers on each side from which texts in unrelated scripts, sharing none, are different stories."""

_LATIN_WORD = re.compile(r"[a-z]{3,}")
_LONG_NUMBER = re.compile(r"\d{2,}")


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Why two texts cannot be compared, in a sentence, and what to do.

    ``fatal``: an input is wrong, so that no audit makes sense; otherwise only the comparison does not.
    """

    reason: str
    hint: str
    fatal: bool = True


def mismatch(
    target: Document, other: Document, links: Sequence[Link], *, role: str, same_language: bool
) -> Mismatch | None:
    """Return why ``other`` cannot be what it is given as, or None where it may.

    ``role`` is the word for it in the message: ``source`` or ``reference``. ``links`` align the two;
    ``same_language`` says that both are in English. Recognised: the same text twice, one far longer
    than the other, another story, the same story in another order.
    """
    ours, theirs = _sentences(target), _sentences(other)
    if _bare(ours) == _bare(theirs):
        return Mismatch(
            f"The {role} “{other.name}” is the same text as the translation.",
            f"Give the {role} in its own words.",
        )
    left, right = sketches(ours, theirs, other.language)
    return _length_mismatch(left, right, other, role) or _content_mismatch(
        left, right, other, links, role, ENGLISH if same_language else _limits(left, right, other)
    )


def _length_mismatch(left: Sequence[Sketch], right: Sequence[Sketch], other: Document, role: str) -> Mismatch | None:
    ours, theirs = sum(each.length for each in left), sum(each.length for each in right)
    if not ours or not theirs or max(len(left), len(right)) < ENOUGH_SENTENCES:
        return None
    times = max(ours, theirs) / min(ours, theirs)
    if times < LENGTH_RATIO:
        return None
    longer, shorter = (
        (f"{role} “{other.name}”", "translation") if theirs > ours else ("translation", f"{role} “{other.name}”")
    )
    return Mismatch(
        f"The {longer} is {times:.0f} times as long as the {shorter}.",
        f"Check that it is the whole {role} of this one story.",
    )


def _content_mismatch(
    left: Sequence[Sketch],
    right: Sequence[Sketch],
    other: Document,
    links: Sequence[Link],
    role: str,
    limits: Limits,
) -> Mismatch | None:
    if min(len(left), len(right)) < ENOUGH_SENTENCES:
        return None
    stranger = Mismatch(
        f"The {role} “{other.name}” seems to tell another story than the translation.",
        f"Give the {role} of this story.",
    )
    common, forward = _in_common(left, right, links)
    if limits is BY_NUMBERS and not common:
        return stranger if _numbers_differ(left, right) else None
    if common < limits.least or (common < limits.enough and forward < limits.forward):
        return stranger
    if forward < limits.forward:
        return Mismatch(
            f"The {role} “{other.name}” tells the story in another order, so that its sentences cannot be "
            "matched with the translation's.",
            f"Give a {role} that follows the same order.",
            fatal=False,
        )
    return None


def _limits(left: Sequence[Sketch], right: Sequence[Sketch], other: Document) -> Limits:
    if primary_language(other.language) in LANGUAGES:
        return BY_LEXICON
    return BY_LETTERS if _alphabetic(left) and _alphabetic(right) else BY_NUMBERS


def _in_common(left: Sequence[Sketch], right: Sequence[Sketch], links: Sequence[Link]) -> tuple[float, float]:
    """Return the share of the information held in common, and the share of that which runs forward."""
    shared = evidence(left, right)
    anywhere = sum(max(row.values(), default=0.0) for row in shared)
    on_the_way = sum(shared[i - 1].get(j - 1, 0.0) for link in links for i in link.target for j in link.other)
    smaller = min(information(left), information(right))
    return anywhere / max(smaller, 1.0), on_the_way / max(anywhere, 1.0)


def _sentences(document: Document) -> list[str]:
    return [segment.span.of(document.text) for segment in document.segments]


def _bare(sentences: Sequence[str]) -> str:
    return "".join("".join(sentence.split()) for sentence in sentences)


def _alphabetic(sketches: Sequence[Sketch]) -> bool:
    """Tell whether most words could be compared letter by letter with those of another language."""
    words = [anchor for each in sketches for anchor in each.anchors if anchor[0] not in "#~^="]
    return 2 * sum(bool(_LATIN_WORD.fullmatch(word)) for word in words) > len(words)


def _numbers_differ(left: Sequence[Sketch], right: Sequence[Sketch]) -> bool:
    ours, theirs = (
        {anchor for each in side for anchor in each.anchors if _LONG_NUMBER.fullmatch(anchor[1:])}
        for side in (left, right)
    )
    return min(len(ours), len(theirs)) >= ENOUGH_NUMBERS and not ours & theirs
