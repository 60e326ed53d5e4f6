"""``negation-added``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.lengths import is_close
from auditor.bilingual.negations import Doubt, is_known
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Severity, Span


@code_check(
    "negation-added",
    category=Category.MISTRANSLATION,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("The mayor did [[not]] sign the lease.", "Le maire a signé le bail.", "fr"),
        Example("The bridge [[cannot]] carry lorries.", "Die Brücke trägt Lastwagen.", "de"),
    ),
    passes=(
        Example("The mayor did not sign the lease.", "Le maire n'a pas signé le bail.", "fr"),
        Example("The mayor did not sign the lease.", "Le maire a refusé de signer le bail.", "fr"),
        Example("Not only the mayor signed.", "Le maire et d'autres ont signé.", "fr"),
        Example("The doors do not close.", "Las puertas no cierran.", "es"),
    ),
)
def negation_added(story: Story) -> Iterator[Hit]:
    """The translation denies what the source says.

    A “not” too many turns the news round.

    Sources that deny in other words (“refuse”, “without”) pass. It is minor, because good translators also turn a
    phrase round (“far from” for “not near”); less sure still where the source has a prefix or a comparison,
    and neutral if the lengths differ too, or where the source denies something else.
    Languages whose negations are not listed are left alone.
    """
    spoken = story.spoken
    if not is_known(spoken):
        return
    for pair in story.source_pairs:
        ours, theirs = pair.ours.negations, pair.theirs.negations
        level = pair.theirs.doubt
        if len(ours) > len(theirs) and (theirs or level < Doubt.GREAT):
            last = ours[-1]
            yield Hit(
                spans=(pair.place(Span(*last.span())),),
                message=f"The source has no negation here that “{last.group()}” could render.",
                severity=None if not theirs and (level is Doubt.NONE or is_close(pair)) else Severity.NEUTRAL,
                confidence=Confidence.LOW if level else None,
            )
