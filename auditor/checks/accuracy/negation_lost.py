"""``negation-lost``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.lengths import is_close
from auditor.bilingual.negations import Doubt, doubt, is_known, negations
from auditor.bilingual.pairs import language, source_pairs
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import ENGLISH, Category, Confidence, Evidence, Severity


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
    spoken = language(story)
    if not is_known(spoken):
        return
    for pair in source_pairs(story):
        theirs = negations(pair.other, spoken)
        level = doubt(pair.text, ENGLISH)
        moved = len(negations(pair.around, ENGLISH)) >= len(negations(pair.other_around, spoken))
        if theirs and level < Doubt.GREAT and not moved:
            words = theirs[0].group()
            close = is_close(pair, spoken)
            plainly = close and level is Doubt.NONE and not negations(pair.around, ENGLISH)
            yield Hit(
                spans=(pair.span,),
                message=f"The source denies something here (“{words}”); the translation does not.",
                evidence=(Evidence("source", words),),
                severity=None if plainly else Severity.MINOR if close or level is Doubt.NONE else Severity.NEUTRAL,
            )
