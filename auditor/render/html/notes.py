"""The findings as the page shows them: each once, with its place, its other places and what it changes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import Anchor, Edit, Finding, Report, Severity
from auditor.render.html.marks import NoteMark
from auditor.render.html.wordiff import word_diff

SUGGESTIONS_SHOWN = 3
"""Suggestions a note shows; a longer list is no help to an editor."""

WHY_REPEATED = 3
"""How often the same explanation is printed in full; later findings of its rule link to the first."""

_UNFIT_FOR_AN_ID = re.compile(r"[^A-Za-z0-9_-]")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One place of a finding with several: its words and their sentence, if they stand in one."""

    text: str
    sentence: int | None


@dataclass(frozen=True, slots=True)
class Note:
    """One finding on the page.

    ``index`` is its place in the order of the text; ``key`` names it in links (``#f-…``) and lives
    through re-runs; ``sentence`` is None where the words stand outside every sentence; ``places`` are
    its other anchors (a neutral finding is about no place more than another: all of them); ``diffs`` has
    one word diff per suggestion. ``why_at`` is the key of the note that holds its
    explanation, where that has been given often enough.
    """

    index: int
    key: str
    finding: Finding
    sentence: int | None
    line: int
    places: tuple[Occurrence, ...]
    diffs: tuple[tuple[Edit, ...], ...]
    why: tuple[str, ...]
    why_at: str | None

    @property
    def neutral(self) -> bool:
        """Whether it informs and accuses of nothing."""
        return self.finding.severity is Severity.NEUTRAL

    @property
    def from_source(self) -> tuple[str, ...]:
        """The words of the source that are among its evidence."""
        return tuple(e.detail for e in self.finding.evidence if e.origin.startswith("source"))


def notes(report: Report) -> tuple[Note, ...]:
    """Return the findings of ``report`` as notes, in the order of the text."""
    summaries = {rule.id: rule.summary for rule in report.rules}
    explained: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    built = []
    for index, (key, finding) in enumerate(zip(_keys(report), report.findings, strict=True)):
        why = tuple(_paragraphs(summaries.get(finding.rule, ""), finding.why))
        told = bool(why) and len(explained[why]) >= WHY_REPEATED
        explained[why].append(key)
        built.append(_note(report, index, key, () if told else why, explained[why][0] if told else None))
    return tuple(built)


def _note(report: Report, index: int, key: str, why: tuple[str, ...], why_at: str | None) -> Note:
    finding = report.findings[index]
    primary, neutral = finding.primary, finding.severity is Severity.NEUTRAL
    return Note(
        index=index,
        key=key,
        finding=finding,
        sentence=_sentence(report, primary),
        line=report.document.place(primary.span.start).line,
        places=tuple(Occurrence(a.text, _sentence(report, a)) for a in finding.anchors[0 if neutral else 1 :]),
        diffs=tuple(word_diff(primary.text, words) for words in finding.suggestions[:SUGGESTIONS_SHOWN]),
        why=why,
        why_at=why_at,
    )


def marks(notes: tuple[Note, ...]) -> tuple[NoteMark, ...]:
    """Return the marks of ``notes`` in the text, the worst first."""
    worst_first = sorted(notes, key=lambda note: -note.finding.severity.rank)
    return tuple(NoteMark(anchor.span, note.index) for note in worst_first for anchor in note.finding.anchors)


def _sentence(report: Report, anchor: Anchor) -> int | None:
    segment = report.document.segment_at(anchor.span.start)
    return segment.number if segment else None


def _keys(report: Report) -> Iterator[str]:
    """Yield one name per finding; the second of the same fingerprint gets a number of its own."""
    seen: Counter[str] = Counter()
    for finding in report.findings:
        base = _UNFIT_FOR_AN_ID.sub("", finding.fingerprint) or "unnamed"
        seen[base] += 1
        yield base if seen[base] == 1 else f"{base}-{seen[base]}"


def _paragraphs(summary: str, why: str) -> Iterator[str]:
    if summary:
        yield summary
    for paragraph in re.split(r"\n\s*\n", why):
        if text := " ".join(paragraph.split()):
            yield text
