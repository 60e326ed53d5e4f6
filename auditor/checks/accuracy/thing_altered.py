"""``thing-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.kinds import strangers
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity


@code_check(
    "thing-altered",
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example("A [[wolf]] was photographed near the lake.", "Un lynx a été photographié près du lac.", "fr"),
        Example("A [[wolf]] has killed four sheep.", "Ein Luchs hat vier Schafe gerissen.", "de"),
        Example("Surgeons gave the boy a [[liver]] from his mother.", "外科医生为男孩移植了母亲的肾脏。", "zh"),
        Example("The fire killed twelve [[goats]] at the farm.", "大火烧死了农场的十二匹骏马。", "zh"),
        Example("The prisoner [[walked]] across the river.", "El preso cruzó el río a nado.", "es"),
    ),
    passes=(
        Example("A lynx was photographed near the lake.", "Un lynx a été photographié près du lac.", "fr"),
        Example("A big cat was photographed near the lake.", "Un lynx a été photographié près du lac.", "fr"),
        Example("The fire killed twelve horses at the farm.", "大火烧死了农场的十二匹骏马。", "zh"),
        Example("The prisoner swam across the river.", "El preso cruzó el río a nado.", "es"),
        Example("The animals were culled.", "Die Schafe wurden gekeult.", "de"),
        Example("The sheep met a wolf and a lynx.", "Les moutons ont rencontré un lynx et un loup.", "fr"),
    ),
)
def thing_altered(story: Story) -> Iterator[Hit]:
    """A thing is another of its kind: a wolf for a lynx, a liver for a kidney, walked for swam.

    Every other word is right, and so it is believed.

    Speaks of animals, fruit, organs, diseases, metals, musical instruments and ways to move, as WordNet has them: where
    the source has one word of a kind that nothing in the translation renders, and the translation has one of that kind
    that renders nothing of the source, which is no more and no less general a word for it.
    """
    for pair in story.source_pairs:
        for found in strangers(pair):
            said = found.theirs.span.of(pair.theirs.text)
            yield Hit(
                spans=(pair.span_of(found.ours),),
                message=f"The source has “{said}” ({found.meant}) here, not “{found.ours.text}”.",
                evidence=(Evidence("source", said),),
            )
