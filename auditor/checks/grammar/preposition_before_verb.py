"""``preposition-before-verb``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_PREPOSITIONS = {
    "of",
    "from",
    "with",
    "for",
    "at",
    "into",
    "between",
    "among",
    "towards",
    "toward",
    "against",
}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_OPENERS = {"who", "whom", "which", "that", "what", "whoever", "whatever", "where", "how"}


@code_check(
    "preposition-before-verb",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "“The river is rising by the hour,” hydrologist Nadia Berger [[from told]] reporters.",
        "Inspector Karl Lund [[from said]] that the two cars had collided at dawn.",
        "The head of the delegation [[of was]] received at the palace on Friday.",
    ),
    passes=(
        "Hydrologist Nadia Berger of the water institute told reporters that the river was rising.",
        "The man she was thinking of told her to leave.",
        "What he is accused of is not clear.",
        "The colleague he had worked with said the plan was sound.",
        "The flat they moved from was sold in May.",
        "The talks they had hoped for were put off.",
        "The company they work for has closed.",
    ),
)
def preposition_before_verb(story: Story) -> Iterator[Hit]:
    """A preposition runs straight into a finite verb: the words it governs have been lost.

    Translation engines drop a name they cannot place, mostly the employer of somebody quoted, and leave
    its preposition behind. The reader sees a broken sentence, and the speaker loses the affiliation.

    Prepositions that stand last in a relative or a question on purpose ("the man she spoke of told…")
    pass.
    """
    for sentence in story.analysis.sentences:
        for preposition in sentence.doc[:-1]:
            verb = preposition.nbor()
            if _is_cut_off(preposition, verb):
                yield Hit(
                    spans=(sentence.span_of(preposition, verb),),
                    message=f"The words after “{preposition.text}” are missing: it runs straight into “{verb.text}”.",
                )


def _is_cut_off(preposition: Token, verb: Token) -> bool:
    if preposition.lower_ not in _PREPOSITIONS or preposition.i == 0 or verb.tag_ not in _FINITE:
        return False
    noun = preposition.nbor(-1)
    governed = [child for child in preposition.children if child != verb]
    return noun.pos_ in {"NOUN", "PROPN"} and not governed and not _stranded(noun)


def _stranded(noun: Token) -> bool:
    """Tell whether a verb or a question word earlier in the clause owns the preposition."""
    for token in reversed(noun.doc[: noun.i]):
        if token.is_punct and token.text != "-":
            return False
        if token.lower_ in _OPENERS or token.pos_ in {"VERB", "AUX"}:
            return True
    return False
