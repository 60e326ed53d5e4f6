"""``bound-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.bounds import Bound, bound
from auditor.bilingual.figures import only_answer
from auditor.bilingual.pairs import Pair
from auditor.bilingual.side import Side
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity, Span


@code_check(
    "bound-altered",
    category=Category.NUMBER,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        Example("[[At most 30]] people were hurt.", "Au moins 30 personnes ont été blessées.", "fr"),
        Example("[[Fewer than 200]] flights were cancelled.", "Más de 200 vuelos fueron cancelados.", "es"),
        Example("[[More than 50]] people came.", "不到50人参加了会议。", "zh"),
        Example("[[Over 300]] houses burned.", "Fast 300 Häuser brannten.", "de"),
    ),
    passes=(
        Example("At least 30 people were hurt.", "Au moins 30 personnes ont été blessées.", "fr"),
        Example("Some 30 people were hurt.", "Au moins 30 personnes ont été blessées.", "fr"),
        Example("No fewer than 200 flights were cancelled.", "Más de 200 vuelos fueron cancelados.", "es"),
        Example("Fewer than 50 people came.", "不到50人参加了会议。", "zh"),
        Example("Up to 300 houses burned.", "Fast 300 Häuser brannten.", "de"),
        Example("30 people or more were hurt.", "Пострадали не менее 30 человек.", "ru"),
    ),
)
def bound_altered(story: Story) -> Iterator[Hit]:
    """A number has become the most where it was the least, or the other way round.

    “At least 30 dead” and “at most 30 dead” are two stories; a toll that is still rising has been closed.

    Speaks only where the same number stands once in each text, with words right beside it that cannot mean the same:
    at least or more than against at most, up to, less than or nearly. A bound that is left out passes.
    """
    for pair in story.source_pairs:
        for theirs, ours in _contradictions(pair):
            said = theirs.span.of(pair.theirs.text)
            yield Hit(
                spans=(pair.place(ours.span),),
                message=f"The source says “{said}”; “{ours.span.of(pair.ours.text)}” turns the limit round.",
                evidence=(Evidence("source", said),),
            )


def _contradictions(pair: Pair) -> Iterator[tuple[Bound, Bound]]:
    """Yield the bounds of the source with those of the same number that say the opposite."""
    for number in pair.theirs.numbers:
        answer = only_answer(number, pair.theirs, pair.ours)
        if answer is None:
            continue
        theirs = bound(pair.theirs.text, pair.theirs.language, number)
        ours = bound(pair.ours.text, pair.ours.language, answer)
        if theirs is None or ours is None or not theirs.kind.contradicts(ours.kind):
            continue
        if not _denied(pair.theirs, theirs) and not _denied(pair.ours, ours):
            yield theirs, ours


def _denied(side: Side, bounded: Bound) -> bool:
    """Tell whether ``side`` denies something: what is not below 30 is 30 at least."""
    return any(not bounded.span.covers(Span(*match.span())) for match in side.negations)
