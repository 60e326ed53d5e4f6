"""``modality-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.modality import altered
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity


@code_check(
    "modality-altered",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("Owners [[may]] register their dogs.", "Les propriétaires doivent enregistrer leurs chiens.", "fr"),
        Example("Drivers [[must]] pay by card.", "Los conductores podrán pagar con tarjeta.", "es"),
        Example("Visitors [[have to]] use the lift.", "Die Besucher dürfen den Aufzug benutzen.", "de"),
        Example("Shops [[can]] keep the receipts.", "Магазины обязаны хранить чеки.", "ru"),
        Example("Schools [[may]] report the accident.", "学校必须报告事故。", "zh"),
    ),
    passes=(
        Example("Owners must register their dogs.", "Les propriétaires doivent enregistrer leurs chiens.", "fr"),
        Example("Drivers may pay by card.", "Los conductores podrán pagar con tarjeta.", "es"),
        Example("The council may have to sell the hall.", "Le conseil doit peut-être vendre la salle.", "fr"),
        Example("He must have lost the key.", "Puede haber perdido la llave.", "es"),
        Example("Visitors must not use the lift.", "Die Besucher dürfen den Aufzug nicht benutzen.", "de"),
        Example("He has to sell the shop.", "Он не может не продать магазин.", "ru"),
        Example("The train should arrive at noon.", "Поезд должен прибыть в полдень.", "ru"),
    ),
)
def modality_altered(story: Story) -> Iterator[Hit]:
    """What somebody must do is told as what they may do, or the other way round.

    A rule becomes an offer, or an offer a rule; every other word is right.

    Speaks only where one sentence answers one, the source has one word of duty or of permission and the translation
    one of the other kind alone, and their verbs answer each other. Sentences that deny, restrict or ask something pass,
    and so do guesses (“must have”) and “may have to”.
    """
    for pair in story.source_pairs:
        for found in altered(pair):
            [sentence] = pair.sentences
            said = found.source.of(pair.theirs.text)
            meant = "obliges" if found.obliges else "permits it or says that it is possible"
            yield Hit(
                spans=(sentence.span_of(*found.words),),
                message=f"The source {meant} (“{said}”); the translation does not.",
                suggestions=("must",) if found.obliges else ("may", "can"),
                evidence=(Evidence("source", said),),
            )
