"""``quotation-added``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.quotations import DIRECT
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity

_LONG = 4
"""Letters from which a word of a title has a capital."""


@code_check(
    "quotation-added",
    category=Category.MISTRANSLATION,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "[[“The town has no money left for this bridge,”]] the mayor said.",
            "Le maire a dit que la ville n'avait plus d'argent pour ce pont.",
            "fr",
        ),
        Example(
            "[[“Nobody ever asked any of us about it,”]] said the ferryman.",
            "Der Fährmann sagte, man habe keinen von ihnen danach gefragt.",
            "de",
        ),
    ),
    passes=(
        Example(
            "“The town has no money left,” the mayor said.", "« La ville n'a plus d'argent », a dit le maire.", "fr"
        ),
        Example("The film “The Long Tide of the North” won.", "Le film La longue marée du nord a gagné.", "fr"),
        Example("He speaks of a “gift”.", "Il parle de cadeau.", "fr"),
        Example("“Nobody asked us,” he said.", "– Niemand hat uns gefragt, sagte er.", "de"),
    ),
)
def quotation_added(story: Story) -> Iterator[Hit]:
    """Words stand in quotation marks that the source does not quote.

    A quotation promises the very words. Reported speech, and the writer's own words, cannot be given it.

    Titles, terms and single words pass, as do sentences whose source uses single marks or a dash, and what is quoted
    in a sentence beside.
    """
    for quoted in story.quoted_pairs:
        if quoted.theirs or quoted.letters < DIRECT or quoted.around - quoted.expected_around < DIRECT:
            continue
        longest = max(quoted.ours, key=len)
        words = longest.of(story.target.text)
        if not _is_title(words):
            yield Hit(
                spans=(longest,),
                message="The source does not quote these words.",
                evidence=(Evidence("source", quoted.pair.theirs.text),),
            )


def _is_title(words: str) -> bool:
    """Tell whether most of the longer words have a capital."""
    longer = [word for word in words.strip('“”"«» ,.').split() if len(word) >= _LONG]
    return sum(word[0].isupper() for word in longer) * 2 > len(longer)
