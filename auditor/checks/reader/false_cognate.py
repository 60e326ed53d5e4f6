"""``false-cognate``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.checks.reader.cognates import LEAST, cognates
from auditor.checks.reader.deciding import decided
from auditor.checks.reader.weighing import Weighed, best_by_place, said
from auditor.model import Category, Confidence, Severity

_TOGETHER = 7.0
"""Nats, in English alone and beside the source together, from which another sense is told."""

_SURE, _SURE_TOGETHER = 6.0, 12.0
"""The same, and those in either alone, from which it is major."""


@code_check(
    "false-cognate",
    category=Category.FALSE_FRIEND,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "The government [[pretends]] to halve waiting lists before the end of the year.",
            "El Gobierno pretende reducir a la mitad las listas de espera antes de fin de año.",
            "es",
        ),
        Example(
            "The court put the [[prejudice]] at two million euros.",
            "Le tribunal a évalué le préjudice à deux millions d'euros.",
            "fr",
        ),
        Example("An explosion occurred in a [[magazine]].", "Взрыв произошёл в магазине.", "ru"),
    ),
    passes=(
        Example(
            "The government intends to halve waiting lists before the end of the year.",
            "El Gobierno pretende reducir a la mitad las listas de espera antes de fin de año.",
            "es",
        ),
        Example(
            "The court put the damage at two million euros.", "Le tribunal a évalué le préjudice à deux millions.", "fr"
        ),
        Example(
            "Tougher controls are planned at the border.",
            "Des contrôles plus stricts sont prévus à la frontière.",
            "fr",
        ),
        Example("The jury read the magazine.", "Le jury a lu le magazine.", "fr"),
        Example("An explosion occurred in a magazine."),
    ),
    background=True,
)
def false_cognate(story: Story) -> Iterator[Hit]:
    """A word looks like that of its source and means something else: a “magazine” for a shop.

    It reads well now and then, and says another thing.

    Speaks only beside a source, where a reader takes part that reads its language and the lexicon knows another sense
    of the source's word. Told where the reader finds that by far the likelier, in English alone and beside the source;
    where it is less sure the finding is minor.
    """
    told = [each for each in decided(story, cognates) if each.beside is not None and each.together >= _TOGETHER]
    for each in best_by_place([each for each in told if _least(each) >= LEAST], lambda each: each.together):
        ((span, other),) = each.version.edits
        sure = _least(each) >= _SURE and each.together >= _SURE_TOGETHER
        yield Hit(
            spans=(span,),
            message=f"“{span.of(story.target.text)}” looks like the word of the source; “{other}” fits it.",
            suggestions=(other,),
            evidence=(said(story, each),),
            severity=None if sure else Severity.MINOR,
        )


def _least(each: Weighed) -> float:
    return min(each.alone, each.beside or 0.0)
