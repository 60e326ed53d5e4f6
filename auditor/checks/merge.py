"""The last step of the checks: what several of them say of the same words becomes one finding."""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
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

_LEVELS_APART = 2
"""Powers of two between the lengths of spans that may be the same words: one is at most four times as long."""

_SOURCE = "source"
"""The origin of evidence that quotes the source."""

_SOURCED_LEVEL = 8
"""Power of two of the length of the cells in which findings that rest on the same source are looked for."""

_SPACE = re.compile(r"\s+")
_QUOTATION_MARK = re.compile(r"[\"“”„«»]")


def settle(findings: Iterable[Finding], story: Story) -> tuple[Finding, ...]:
    """Return what the report says: merged, without what the profile disables, in the order of the text.

    Findings are the same defect where their primary words are (nearly) the same and their categories go
    together, or where they speak of the same words of the source. The most urgent that is proven speaks, with the
    suggestions and the evidence of all; where independent checks agree, its confidence rises by one level. Of findings
    that overlap and would each write something else, the first alone keeps its suggestions; none takes one mark of a
    quotation away. Each finding is given its fingerprint. The order in which ``findings`` come does not matter.
    """
    wanted = sorted({_weighed(f, story) for f in findings if not _disabled(f, story)}, key=_strength)
    kept = _Kept()
    agreeing: dict[int, list[Finding]] = defaultdict(list)
    for finding in wanted:
        if (stronger := kept.of_same_defect(finding)) is None:
            kept.add(finding)
        else:
            agreeing[stronger].append(finding)
    merged = _of_one_mind(
        _quotation_kept(_merged(finding, agreeing[index])) for index, finding in enumerate(kept.findings)
    )
    return _fingerprinted(sorted(merged, key=_place), story)


class _Kept:
    """The findings that speak, with an index of their places: those of one place are few, those of a story may not be.

    Spans of like lengths share a level; at each, the text is cut into cells as long as the longest of them.
    """

    def __init__(self) -> None:
        self.findings: list[Finding] = []
        self._exact: dict[frozenset[Span], list[int]] = defaultdict(list)
        self._cells: dict[tuple[int, int], list[int]] = defaultdict(list)
        self._sourced: dict[tuple[str, int], list[int]] = defaultdict(list)

    def add(self, finding: Finding) -> None:
        index = len(self.findings)
        self.findings.append(finding)
        self._exact[_spans(finding)].append(index)
        if len(finding.anchors) == 1:
            span = finding.primary.span
            for cell in _cells(span, _level(span)):
                self._cells[cell].append(index)
            for place in _sourced(finding):
                self._sourced[place].append(index)

    def of_same_defect(self, finding: Finding) -> int | None:
        """Return the index of the strongest finding that is the same defect, or None."""
        near = list(self._exact[_spans(finding)])
        if len(finding.anchors) == 1:
            span = finding.primary.span
            levels = range(_level(span) - _LEVELS_APART, _level(span) + _LEVELS_APART + 1)
            near += (index for level in levels for cell in _cells(span, level) for index in self._cells.get(cell, ()))
            near += (index for place in _sourced(finding) for index in self._sourced.get(place, ()))
        return min((index for index in near if _same_defect(self.findings[index], finding)), default=None)


def _spans(finding: Finding) -> frozenset[Span]:
    return frozenset(anchor.span for anchor in finding.anchors)


def _sourced(finding: Finding) -> Iterator[tuple[str, int]]:
    """Yield each word of the source that ``finding`` rests on, with each place of the text where it speaks of it."""
    for said in _of_source(finding):
        for _, number in _cells(finding.primary.span, _SOURCED_LEVEL):
            yield said, number


def _level(span: Span) -> int:
    return len(span).bit_length()


def _cells(span: Span, level: int) -> Iterator[tuple[int, int]]:
    """Yield the cells of ``level``, each 2 ** level code points long, that ``span`` touches."""
    if level >= 0:
        for number in range(span.start >> level, (max(span.end - 1, span.start) >> level) + 1):
            yield level, number


def _quotation_kept(finding: Finding) -> Finding:
    """Return ``finding`` without the suggestions that would take a quotation mark away and leave its partner alone."""
    if len(_QUOTATION_MARK.findall(finding.primary.text)) % 2 == 0 or finding.category in _SURFACE:
        return finding
    kept = tuple(each for each in finding.suggestions if len(_QUOTATION_MARK.findall(each)) % 2)
    return finding if kept == finding.suggestions else replace(finding, suggestions=kept, fix_is_safe=False)


def _disabled(finding: Finding, story: Story) -> bool:
    return not story.profile.disabled.isdisjoint({finding.check, finding.rule})


def _weighed(finding: Finding, story: Story) -> Finding:
    """Return ``finding`` with the severity that the profile gives its rule or its category, if it gives one."""
    severity = story.profile.severity(finding.rule, finding.category)
    return replace(finding, severity=severity) if severity else finding


def _strength(finding: Finding) -> tuple[object, ...]:
    """Sort the finding that should speak first, with ties broken the same way every time."""
    return (
        finding.confidence is Confidence.UNPROVEN,  # it is silent, and would take a proven finding along
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
    return one.check != other.check and not _of_source(one).isdisjoint(_of_source(other))


def _of_source(finding: Finding) -> set[str]:
    return {each.detail for each in finding.evidence if each.origin == _SOURCE}


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


def _merged(finding: Finding, agreeing: Sequence[Finding]) -> Finding:
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
    advised: list[Span] = []  # apart from each other, in their order
    for finding in findings:
        span = finding.primary.span
        if not finding.suggestions or finding.fix_is_safe:  # a safe fix suits whatever else is written
            settled.append(finding)
            continue
        index = bisect(advised, span)
        if any(span.overlaps(other) for other in advised[max(index - 1, 0) : index + 1]):
            settled.append(replace(finding, suggestions=()))
        else:
            advised.insert(index, span)
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
