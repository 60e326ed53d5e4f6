"""``cognate-repetition``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_STEM = 5
"""Letters that verb and object must share from the start; shorter roots are mostly chance."""

# Verbs whose own noun English uses freely as their object.
_IDIOMATIC = {
    "build",
    "paint",
    "draw",
    "insure",
    "publish",
    "process",
    "place",
    "position",
    "question",
    "program",
    "report",
    "produce",
}


@code_check(
    "cognate-repetition",
    category=Category.AWKWARD,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "The two ministries asked for funds to [[construct this construction]].",
        "The cabinet wants to [[celebrate this celebration]] with a parade.",
        "The union wants to [[negotiate a negotiation]] on pay.",
    ),
    passes=(
        "The firm will build a building on the site.",
        "The painter painted paintings of the harbour.",
        "The council decided on Monday that the decision would stand.",
        "The insurer insured insurance brokers.",
        "The group produced a product nobody wanted.",
        "They supported supporters of the strike.",
        "The company operates operations in six countries.",
    ),
)
def cognate_repetition(story: Story) -> Iterator[Hit]:
    """A verb takes its own noun as its object: the same root twice in one phrase.

    The source varies verb and noun; two lookups that end in one English root give “construct this
    construction”. An editor hears it at once.

    Idiomatic pairs (build a building, produce a product), compounds and objects that name persons pass,
    and so does a root that the object shares without a determiner.
    """
    for sentence in story.analysis.sentences:
        for noun in sentence.tokens:
            if _repeats(noun):
                yield Hit(
                    spans=(sentence.span_of(noun.head, noun),),
                    message=f"“{noun.head.text}” and “{noun.text}” say the same thing twice.",
                )


def _repeats(noun: Token) -> bool:
    verb = noun.head
    if noun.dep_ != "dobj" or noun.pos_ != "NOUN" or verb.pos_ != "VERB" or not 0 < noun.i - verb.i <= 3:
        return False
    determined = any(child.dep_ == "det" for child in noun.children)
    root, other = verb.lemma_.lower(), noun.lemma_.lower()
    same = root != other and root[:_STEM] == other[:_STEM] and len(root) >= _STEM
    return determined and same and root not in _IDIOMATIC
