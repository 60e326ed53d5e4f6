"""The check that reports the words which a neural model marks as errors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.base import Hit, Rule, Story, finding
from auditor.checks.neural.judgement import CHECK, Judgement
from auditor.engines.neural import Marked
from auditor.model import Category, CheckUnavailable, Confidence, Evidence, Finding, Severity, Skipped

SURE = 0.75
"""The model's probability from which its finding has medium confidence; nobody has measured it on news copy."""

RULE = Rule(
    id=CHECK,
    summary="A neural model marks these words as a translation error.",
    why=(
        "The model compares the sentence with its source, and with a reference where there is one, and says where it "
        "is wrong and how badly, never why.\n\nIt is often right and it can be wrong: look at the source before you "
        "change the words. As it gives no reason, what it alone finds is never critical and never of high confidence."
    ),
    category=Category.MISTRANSLATION,
    severity=Severity.MAJOR,
    confidence=Confidence.LOW,
    flags=(),
    passes=(),
)
"""It has no examples: what it flags depends on the model, which is the user's choice."""


@dataclass(frozen=True, slots=True)
class NeuralCheck:
    """The words that a neural model marks; ``answer`` is what it said of the story, or why it could not."""

    answer: Judgement | Skipped
    id: str = CHECK
    background: bool = False

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Its one rule."""
        return (RULE,)

    def run(self, story: Story) -> Iterator[Finding]:
        """Yield a finding for each stretch of marked words; raises ``CheckUnavailable`` where there is no answer."""
        if isinstance(self.answer, Skipped):
            raise CheckUnavailable(self.answer.reason, self.answer.hint)
        for marked in self.answer.marked:
            yield finding(self.id, RULE, _hit(marked, self.answer.neural.model), story)


UNASKED = NeuralCheck(Skipped(CHECK, "No neural model was named.", "Name one with --neural."))
"""The check as it is described where no audit is under way."""


def _hit(marked: Marked, model: str) -> Hit:
    """Return the finding's place and weight: major errors change the meaning, minor ones are mostly wording."""
    minor = marked.severity is Severity.MINOR
    return Hit(
        spans=(marked.span,),
        message=f"{model} sees a {marked.severity} error here.",
        evidence=(Evidence(model, f"{marked.severity}, with probability {marked.confidence:.2f}"),),
        category=Category.AWKWARD if minor else Category.MISTRANSLATION,
        severity=Severity.MINOR if minor else Severity.MAJOR,
        confidence=Confidence.MEDIUM if marked.confidence >= SURE else Confidence.LOW,
    )
