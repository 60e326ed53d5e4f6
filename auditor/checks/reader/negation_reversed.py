"""``negation-reversed``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.base import Example, Hit, Story, code_check
from auditor.checks.reader.deciding import decided
from auditor.checks.reader.denials import Turn, denials
from auditor.checks.reader.weighing import Weighed, best_by_place, said
from auditor.model import Category, Confidence, Severity

_LEAST = {Turn.DENIED: 3.5, Turn.AFFIRMED: 5.0}
"""Nats, alone and beside the source together, from which a version is told: chosen on the learned documents of human
translations from fr, de, ru and zh, of the contrast pairs and of our planted stories, of whose right sides none reaches
them (``python -m benchmarks.deciding DATA_DIR --part learn``)."""

_SURE = 3.0
"""Nats beyond these from which it is told with high confidence."""


@code_check(
    "negation-reversed",
    category=Category.MISTRANSLATION,
    severity=Severity.CRITICAL,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "The mayor [[signed]] the lease because the price was too high.",
            "Le maire n'a pas signé le bail parce que le prix était trop élevé.",
            "fr",
        ),
        Example(
            "The bridge [[can]] carry lorries, so they must take the ferry.",
            "Die Brücke kann keine Lastwagen tragen, deshalb müssen sie die Fähre nehmen.",
            "de",
        ),
        Example(
            "It was a cold night: the water [[did not freeze]] and the pipes burst.",
            "La nuit était froide : l'eau a gelé et les tuyaux ont éclaté.",
            "fr",
        ),
    ),
    passes=(
        Example(
            "The mayor did not sign the lease because the price was too high.",
            "Le maire n'a pas signé le bail parce que le prix était trop élevé.",
            "fr",
        ),
        Example(
            "The mayor refused to sign the lease because the price was too high.",
            "Le maire n'a pas voulu signer le bail parce que le prix était trop élevé.",
            "fr",
        ),
        Example(
            "The ship can hardly leave the port with the storm.",
            "Le navire ne peut guère quitter le port avec la tempête.",
            "fr",
        ),
        Example(
            "It is impossible to sign the lease in May.",
            "Il n'est pas possible de signer le bail en mai.",
            "fr",
        ),
        Example(
            "Nobody was hurt, but no train will run before Friday.",
            "Personne n'a été blessé, mais aucun train ne circulera avant vendredi.",
            "fr",
        ),
        Example("The flight did not take off.", "El vuelo fue suspendido.", "es"),
        Example(
            "The court will not rule before Friday.",
            "Le tribunal statuera vendredi au plus tôt.",
            "fr",
        ),
        Example("The mayor signed the lease because the price was too high."),
    ),
    background=True,
)
def negation_reversed(story: Story) -> Iterator[Hit]:
    """A sentence denies what its source affirms, or affirms what that denies.

    It reads well and the news is the other way round.

    Speaks only beside a source, where a reader takes part that reads its language. A denial is added where the source
    has more, and taken away where a close translation denies and its source does not. Told where the reader finds that
    by far the likelier, in English alone and beside the source: words that rules hesitate at, as they may deny too.
    """
    told = [each for each in decided(story, denials) if _is_told(each)]
    for each in best_by_place(told, lambda each: each.together):
        ((span, other),) = each.version.edits
        yield Hit(
            spans=(span,),
            message=f"“{span.of(story.target.text)}” seems to turn the sense round; “{other}” fits the source.",
            suggestions=(other,),
            evidence=(said(story, each),),
            confidence=Confidence.HIGH if each.together >= _LEAST[Turn(each.version.kind)] + _SURE else None,
        )


def _is_told(each: Weighed) -> bool:
    return (
        each.beside is not None
        and min(each.alone, each.beside) > 0
        and each.together >= _LEAST[Turn(each.version.kind)]
    )
