"""``roles-reversed``."""

from __future__ import annotations

import math
from collections.abc import Iterator

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.checks.reader.deciding import decided
from auditor.checks.reader.parties import Exchange, exchanged
from auditor.checks.reader.weighing import Weighed, best_by_place, said
from auditor.model import Category, Confidence, Severity, Span

_LEAST = {Exchange.BY_ORDER: 8.0, Exchange.OTHERS: 2.5}
"""Nats beside the source from which an exchange is told: of 240 learned segments of human translations from fr, de, ru
and zh none reaches 0; of the right sides of our planted stories one with two pronouns does (1.8), and two where an
object comes first in German or Russian (5.3 and 6.2; 7.1 on one kept unread)."""

_SURE = 2.0
"""Nats beyond these from which it is told with high confidence."""

_HOPELESS = -4.0
"""Nats in English alone below which no exchange planted into our stories lay that was worth telling."""


@code_check(
    "roles-reversed",
    category=Category.MISTRANSLATION,
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("[[The union warned the minister]] five times.", "Le ministre a averti le syndicat cinq fois.", "fr"),
        Example("[[The whale rammed the boat]] at dawn.", "Le bateau a percuté la baleine à l'aube.", "fr"),
        Example(
            "The plant closed over threats [[by]] inspectors.", "La planta cerró por amenazas contra inspectores.", "es"
        ),
    ),
    passes=(
        Example("The minister warned the union five times.", "Le ministre a averti le syndicat cinq fois.", "fr"),
        Example(
            "The union was warned by the minister five times.", "Le ministre a averti le syndicat cinq fois.", "fr"
        ),
        Example(
            "The plant closed over threats to inspectors.", "La planta cerró por amenazas contra inspectores.", "es"
        ),
        Example("The captain met the pilot.", "Der Lotse traf den Kapitän.", "de"),
        Example("The union warned the minister five times."),
    ),
    background=True,
)
def roles_reversed(story: Story) -> Iterator[Hit]:
    """Who does something and to whom have changed places: the union warns the minister who warned the union.

    It reads well, and somebody is said to have done what was done to them.

    Speaks only beside a source, where a reader takes part that reads its language. Subject and object of each verb are
    exchanged, as are “by” and “against”, “from” and “to” behind a noun. Told where the reader finds that by far the
    likelier beside the source: word order, cases and particles that no rule of ours reads.
    """
    told = [each for each in decided(story, exchanged) if _worth(each) >= _LEAST[Exchange(each.version.kind)]]
    for each in best_by_place(told, _worth):
        edits = each.version.edits
        span = Span(edits[0][0].start, edits[-1][0].end)
        words = [words for _, words in edits]
        other = f"“{words[0]} … {words[-1]}”" if len(words) > 1 else f"“{words[0]}”"
        yield Hit(
            spans=(span,),
            message=f"Who does what to whom seems turned round here; {other} fits the source.",
            evidence=(said(story, each),),
            confidence=Confidence.HIGH if _worth(each) >= _LEAST[Exchange(each.version.kind)] + _SURE else None,
        )


def _worth(each: Weighed) -> float:
    return -math.inf if each.beside is None or each.alone < _HOPELESS else each.beside
