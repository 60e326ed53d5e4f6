"""The last step of the checks: what several of them say of the same words becomes one finding."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from auditor.analysis import plain
from auditor.checks.base import Story
from auditor.model import Category, Confidence, Evidence, Finding, Span

_SURFACE = {
    Category.PUNCTUATION,
    Category.WHITESPACE,
    Category.SPELLING,
    Category.CAPITALIZATION,
    Category.CHARACTER_ENCODING,
}
"""Types about single characters: only the same type can be the same defect."""

_WORDING = {"accuracy", "fluency", "style", "terminology"}
"""Dimensions between which one defect of wording may be filed this way or that."""

_ENGINES = ("languagetool", "neural")
"""Checks that put the words of an outside engine; our own explain themselves to an editor of news."""

_SOURCE = "source"
"""The origin of evidence that quotes the source."""

_SPACE = re.compile(r"\s+")


def settle(findings: Iterable[Finding], story: Story) -> tuple[Finding, ...]:
    """Return what the report says: merged, without what the profile disables, in the order of the text.

    Findings are the same defect where their primary words are (nearly) the same and their categories go
    together, or where they speak of the same words of the source. The most urgent speaks, with the suggestions and
    the evidence of all; where independent checks agree, its confidence rises by one level. Of findings that overlap
    and would each write something else, the first alone keeps its suggestions. Each finding is given its
    fingerprint. The order in which ``findings`` come does not matter.
    """
    wanted = sorted({_weighed(f, story) for f in findings if not _disabled(f, story)}, key=_strength)
    kept: list[Finding] = []
    agreeing: list[list[Finding]] = []
    for finding in wanted:
        for index, stronger in enumerate(kept):
            if _same_defect(stronger, finding):
                agreeing[index].append(finding)
                break
        else:
            kept.append(finding)
            agreeing.append([])
    merged = _of_one_mind(map(_merged, kept, agreeing))
    return _fingerprinted(sorted(merged, key=_place), story)


def _disabled(finding: Finding, story: Story) -> bool:
    return not story.profile.disabled.isdisjoint({finding.check, finding.rule})


def _weighed(finding: Finding, story: Story) -> Finding:
    """Return ``finding`` with the severity that the profile gives its rule, if it gives one."""
    return replace(finding, severity=dict(story.profile.severities).get(finding.rule, finding.severity))


def _strength(finding: Finding) -> tuple[object, ...]:
    """Sort the finding that should speak first, with ties broken the same way every time."""
    return (
        finding.urgency,
        finding.check in _ENGINES,
        not finding.suggestions,
        *_place(finding),
    )


def _place(finding: Finding) -> tuple[object, ...]:
    spans = tuple(anchor.span for anchor in finding.anchors)
    return (spans, -finding.severity.rank, finding.check, finding.rule, finding.message, repr(finding))


def _same_defect(one: Finding, other: Finding) -> bool:
    if len(one.anchors) > 1 or len(other.anchors) > 1:
        # A defect of the whole story is not the defect of one of its places.
        return {a.span for a in one.anchors} == {a.span for a in other.anchors} and _compatible(one, other)
    here, there = one.primary.span, other.primary.span
    return (_same_words(here, there) or (here.overlaps(there) and _same_source(one, other))) and _compatible(one, other)


def _same_source(one: Finding, other: Finding) -> bool:
    """Tell whether two findings rest on the same words of the source, of which one says that they are missing."""
    mine, others = ({each.detail for each in f.evidence if each.origin == _SOURCE} for f in (one, other))
    return one.check != other.check and not mine.isdisjoint(others)


def _same_words(one: Span, other: Span) -> bool:
    """Tell whether the spans share half of the shorter and a quarter of the longer."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    if one == other:
        return True
    shorter, longer = sorted((len(one), len(other)))
    return shared > 0 and shared * 2 >= shorter and shared * 4 >= longer


def _compatible(one: Finding, other: Finding) -> bool:
    if one.category == other.category:
        return True
    if one.category in _SURFACE or other.category in _SURFACE:
        return False
    both = {one.category.dimension, other.category.dimension}
    return len(both) == 1 or both <= _WORDING


def _merged(finding: Finding, agreeing: list[Finding]) -> Finding:
    """Return ``finding`` with what the weaker ones add to it."""
    if not agreeing:
        return finding
    suggestions = list(finding.suggestions)
    evidence = list(finding.evidence)
    for other in agreeing:
        if other.primary.span == finding.primary.span:
            suggestions += other.suggestions
        evidence.append(Evidence(other.check, f"{other.rule}: {other.message}"))
        evidence += other.evidence
    confidence = finding.confidence
    if any(other.check != finding.check for other in agreeing):
        confidence = tuple(Confidence)[min(confidence.rank + 1, Confidence.HIGH.rank)]
    return replace(
        finding,
        suggestions=tuple(dict.fromkeys(suggestions)),
        evidence=tuple(dict.fromkeys(evidence)),
        confidence=confidence,
        why=finding.why or next((other.why for other in agreeing if other.why), ""),
    )


def _of_one_mind(findings: Iterable[Finding]) -> list[Finding]:
    """Return ``findings``, the strongest first, without suggestions that contradict a stronger one's."""
    settled: list[Finding] = []
    advised: list[Span] = []
    for finding in findings:
        span = finding.primary.span
        if not finding.suggestions or finding.fix_is_safe:  # a safe fix suits whatever else is written
            settled.append(finding)
        elif any(span.overlaps(other) for other in advised):
            settled.append(replace(finding, suggestions=()))
        else:
            advised.append(span)
            settled.append(finding)
    return settled


def _fingerprinted(findings: Iterable[Finding], story: Story) -> tuple[Finding, ...]:
    """Return ``findings`` with their fingerprints: rule, sentence, words and which of several it is."""
    seen: Counter[tuple[str, str, str]] = Counter()
    marked: list[Finding] = []
    for finding in findings:
        identity = (finding.rule, _sentence(finding.primary.span, story), _normal(finding.primary.text))
        seen[identity] += 1
        digest = sha256("\x1f".join((*identity, str(seen[identity]))).encode()).hexdigest()
        marked.append(replace(finding, fingerprint=digest[:16]))
    return tuple(marked)


def _sentence(span: Span, story: Story) -> str:
    segment = story.target.segment_at(span.start)
    return _normal(segment.span.of(story.target.text)) if segment else ""


def _normal(text: str) -> str:
    return _SPACE.sub(" ", plain(text)).strip().casefold()
