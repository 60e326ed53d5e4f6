"""What a check is: a stateless thing that reads a story and yields findings by its rules."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from auditor.bilingual.story import Story
from auditor.model import (
    Anchor,
    Category,
    Confidence,
    Evidence,
    Example,
    Finding,
    Rule,
    Severity,
    Span,
    primary_language,
)

__all__ = [
    "Check",
    "CodeCheck",
    "Detector",
    "Example",
    "Hit",
    "Rule",
    "Story",
    "code_check",
    "finding",
    "needs_source",
    "speaks_for",
]


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule speaks and what it says there; the rule supplies the rest of the finding.

    ``spans`` lie in the target's text, the primary first. ``severity``, ``confidence`` and
    ``category`` override the rule's where a case differs.
    """

    spans: tuple[Span, ...]
    message: str
    suggestions: tuple[str, ...] = ()
    fix_is_safe: bool = False
    evidence: tuple[Evidence, ...] = ()
    severity: Severity | None = None
    confidence: Confidence | None = None
    category: Category | None = None


class Check(Protocol):
    """One source of findings. ``background`` checks wait for something outside and run in a thread."""

    @property
    def id(self) -> str:
        """Its name, as in reports and settings."""

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules it can report."""

    @property
    def background(self) -> bool:
        """Whether it runs beside the others."""

    def run(self, story: Story) -> Iterator[Finding]:
        """Yield the findings in ``story``; raises ``CheckUnavailable`` where it cannot run."""

    def __hash__(self) -> int:
        """Tell checks apart."""


def speaks_for(rule: Rule, source_language: str | None) -> bool:
    """Tell whether ``rule`` applies to a translation from ``source_language`` (None: not known)."""
    return not rule.source_languages or primary_language(source_language) in rule.source_languages


@cache
def needs_source(check: Check) -> bool:
    """Tell whether ``check`` speaks only beside a source: none of its examples is flagged without one."""
    flags = [flag for rule in check.rules for flag in rule.flags]
    return bool(flags) and all(flag.source is not None for flag in flags)


def finding(check: str, rule: Rule, hit: Hit, story: Story) -> Finding:
    """Return the finding that ``hit`` stands for under ``rule``."""
    text = story.target.text
    return Finding(
        check=check,
        rule=rule.id,
        message=hit.message,
        category=hit.category or rule.category,
        severity=hit.severity or rule.severity,
        confidence=hit.confidence or rule.confidence,
        anchors=tuple(Anchor(span, span.of(text)) for span in hit.spans),
        why=rule.why,
        suggestions=hit.suggestions,
        fix_is_safe=hit.fix_is_safe,
        evidence=hit.evidence,
        in_quotation=story.analysis.in_quotation(hit.spans[0]),
    )


Detector = Callable[[Story], Iterable[Hit]]


@dataclass(frozen=True, slots=True, eq=False)
class CodeCheck:
    """A check written as one function with one rule."""

    rule: Rule
    detect: Detector
    background: bool = False

    @property
    def id(self) -> str:
        """Its rule's id."""
        return self.rule.id

    @property
    def rules(self) -> tuple[Rule, ...]:
        """Its one rule."""
        return (self.rule,)

    def run(self, story: Story) -> Iterator[Finding]:
        """Yield the findings in ``story``."""
        for hit in self.detect(story):
            yield finding(self.id, self.rule, hit, story)


def code_check(
    id: str,  # noqa: A002 - the trade's word, and always given by keyword
    *,
    category: Category,
    severity: Severity,
    confidence: Confidence,
    flags: Iterable[str | Example],
    passes: Iterable[str | Example],
    source_languages: tuple[str, ...] = (),
    background: bool = False,
) -> Callable[[Detector], CodeCheck]:
    """Make a detector function a check; its docstring becomes the rule's page.

    ``flags`` are texts in which the rule must mark exactly the ``[[words]]``; ``passes`` are texts it
    must leave alone, and they must outnumber the flags.
    """

    def decorate(detect: Detector) -> CodeCheck:
        page = inspect.getdoc(detect) or ""
        summary, _, why = page.partition("\n")
        rule = Rule(
            id=id,
            summary=summary.strip(),
            why=why.strip(),
            category=category,
            severity=severity,
            confidence=confidence,
            flags=tuple(map(_example, flags)),
            passes=tuple(map(_example, passes)),
            source_languages=source_languages,
        )
        return CodeCheck(rule, detect, background)

    return decorate


def _example(example: str | Example) -> Example:
    return example if isinstance(example, Example) else Example(example)
