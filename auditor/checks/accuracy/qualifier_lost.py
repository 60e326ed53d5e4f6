"""``qualifier-lost``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.qualifiers import unqualified
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity


@code_check(
    "qualifier-lost",
    category=Category.OMISSION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("[[The pumps were switched off at night.]]", "Насосы якобы отключали на ночь.", "ru"),
        Example("[[It rained in Andalusia in the autumn.]]", "Apenas llovió en Andalucía en otoño.", "es"),
        Example("[[He fell but was never caught.]]", "Il a failli tomber mais n'a jamais été rejoint.", "fr"),
        Example("The [[minister]] resigned on Monday.", "L'ancien ministre a démissionné lundi.", "fr"),
        Example("The court sent the [[killer]] to prison.", "El tribunal envió al presunto asesino a prisión.", "es"),
        Example("[[The judge gave him two years.]]", "Der Richter gab ihm zwei Jahre auf Bewährung.", "de"),
        Example("[[All the hostages were freed.]]", "Quasi tutti gli ostaggi sono stati liberati.", "it"),
        Example("The [[president]] signed the law.", "副总统签署了这项法律。", "zh"),
        Example("[[They will pay for all patients.]]", "Pagarão a todos os doentes, exceto as crianças.", "pt"),
    ),
    passes=(
        Example("The pumps were reportedly switched off at night.", "Насосы якобы отключали на ночь.", "ru"),
        Example("There was little rain in Andalusia in the autumn.", "Apenas llovió en Andalucía en otoño.", "es"),
        Example("He nearly fell but was never caught.", "Il a failli tomber mais n'a jamais été rejoint.", "fr"),
        Example("The former minister resigned on Monday.", "L'ancien ministre a démissionné lundi.", "fr"),
        Example("The ex-minister resigned on Monday.", "L'ancien ministre a démissionné lundi.", "fr"),
        Example("The court sent the suspect to prison.", "El tribunal envió al presunto asesino a prisión.", "es"),
        Example("The judge gave him a suspended sentence.", "Der Richter gab ihm zwei Jahre auf Bewährung.", "de"),
        Example("Most of the hostages were freed.", "Quasi tutti gli ostaggi sono stati liberati.", "it"),
        Example("The vice president signed the law.", "副总统签署了这项法律。", "zh"),
        Example("They will pay for adults but not children.", "Pagarão a todos, exceto as crianças.", "pt"),
    ),
)
def qualifier_lost(story: Story) -> Iterator[Hit]:
    """A word is left out without which something else is meant: former, deputy, acting, alleged, nearly, except.

    An accused becomes a culprit, a suspended sentence prison, an aide the minister: every word that is there is right,
    and the story is wrong, often before the law. What was left undone, or nearly happened, and is told as done is
    critical.

    Speaks only where neither the sentence nor one beside it has any word that may say the same, however freely, and,
    of a person, where the sentence names that person by the very noun that the source qualifies.
    """
    for pair in story.source_pairs:
        for found in unqualified(pair):
            said = found.source.of(pair.theirs.text)
            yield Hit(
                spans=(pair.span_of(found.noun) if found.noun else pair.span,),
                message=f"The source says “{said}”; nothing in the translation says so.",
                evidence=(Evidence("source", said),),
                severity=Severity.CRITICAL if found.undone else None,
            )
