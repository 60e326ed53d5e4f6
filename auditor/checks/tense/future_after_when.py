"""``future-after-when``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from auditor.checks.base import Hit, Story, code_check
from auditor.model import Category, Confidence, Severity

if TYPE_CHECKING:
    from auditor.analysis import Token

_CONJUNCTIONS = {"when", "until", "once", "as"}
"""Words that set a time; of "as" only "as soon as" and "as long as"."""

_WISHES = {"like", "prefer", "care", "mind"}
"""Verbs of "if you would like", which asks politely."""


@code_check(
    "future-after-when",
    category=Category.TENSE,
    severity=Severity.MAJOR,
    confidence=Confidence.MEDIUM,
    flags=(
        "When the minister [[will]] arrive, he will be met by the prefect.",
        "The road stays shut until the bridge [[will]] be repaired.",
        "If the court [[would]] reject the appeal, the mine would close.",
    ),
    passes=(
        "When the minister arrives, he will be met by the prefect.",
        "When will the minister arrive?",
        "He did not say when the court will rule.",
        "It is unclear when the port will reopen.",
        "The day when the war will end is far off.",
        "If you would like to help, the port would send a boat.",
        "It would be nice if people would listen.",
        "She asked if the court would reject the appeal.",
        "He said that when the court ruled, the mine would close.",
    ),
)
def future_after_when(story: Story) -> Iterator[Hit]:
    """“When” has a future, or “if” a conditional, in its own clause.

    French, Spanish and Italian say “when he will arrive” and engines copy it, as they do “if it would”; in English the
    clause of time or condition has the present or the past, and the main clause alone shows the rest.

    Questions, indirect ones too (“he did not say when”), clauses behind a noun (“the day when”), polite wishes and
    quotations pass.
    """
    for sentence in story.analysis.sentences:
        for conjunction in sentence.tokens:
            modal = _modal(conjunction)
            if modal is None or story.analysis.in_quotation(span := sentence.span_of(modal)):
                continue
            yield Hit(
                spans=(span,),
                message=f"“{modal.text}” does not belong in the clause of “{conjunction.text}”; write the verb alone.",
            )


def _modal(conjunction: Token) -> Token | None:
    """Return the "will" or "would" that cannot stand behind ``conjunction``, None where all is well or in doubt."""
    verb = conjunction.head
    if conjunction.dep_ not in {"mark", "advmod"} or verb.dep_ != "advcl" or conjunction.i > verb.i:
        return None
    modal = next((t for t in verb.children if t.dep_ == "aux" and t.tag_ == "MD" and t.i > conjunction.i), None)
    if modal is None or modal.i - conjunction.i < 2:
        return None
    main = {t.lower_ for t in verb.head.children if t.dep_ == "aux"}
    if conjunction.lower_ in _CONJUNCTIONS:
        if conjunction.lower_ == "as":
            sets_a_time = conjunction.i > 0 and conjunction.nbor(-1).lower_ in {"soon", "long"}
        else:  # behind its verb, "when" may ask: "it is unclear when"
            sets_a_time = conjunction.lower_ != "when" or conjunction.i < verb.head.i or "will" in main
        return modal if sets_a_time and modal.lower_ == "will" else None
    if conjunction.lower_ == "if" and modal.lower_ == "would" and "would" in main:
        wished = verb.lemma_ in _WISHES or any(t.dep_ == "acomp" for t in verb.head.children)
        return None if wished else modal
    return None
