"""``quotation-moved``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.quotations import DIRECT
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity

_FAR = 0.3
"""Share of the sentence's letters by which its quotations must differ from those of the source."""

_SOME = 4
"""Letters that a quotation has at least; less are stray marks."""


@code_check(
    "quotation-moved",
    category=Category.MISTRANSLATION,
    severity=Severity.MINOR,
    confidence=Confidence.MEDIUM,
    flags=(
        Example(
            "The bridge [[“is a danger, said the mayor, who wants to close it before the winter”]].",
            "Le pont « est un danger », a dit le maire, qui veut le fermer avant l'hiver.",
            "fr",
        ),
        Example(
            "[[“We will close it”]] because nobody can vouch for it in a storm or a flood, the mayor said.",
            "„Wir schließen sie, weil im Sturm oder bei Flut niemand für sie bürgen kann“, sagte der Bürgermeister.",
            "de",
        ),
    ),
    passes=(
        Example(
            "The bridge “is a danger”, said the mayor, who wants to close it before the winter.",
            "Le pont « est un danger », a dit le maire, qui veut le fermer avant l'hiver.",
            "fr",
        ),
        Example(
            "“We will close it,” the mayor said, “because nobody can vouch for it.”",
            "„Wir schließen sie, weil niemand für sie bürgen kann“, sagte der Bürgermeister.",
            "de",
        ),
        Example("He calls it a “danger” to all.", "Il parle de « danger » pour tous.", "fr"),
    ),
)
def quotation_moved(story: Story) -> Iterator[Hit]:
    """A quotation begins or ends at other words than in the source.

    The speaker is given the writer's words, or the writer the speaker's.

    Told by length: the quoted share of the sentence differs from that of the source by three tenths of the sentence,
    although both quote. Marks that are not paired, and quotations that go on in the next sentence, pass.
    """
    for quoted in story.quoted_pairs:
        apart = quoted.letters - quoted.expected
        apart_around = quoted.around - quoted.expected_around
        both = quoted.ours and quoted.theirs and min(quoted.letters, quoted.expected) >= _SOME
        if not both or min(abs(apart), abs(apart_around)) < DIRECT:
            continue
        if abs(apart) > _FAR * quoted.length and apart * apart_around > 0:
            said = "more" if apart > 0 else "fewer"
            yield Hit(
                spans=(max(quoted.ours, key=len),),
                message=f"The translation quotes {said} words here than the source: {' … '.join(quoted.theirs)}",
                evidence=tuple(Evidence("source", words) for words in quoted.theirs),
            )
