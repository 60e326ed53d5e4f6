"""``pronoun-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.objects import others_meant
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity


@code_check(
    "pronoun-altered",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("The prefect promised [[him]] a helicopter.", "Le préfet leur a promis un hélicoptère.", "fr"),
        Example("The judge helped [[her]] with the form.", "Die Richterin half ihnen mit dem Formular.", "de"),
        Example('"They warned [[her]] in May," he said.', "«Nos avisaron en mayo», dijo.", "es"),
        Example("The bank then sent [[him]] 800,000 yuan.", "银行随后给他们汇去了80万元。", "zh"),
    ),
    passes=(
        Example("The prefect promised them a helicopter.", "Le préfet leur a promis un hélicoptère.", "fr"),
        Example("The prefect promised him a helicopter.", "Le préfet lui a promis un hélicoptère.", "fr"),
        Example("They said the prefect had promised him a boat.", "Le préfet leur a promis un bateau.", "fr"),
        Example("He said they had warned them in May.", "«Nos avisaron en mayo», dijo.", "es"),
        Example('"They warned us in May," he said.', "«Nos avisaron en mayo», dijo.", "es"),
        Example("The bank then sent him 800,000 yuan.", "银行随后给他汇去了80万元。", "zh"),
    ),
)
def pronoun_altered(story: Story) -> Iterator[Hit]:
    """A pronoun stands for others than in the source: him for several, her for who speaks.

    It reads well, and tells of somebody else.

    Speaks of the only pronoun that is the object of its verb, where the source has one for others beside the verb that
    this renders, and no other. One for several is told where nothing in the sentence stands for several; whoever speaks
    is told within a quotation.
    """
    for pair in story.source_pairs:
        for found in others_meant(pair):
            said = found.source.of(pair.theirs.text)
            yield Hit(
                spans=(pair.span_of(found.pronoun),),
                message=f"The source means others here (“{said}”), not “{found.pronoun.text}”.",
                evidence=(Evidence("source", said),),
            )
