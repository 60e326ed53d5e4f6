"""``reference-differs``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.analysis import CalendarKind
from auditor.bilingual.names import held, is_telling
from auditor.bilingual.pairs import Pair
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity, Span


@code_check(
    "reference-differs",
    category=Category.MISTRANSLATION,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("The fire burned [[340]] houses.", reference="The blaze destroyed 430 homes."),
        Example("The trial opens on [[Tuesday]].", reference="The trial will start on Thursday."),
        Example("The mayor did [[not]] sign.", reference="The mayor signed."),
    ),
    passes=(
        Example("The fire burned 430 houses.", reference="The blaze destroyed 430 homes."),
        Example("A dozen houses burned.", reference="Some 12 homes were destroyed."),
        Example("Talks began in Munich.", reference="The negotiations started in Munich."),
        Example("The mayor did not sign.", reference="The mayor never signed."),
    ),
)
def reference_differs(story: Story) -> Iterator[Hit]:
    """A number, a day, a name or a “not” differs from the trusted reference.

    The reference says other facts than this translation: one of the two is wrong.

    Words are free to differ; facts are compared as with the source, numbers as values and names in any spelling.
    Without a source to prove it, no finding is more than minor.
    """
    for pair in story.reference_pairs:
        yield from _figures(pair)
        yield from _days(pair)
        yield from _names(pair)
        yield from _negation(pair)


def _figures(pair: Pair) -> Iterator[Hit]:
    found = pair.figures
    for theirs, ours in found.altered:
        yield _hit(pair.place(ours.span), theirs.text, ours.text, Category.NUMBER)
    if found.missing:
        told = "”, “".join(number.text for number in found.missing)
        yield Hit(
            spans=(pair.span,),
            message=f"The reference has “{told}” here; this translation does not.",
            category=Category.NUMBER,
        )


def _days(pair: Pair) -> Iterator[Hit]:
    ours, theirs = pair.ours.calendar, pair.theirs.calendar
    for kind in CalendarKind:
        held_here = {word.number for word in ours if word.kind is kind}
        held_there = {word.number for word in theirs if word.kind is kind}
        lost = [word for word in theirs if word.kind is kind and word.number not in held_here]
        new = [word for word in ours if word.kind is kind and word.number not in held_there]
        if lost and new:
            yield _hit(pair.place(new[0].span), lost[0].text, new[0].text, Category.DATE_TIME)


def _names(pair: Pair) -> Iterator[Hit]:
    theirs, ours = pair.theirs_around.words, pair.ours_around.words
    new = [n for n in pair.ours.names if any(map(is_telling, n.words)) and not any(held(w, theirs) for w in n.words)]
    lost = [n for n in pair.theirs.names if any(map(is_telling, n.words)) and not any(held(w, ours) for w in n.words)]
    if lost and new:
        yield _hit(pair.place(new[0].span), " ".join(lost[0].words), " ".join(new[0].words), Category.ENTITY)


def _negation(pair: Pair) -> Iterator[Hit]:
    ours, theirs = pair.ours.negations, pair.theirs.negations
    if bool(ours) != bool(theirs):
        span = pair.place(Span(*ours[-1].span())) if ours else pair.span
        which = "this translation denies something" if ours else "the reference denies something"
        yield Hit(spans=(span,), message=f"Only {which} here.", confidence=Confidence.LOW)


def _hit(span: Span, theirs: str, ours: str, category: Category) -> Hit:
    return Hit(
        spans=(span,),
        message=f"The reference has “{theirs}” here, not “{ours}”.",
        evidence=(Evidence("reference", theirs),),
        category=category,
    )
