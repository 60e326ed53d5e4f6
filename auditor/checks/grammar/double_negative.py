"""``double-negative``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.analysis import subject_of
from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_NOBODY = {"none", "nobody", "nothing", "neither"}
_FARTHEST = 8
"""Words that may stand between the subject and the “not” that denies it again."""


@code_check(
    "double-negative",
    category=Category.GRAMMAR,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        "None of the sailors were [[not]] injured.",
        "Nobody did [[not]] see the driver.",
        "Nothing was [[not]] stolen, the owner said.",
        "None of the crew [[never]] sent a signal.",
        "Nobody told the families [[nothing]] for hours.",
    ),
    passes=(
        "None of the sailors were injured.",
        "Nobody saw the driver, who did not stop.",
        "Nothing was stolen, and the owner did not complain.",
        "Not one of the sailors was injured.",
        "No, they did not see the driver.",
        "“Nobody did not see it,” she said.",
        "None of the crew ever sent a signal.",
        "Nobody told the families that nothing was left.",
        "Nobody has nothing to do with it.",
    ),
)
def double_negative(story: Story) -> Iterator[Hit]:
    """A subject that denies has a verb that is denied again.

    In English “nobody” and “none of them” deny the whole; “nobody did not see it” says that all saw it. Russian,
    Spanish, Italian and Portuguese deny twice and mean it once.

    Questions and quotations pass, and so do denials of another verb.
    """
    for sentence in story.analysis.sentences:
        if "?" in sentence.text:
            continue
        for token in sentence.tokens:
            subject = _denying(token) if _denies(token) else None
            if subject is not None and not story.analysis.in_quotation(span := sentence.span_of(token)):
                yield Hit(
                    spans=(span,),
                    message=f"“{subject.text}” denies it already; with “{token.text}” it says the reverse.",
                )


def _denies(token: Token) -> bool:
    """Tell whether a word denies a verb: “not”, “never”, or an object such as “nothing”."""
    if token.dep_ == "neg":
        return token.lower_ in {"not", "n't", "n’t", "never"}
    return token.dep_ == "dobj" and token.lower_ in {"nothing", "nobody"} and token.head.lemma_ not in {"have", "do"}


def _denying(denial: Token) -> Token | None:
    """Return the subject of the verb that ``denial`` denies where it denies it, too."""
    verb = denial.head
    subject = subject_of(verb)
    if subject is None or subject.head != verb or not 0 < denial.i - subject.i <= _FARTHEST:
        return None
    between = subject.doc[subject.i + 1 : denial.i]
    if any(t.text in {",", ";", ":", "(", '"'} for t in between) or (denial.dep_ == "neg" and denial.i > verb.i + 1):
        return None
    nobody = subject.lower_ in _NOBODY or (subject.lower_ == "one" and subject.i and subject.nbor(-1).lower_ == "no")
    return subject if nobody else None
