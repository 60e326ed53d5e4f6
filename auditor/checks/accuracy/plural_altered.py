"""``plural-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.plurals import pluralities
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity


@code_check(
    "plural-altered",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("The [[ministers]] resigned on Monday.", "Der Minister ist am Montag zurückgetreten.", "de"),
        Example("The [[witness]] was heard in May.", "Les témoins ont été entendus en mai.", "fr"),
        Example("The [[pilots]] died at once.", "El piloto murió en el acto.", "es"),
        Example("Police arrested the [[suspect]] at a hotel.", "La police a interpellé les suspects à l'hôtel.", "fr"),
    ),
    passes=(
        Example("Prosecutors had sought seven years.", "Die Staatsanwaltschaft hatte sieben Jahre gefordert.", "de"),
        Example("The minister resigned on Monday.", "Der Minister ist am Montag zurückgetreten.", "de"),
        Example("The witnesses were heard in May.", "Les témoins ont été entendus en mai.", "fr"),
        Example("Each witness was heard in May.", "Les témoins ont été entendus en mai.", "fr"),
        Example("Drivers pay more for it.", "L'automobiliste paie plus cher.", "fr"),
        Example("One of the pilots died at once.", "El piloto murió en el acto.", "es"),
        Example("Prosecutors dropped the charge.", "Le parquet a abandonné les poursuites.", "fr"),
        Example("Police arrested the drivers.", "La police a arrêté le conducteur et son ami.", "fr"),
    ),
)
def plural_altered(story: Story) -> Iterator[Hit]:
    """One person of the source is several in the translation, or several are one.

    How many were freed, hurt or dismissed is the news; the article of the source, or its verb, says whether it was one.

    Speaks of persons alone, where something happened to them or they did it: who stands for all of his kind may be of
    either number.
    """
    for pair in story.source_pairs:
        for found in pluralities(pair):
            said = found.source.of(pair.theirs.text)
            many = "several" if found.several else "one"
            yield Hit(
                spans=(pair.span_of(found.noun),),
                message=f"In the source it is {many}: “{said}”, not “{found.noun.text}”.",
                evidence=(Evidence("source", said),),
            )
