"""``negation-lost``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.lengths import is_close
from auditor.bilingual.negations import Doubt, is_known
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity


@code_check(
    "negation-lost",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("[[The mayor signed the lease.]]", "Le maire n'a pas signé le bail.", "fr"),
        Example("[[The bridge can carry lorries.]]", "Die Brücke kann keine Lastwagen tragen.", "de"),
    ),
    passes=(
        Example("The mayor refused to sign the lease.", "Le maire n'a pas voulu signer le bail.", "fr"),
        Example("The mayor signs leases alone.", "Le maire ne signe que des baux.", "fr"),
        Example("The mayor and the council signed.", "Non solo il sindaco ha firmato, ma anche il consiglio.", "it"),
        Example("The bridge lacks rails.", "El puente no tiene barandillas.", "es"),
    ),
)
def negation_lost(story: Story) -> Iterator[Hit]:
    """The source denies something, and the translation does not.

    One small word lost says the opposite of what was said.

    English that denies in other words passes (“fail”, “lack”, “hardly”, “unsafe”), and so do “ne … que” and “not only”.
    A negation that moved to the next sentence is not lost. Where a prefix might render it, or the sentences differ in
    length, the finding is minor; where both hold, neutral.
    """
    spoken = story.spoken
    if not is_known(spoken):
        return
    for pair in story.source_pairs:
        theirs = pair.theirs.negations
        level = pair.ours.doubt
        moved = len(pair.ours_around.negations) >= len(pair.theirs_around.negations)
        if theirs and level < Doubt.GREAT and not moved:
            words = theirs[0].group()
            close = is_close(pair)
            plainly = close and level is Doubt.NONE and not pair.ours_around.negations
            yield Hit(
                spans=(pair.span,),
                message=f"The source denies something here (“{words}”); the translation does not.",
                evidence=(Evidence("source", words),),
                severity=None if plainly else Severity.MINOR if close or level is Doubt.NONE else Severity.NEUTRAL,
            )
