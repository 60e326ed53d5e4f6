"""``step-altered``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.bilingual.bounds import Change
from auditor.bilingual.steps import steps_turned
from auditor.checks.base import Example, Hit, Story, code_check
from auditor.model import Category, Confidence, Evidence, Severity, Span


@code_check(
    "step-altered",
    category=Category.NUMBER,
    severity=Severity.MAJOR,
    confidence=Confidence.HIGH,
    flags=(
        Example("Prices fell [[by 5.4]]% in May.", "Die Preise sanken im Mai auf 5,4 Prozent.", "de"),
        Example("The fares rose [[to 12]]%.", "Тарифы выросли на 12%.", "ru"),
        Example("Output climbed [[by 40]] tonnes.", "La production a grimpé à 40 tonnes.", "fr"),
        Example("The rate rose [[by 5]]%.", "利率升至5%。", "zh"),
    ),
    passes=(
        Example("Prices fell to 5.4% in May.", "Die Preise sanken im Mai auf 5,4 Prozent.", "de"),
        Example("Fares rose by 12%.", "Тарифы выросли на 12%.", "ru"),
        Example("Fares were raised 12%.", "Тарифы выросли на 12%.", "ru"),
        Example("Output rose by 40 to 300 tonnes.", "Die Förderung stieg um 40 auf 300 Tonnen.", "de"),
        Example("Output grew by 3.6%.", "产量增幅为3.6%。", "zh"),
    ),
)
def step_altered(story: Story) -> Iterator[Hit]:
    """A change to a number is told as a change by it, or the other way round.

    “Fell by 5.4%” is another story than “fell to 5.4%”. A preposition alone parts the two, in most languages another
    than the one that looks like it: German “auf” and “um”, Russian “до” and “на”.
    """
    for pair in story.source_pairs:
        for turned in steps_turned(pair):
            span = turned.ours.span
            start = pair.ours.text.rfind(" ", 0, pair.ours.text.rfind(" ", 0, span.start)) + 1
            said = turned.theirs.text
            right, wrong = ("to", "by") if turned.kind is Change.TO else ("by", "to")
            yield Hit(
                spans=(pair.place(Span(start, span.end)),),
                message=f"In the source it changes {right} {said}, not {wrong} it.",
                evidence=(Evidence("source", said),),
            )
