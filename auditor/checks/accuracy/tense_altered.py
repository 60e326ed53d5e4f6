"""``tense-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.tenses import turned
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity


@code_check(
    "tense-altered",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("The bridge [[closed]] on Monday.", "Le pont fermera lundi.", "fr"),
        Example("Classes [[resumed]] on Tuesday.", "Las clases se reanudarán el martes.", "es"),
        Example("The council [[will reject]] the plan.", "Der Rat hat den Plan abgelehnt.", "de"),
        Example("The committee [[considered]] the complaint.", "Комитет рассмотрит жалобу.", "ru"),
        Example("The court [[heard]] the case.", "法院将审理此案。", "zh"),
    ),
    passes=(
        Example("The bridge will close on Monday.", "Le pont fermera lundi.", "fr"),
        Example("The bridge closes on Monday.", "Le pont fermera lundi.", "fr"),
        Example("He said the bridge would close.", "Il a dit que le pont fermera.", "fr"),
        Example("In 1971 the bridge closed.", "En 1971, le pont fermera.", "fr"),
        Example("The committee considered the complaint.", "Комитет рассмотрел жалобу.", "ru"),
        Example("The court sent two men to prison.", "法院将两名男子送进监狱。", "zh"),
    ),
)
def tense_altered(story: Story) -> Iterator[Hit]:
    """What is yet to happen is told as if it had happened, or the other way round.

    Every word is right but the tense, and the reader takes an announcement for news.

    Speaks only where the verb of the source can be nothing but future, or nothing but past, and it alone answers the
    English one. A future in a sentence with a year passes, which French and Spanish use of the past, and so do clauses
    with “when” or “if”.
    """
    for pair in story.source_pairs:
        for found in turned(pair):
            said = found.source.of(pair.theirs.text)
            when = "is yet to happen" if found.future else "has happened"
            yield Hit(
                spans=(pair.span_of(*found.words),),
                message=f"In the source this {when}: “{said}”. Give the verb its tense.",
                evidence=(Evidence("source", said),),
            )
