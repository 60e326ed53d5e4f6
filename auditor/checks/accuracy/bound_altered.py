"""``bound-altered``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from auditor.analysis import Firmness, Number
from auditor.bilingual.bounds import Bound, BoundKind, bound, is_apart, is_hedged, is_spared, must_be_kept
from auditor.bilingual.figures import only_answer
from auditor.bilingual.pairs import Pair
from auditor.bilingual.polarity import is_restricted
from auditor.bilingual.portions import portions
from auditor.bilingual.side import Side
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import ENGLISH, Category, Confidence, Evidence, Severity, Span


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
        Example("[[At least 300]] fans came.", "Apenas 300 aficionados acudieron.", "es"),
        Example("Some [[30]] people were hurt.", "Al menos 30 personas resultaron heridas.", "es"),
        Example("Rescuers found [[30]] bodies.", "Rettungskräfte fanden mindestens 30 Leichen.", "de"),
        Example("[[Three]] of the nine mills reopened.", "Seuls trois des neuf moulins ont rouvert.", "fr"),
        Example("[[Half]] of the tenants paid.", "Weniger als die Hälfte der Mieter zahlte.", "de"),
    ),
    passes=(
        Example("At least 30 people were hurt.", "Au moins 30 personnes ont été blessées.", "fr"),
        Example("Some 30 people were hurt.", "Une trentaine de personnes ont été blessées.", "fr"),
        Example("No fewer than 200 flights were cancelled.", "Más de 200 vuelos fueron cancelados.", "es"),
        Example("Fewer than 50 people came.", "不到50人参加了会议。", "zh"),
        Example("Barely 300 fans came.", "Apenas 300 aficionados acudieron.", "es"),
        Example("Up to 300 houses burned.", "Fast 300 Häuser brannten.", "de"),
        Example("30 people or more were hurt.", "Пострадали не менее 30 человек.", "ru"),
        Example("Rescuers found 30 bodies or more.", "Rettungskräfte fanden mindestens 30 Leichen.", "de"),
        Example("Just three of the nine mills reopened.", "Seuls trois des neuf moulins ont rouvert.", "fr"),
        Example("All but three of the nine mills stayed shut.", "Лишь три из девяти мельниц открылись.", "ru"),
        Example("Under half of the tenants paid.", "Weniger als die Hälfte der Mieter zahlte.", "de"),
        Example("About a third of the tenants paid.", "近三分之一的租户付了钱。", "zh"),
    ),
)
def bound_altered(story: Story) -> Iterator[Hit]:
    """A number has become the most where it was the least, or the other way round.

    “At least 30 dead” and “at most 30 dead” are two stories; a toll that is still rising has been closed.

    Speaks only where the same number stands once in each text, with words right beside it that cannot mean the same:
    at least or more than against at most, up to, less than or nearly. A bound that is left out is told where it is
    “at least”, “at most” or “only”, or where it bounds a fraction (“less than half”), and no word beside the number may
    say it in another way. Without its “only” a length of time or of space is minor.
    """
    for pair in story.source_pairs:
        yield from _of_numbers(pair)
        yield from _of_portions(pair)
        yield from _of_days(pair)


def _of_numbers(pair: Pair) -> Iterator[Hit]:
    """Yield the numbers, but for fractions, that the source bounds otherwise, or that it alone does."""
    fractions = portions(pair.theirs).values()
    for number in pair.theirs.numbers:
        answer = only_answer(number, pair.theirs, pair.ours)
        if answer is None or any(fraction.covers(number.span) for fraction in fractions):
            continue
        theirs = bound(pair.theirs.text, pair.theirs.language, number.span)
        if theirs is None:
            continue
        left_out = _is_left_out(pair, theirs, answer.span) and not _may_go_without(pair, number, theirs)
        if hit := _compared(pair, theirs, answer.span, left_out):
            yield replace(hit, severity=Severity.MINOR) if _is_only_of_reach(pair, number, theirs) else hit


def _of_portions(pair: Pair) -> Iterator[Hit]:
    """Yield the fractions that the source bounds otherwise, or that it alone does: "less than half"."""
    answers = portions(pair.ours)
    for part, span in portions(pair.theirs).items():
        theirs = bound(pair.theirs.text, pair.theirs.language, span)
        answer = answers.get(part)
        if answer is None or theirs is None:
            continue
        if hit := _compared(pair, theirs, answer, _is_left_out(pair, theirs, answer, portion=True)):
            yield hit


def _compared(pair: Pair, theirs: Bound, answer: Span, left_out: bool) -> Hit | None:
    """Return what is wrong with the bound of the number at ``answer``; ``left_out`` if it has to have one."""
    said = theirs.span.of(pair.theirs.text)
    ours = bound(pair.ours.text, ENGLISH, answer)
    if _denied(pair.theirs, theirs) is not _denied(pair.ours, ours or Bound(theirs.kind, answer)):
        return None  # “at most 20 are” for “more than 20 are not”
    if ours is None and left_out:
        return _hit(pair, said, answer, f"The source says “{said}”; the translation leaves the limit out.")
    if ours is not None and theirs.kind.contradicts(ours.kind):
        words = ours.span.of(pair.ours.text)
        return _hit(pair, said, ours.span, f"The source says “{said}”; “{words}” turns the limit round.")
    return None


def _may_go_without(pair: Pair, number: Number, theirs: Bound) -> bool:
    """Tell whether an “only” may be left out: of “seule une”, which may be no number, and of “only two days later”."""
    if theirs.kind is not BoundKind.ONLY:
        return False
    if number.firmness is Firmness.LOOSE:
        return True
    reach = _is_only_of_reach(pair, number, theirs)
    return reach and is_apart(pair.theirs.text, pair.theirs.language, number.span, time=True)


def _is_only_of_reach(pair: Pair, number: Number, theirs: Bound) -> bool:
    """Tell whether a time or a distance is made short: "for only 40 minutes"."""
    units = pair.theirs.units_of(number)
    return theirs.kind is BoundKind.ONLY and any(unit.dimension in {"time", "length"} for unit in units)


def _of_days(pair: Pair) -> Iterator[Hit]:
    """Yield the days and months on which something happens at the latest, and in the source at the earliest."""
    for day in pair.theirs.calendar:
        rivals = [other for other in pair.theirs.calendar if (other.kind, other.number) == (day.kind, day.number)]
        answers = [other for other in pair.ours.calendar if (other.kind, other.number) == (day.kind, day.number)]
        if len(rivals) != 1 or len(answers) != 1:
            continue
        theirs = bound(pair.theirs.text, pair.theirs.language, day.span)
        ours = bound(pair.ours.text, ENGLISH, answers[0].span)
        if theirs is None or ours is None or {theirs.kind, ours.kind} != {BoundKind.LOWER, BoundKind.UPPER}:
            continue
        if not _denied(pair.theirs, theirs) and not _denied(pair.ours, ours):
            said, words = theirs.span.of(pair.theirs.text), ours.span.of(pair.ours.text)
            yield _hit(pair, said, ours.span, f"The source says “{said}”; “{words}” turns the limit round.")


def _hit(pair: Pair, said: str, span: Span, message: str) -> Hit:
    return Hit(spans=(pair.place(span),), message=message, evidence=(Evidence("source", said),))


def _is_left_out(pair: Pair, theirs: Bound, answer: Span, *, portion: bool = False) -> bool:
    """Tell whether the bound ``theirs`` has to be told, and no English word may do so.

    Of a fraction (``portion``) more have to be than of a count: half is another thing than less than half.
    """
    if theirs.kind is BoundKind.ONLY:
        return not is_restricted(pair.ours) and not is_spared(pair.ours.text)
    if is_hedged(pair.ours.text, answer):
        return False
    if portion:
        return theirs.kind in {BoundKind.LOWER, BoundKind.UPPER, BoundKind.FAR}
    return must_be_kept(pair.theirs.text, pair.theirs.language, theirs)


def _denied(side: Side, bounded: Bound) -> bool:
    """Tell whether the clause of a bound denies something: what is not below 30 is 30 at least."""
    return any(not bounded.span.covers(denial) for denial in side.denials_around(bounded.span))
