"""``name-moved``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.titled import exchanged
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity, Span


@code_check(
    "name-moved",
    category=Category.ENTITY,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        Example(
            "The judge [[Anna Keller heard the director, Paul Roche]], on Monday.",
            "Le juge Paul Roche a entendu la directrice Anna Keller lundi.",
            "fr",
        ),
        Example(
            "The minister [[Anna Keller met the singer Paul Roche]].",
            "El ministro Paul Roche se reunió con la cantante Anna Keller.",
            "es",
        ),
    ),
    passes=(
        Example(
            "The judge Paul Roche heard the director, Anna Keller, on Monday.",
            "Le juge Paul Roche a entendu la directrice Anna Keller lundi.",
            "fr",
        ),
        Example(
            "The director Anna Keller was heard by the judge Paul Roche on Monday.",
            "Le juge Paul Roche a entendu la directrice Anna Keller lundi.",
            "fr",
        ),
        Example(
            "The singer Anna Keller met the minister Paul Roche.",
            "El ministro Paul Roche se reunió con la cantante Anna Keller.",
            "es",
        ),
    ),
)
def name_moved(story: Story) -> Iterator[Hit]:
    """Two persons have changed places: the judge has the name of the accused.

    Every name is there, so that a list of names shows nothing; only who is who is wrong.

    Speaks only where both full names stand once in each text, each behind what the other is in the source, and neither
    behind what he or she is.
    """
    for pair in story.source_pairs:
        for found in exchanged(pair):
            said = found.source.of(pair.theirs.text)
            yield Hit(
                spans=(pair.place(Span(found.first.span.start, found.second.span.end)),),
                message=f"The source has “{said}” here; the two names have changed places.",
                evidence=(Evidence("source", said),),
            )
