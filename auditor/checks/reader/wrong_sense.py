"""``wrong-sense``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.checks.reader.cognates import LEAST
from auditor.checks.reader.deciding import decided
from auditor.checks.reader.renderings import Sense, renderings
from auditor.checks.reader.weighing import best_by_place, said
from auditor.model import Category, Confidence, Severity

_TOGETHER = {Sense.OTHER: 10.0, Sense.NEAR: 17.0}
"""Nats, in English alone and beside the source together, from which another sense is told.

Chosen on the stories of ``reference/`` and others like them, whose wrong senses are marked, and on human translations.
"""

_SURE = 12.0
"""The same, from which it is major."""


@code_check(
    "wrong-sense",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "The government wants to reform the [[retreats]] before the summer, despite the strikes.",
            "Le gouvernement veut réformer les retraites avant l'été, malgré les grèves.",
            "fr",
        ),
        Example(
            "Forecasters expect heavy [[sediment]] at the weekend, and the river will rise.",
            "Синоптики ждут сильных осадков в выходные, уровень воды в реке поднимется.",
            "ru",
        ),
        Example(
            "The fire brigade arrived with [[honorary]] helpers from three villages.",
            "Die Feuerwehr rückte mit ehrenamtlichen Helfern aus drei Dörfern an.",
            "de",
        ),
        Example(
            "The team won the match thanks to a [[net]] in the 90th minute.",
            "La squadra ha vinto la partita grazie a una rete al novantesimo.",
            "it",
        ),
    ),
    passes=(
        Example(
            "The government wants to reform pensions before the summer, despite the strikes.",
            "Le gouvernement veut réformer les retraites avant l'été, malgré les grèves.",
            "fr",
        ),
        Example(
            "The nuns hold their retreats before the summer.", "Les religieuses font leurs retraites avant l'été.", "fr"
        ),
        Example("The dam holds back sediment in the river.", "Плотина задерживает осадок в реке.", "ru"),
        Example("He became an honorary member of the club.", "Er wurde Ehrenmitglied des Vereins.", "de"),
        Example("The ball hit the net.", "La palla ha colpito la rete.", "it"),
        Example("The team won thanks to a net in the 90th minute."),
    ),
    background=True,
)
def wrong_sense(story: Story) -> Iterator[Hit]:
    """A word is rendered by a sense that it does not have here: “retreats” for pensions, “leaded” for weighed down.

    The dictionary has it, and the sentence says something else.

    Speaks only beside a source, where a reader takes part that reads its language and the lexicon knows another sense
    of the source's word, which is no synonym. Told where the word is odd in English alone, and the reader finds the
    other by far the likelier, in English alone and beside the source; where it is less sure, the finding is minor.
    """
    told = [
        each
        for each in decided(story, renderings)
        if each.beside is not None
        and min(each.alone, each.beside) >= LEAST
        and each.together >= _TOGETHER[Sense(each.version.kind)]
    ]
    for each in best_by_place(told, lambda each: each.together):
        ((span, other),) = each.version.edits
        yield Hit(
            spans=(span,),
            message=f"“{span.of(story.target.text)}” is another sense of the source's word; “{other}” fits.",
            suggestions=(other,),
            evidence=(said(story, each),),
            severity=None if each.together >= _SURE else Severity.MINOR,
        )
